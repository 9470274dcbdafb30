package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestHostileContributions: what a contribution could do to a site that Hugo
// builds from Markdown, it cannot do here. Each is refused, by file, before
// Hugo runs, and quickly.
func TestHostileContributions(t *testing.T) {
	dir := shipped(t)
	folder := filepath.Join(dir, "content/reports/harbour-2025-messages")
	page := filepath.Join(folder, "index.fr.md")
	good, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	refused := func(t *testing.T, want string) {
		t.Helper()
		var stderr bytes.Buffer
		start := time.Now()
		code := run([]string{"build", "--archive", dir, "--out", filepath.Join(t.TempDir(), "out")}, io.Discard, &stderr)
		if code != failed || !strings.Contains(stderr.String(), want) {
			t.Errorf("exit %d, and %q does not name %s", code, stderr.String(), want)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("took %v", d)
		}
	}

	for _, key := range []string{
		`url = "/"`, `aliases = ["/"]`, `markup = "org"`, `layout = "root"`, `type = "x"`, `outputs = ["html"]`, `slug = "../x"`,
		`expiryDate = 2000-01-01`, `headless = true`, `draft = true`, `weight = 1`, `cascade = [{build = {render = "never"}}]`,
		`build = {list = "never"}`, `sites = {matrix = {languages = ["**"]}}`, `menus = "main"`, `resources = [{src = "*"}]`, `body = "<script>"`,
	} {
		t.Run("key "+key, func(t *testing.T) {
			writeFile(t, page, bytes.Replace(good, []byte("+++\n"), []byte("+++\n"+key+"\n"), 1))
			refused(t, "index.fr.md:2: ")
		})
	}
	for name, text := range map[string]string{
		"raw HTML":           "<script>alert(1)</script>",
		"an event":           `<img src=x onerror=alert(1)>`,
		"a shortcode":        "{{< param secret >}}",
		"a script link":      "[a](javascript:alert(1))",
		"an encoded one":     "[a](&#106;avascript:alert(1))",
		"a data link":        "[a](data:text/html,x)",
		"a remote image":     "![a](http://tracker.example/p.gif)",
		"a malformed link":   "[a](:foo)",
		"another":            "[a](http://a:b:c/)",
		"a bidi override":    "Paid \u202e000,1",
		"a tag character":    "x\U000e0041",
		"an escape":          "x\x1b[31m",
		"an unknown theme":   "\x00",
		"20,000 headings":    strings.Repeat("# a\n", 20000),
		"a table of 3,000":   strings.Repeat("|a", 3000) + "\n" + strings.Repeat("|-", 3000),
		"quotes in quotes":   strings.Repeat(">", 20000) + "a",
		"20,000 footnotes":   strings.Repeat("[^1]: a\n\n", 20000),
		"20,000 brackets":    strings.Repeat("[a](<", 20000),
		"2 MB of paragraphs": strings.Repeat("word word word word\n\n", 100000),
	} {
		t.Run(name, func(t *testing.T) {
			writeFile(t, page, append(append([]byte{}, good...), []byte("\n"+text+"\n")...))
			refused(t, "index.fr.md")
		})
	}
	writeFile(t, page, good)

	for _, name := range []string{"page.svg", "page.xhtml", "app.js", "_content.gotmpl", "page.org", "page.html", "CNAME", "_headers", "Index.fr.md", "index.fr.html"} {
		t.Run("file "+name, func(t *testing.T) {
			file := filepath.Join(folder, name)
			writeFile(t, file, []byte("x"))
			defer os.Remove(file)
			refused(t, name)
		})
	}
	t.Run("a link out of the archive", func(t *testing.T) {
		file := filepath.Join(folder, "source.xx.txt")
		if err := os.Symlink("/etc/passwd", file); err != nil {
			t.Skip("this system makes no symbolic links: ", err)
		}
		defer os.Remove(file)
		refused(t, "source.xx.txt")
	})

	var stderr bytes.Buffer
	if code := run([]string{"build", "--archive", dir, "--out", filepath.Join(t.TempDir(), "out")}, io.Discard, &stderr); code != done {
		t.Errorf("the archive that is shipped is refused too: %s", stderr.String())
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
