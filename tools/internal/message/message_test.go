package message

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

const folder = "../../../i18n"

// plurals are the categories that CLDR has for integers and fractions in the
// languages of the archive; a message that counts has all of them.
var plurals = map[string][]string{
	"ar": {"few", "many", "one", "other", "two", "zero"},
	"en": {"one", "other"},
	"es": {"many", "one", "other"},
	"fr": {"many", "one", "other"},
	"pt": {"many", "one", "other"},
	"ru": {"few", "many", "one", "other"},
	"zh": {"other"},
}

var placeholder = regexp.MustCompile(`\{\{[^}]*\}\}`)

// TestFiles: every language has the same messages with the same placeholders
// and the plural forms that it needs, and no message can do anything.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(folder, "*.toml"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%v %v", files, err)
	}
	english := read(t, filepath.Join(folder, "en.toml"))
	for _, file := range files {
		lang := strings.TrimSuffix(filepath.Base(file), ".toml")
		messages := read(t, file)
		for key, forms := range english {
			own, ok := messages[key]
			if !ok {
				t.Errorf("%s: %s is missing", file, key)
				continue
			}
			if len(forms) > 1 {
				want, known := plurals[lang]
				if !known {
					t.Errorf("%s: add the plural categories of %s to this test", file, lang)
				}
				if got := keys(own); strings.Join(got, " ") != strings.Join(want, " ") {
					t.Errorf("%s: %s has the forms %v, not %v", file, key, got, want)
				}
			}
			for form, text := range own {
				// A form for exactly one, two or none may leave the number out.
				if a, b := placeholders(forms["other"]), placeholders(text); a != b && (form == "other" || form == "many" || form == "few") {
					t.Errorf("%s: %s (%s) has %s, not %s", file, key, form, b, a)
				}
				for _, p := range placeholder.FindAllString(text, -1) {
					if !regexp.MustCompile(`^\{\{\.[A-Z][A-Za-z0-9]*\}\}$`).MatchString(p) {
						t.Errorf("%s: %s has %s: a message only names values", file, key, p)
					}
				}
				if strings.ContainsRune(text, '<') && strings.ContainsRune(text, '>') && !strings.HasPrefix(key, "problem_") {
					t.Errorf("%s: %s has markup", file, key)
				}
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %s is empty", file, key)
				}
			}
		}
		for key := range messages {
			if _, ok := english[key]; !ok {
				t.Errorf("%s: %s is not in en.toml", file, key)
			}
		}
	}
}

// TestKeysInUse: every message that a template or the code names is there, and
// every code that a problem can have has a sentence.
func TestKeysInUse(t *testing.T) {
	english := read(t, filepath.Join(folder, "en.toml"))
	need := make(map[string]string)
	collect := func(root, suffix string, patterns ...*regexp.Regexp) {
		filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, suffix) || strings.HasSuffix(name, "_test.go") {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			for _, p := range patterns {
				for _, m := range p.FindAllStringSubmatch(string(data), -1) {
					key := m[1]
					if strings.Contains(p.String(), "Code") {
						key = "problem_" + strings.ToLower(strings.ReplaceAll(key, "-", "_"))
					}
					need[key] = name
				}
			}
			return nil
		})
	}
	collect("../../../layouts", ".html", regexp.MustCompile(`i18n "([a-z0-9_]+)"`))
	collect("../..", ".go",
		regexp.MustCompile(`(?:\.Say|c\.print|c\.warn|c\.progress)\("([a-z0-9_]*[a-z0-9])"`),
		regexp.MustCompile(`Code: +"([A-Za-z0-9-]+)"`))
	if len(need) < 60 {
		t.Fatalf("only %d keys were seen", len(need))
	}
	for key, file := range need {
		if _, ok := english[key]; !ok {
			t.Errorf("%s needs %s, which en.toml does not have", file, key)
		}
	}
}

func TestPrinter(t *testing.T) {
	c, err := Load(os.DirFS(filepath.Join(folder, "..")), "i18n")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		tags []string
		want string
	}{
		{[]string{"fr-ca"}, "fr"}, {[]string{"xx", "ar-eg"}, "ar"}, {[]string{"sw"}, "en"}, {nil, "en"},
	} {
		if got := c.Printer(tc.tags...).Lang; got != tc.want {
			t.Errorf("%v: got %s, want %s", tc.tags, got, tc.want)
		}
	}
	p := c.Printer("en")
	if got := p.Say("built", Data{"Count": 1, "Dir": "x"}); got != "Built 1 page in x" {
		t.Errorf("got %q", got)
	}
	if got := p.Say("built", Data{"Count": 2, "Dir": "x"}); got != "Built 2 pages in x" {
		t.Errorf("got %q", got)
	}
	got := p.Problem(&report.Problem{Code: "front-matter-key", Args: map[string]string{"Key": "url"}})
	if !strings.Contains(got, "url") || strings.Contains(got, "problem_") {
		t.Errorf("got %q", got)
	}
	if missing := p.Missing(); len(missing) > 0 {
		t.Errorf("missing: %v", missing)
	}
	if got := p.Say("no_such_key", Data{"A": 1}); !strings.Contains(got, "no_such_key") {
		t.Errorf("got %q", got)
	}
	if got := fmt.Sprint(p.Missing()); got != "[no_such_key]" {
		t.Errorf("missing: %v", got)
	}
}

func TestUserTags(t *testing.T) {
	for _, tc := range []struct{ env, want string }{
		{"LANG=fr_FR.UTF-8", "[fr-fr]"},
		{"LANG=C.UTF-8", "[]"},
		{"LC_ALL=ar_EG.UTF-8 LANG=fr_FR", "[ar-eg]"},
		{"LANGUAGE=es:fr LANG=en_GB.UTF-8", "[es fr en-gb]"},
		{"LANG=sr_RS@latin", "[sr-rs]"},
	} {
		got := UserTags(func(name string) string {
			for _, pair := range strings.Fields(tc.env) {
				if k, v, _ := strings.Cut(pair, "="); k == name {
					return v
				}
			}
			return ""
		})
		if fmt.Sprint(got) != tc.want {
			t.Errorf("%s: got %v, want %s", tc.env, got, tc.want)
		}
	}
}

// read gives the messages of a file by key and plural form.
func read(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := toml.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	messages := make(map[string]map[string]string)
	for key, v := range raw {
		switch v := v.(type) {
		case string:
			messages[key] = map[string]string{"other": v}
		case map[string]any:
			messages[key] = make(map[string]string)
			for form, text := range v {
				messages[key][form] = fmt.Sprint(text)
			}
		}
	}
	return messages
}

func keys(m map[string]string) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}

func placeholders(s string) string {
	found := placeholder.FindAllString(s, -1)
	sort.Strings(found)
	unique := found[:0:0]
	for i, p := range found {
		if i == 0 || p != found[i-1] {
			unique = append(unique, p)
		}
	}
	return fmt.Sprint(unique)
}
