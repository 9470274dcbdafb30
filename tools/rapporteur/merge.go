package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// merge takes back what was exported and translated elsewhere. A file that
// cannot be read is a problem and the others go on.
func (c *command) merge(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	rest, err := c.parse(f, args, 1, -1)
	if err != nil {
		return err
	}
	root, err := findArchive(*dir)
	if err != nil {
		return err
	}
	names, err := exchangeFiles(rest)
	if err != nil {
		return err
	}
	failed := false
	for _, name := range names {
		switch err := c.mergeFile(root, name); {
		case err == errProblems:
			failed = true
		case err != nil:
			c.report(err)
			failed = true
		}
	}
	if failed {
		return errProblems
	}
	return nil
}

// exchangeFiles are the files that names name, and those in the folders.
func exchangeFiles(names []string) ([]string, error) {
	var files []string
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			return nil, &report.Problem{Code: "source-missing", Severity: report.Error, File: name}
		case !info.IsDir():
			files = append(files, name)
			continue
		}
		err = filepath.WalkDir(name, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() && isExchange(file) {
				files = append(files, file)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// mergeFile merges the texts of a file, which can be of several reports.
func (c *command) mergeFile(root, name string) error {
	if info, err := os.Stat(name); err == nil && info.Size() > exchange.MaxBytes {
		return &report.Problem{Code: "exchange-size", Severity: report.Error, File: shortPath(name), Args: map[string]string{"Limit": "32 MB"}}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	files, err := exchange.Read(shortPath(name), data)
	if err != nil {
		return err
	}
	failed := false
	for _, f := range files {
		a, err := archive.Open(root) // the file before may have changed it
		if err != nil {
			return err
		}
		result, err := exchange.Merge(a, shortPath(name), f)
		if err != nil {
			c.report(err)
			failed = true
			continue
		}
		undecided := ""
		if len(result.Conflicts) > 0 {
			failed = true
			undecided = strings.TrimSuffix(strings.TrimSuffix(name, filepath.Ext(name)), ".conflicts")
			if len(files) > 1 {
				undecided += "." + f.Report + "." + f.To
			}
			undecided += ".conflicts.po"
		}
		if err := c.merged(a, f, result, undecided); err != nil {
			return err
		}
	}
	if failed {
		return errProblems
	}
	return nil
}

// merged writes and says what came of merging one report's texts; the file of
// conflicts first, so that no text is only in a file that was replaced.
func (c *command) merged(a *archive.Archive, f *exchange.File, result *exchange.Result, undecided string) error {
	if undecided != "" {
		var b bytes.Buffer
		if err := exchange.WritePO(&b, result.Undecided(a, f, c.say.Problem)); err != nil {
			return err
		}
		if _, err := archive.WriteFile(undecided, b.Bytes()); err != nil {
			return err
		}
	}
	file := filepath.Join(a.Root, filepath.FromSlash(result.Path))
	if result.Data != nil {
		if result.New && !a.Config.Has(f.To) {
			c.warn("import_language", message.Data{"Lang": f.To})
		}
		if _, err := archive.WriteFile(file, result.Data); err != nil {
			return err
		}
	}
	c.print("merged", message.Data{"File": shortPath(file), "Count": result.Changed})
	if result.Confirmed > 0 {
		c.print("merge_confirmed", message.Data{"Count": result.Confirmed})
	}
	if result.Undated {
		c.print("merge_undated", nil)
	}
	if result.Unfinished > 0 {
		c.print("merge_unfinished", message.Data{"Count": result.Unfinished})
	}
	for i := range result.Conflicts {
		conflict := &result.Conflicts[i]
		fmt.Fprintln(c.stdout, c.line(&conflict.Problem))
		fmt.Fprintf(c.stdout, "  = %s\n  + %s\n", shown(conflict.Ours), shown(conflict.Theirs))
	}
	if undecided != "" {
		c.warn("merge_conflicts", message.Data{"Count": len(result.Conflicts), "File": shortPath(undecided)})
	}
	return nil
}

// shown is a text on one line, or a dash for none. What a terminal would obey
// is left out.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return "—"
	}
	return s
}
