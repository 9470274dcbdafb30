package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"nothing":              {nil, "source-empty"},
		"white space":          {[]byte("\ufeff \n\t\r\n"), "source-empty"},
		"binary":               {[]byte("\x00\x01\x02abc"), "source-format"},
		"control characters":   {[]byte(strings.Repeat("a\x01", 200)), "source-format"},
		"an archive":           {[]byte("\x1f\x8b\x08 not a text"), "source-format"},
		"rich text":            {[]byte("{\\rtf1\\ansi text}"), "source-legacy"},
		"too large":            {[]byte(strings.Repeat("word \n", MaxText/6+1)), "source-size"},
		"a page with an error": {[]byte("+++\ntitle = \"x\"\nurl = \"/\"\n+++\n"), "front-matter-key"},
	} {
		_, err := Read("x.txt", c.data)
		var problem *report.Problem
		if !errors.As(err, &problem) || problem.Code != c.code {
			t.Errorf("%s: got %v, want %s", name, err, c.code)
		} else if problem.File != "x.txt" {
			t.Errorf("%s: the problem does not name the file", name)
		}
	}
}

func TestDecode(t *testing.T) {
	for name, c := range map[string]struct{ data, want, encoding string }{
		"utf-8":           {"é中", "é中", "utf-8"},
		"a mark":          {"\ufeffé", "é", "utf-8"},
		"composed":        {"e\u0301", "é", "utf-8"},
		"windows-1252":    {"caf\xe9 \x96 \x93x\x94", "café – “x”", "windows-1252"},
		"utf-16 little":   {"\xff\xfea\x00\xe9\x00", "aé", "utf-16"},
		"utf-16 big":      {"\xfe\xff\x00a\x00\xe9", "aé", "utf-16"},
		"line ends":       {"a\r\nb\rc\u2028d", "a\nb\nc\nd", "utf-8"},
		"a soft hyphen":   {"har\u00adbour", "harbour", "utf-8"},
		"UTF-8 like 1252": {"Ã©", "Ã©", "utf-8"},
	} {
		if got, encoding := decode([]byte(c.data)); got != c.want || encoding != c.encoding {
			t.Errorf("%s: got %q in %s", name, got, encoding)
		}
	}
}

func TestBlocks(t *testing.T) {
	const text = `# Title #

Line one  
line two

- item
  - below
    more
3) third
**4.** fourth
> quoted
>> NAME: speech
a	b
	c
| x | y\|z |
| --- | --- |
***
[^2]: A note.
Under
-----
`
	type row struct {
		kind   Kind
		level  int
		marker string
		text   string
	}
	want := []row{
		{Heading, 1, "", "Title"}, {Paragraph, 0, "", "Line one"}, {Paragraph, 0, "", "line two"},
		{Item, 1, "-", "item"}, {Item, 2, "-", "below"}, {Paragraph, 2, "", "more"}, {Item, 1, "3)", "third"}, {Item, 1, "4.", "fourth"},
		{Paragraph, 0, "", "quoted"}, {Paragraph, 0, "", ">> NAME: speech"},
		{Row, 0, "", "a/b"}, {Row, 0, "", "/c"}, {Row, 0, "", "x/y|z"}, {Rule, 0, "", ""}, {Note, 0, "", "A note."}, {Heading, 2, "", "Under"},
	}
	doc, err := Read("x.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Format != "markdown" || !doc.Lined {
		t.Errorf("format %s", doc.Format)
	}
	lines := strings.Split(text, "\n")
	for i, b := range doc.Blocks {
		got := row{b.Kind, b.Level, b.Marker, b.Text + strings.Join(b.Cells, "/")}
		if i >= len(want) || got != want[i] {
			t.Errorf("block %d is %+v", i, got)
		}
		if b.Line < 1 || b.Text != "" && !strings.Contains(lines[b.Line-1], b.Text) {
			t.Errorf("block %d is said to begin at line %d", i, b.Line)
		}
	}
	if len(doc.Blocks) != len(want) {
		t.Errorf("%d blocks, want %d", len(doc.Blocks), len(want))
	}
	if !doc.Blocks[1].Broken || doc.Blocks[2].Broken || !doc.Blocks[8].Quote || !doc.Blocks[12].Header {
		t.Error("a line break, a quotation or a header is missing")
	}
}

func TestPlainTextIsEscaped(t *testing.T) {
	doc, err := Read("x.txt", []byte("5 * 3 *stars* and a_b <c>\n"))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Format != "text" || !strings.Contains(doc.Blocks[0].Text, `\*stars\*`) {
		t.Errorf("got %q", doc.Blocks[0].Text)
	}
}

func TestInline(t *testing.T) {
	got := Inline([]Run{{Text: "See "}, {Text: "the ", Bold: true}, {Text: "list", Bold: true}, {Text: "2", Super: true}, {Text: " a*b"},
		{Note: "1"}, {Text: " here ", Link: "https://example.org/(x)"}, {Text: "bad", Link: "javascript:x"}, {Break: true}, {Text: " it ", Italic: true}})
	want := `See **the list**<sup>2</sup> a\*b[^1] [here](https://example.org/%28x%29) bad<br> *it* `
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestRealTexts(t *testing.T) {
	dir, _ := os.Getwd()
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), "shared", "fixtures", "text", "*"))
	if len(files) == 0 {
		t.Skip("no real documents in ../shared")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(f, data)
		if err != nil {
			t.Error(err)
			continue
		}
		if want := strings.Contains(f, "cp1252"); want != (doc.Encoding == "windows-1252") {
			t.Errorf("%s was read as %s", filepath.Base(f), doc.Encoding)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read("x", data)
		var problem *report.Problem
		if err != nil && !errors.As(err, &problem) {
			t.Errorf("an error that is no problem: %v", err)
		}
		if err == nil && doc.Page == nil && len(doc.Blocks) == 0 {
			t.Error("nothing was read and nothing said")
		}
	})
}

// TestWholeMarkup: what the end of a line cuts stays one piece of markup, and
// a sign that begins nothing takes no line with it.
func TestWholeMarkup(t *testing.T) {
	for in, want := range map[string][]string{
		"see <a\nhref=\"x\">the port</a> and":                       {`see <a href="x">the port</a> and`},
		"see <span\n  class=\"a\"\n  id=\"b\">it</span>\nx":         {`see <span class="a" id="b">it</span>`, "x"},
		"of the [relevant\nlamps](#lamps) and [other\nones](#o)\nx": {"of the [relevant lamps](#lamps) and [other ones](#o)", "x"},
		"less <a\nthan <b":                        {"less <a", "than <b"},
		"an open [bracket\nand [a link](x) after": {"an open [bracket", "and [a link](x) after"},
		"cut <a\n\nby nothing>":                   {"cut <a", "by nothing>"},
	} {
		doc, err := Read("x.md", []byte("# Title\n\n"+in+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range doc.Blocks[1:] {
			got = append(got, b.Text)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q: got %q", in, got)
		}
	}
}
