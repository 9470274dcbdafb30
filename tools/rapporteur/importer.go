package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/clean"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A job is one file to import, as flags or a manifest name it.
type job archive.Received

// An importer imports files into one archive.
type importer struct {
	c       *command
	root    string
	archive *archive.Archive // nil where root is none yet
	replace bool             // what people have edited as well
}

// dir is the report's folder.
func (i *importer) dir(j job) string { return filepath.Join(i.root, "content", "reports", j.Report) }

// run imports one file.
func (i *importer) run(j job) (*report.Translation, *report.Ledger, error) {
	if i.archive != nil && !i.archive.Config.Has(j.Lang) {
		i.c.warn("import_language", message.Data{"Lang": j.Lang})
	}
	data, err := readSource(j.File)
	if err != nil {
		return nil, nil, err
	}
	t, ledger, err := i.clean(j, j.File, data)
	if err != nil {
		return nil, nil, err
	}
	i.sayLanguages(j, ledger)
	if !i.replace {
		if t, err = i.update(j, t); err != nil {
			return nil, nil, err
		}
	}
	return t, ledger, writeImport(i.dir(j), t, ledger, data)
}

// clean makes a page of what a file holds.
func (i *importer) clean(j job, name string, data []byte) (*report.Translation, *report.Ledger, error) {
	doc, err := source.Read(name, data)
	if err != nil {
		return nil, nil, err
	}
	sum := sha256.Sum256(data)
	t, ledger, err := clean.Document(doc, clean.Options{
		Report: j.Report, Lang: j.Lang, Original: j.Original, Profile: j.Profile,
		File: "source." + j.Lang + sourceExt(name), SHA256: hex.EncodeToString(sum[:]),
	})
	if err == nil && i.archive != nil {
		i.archive.LiftThemes(t)
	}
	return t, ledger, err
}

// sayLanguages says in a line where the text is in another language than the
// one declared.
func (i *importer) sayLanguages(j job, ledger *report.Ledger) {
	pieces := 0
	var found []string
	for _, e := range ledger.Entries {
		switch e.Reason {
		case "other-language":
			i.c.warn("import_other_language", message.Data{"File": j.File, "Lang": j.Lang, "Found": e.To})
		case "foreign-text":
			pieces++
			if !slices.Contains(found, e.To) {
				found = append(found, e.To)
			}
		}
	}
	if pieces > 0 {
		i.c.warn("import_foreign_text", message.Data{"File": j.File, "Lang": j.Lang, "Count": pieces, "Found": strings.Join(found, ", ")})
	}
}

// maxSource is the size above which a file is no report, in bytes.
const maxSource = 64 << 20

func readSource(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &report.Problem{Code: "source-missing", Severity: report.Error, File: name}
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &report.Problem{Code: "source-folder", Severity: report.Error, File: name}
	case info.Size() > maxSource:
		return nil, &report.Problem{Code: "source-size", Severity: report.Error, File: name, Args: map[string]string{"Limit": "64 MB"}}
	}
	return os.ReadFile(name)
}

// sourceExt is the ending under which a source is kept: the file's own, in
// lower case, or .txt where it has none that can be one.
func sourceExt(name string) string {
	ext := strings.ToLower(filepath.Ext(name))
	if len(ext) < 2 || len(ext) > 9 || strings.Trim(ext[1:], "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return ".txt"
	}
	return ext
}

// writeImport writes the three files of an import, the page last: whenever it
// is stopped, the page that was there stands or the new one does, and the same
// import mends the rest.
func writeImport(folder string, t *report.Translation, ledger *report.Ledger, data []byte) error {
	account, err := json.MarshalIndent(ledger, "", " ")
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{
		{t.Meta.Source.File, data},
		{"ledger." + t.Lang + ".json", append(account, '\n')},
		{"index." + t.Lang + ".md", page.Format(t)},
	} {
		if _, err := archive.WriteFile(filepath.Join(folder, f.name), f.data); err != nil {
			return err
		}
	}
	return nil
}
