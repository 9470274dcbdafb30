package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

// Manifest is the file in a folder of received files that says what they are:
// a table [[files]] each.
const Manifest = "import.toml"

// A Received is a file that was received, as a manifest names it.
type Received struct {
	File     string `toml:"file"`     // from the manifest's folder
	Report   string `toml:"report"`   // the report's id
	Lang     string `toml:"lang"`     // of the file
	Original string `toml:"original"` // the language that the report was written in, if the file does not say
	Profile  string `toml:"profile"`  // the kind of document, where guessing is not enough
}

// ReadManifest reads the manifest of dir.
func ReadManifest(dir string) ([]Received, error) {
	file := filepath.Join(dir, Manifest)
	fail := func(code string, line int, args map[string]string) ([]Received, error) {
		return nil, &report.Problem{Code: code, Severity: report.Error, File: file, Line: line, Args: args}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return fail("import-manifest-missing", 0, nil)
	}
	var m struct {
		Files []Received `toml:"files"`
	}
	err = toml.NewDecoder(strings.NewReader(string(data))).DisallowUnknownFields().Decode(&m)
	var strict *toml.StrictMissingError
	var syntax *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		line, _ := strict.Errors[0].Position()
		return fail("import-manifest", line, map[string]string{"Error": strings.Join(strict.Errors[0].Key(), ".")})
	case errors.As(err, &syntax):
		line, _ := syntax.Position()
		return fail("import-manifest", line, map[string]string{"Error": strings.TrimPrefix(syntax.Error(), "toml: ")})
	case err != nil:
		return fail("import-manifest", 0, map[string]string{"Error": err.Error()})
	case len(m.Files) == 0:
		return fail("import-manifest", 0, map[string]string{"Error": "[[files]]"})
	}
	return m.Files, nil
}
