package check_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

var update = flag.Bool("update", false, "write what is found into testdata/codes")

// Every code has a folder in testdata/codes with a small archive in which it is
// found, and found.txt, which is what `rapporteur check` says of it.
func TestFolders(t *testing.T) {
	catalog, err := message.Load(rapporteur.Messages, "i18n")
	if err != nil {
		t.Fatal(err)
	}
	say := catalog.Printer("en")
	seen := make(map[string]bool)
	folders, err := os.ReadDir("testdata/codes")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		dir := filepath.Join("testdata/codes", folder.Name())
		files := make(map[string]string)
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			switch name := e.Name(); {
			case strings.HasPrefix(name, "index."):
				files["content/reports/harbour/"+name] = read(t, filepath.Join(dir, name))
			case name == "errata.toml":
				files["content/reports/harbour/"+name] = read(t, filepath.Join(dir, name))
			case strings.HasPrefix(name, "glossary."):
				files["content/glossary/"+strings.TrimPrefix(name, "glossary.")] = read(t, filepath.Join(dir, name))
			}
		}
		problems := check.Run(open(t, files), everything)
		if count(problems, folder.Name()) == 0 {
			t.Errorf("%s: it is not found there", dir)
		}
		for i := range problems {
			seen[problems[i].Code] = true
		}
		var b bytes.Buffer
		check.WriteText(&b, problems, say.Problem, func(s report.Severity) string { return say.Say("severity_"+string(s), nil) })
		golden := filepath.Join(dir, "found.txt")
		if *update {
			if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if want := read(t, golden); want != b.String() {
			t.Errorf("%s: found\n%s\nwant\n%s", dir, b.String(), want)
		}
	}
	for _, c := range check.All() {
		if !seen[c.Code] && !seenVariant(seen, c.Code) {
			t.Errorf("%s has no folder in testdata/codes", c.Code)
		}
	}
}

// seenVariant reports whether a variant of the code was found, of a check that
// has nothing but variants.
func seenVariant(seen map[string]bool, code string) bool {
	for s := range seen {
		if strings.HasPrefix(s, code+"-") {
			return true
		}
	}
	return false
}
