package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/clean"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// importSource reads a received file into a page, its source and its ledger.
func (c *command) importSource(args []string) error {
	f := c.flags()
	id := f.String("report", "", "")
	lang := f.String("lang", "", "")
	original := f.String("original", "", "")
	dir := f.String("archive", "", "")
	replace := f.Bool("replace", false, "")
	explain := f.Bool("explain", false, "")
	rest, err := c.parse(f, args, 1, 1)
	switch {
	case err != nil:
		return err
	case *id == "":
		return required("report")
	case !report.IsID(*id):
		return usageError{"error_report_id", message.Data{"ID": *id}}
	case *lang == "":
		return required("lang")
	case !report.IsTag(*lang):
		return usageError{"error_lang", message.Data{"Lang": *lang}}
	case *original != "" && !report.IsTag(*original):
		return usageError{"error_lang", message.Data{"Lang": *original}}
	}
	// A folder that is named need not be an archive yet.
	root := *dir
	if root == "" {
		if root, err = archive.Find("."); err != nil {
			return err
		}
	}

	data, err := readSource(rest[0])
	if err != nil {
		return err
	}
	a, archiveErr := archive.Open(root)
	if archiveErr == nil && !a.Config.Has(*lang) {
		c.warn("import_language", message.Data{"Lang": *lang})
	}
	read := func(name string, data []byte) (*report.Translation, *report.Ledger, error) {
		doc, err := source.Read(name, data)
		if err != nil {
			return nil, nil, err
		}
		sum := sha256.Sum256(data)
		t, ledger, err := clean.Document(doc, clean.Options{Report: *id, Lang: *lang, Original: *original,
			File: "source." + *lang + sourceExt(name), SHA256: hex.EncodeToString(sum[:])})
		if err == nil && archiveErr == nil {
			a.LiftThemes(t)
		}
		return t, ledger, err
	}
	t, ledger, err := read(rest[0], data)
	if err != nil {
		return err
	}
	folder := filepath.Join(root, "content", "reports", *id)
	if !*replace {
		if t, err = c.update(folder, t, read); err != nil {
			return err
		}
	}
	if err := writeImport(folder, t, ledger, data); err != nil {
		return err
	}
	if *explain {
		c.explain(ledger)
	}
	w := ledger.Words
	c.print("imported", message.Data{"File": shortPath(filepath.Join(folder, "index."+*lang+".md")), "Count": len(t.Units), "Words": w.Page, "Lifted": w.Lifted, "Removed": w.Removed})
	return nil
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

// explain prints a ledger for reading: line, what was done and why, the text,
// and what stands there now or the key that has it.
func (c *command) explain(ledger *report.Ledger) {
	for _, e := range ledger.Entries {
		to := ""
		if e.To != "" {
			to = " → " + short(e.To)
		}
		reason := c.say.Say("reason_"+strings.ReplaceAll(e.Reason, "-", "_"), nil)
		fmt.Fprintf(c.stdout, "%5d  %-7s  %s: %s%s\n", e.Line, e.Action, reason, short(e.Text), to)
	}
}

// short is a text on one line, cut where it grows long.
func short(s string) string {
	text := []rune(strings.Join(strings.Fields(s), " "))
	if len(text) > 100 {
		text = append(text[:99], '…')
	}
	return string(text)
}
