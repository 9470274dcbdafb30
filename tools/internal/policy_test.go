package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// flow lists the packages in the order in which a report passes through them.
// A package knows report and what stands before it, nothing after.
var flow = []string{"report", "page", "source", "clean", "unit", "history", "glossary", "archive", "check", "review", "exchange", "cite", "akn", "book", "feed", "skos", "adopt", "scaffold", "site", "proof", "edition"}

// beside lists the packages that others may use and that use report alone.
var beside = []string{"message"}

// only says which packages may import something from outside. Hugo itself is
// linked by the command and run by site as a child; adopt reads front matter by
// its rules.
var only = map[string][]string{
	"github.com/gohugoio/hugo":               {"tools/rapporteur", "tools/internal/adopt"},
	"github.com/pelletier/go-toml/v2":        {"tools/internal/page", "tools/internal/glossary", "tools/internal/archive", "tools/internal/message", "tools/internal/clean", "tools/internal/check"},
	"github.com/yuin/goldmark":               {"tools/internal/page"},
	"github.com/nicksnyder/go-i18n/v2":       {"tools/internal/message"},
	"github.com/klippa-app/go-pdfium":        {"tools/internal/source/pdf"},
	"github.com/tetratelabs/wazero":          {"tools/internal/source/pdf"},
	"os/exec":                                {"tools/internal/site", "tools/internal/history", "tools/internal/edition", "tools/internal/source/pdf"},
	"net/http":                               {"tools/internal/site", "tools/rapporteur"},
	"github.com/fsnotify/fsnotify":           {"tools/rapporteur"},
	"github.com/rogpeppe/go-internal":        {},
	"github.com/abadojack/whatlanggo":        {"tools/internal/clean", "tools/internal/check"},
	"github.com/clipperhouse/uax29/v2/words": {"tools/internal/clean", "tools/internal/source", "tools/internal/check"},
}

func TestImportPolicy(t *testing.T) {
	found := make(map[string]bool)
	for file, imports := range goFiles(t, filepath.Join("..", "..")) {
		dir := path.Dir(file)
		name, internal := strings.CutPrefix(dir, "tools/internal/")
		name, _, _ = strings.Cut(name, "/")
		at := slices.Index(flow, name)
		if internal && at < 0 && !slices.Contains(beside, name) {
			t.Errorf("%s: package %s has no place in the flow", file, name)
		}
		for _, imported := range imports {
			if other, ok := strings.CutPrefix(imported, "rapporteur/tools/internal/"); ok && internal {
				other, _, _ = strings.Cut(other, "/")
				found[name+" "+other] = true
				switch {
				case name == other || other == "report":
				case slices.Contains(beside, name):
					t.Errorf("%s: %s knows %s", file, name, other)
				case slices.Contains(beside, other) && at >= slices.Index(flow, "review"):
				case slices.Index(flow, other) >= at || slices.Contains(beside, other):
					t.Errorf("%s: %s knows %s, which comes after it", file, name, other)
				}
			}
			for module, dirs := range only {
				if (imported == module || strings.HasPrefix(imported, module+"/")) && !slices.Contains(dirs, dir) {
					t.Errorf("%s imports %s, which is for %v", file, imported, dirs)
				}
			}
			if name == "report" && internal && (imported == "os" || imported == "io") {
				t.Errorf("%s: the model has no I/O", file)
			}
		}
	}
	if len(found) < len(flow) {
		t.Errorf("only %d imports between packages were seen: is this test looking at the right folder?", len(found))
	}
}

// goFiles gives the imports of every Go file below root that is no test.
func goFiles(t *testing.T, root string) map[string][]string {
	t.Helper()
	files := make(map[string][]string)
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && entry.Name() != "..") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		for _, i := range parsed.Imports {
			imported, _ := strconv.Unquote(i.Path.Value)
			files[filepath.ToSlash(rel)] = append(files[filepath.ToSlash(rel)], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
