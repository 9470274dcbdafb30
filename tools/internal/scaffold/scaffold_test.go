package scaffold

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/parser/metadecoders"

	"rapporteur"
	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

func carried(t *testing.T) Carried {
	t.Helper()
	catalog, err := message.Load(rapporteur.Messages, "i18n")
	if err != nil {
		t.Fatal(err)
	}
	return Carried{Messages: rapporteur.Messages, Pages: rapporteur.Pages, Catalog: catalog}
}

var full = Options{
	Name: `Archive of the "X" \ Forum`, Languages: []string{"en", "fr", "ar", "fa", "zh", "sw", "pt-br", "ru", "qu", "cy", "zu"},
	Forge:   archive.Forge{Kind: "github", URL: "https://forge.example/forum/archive/", Branch: "trunk"},
	BaseURL: "https://forum.example/archive/", Deploy: Targets(),
	Tool: Tool{URL: "https://forge.example/tools/rapporteur", Revision: strings.Repeat("0a", 20)},
}

// TestArchive: what is written is an archive without a problem, with every
// language as it names itself.
func TestArchive(t *testing.T) {
	files, err := Files(full, carried(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "a")
	if err := Create(dir, files); err != nil {
		t.Fatal(err)
	}
	a, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range a.Problems {
		t.Error(p.Error())
	}
	if a.Config.Title != full.Name || a.Config.BaseURL != full.BaseURL || a.Config.Default != "en" {
		t.Errorf("got %+v", a.Config)
	}
	if want := (archive.Forge{Kind: "github", URL: "https://forge.example/forum/archive", Branch: "trunk"}); a.Config.Forge != want {
		t.Errorf("got %+v, want %+v", a.Config.Forge, want)
	}
	for tag, want := range map[string]string{
		"fr": "Français fr ltr", "ar": "العربية ar rtl", "fa": "فارسی fa rtl", "zh": "中文 zh-Hans ltr",
		"sw": "Kiswahili sw ltr", "pt-br": "Português pt-BR ltr", "zu": "isiZulu zu ltr",
	} {
		l := a.Config.Language(tag)
		if l == nil {
			t.Errorf("%s is missing", tag)
		} else if got := l.Label + " " + l.Locale + " " + l.Direction; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".rapporteur-*"))
	if len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// TestMessages: a language that does not ship has every message of the pages in
// every form that it needs, so that its pages can be built.
func TestMessages(t *testing.T) {
	keys := make(map[string]bool)
	for folder, pattern := range map[string]*regexp.Regexp{
		"../../../layouts": regexp.MustCompile(`i18n "([a-z0-9_]+)"`),
		"../site":          regexp.MustCompile(`\.Say\("([a-z0-9_]*[a-z0-9])"`),
	} {
		filepath.WalkDir(folder, func(name string, entry os.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && !strings.HasSuffix(name, "_test.go") {
				text, _ := os.ReadFile(name)
				for _, m := range pattern.FindAllStringSubmatch(string(text), -1) {
					keys[m[1]] = true
				}
			}
			return err
		})
	}
	if len(keys) < 60 {
		t.Fatalf("only %d keys were seen", len(keys))
	}
	carried := carried(t)
	english, err := fs.ReadFile(carried.Messages, "i18n/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"sw", "ru", "cy", "qu", "pt-br"} {
		data, err := messages(lang, carried)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, lang+".toml"), data, 0o666); err != nil {
			t.Fatal(err)
		}
		catalog, err := message.Load(os.DirFS(dir), ".")
		if err != nil {
			t.Fatal(err)
		}
		say := catalog.Printer(lang)
		for key := range keys {
			if !strings.Contains(string(english), "\n"+key+" = {") {
				say.Say(key, nil)
				continue
			}
			for _, n := range []int{0, 1, 2, 3, 5, 6, 11, 21, 100, 1_000_000} {
				say.Say(key, message.Data{"Count": n})
			}
		}
		if missing := say.Missing(); len(missing) > 0 {
			t.Errorf("%s has no %v", lang, missing)
		}
	}
}

// TestRefused: what cannot be is said with its code, and nothing is written.
func TestRefused(t *testing.T) {
	for code, change := range map[string]func(*Options){
		"init-name":      func(o *Options) { o.Name = "two\nlines" },
		"init-languages": func(o *Options) { o.Languages = []string{"en", "EN/../x"} },
		"init-url":       func(o *Options) { o.Forge.URL = "https://forge.example/$(id)" },
		"init-forge":     func(o *Options) { o.Forge.Kind = "sourceforge" },
		"init-branch":    func(o *Options) { o.Forge.Branch = "main]\n  - x" },
		"init-target":    func(o *Options) { o.Deploy = []string{"ftp"} },
		"init-tool":      func(o *Options) { o.Tool.Revision = "v1.0" },
	} {
		o := full
		change(&o)
		_, err := Files(o, carried(t))
		var p *report.Problem
		if ok := asProblem(err, &p); !ok || p.Code != code {
			t.Errorf("got %v, want %s", err, code)
		}
	}
}

func asProblem(err error, p **report.Problem) bool {
	problem, ok := err.(*report.Problem)
	*p = problem
	return ok
}

// TestCreateRefuses: a folder that holds anything stays as it is.
func TestCreateRefuses(t *testing.T) {
	files := []File{{Name: "config.toml", Data: []byte("new")}, {Name: "content/x", Data: []byte("new")}}
	dir := t.TempDir()
	own := filepath.Join(dir, "letter.txt")
	os.WriteFile(own, []byte("mine"), 0o666)
	if err := Create(dir, files); err == nil {
		t.Error("a folder that is not empty was taken")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("there is %v", entries)
	}
	if err := Create(own, files); err == nil {
		t.Error("a file was taken")
	}
	os.Remove(own)
	os.Mkdir(filepath.Join(dir, ".git"), 0o777)
	if err := Create(dir, files); err != nil {
		t.Errorf("an empty repository: %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 3 {
		t.Errorf("there is %v", entries)
	}
}

// TestRecipes: nothing of a template is left, no recipe gives a contribution a
// secret or a token that can write, and shells can read the scripts.
func TestRecipes(t *testing.T) {
	files, err := Recipes(full)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := Add(dir, files); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text := string(f.Data)
		if strings.Contains(text, "<%") || strings.Contains(text, "%>") || strings.Contains(text, "<no value>") {
			t.Errorf("%s has something left of its template", f.Name)
		}
		var code []string // without comments
		for line := range strings.Lines(text) {
			if !strings.HasPrefix(strings.TrimSpace(line), "#") {
				code = append(code, line)
			}
		}
		text = strings.Join(code, "")
		if strings.HasSuffix(f.Name, ".yml") {
			parsed, err := metadecoders.Default.UnmarshalToMap(f.Data, metadecoders.YAML)
			if err != nil || len(parsed) < 3 {
				t.Errorf("%s: %v %v", f.Name, parsed, err)
			}
			if jobs, ok := parsed["jobs"].(map[string]any); ok {
				for name, job := range jobs {
					if steps, _ := job.(map[string]any)["steps"].([]any); len(steps) < 2 {
						t.Errorf("%s: the job %s has no steps", f.Name, name)
					}
				}
			} else if parsed["stages"] == nil {
				t.Errorf("%s has no jobs", f.Name)
			}
		}
		switch {
		case strings.HasSuffix(f.Name, "contribution.yml"):
			for _, never := range []string{"pull_request_target", "secrets.", "github.token", ": write", "github.head_ref", "pull_request.title"} {
				if strings.Contains(text, never) {
					t.Errorf("%s has %s", f.Name, never)
				}
			}
			if !strings.Contains(text, "permissions:\n  contents: read\n") {
				t.Errorf("%s does not say that it only reads", f.Name)
			}
		case strings.HasSuffix(f.Name, "archive.yml"):
			if strings.Contains(text, "pull_request") || strings.Count(text, "github.event.repository.default_branch") != 2 {
				t.Errorf("%s is not for the default branch alone", f.Name)
			}
		case strings.HasSuffix(f.Name, ".sh"):
			for _, shell := range []string{"sh", "bash"} {
				if out, err := exec.Command(shell, "-n", filepath.Join(dir, f.Name)).CombinedOutput(); err != nil {
					t.Errorf("%s: %s", f.Name, out)
				}
			}
			if info, err := os.Stat(filepath.Join(dir, f.Name)); err != nil || info.Mode()&0o111 == 0 {
				t.Errorf("%s is no program", f.Name)
			}
		}
		for _, m := range regexp.MustCompile(`(?m)uses: *(\S+)`).FindAllStringSubmatch(text, -1) {
			if !regexp.MustCompile(`^actions/checkout@[0-9a-f]{40}$`).MatchString(m[1]) {
				t.Errorf("%s uses %s", f.Name, m[1])
			}
		}
		// What a run is given goes into a shell through its environment.
		for _, m := range regexp.MustCompile(`(?m)^ +(?:- )?run: [^|].*|^ {10,}[^:\n]*$`).FindAllString(text, -1) {
			if strings.Contains(m, "${{") {
				t.Errorf("%s: %s", f.Name, m)
			}
		}
	}
}

// TestAdd: what is there is not written over, and not written twice.
func TestAdd(t *testing.T) {
	dir := t.TempDir()
	files := []File{{Name: "deploy/a.sh", Data: []byte("a"), Run: true}, {Name: "deploy/b", Data: []byte("b")}}
	if names, err := Add(dir, files); err != nil || len(names) != 2 {
		t.Fatalf("%v %v", names, err)
	}
	if names, err := Add(dir, files); err != nil || len(names) != 0 {
		t.Errorf("%v %v", names, err)
	}
	os.WriteFile(filepath.Join(dir, "deploy", "b"), []byte("mine"), 0o666)
	os.Remove(filepath.Join(dir, "deploy", "a.sh"))
	if _, err := Add(dir, files); err == nil {
		t.Error("a file was written over")
	}
	if _, err := os.Stat(filepath.Join(dir, "deploy", "a.sh")); err == nil {
		t.Error("something was written all the same")
	}
}
