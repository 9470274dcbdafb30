package archive

import (
	"path"
	"strings"

	"rapporteur/tools/internal/report"
)

// readGlossary reads content/glossary/<lang>.toml.
func (a *Archive) readGlossary() {
	dir := "content/glossary"
	for _, entry := range a.list(dir) {
		tag, ok := strings.CutSuffix(entry.Name(), ".toml")
		if !ok || entry.IsDir() {
			continue // the survey has said so
		}
		file := path.Join(dir, entry.Name())
		if !report.IsTag(tag) {
			a.problem("language-unknown", file, 0, map[string]string{"Lang": tag})
			continue
		}
		data, err := a.read(file)
		if err != nil {
			a.problem("unreadable", file, 0, map[string]string{"Error": reason(err)})
			continue
		}
		a.report(a.Glossary.Add(tag, file, data)...)
	}
}
