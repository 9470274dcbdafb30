package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/report"
)

const config = `title = "Test archive"
baseURL = "https://archive.example/"
defaultContentLanguage = "en"
[languages.en]
[languages.fr]
[languages.fr-ca]
[languages.es]
[languages.pt]
[languages.ru]
[languages.zh]
[languages.ar]
direction = "rtl"
`

// front is front matter to which no check objects.
const front = "+++\ntitle = \"A title of its own\"\noriginal = \"en\"\ndate = 2025-07-01\n%s" +
	"[translation]\nmethod = \"human\"\ntranslators = [\"Ana Costa\"]\nbased_on = 2025-07-01\n\n" +
	"[[notices]]\nkind = \"translation\"\ntext = \"Zq\"\n+++\n\n"

// doc is a file with that front matter and more keys.
func doc(body string, keys ...string) string {
	return fmt.Sprintf(front, strings.Join(append(keys, ""), "\n")) + body
}

// open writes files into a new archive and opens it.
func open(t testing.TB, files map[string]string) *archive.Archive {
	t.Helper()
	root := t.TempDir()
	if files["config.toml"] == "" {
		files["config.toml"] = config
	}
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	a, err := archive.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// one is an archive of one report; texts by language.
func one(t testing.TB, texts map[string]string) *archive.Archive {
	files := make(map[string]string)
	for lang, text := range texts {
		files["content/reports/harbour/index."+lang+".md"] = text
	}
	return open(t, files)
}

// codes are the codes found in a file, in order, each once.
func codes(problems []report.Problem, lang string) []string {
	var list []string
	for _, p := range problems {
		if strings.HasSuffix(p.File, "index."+lang+".md") {
			list = append(list, p.Code)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// sorted is a sorted copy.
func sorted(list []string) []string { list = slices.Clone(list); slices.Sort(list); return list }

func count(problems []report.Problem, code string) int {
	n := 0
	for _, p := range problems {
		if p.Code == code {
			n++
		}
	}
	return n
}

// shared is the folder of real documents beside the repository.
func shared(t testing.TB) string {
	dir, err := filepath.Abs("../../../../shared")
	if err == nil {
		_, err = os.Stat(filepath.Join(dir, "gold"))
	}
	if err != nil {
		t.Skip("no real documents: ../shared is not beside the repository")
	}
	return dir
}

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var everything = check.Options{All: true}

type problem = report.Problem
