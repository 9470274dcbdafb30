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
	"rapporteur/tools/internal/review"
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
	dry     bool             // nothing is written into the archive
	kept    bool             // what is looked at stands in the archive already
}

// An imported file is what was made of it.
type imported struct {
	Data   []byte
	Source *source.Document
	Read   *report.Translation // what the source alone gives
	Page   *report.Translation // what the page is to be
	Ledger *report.Ledger
	merged
	doubts   int  // places that its review asks a person to look at first
	reviewed bool // a review was written
}

// dir is the report's folder.
func (i *importer) dir(j job) string { return filepath.Join(i.root, "content", "reports", j.Report) }

// index is the page of a job.
func (i *importer) index(j job) string { return filepath.Join(i.dir(j), "index."+j.Lang+".md") }

// warn says that the site does not have a language.
func (i *importer) warn(lang string) {
	if i.archive != nil && !i.archive.Config.Has(lang) {
		i.c.warn("import_language", message.Data{"Lang": lang})
	}
}

// run imports one file. Where a review is asked for it is written whatever
// comes of the import, as long as the file can be read; what was read is given
// with an error too.
func (i *importer) run(j job, reviewed string) (*imported, error) {
	data, err := readSource(j.File)
	if err != nil {
		return nil, err
	}
	in, err := i.clean(j, j.File, data)
	if err != nil {
		return nil, err
	}
	i.sayLanguages(j, in.Ledger)
	refused := i.update(j, in)
	if reviewed != "" {
		if err := i.review(j, in, reviewed, refused); err != nil {
			return in, err
		}
	}
	if refused != nil || i.dry {
		return in, refused
	}
	return in, writeImport(i.dir(j), in.Page, in.Ledger, data)
}

// review writes the page on which a person sees what was made of a file.
func (i *importer) review(j job, in *imported, name string, refused error) error {
	html, doubts, err := review.HTML(i.c.ctx, review.Import{
		File: filepath.Base(j.File), Data: in.Data, Source: in.Source, Read: in.Read, Page: in.Page,
		Old: in.there, Conflicts: in.conflicts, Ledger: in.Ledger, Archive: i.archive, Written: i.kept || refused == nil && !i.dry,
	}, i.c.say)
	if err == nil {
		_, err = archive.WriteFile(name, html)
	}
	in.doubts, in.reviewed = doubts, err == nil
	return err
}

// clean makes a page of what a file holds.
func (i *importer) clean(j job, name string, data []byte) (*imported, error) {
	doc, err := source.Read(name, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	t, ledger, err := clean.Document(doc, clean.Options{
		Report: j.Report, Lang: j.Lang, Original: j.Original, Profile: j.Profile,
		File: "source." + j.Lang + sourceExt(name), SHA256: hex.EncodeToString(sum[:]),
	})
	if err != nil {
		return nil, err
	}
	if i.archive != nil {
		i.archive.LiftThemes(t)
	}
	return &imported{Data: data, Source: doc, Read: t, Page: t, Ledger: ledger}, nil
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
