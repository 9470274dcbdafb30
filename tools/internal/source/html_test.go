package source

import (
	"strings"
	"testing"
)

func TestHTML(t *testing.T) {
	long := "This sentence is long enough to be read as the prose of an article, and it says nothing more than that it is so."
	cases := []struct{ name, in, want string }{
		{"headings and paragraphs", "<h1>A <b>b</b></h1><p>c<h2>D</h2>e", "H1 A b\nP c\nH2 D\nP e"},
		{"text right in a division", "<div>one<br>two<br><br>three<div>four</div>five</div>", "P one<br>two\nP three\nP four\nP five"},
		{"white space and entities", "<p>a\n  b&nbsp;c &lt;d&gt; &eacute; so&shy;ft</p>", "P a b\u00a0c \\<d> é soft"},
		{"emphasis and links", `<p><b>Bold </b><strong>one</strong><i> and</i> <a href="https://example.org/a(b)">link</a> <a href="javascript:x()">no</a> 5<sup>th</sup> H<sub>2</sub>O</p>`,
			"P **Bold one** *and* [link](https://example.org/a%28b%29) no 5<sup>th</sup> H<sub>2</sub>O"},
		{"emphasis by style", `<p><span style="font-weight:bold">B</span> <span style='font-style: italic'>i</span> <b style="font-weight:normal">n</b></p>`, "P **B** *i* n"},
		{"lists", `<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul><ol start="3"><li>e</li><li value=7>f</li></ol><ol type=a><li>g</li></ol><ol style="list-style-type: upper-roman" reversed><li>h<li>i</ol>`,
			"I1 • a\nI2 • b\nI1 • c\nP1 d\nI1 3. e\nI1 7. f\nI1 a. g\nI1 II. h\nI1 I. i"},
		{"a list right in a list", `<ul><li>a</li><ul><li>b</li></ul></ul>`, "I1 • a\nI2 • b"},
		{"quotation", `<blockquote><p>a</p><ul><li>b</ul></blockquote>c <q>d</q>`, ">P a\n>I1 • b\nP c “d”"},
		{"table", `<table><caption>T</caption><thead><tr><th>a<th>b</thead><tr><td rowspan=2>1<td>2<tr><td>3</table>`, "P T\nRh a | b\nR 1 | 2\nR  | 3"},
		{"table with a wide cell", `<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>`, "R a |  | b\nR 1 | 2 | 3"},
		{"table for layout", `<table><tr><td><h2>A</h2><p>b</p></td><td><p>c</p></td></tr></table>`, "H2 A\nP b\nP c"},
		{"two tables", `<table><tr><td>a<td>b<tr><td>c<td>d</table><table><tr><td>1<td>2<tr><td>3<td>4</table>`, "R a | b\nR c | d\nanother table\nR 1 | 2\nR 3 | 4"},
		{"notes", `<p>A<sup><a href="#fn1" id="ref1">1</a></sup> b<a href="#fn2" class="footnote-ref">[2]</a></p><section role="doc-endnotes"><h2>Notes</h2><ol><li id="fn1"><p>One. <a href="#ref1">↩</a></p></li><li id="fn2">Two.</li></ol></section>`,
			"P A[^1] b[^2]\nF Notes\nF ↩\nN 1 One.\nN 2 Two."},
		{"notes as Word writes them", `<p>A<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> One.</p></div>`,
			"P A[^1]\nrule\nF [1]\nN 1 One."},
		{"two notes of one number", `<p>A<sup><a href="#x1">1</a></sup></p><p id=x1>1. One</p><p>B<sup><a href="#x2">1</a></sup></p><p id=x2>1. Two</p>`, "P A[^1]\nN 1 One\nP B[^1-2]\nN 1-2 Two"},
		{"a link to a section is no note", `<p><a href="#s1">1</a> Go</p><h2 id=s1>S</h2><p>text</p>`, "P 1 Go\nH2 S\nP text"},
		{"navigation", "<body><nav><ul><li><a href=/>Home</a></ul></nav><header><a href=/>Site</a></header><main><h1>T</h1><p>" + long + "</p></main><footer>Imprint</footer>",
			"F Home\nF Site\nH1 T\nP " + long + "\nF Imprint"},
		{"a menu without a name", "<div><ul><li><a href=/a>About us</a><li><a href=/b>News</a><li><a href=/c>Contact</a></ul></div><div><h1>T</h1><p>" + long + "</p><p>" + long + "</p></div>",
			"F About us\nF News\nF Contact\nH1 T\nP " + long + "\nP " + long},
		{"a list of links in the text stays", "<h1>T</h1><p>" + long + "</p><ul><li><a href=https://a.org/>One</a><li><a href=https://b.org/>Two</a><li><a href=https://c.org/>Three</a></ul><p>" + long + "</p>",
			"H1 T\nP " + long + "\nI1 • [One](https://a.org/)\nI1 • [Two](https://b.org/)\nI1 • [Three](https://c.org/)\nP " + long},
		{"cookies and forms", `<div class="cookie-banner">We use cookies. <button>Accept</button></div><p>` + long + `</p><form><label>Search <input></label><button>Go</button></form>`,
			"F We use cookies. Accept\nP " + long + "\nF Search Go"},
		{"a form around the whole page", `<form><p>` + long + `</p></form>`, "P " + long},
		{"the head of an article stays", "<article><header><h1>T</h1><p>18 December 2024</p></header><p>" + long + "</p></article>", "H1 T\nP 18 December 2024\nP " + long},
		{"a head that is no more than the title stays", "<body><header><h1>T</h1><p>2024</p></header><h1>One</h1><p>" + long + "</p>", "H1 T\nP 2024\nH1 One\nP " + long},
		{"hidden", `<p>a <span style="display:none">b</span></p><div hidden><p>c</p></div><p class="sr-only">d</p>`, "F b\nP a\nF c\nF d"},
		{"no script, no style", "<script>x</script><style>y</style><p>a</p><template><p>z</p></template>", "P a"},
		{"an item as Word writes it", `<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1<span>&nbsp;&nbsp; </span></span><![endif]>Text</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Symbol;mso-list:Ignore'>·</span>Dot</p>`,
			"I2 1.1 Text\nI1 • Dot"},
		{"a heading by role", `<div role=heading aria-level=3>A</div><p style="mso-outline-level:2">B</p>`, "H3 A\nH2 B"},
		{"preformatted", "<pre>one\ntwo\n\nthree</pre>", "P one<br>two\nP three"},
		{"code is one block", "<pre><code>1. one\n\n  two</code></pre><p>Text", "P 1. one<br>two\nP Text"},
		{"quotations by class", `<p class="MsoQuote">a<p class="quotations-western">b<p class="quoted-price">c`, ">P a\n>P b\nP c"},
		{"a note of two paragraphs", `<p>A<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a> One.</p><p>More.</p></div>`,
			"P A[^1]\nF 1\nN 1 One.<br>More."},
		{"language and direction", `<html lang=en><p>English words are here.<p lang=fr>Des mots français sont ici.<p dir=rtl lang=ar>كلمات عربية في هذه الفقرة`, "P English words are here.\nP[fr] Des mots français sont ici.\nP[arrtl] كلمات عربية في هذه الفقرة"},
		{"parliament's markup", `<span class="akn-p">a</span><span class="akn-item"><span class="akn-num">(b)</span><span class="akn-p">c</span></span><span class="akn-item"><span class="akn-num">(d)</span></span>`, "P a\nI1 (b) c\nP (d)"},
		{"lists of definitions", "<dl><dt>a<dd>b</dl>", "P a\nP b"},
		{"a rule", "a<hr>b", "P a\nrule\nP b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc, err := readHTML("x.html", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(doc.Blocks); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if lost := visible([]byte(c.in)).missing(said(doc.Blocks)); len(lost) > 0 {
				t.Errorf("lost: %q", lost)
			}
		})
	}
}

func TestHTMLEncodings(t *testing.T) {
	for name, c := range map[string]struct{ in, want, encoding string }{
		"utf-8, whatever it declares": {"<meta charset=iso-8859-1><p>caf\u00e9", "P café", "utf-8"},
		"as declared":                 {"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2", "P Привет", "windows-1251"},
		"windows-1252":                {"<p>caf\xe9 \x93x\x94", "P café “x”", "windows-1252"},
		"utf-16":                      {"\xff\xfe<\x00p\x00>\x00\xe9\x00", "P é", "utf-16"},
	} {
		doc, err := Read("x.html", []byte(c.in))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := shown(doc.Blocks); got != c.want || doc.Encoding != c.encoding {
			t.Errorf("%s: %q in %s, want %q in %s", name, got, doc.Encoding, c.want, c.encoding)
		}
	}
}

func TestIsHTML(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     bool
	}{
		{"x", "<!DOCTYPE html><p>", true}, {"x", "\ufeff\n<html>", true}, {"x", `<?xml version="1.0"?><html xmlns="x">`, true},
		{"x.html", `<div title="header"><p>`, true}, {"x.htm", "plain text", false}, {"x.txt", "a <b>word</b>", false}, {"x.md", "<sup>1</sup> Note", false},
	} {
		if got := isHTML(c.name, []byte(c.in)); got != c.want {
			t.Errorf("%s %q: %v", c.name, c.in, got)
		}
	}
}

// TestHTMLHostile bounds what a page can cost.
func TestHTMLHostile(t *testing.T) {
	styles := ""
	for i := range 200 {
		styles += "<b id=" + strings.Repeat("x", i+1) + ">"
	}
	for name, c := range map[string]struct{ in, want string }{
		"deep":        {strings.Repeat("<div>", 5000) + "x", "source-unpacked"},
		"tags":        {strings.Repeat("<i>x", maxTags+1), "source-unpacked"},
		"open styles": {"<p>" + styles + "</p>" + strings.Repeat("<p>x", 20_000), "source-unpacked"},
		"large":       {strings.Repeat("<p>word ", MaxText/8+1), "source-size"},
		"nothing":     {"<p> </p><img src=x>", "source-empty"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := readHTML("x.html", []byte(c.in)); code(err) != c.want {
				t.Errorf("got %s, want %s", code(err), c.want)
			}
		})
	}
	t.Run("deep but readable", func(t *testing.T) {
		doc, err := readHTML("x.html", []byte(strings.Repeat("<div>", 400)+"x"+strings.Repeat("</div>", 400)+"<p>y"))
		if err != nil {
			t.Fatal(err)
		}
		if got := shown(doc.Blocks); got != "P x\nP y" {
			t.Error(got)
		}
	})
}

// FuzzHTML: no page makes the reader fail in any other way than by saying so,
// and none loses a word.
func FuzzHTML(f *testing.F) {
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := readHTML("x.html", []byte(s))
		if err != nil {
			if code(err) == err.Error() {
				t.Fatalf("not a problem: %v", err)
			}
			return
		}
		if lost := visible([]byte(s)).letters().missing(said(doc.Blocks).letters()); len(lost) > 0 {
			t.Errorf("lost %q of %q in\n%s", lost, s, shown(doc.Blocks))
		}
	})
}

// letters counts the letters of a bag: a note's mark that touches a number is
// one word in the page and two in the blocks.
func (b bag) letters() bag {
	l := bag{}
	for w, n := range b {
		for _, r := range w {
			l[string(r)] += n
		}
	}
	return l
}
