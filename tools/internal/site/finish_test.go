package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRelativePath(t *testing.T) {
	for _, tc := range []struct{ file, target, want string }{
		{"index.html", "/", "./"},
		{"index.html", "/fr/", "fr/"},
		{"fr/index.html", "/", "../"},
		{"fr/index.html", "/fr/", "./"},
		{"fr/reports/x/index.html", "/fr/reports/x/", "./"},
		{"fr/reports/x/index.html", "/fr/reports/x/report.json", "report.json"},
		{"fr/reports/x/index.html", "/fr/reports/", "../"},
		{"fr/reports/x/index.html", "/ar/reports/x/", "../../../ar/reports/x/"},
		{"fr/reports/x/2025.1/index.html", "/assets/site.css", "../../../../assets/site.css"},
		{"404.html", "/fr/", "fr/"},
	} {
		if got := relativePath(tc.file, tc.target); got != tc.want {
			t.Errorf("from %s to %s: got %s, want %s", tc.file, tc.target, got, tc.want)
		}
	}
}

func TestFinish(t *testing.T) {
	dir := t.TempDir()
	write := func(file, text string) {
		t.Helper()
		if err := writeNew(filepath.Join(dir, file), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	write("fr/a/index.html", `<!doctype html><p id="x">src=/plain <a href="/fr/b/#y" title="/fr/b/">b</a> <a href="#x">x</a> <a href="https://example.org/fr/b/">out</a><code>href="/none/"</code>`)
	write("fr/b/index.html", `<h1 id="y">b</h1><a href="/old/page/#z">sealed</a>`)
	known := func(file string) bool { return strings.HasPrefix(file, "old/") }

	built, err := finish(dir, known)
	if err != nil {
		t.Fatal(err)
	}
	if built.Pages != 2 || built.Files != 2 {
		t.Errorf("got %+v", built)
	}
	data, _ := os.ReadFile(filepath.Join(dir, "fr/a/index.html"))
	want := `<!doctype html><p id="x">src=/plain <a href="../b/#y" title="/fr/b/">b</a> <a href="#x">x</a> <a href="https://example.org/fr/b/">out</a><code>href="/none/"</code>`
	if string(data) != want {
		t.Errorf("got\n%s\nwant\n%s", data, want)
	}

	for name, text := range map[string]string{
		"a page that is not there":    `<a href="/fr/none/">`,
		"an anchor that is not there": `<a href="/fr/b/#none">`,
		"one in the page itself":      `<a href="#none">`,
		"a style sheet":               `<link rel=stylesheet href=/site.css>`,
	} {
		write("fr/a/index.html", text)
		if _, err := finish(dir, known); err == nil {
			t.Errorf("%s was let through", name)
		}
	}
}

// TestAnswerAnywhere: the page for what is not there leads to the same places
// from whatever address it was given for.
func TestAnswerAnywhere(t *testing.T) {
	for base, want := range map[string]string{
		"":                               `<a class="x" href="/">a</a><link href="/assets/s.css"><a href="#main">b</a><a href="https://e.example/">c</a><link href="data:,">`,
		"https://a.example/":             `<a class="x" href="/">a</a><link href="/assets/s.css"><a href="#main">b</a><a href="https://e.example/">c</a><link href="data:,">`,
		"https://a.example/forum/archiv": `<a class="x" href="/forum/archiv/">a</a><link href="/forum/archiv/assets/s.css"><a href="#main">b</a><a href="https://e.example/">c</a><link href="data:,">`,
	} {
		dir := t.TempDir()
		name := filepath.Join(dir, "404.html")
		os.WriteFile(name, []byte(`<a class="x" href="./">a</a><link href="assets/s.css"><a href="#main">b</a><a href="https://e.example/">c</a><link href="data:,">`), 0o666)
		if err := answerAnywhere(dir, base); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(name); string(got) != want {
			t.Errorf("%q: got %s", base, got)
		}
	}
}
