package review

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapporteur/tools/internal/clean"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/source"
	"rapporteur/tools/internal/unit"
)

const noteText = `**Forum du port**
**Note sur les règles de circulation**
**3 mars 2024**

Le présent document expose ce que les délégations ont dit des règles de circulation. Elles ont demandé une même règle pour tous

---

<sup>1</sup> Voir HF/2024/1.

les navires, quelle que soit leur taille, et un délai raisonnable pour l'appliquer<sup>1</sup>.

- La première proposition concerne les ports de pêche.
- La seconde concerne les ports de plaisance.

| Port | Quais |
| --- | --- |
| Bleu | 3 |
`

func catalog(t testing.TB) *message.Catalog {
	t.Helper()
	c, err := message.Load(os.DirFS("../../.."), "i18n")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// imported is an import of a file as a review shows it.
func imported(t testing.TB, name, lang string, data []byte) Import {
	t.Helper()
	doc, err := source.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	tr, ledger, err := clean.Document(doc, clean.Options{Report: "x", Lang: lang, File: "source." + lang + ".txt"})
	if err != nil {
		t.Fatal(err)
	}
	return Import{File: name, Data: data, Source: doc, Read: tr, Page: tr, Ledger: ledger}
}

func written(t testing.TB, in Import, lang string) string {
	t.Helper()
	say := catalog(t).Printer(lang)
	b, _, err := HTML(context.Background(), in, say)
	if err != nil {
		t.Fatal(err)
	}
	if missing := say.Missing(); len(missing) > 0 {
		t.Errorf("%s has no %v", lang, missing)
	}
	return string(b)
}

// elements calls f for every element of a page.
func elements(t testing.TB, s string, f func(n *html.Node, attr map[string]string)) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			attr := map[string]string{}
			for _, a := range n.Attr {
				attr[a.Key] = a.Val
			}
			f(n, attr)
		}
	}
}

// TestWalk: from the first note one comes to every other, back again, and
// every link of the page leads to a place in it.
func TestWalk(t *testing.T) {
	in := imported(t, "note.txt", "fr", []byte(noteText))
	for _, lang := range []string{"en", "fr", "es", "ar", "zh"} {
		s := written(t, in, lang)
		ids, on, back := map[string]bool{}, map[string]string{}, 0
		var links []string
		elements(t, s, func(n *html.Node, attr map[string]string) {
			if id := attr["id"]; id != "" {
				if ids[id] {
					t.Errorf("%s: id %s is there twice", lang, id)
				}
				ids[id] = true
			}
			if target, ok := strings.CutPrefix(attr["href"], "#"); ok {
				links = append(links, target)
				if attr["rel"] == "next" {
					on[noteID(len(on)+1)] = target
				}
				if attr["rel"] == "prev" {
					back++
				}
			}
		})
		for _, target := range links {
			if !ids[target] {
				t.Errorf("%s: a link leads to %s, which is not there", lang, target)
			}
		}
		notes := strings.Count(s, `class="note `)
		if notes < 6 || len(on) != notes-1 || back != notes-1 || on["n1"] != "n2" {
			t.Errorf("%s: %d notes, %v, %d back", lang, notes, on, back)
		}
	}
}

// TestMarks: what was done stands in its place on both sides.
func TestMarks(t *testing.T) {
	s := written(t, imported(t, "note.txt", "fr", []byte(noteText)), "en")
	for _, want := range []string{
		`<span class="label">5</span><span class="said">Le présent document`,
		`une même règle pour tous <a class="ref joined"`,
		`<mark class="moved">`,
		`<mark class="lifted">Note sur les règles de circulation</mark>`,
		`<td>Bleu</td>`, `<th scope="col">Port</th>`,
		`<code>title</code> <a class="ref lifted" href="#n`,
		`<dt>Words in the source</dt>`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s", want)
		}
	}
	if again := written(t, imported(t, "note.txt", "fr", []byte(noteText)), "en"); again != s {
		t.Error("the same import gives another page")
	}
}

// TestHostile: whatever a source says, the page has no script but its own, no
// handler, and asks the network for nothing.
func TestHostile(t *testing.T) {
	hostile := []string{
		`<script>alert(1)</script>`, `"><img src=https://evil.example/x onerror=alert(1)>`, `</style><script src=//evil.example></script>`,
		`[press](javascript:alert(1))`, `[press](data:text/html,x)`, `![x](https://evil.example/x.png)`, `<svg/onload=alert(1)>`,
		"{{.Keys}}", `</title></script><iframe src="//evil.example">`, "\u202egnp.exe", `<a href="vbscript:x" onclick='x'>x</a>`, "`</code><script>1</script>`",
	}
	var text strings.Builder
	text.WriteString("# " + hostile[0] + " A title of the harbour\n\n")
	for _, h := range hostile {
		text.WriteString("## " + h + "\n\nThe quays " + h + " were mended in the spring, and the ships came back.\n\n- " + h + "\n\n| " + h + " | b |\n| --- | --- |\n| c | " + h + " |\n\n")
	}
	text.WriteString("HARBOUR " + hostile[1] + ": Good morning.\n")
	for _, name := range []string{"a.md", "a.txt", `"><script>.html`} {
		in := imported(t, name, "en", []byte(text.String()))
		in.Old = in.Page
		changed := *in.Page
		changed.Units = changed.Units[:len(changed.Units)/2]
		in.Page = &changed
		in.Conflicts = []unit.Conflict{{Base: &in.Read.Units[0], Theirs: &in.Read.Units[1]}}
		s := written(t, in, "en")
		scripts, styles := 0, 0
		elements(t, s, func(n *html.Node, attr map[string]string) {
			switch n.Data {
			case "script":
				scripts++
				if n.FirstChild.Data != keys {
					t.Errorf("%s: a script says %q", name, n.FirstChild.Data)
				}
			case "style":
				styles++
			case "iframe", "object", "embed", "form", "link", "base", "img", "svg":
				t.Errorf("%s: the page has an element %s", name, n.Data)
			}
			for k, v := range attr {
				if strings.HasPrefix(k, "on") || k == "style" || k == "src" {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, k, v)
				}
				if k == "href" && !strings.HasPrefix(v, "#") && !strings.HasPrefix(v, "https://") {
					t.Errorf("%s: a link to %q", name, v)
				}
			}
		})
		if scripts != 1 || styles != 1 {
			t.Errorf("%s: %d scripts, %d styles", name, scripts, styles)
		}
		if !strings.Contains(html.UnescapeString(s), "script-src "+hash(keys)) || !strings.Contains(s, "default-src &#39;none&#39;") {
			t.Errorf("%s: the policy is not strict", name)
		}
		if strings.ContainsRune(s, 0x202e) {
			t.Errorf("%s: a mark turns the text around", name)
		}
	}
}

// TestDifferences: beside the page that stands there, what is new, gone and
// changed.
func TestDifferences(t *testing.T) {
	in := imported(t, "a.md", "en", []byte("# Quays\n\nThe quays were mended in the spring of that year.\n\nA second paragraph says how many ships came in.\n"))
	old := page.Format(in.Page)
	text := strings.Replace(string(old), "in the spring", "in the early autumn", 1) + "\nA line that people added about the lamps.\n"
	in.Old, _ = page.Parse("x", "en", "", []byte(text))
	s := written(t, in, "en")
	for _, want := range []string{`in the <del>early autumn</del> <ins>spring</ins> of that year`, `class="unit paragraph gone"`, `about the lamps`, `id="differences"`} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in\n%s", want, s[strings.Index(s, `id="text"`):])
		}
	}
}

func TestCompared(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"a b c", "a b c", "a b c"},
		{"a b c", "a x c", "a <del>b</del> <ins>x</ins> c"},
		{"a b c d", "b c", "<del>a</del> b c <del>d</del>"},
		{"", "a", "<ins>a</ins>"},
		{"a <b>", "a", "a <del>&lt;b&gt;</del>"},
	} {
		if got := string(compared(c.was, c.is)); got != c.want {
			t.Errorf("%q, %q: got %s, want %s", c.was, c.is, got, c.want)
		}
	}
}

// twoPages is a PDF that PDFium reads though its table of places is missing.
const twoPages = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 5 0 R]/Count 2/MediaBox[0 0 300 400]/Resources<</Font<</F 7 0 R>>>>>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R>> endobj
4 0 obj <</Length 118>> stream
BT /F 18 Tf 40 340 Td (The harbour and its lamps) Tj /F 11 Tf 0 -60 Td (The quays were mended in the spring, and the) Tj ET 
endstream endobj
5 0 obj <</Type/Page/Parent 2 0 R/Contents 6 0 R>> endobj
6 0 obj <</Length 72>> stream
BT /F 11 Tf 40 340 Td (ships that had left came back to the harbour.) Tj ET  
endstream endobj
7 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
`

// TestPDF: every page is a picture with the places marked in it.
func TestPDF(t *testing.T) {
	in := imported(t, "a.pdf", "en", []byte(twoPages))
	s := written(t, in, "en")
	if n := strings.Count(s, `<img src="data:image/png;base64,`); n != 2 {
		t.Errorf("%d pictures", n)
	}
	spots := regexp.MustCompile(`<rect x="([0-9.]+)" y="([0-9.]+)"`).FindAllStringSubmatch(s, -1)
	if len(spots) != 2 || spots[0][1] != "13.4" && spots[0][1] != "13.3" {
		t.Errorf("spots %v", spots)
	}
	if !strings.Contains(s, `and the <a class="ref joined"`) {
		t.Errorf("the join over the page's end is not marked:\n%s", s[strings.Index(s, `id="text"`):])
	}
}

// TestReal: real reports, of every format, come out whole.
func TestReal(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "..", "shared")
	files, _ := filepath.Glob(filepath.Join(shared, "fixtures", "*", "*.*"))
	if len(files) == 0 {
		t.Skip("the folder shared beside the repository is not there")
	}
	say := catalog(t).Printer("en")
	for _, file := range files {
		ext := filepath.Ext(file)
		if ext == ".md" || ext == ".xml" {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := source.Read(filepath.Base(file), data)
		if err != nil {
			continue // a scan
		}
		tr, ledger, err := clean.Document(doc, clean.Options{Report: "x", Lang: "en", File: "source.en" + ext})
		if err != nil {
			t.Fatal(err)
		}
		b, _, err := HTML(context.Background(), Import{File: file, Data: data, Source: doc, Read: tr, Page: tr, Ledger: ledger}, say)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(b, []byte(`id="u1"`)) {
			t.Errorf("%s: the first unit is not shown", file)
		}
		said := 0
		in := Import{File: file, Data: data, Source: doc, Read: tr, Page: tr, Ledger: ledger}
		d := newDesk(&in, say)
		d.lay()
		d.eachNote(func(n *note) { said += len(n.Said) })
		if said != len(ledger.Entries) {
			t.Errorf("%s: %d of %d entries are shown", file, said, len(ledger.Entries))
		}
	}
}
