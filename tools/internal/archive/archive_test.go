package archive

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

const config = `title = "A"
baseURL = "https://a.example/"
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.fr]
label = "Français"
weight = 2
[languages.ar]
direction = "rtl"
weight = 3
`

// plant writes an archive: files by name, below a folder that has config.toml.
func plant(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	if _, ok := files["config.toml"]; !ok {
		files["config.toml"] = config
	}
	for name, text := range files {
		if _, err := WriteFile(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func open(t *testing.T, files map[string]string) *Archive {
	t.Helper()
	a, err := Open(plant(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const (
	english = "+++\ntitle = \"One\"\noriginal = \"en\"\n+++\n\n## Trust\n\n1\\. First paragraph.\n"
	french  = "+++\ntitle = \"Un\"\noriginal = \"en\"\n+++\n\n## Confiance\n\n1\\. Premier paragraphe.\n"
)

func TestOpen(t *testing.T) {
	a := open(t, map[string]string{
		"content/reports/one/index.en.md":   english,
		"content/reports/one/index.fr.md":   french,
		"content/reports/two/index.fr.md":   strings.Replace(french, "Un", "Deux", 1),
		"content/themes/trust/_index.en.md": "+++\ntitle = \"Trust\"\n+++\n",
		"content/themes/trust/_index.fr.md": "+++\ntitle = \"Confiance\"\n+++\n",
		"content/themes/trust/_index.ar.md": "+++\ntitle = \"ثقة\"\n+++\n",
	})
	if len(a.Problems) > 0 {
		t.Fatalf("%v", a.Problems)
	}
	if tags := []string{a.Config.Languages[0].Tag, a.Config.Languages[1].Tag, a.Config.Languages[2].Tag}; strings.Join(tags, " ") != "en fr ar" {
		t.Errorf("the languages are %v", tags)
	}
	one, two := a.Report("one"), a.Report("two")
	if one == nil || two == nil || a.Report("three") != nil {
		t.Fatal("the reports are not as they stand in content/reports")
	}
	if one.Reference().Lang != "en" || two.Reference().Lang != "fr" {
		t.Error("the reference is the original, or the first there is")
	}
	for _, lang := range []string{"en", "fr"} {
		if got := one.Translation(lang).Units[1].ID; got != "p1" {
			t.Errorf("%s: the paragraph is %s", lang, got)
		}
	}
	if got := a.Theme("trust").Label("fr"); got != "Confiance" {
		t.Errorf("the theme is %s", got)
	}
}

func TestProblems(t *testing.T) {
	for name, tc := range map[string]struct{ file, text, code string }{
		"a file that does not belong": {"content/reports/one/photo.svg", "<svg/>", "file-unexpected"},
		"a loose page":                {"content/notes.md", "x", "file-unexpected"},
		"a report's name":             {"content/reports/One_Two/index.en.md", english, "report-id"},
		"a language that is not":      {"content/reports/one/index.sw.md", english, "language-unknown"},
		"front matter":                {"content/reports/one/index.fr.md", "no front matter", "front-matter-missing"},
		"a theme without a label":     {"content/themes/trust/_index.en.md", "+++\ntitle = \"Trust\"\n+++\n", "theme-label"},
		"two names that are one":      {"content/reports/one/INDEX.en.md", english, "file-collision"},
		"a lock":                      {"content/reports/one/sync/reference.tsv", "nonsense\n", "sync-line"},
		"Hugo's keys in a section":    {"content/_index.en.md", "+++\ntitle = \"x\"\n[[cascade]]\nx = 1\n+++\n", "front-matter-key"},
	} {
		t.Run(name, func(t *testing.T) {
			a := open(t, map[string]string{"content/reports/one/index.en.md": english, tc.file: tc.text})
			if tc.file == "content/_index.en.md" {
				a.Section(tc.file)
			}
			for _, p := range a.Problems {
				if p.Code == tc.code && p.Severity == report.Error {
					return
				}
			}
			t.Errorf("no %s among %v", tc.code, a.Problems)
		})
	}
}

func TestConfigProblems(t *testing.T) {
	for name, text := range map[string]string{
		"broken":                "title = ",
		"no languages":          "defaultContentLanguage = \"en\"\n",
		"a default that is not": strings.Replace(config, `"en"`, `"xx"`, 1),
		"no tag":                config + "[languages.English]\n",
	} {
		if _, err := Open(plant(t, map[string]string{"config.toml": text})); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Find(t.TempDir()); err == nil {
		t.Error("an archive was found where there is none")
	}
	dir := plant(t, map[string]string{"content/reports/one/index.en.md": english})
	if found, err := Find(filepath.Join(dir, "content/reports")); err != nil || found != dir {
		t.Errorf("from a folder within: %s %v", found, err)
	}
}

func TestSyncAndStart(t *testing.T) {
	dir := plant(t, map[string]string{
		"content/reports/one/index.en.md": english,
		"content/reports/one/index.fr.md": french,
		"content/reports/two/index.en.md": strings.Replace(english, "First paragraph.", "Another text.", 1),
	})
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Unsynced()) != 3 {
		t.Errorf("unsynced: %v", a.Unsynced())
	}
	files, err := a.Sync(nil, false)
	if err != nil {
		t.Fatal(err)
	}
	for file, data := range files {
		if _, err := WriteFile(filepath.Join(dir, file), data); err != nil {
			t.Fatal(err)
		}
	}
	if a, err = Open(dir); err != nil || len(a.Unsynced()) > 0 {
		t.Errorf("after sync: %v %v", err, a.Unsynced())
	}
	started := a.Start(a.Report("two"), "fr")
	if started.Units[0].Text != "Confiance" || started.Units[1].Text != "Another text." {
		t.Errorf("what the archive has translated before is not used, or too much is: %+v", started.Units)
	}
	if started.Meta.Title == "" || started.Meta.Credit.Method != report.Human {
		t.Errorf("the front matter is not filled in: %+v", started.Meta)
	}
}

func TestLiftThemes(t *testing.T) {
	a := open(t, map[string]string{
		"content/themes/trust/_index.en.md": "+++\ntitle = \"Trust\"\n+++\n",
		"content/themes/trust/_index.fr.md": "+++\ntitle = \"Confiance\"\n+++\n",
		"content/themes/trust/_index.ar.md": "+++\ntitle = \"ثقة\"\n+++\n",
	})
	tr := &report.Translation{Lang: "fr", Meta: report.Meta{Sections: []report.Section{{Heading: "Confiance"}, {Heading: "Autre"}}}}
	a.LiftThemes(tr)
	if len(tr.Meta.Themes) != 1 || tr.Meta.Sections[0].Themes[0] != "trust" || len(tr.Meta.Sections[1].Themes) != 0 {
		t.Errorf("got %+v", tr.Meta)
	}
}

func TestWriteFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "deep", "file")
	for i, tc := range []struct {
		text    string
		changed bool
	}{{"one", true}, {"one", false}, {"two", true}} {
		changed, err := WriteFile(name, []byte(tc.text))
		if err != nil || changed != tc.changed {
			t.Errorf("%d: changed %v, %v", i, changed, err)
		}
		if data, _ := os.ReadFile(name); string(data) != tc.text {
			t.Errorf("%d: the file says %q", i, data)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(name)); len(entries) != 1 {
		t.Errorf("something was left beside it: %v", entries)
	}
	if _, err := WriteFile(filepath.Join(name, "below a file"), nil); err == nil {
		t.Error("a file was written below a file")
	}
}
