package site

import (
	"os"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

func printer(t testing.TB, lang string) *message.Printer {
	t.Helper()
	c, err := message.Load(os.DirFS("../../.."), "i18n")
	if err != nil {
		t.Fatal(err)
	}
	return c.Printer(lang)
}

func units(t testing.TB, body string) []report.Unit {
	t.Helper()
	tr, problems := page.Parse("x", "en", "index.en.md", []byte("+++\ntitle = \"x\"\nreport_type = \"transcript\"\n+++\n\n"+body))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	unit.Identify(tr.Units, nil)
	return tr.Units
}

func render(t testing.TB, body string) string {
	us := units(t, body)
	ps := make([]piece, len(us))
	for i := range us {
		ps[i] = piece{Unit: &us[i], State: report.OK}
	}
	return renderBody(ps, printer(t, "en"), "")
}

// anchors are left out of what is wanted, to keep it readable.
func withoutAnchors(s string) string {
	for {
		at := strings.Index(s, `<a class="u"`)
		if at < 0 {
			return s
		}
		s = s[:at] + s[at+strings.Index(s[at:], "</a>")+4:]
	}
}

func TestRender(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"heading":         {"## A & B\n", `<h2 id="h1" data-unit="h1">A &amp; B</h2>` + "\n"},
		"number":          {"12\\. Text\n", `<p id="p12" data-unit="p12"><a class="n" href="#p12">12.</a> Text</p>` + "\n"},
		"turn":            {"**ANA:** Hello\n", `<p id="turn1" data-unit="turn1" class="turn"><b><bdi>ANA</bdi></b> Hello</p>` + "\n"},
		"nested list":     {"- a\n  - b\n- c\n", `<ul><li id="item1" data-unit="item1">a<ul><li id="item2" data-unit="item2">b</li></ul>` + "\n" + `</li><li id="item3" data-unit="item3">c</li></ul>` + "\n"},
		"two lists":       {"- a\n\n1. b\n", `<ul><li id="item1" data-unit="item1">a</li></ul>` + "\n" + `<ol><li id="item2" data-unit="item2">b</li></ol>` + "\n"},
		"paragraph in it": {"- a\n\n  b\n", `<ul><li id="item1" data-unit="item1">a<p id="para1" data-unit="para1">b</p>` + "\n</li></ul>\n"},
		"quote":           {"> q\n\np\n", "<blockquote>\n" + `<p id="para1" data-unit="para1">q</p>` + "\n</blockquote>\n" + `<p id="para2" data-unit="para2">p</p>` + "\n"},
		"hostile text":    {"<script>alert(1)</script> {{< x >}} [a](javascript:b) ![c](d.png)\n", `<p id="para1" data-unit="para1">&lt;script&gt;alert(1)&lt;/script&gt; {{&lt; x &gt;}} a c</p>` + "\n"},
		"link in the page": {"[to](#p9) [not](#nowhere)\n\n9\\. x\n",
			`<p id="para1" data-unit="para1"><a href="#p9">to</a> not</p>` + "\n" + `<p id="p9" data-unit="p9"><a class="n" href="#p9">9.</a> x</p>` + "\n"},
	} {
		if got := withoutAnchors(render(t, tc.in)); got != tc.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tc.want)
		}
	}
}

func TestRenderNumbersAnOrderedList(t *testing.T) {
	got := withoutAnchors(render(t, "3. c\n4. d\n"))
	if !strings.Contains(got, `<ol start="3">`) {
		t.Errorf("a list that begins at 3 does not: %s", got)
	}
}

func TestRenderFootnotes(t *testing.T) {
	got := withoutAnchors(render(t, "A[^1] and again[^1], and none[^9].\n\n[^1]: Note.\n"))
	for _, want := range []string{
		`<sup><a id="ref-note1" href="#note1" role="doc-noteref">1</a></sup> and again<sup><a href="#note1" role="doc-noteref">1</a></sup>`,
		`none[^9].`,
		`<p id="note1" data-unit="note1"><a class="n" href="#ref-note1" role="doc-backlink"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestRenderTable(t *testing.T) {
	got := withoutAnchors(render(t, "| a | b |\n| --- | ---: |\n| c | 4 |\n\nafter\n"))
	for _, want := range []string{`<thead><tr id="row1" data-unit="row1"><th scope="col">a</th>`, `</thead><tbody><tr id="row2" data-unit="row2"><td>c</td><td class="end">4</td></tr></tbody></table></div>`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestRenderStates: what is stale or missing says so in words, and a foreign
// piece stands under its own language.
func TestRenderStates(t *testing.T) {
	us := units(t, "one\n\ntwo\n\nthree\n")
	en := &archive.Language{Tag: "en", Locale: "en", Direction: "ltr"}
	got := renderBody([]piece{
		{Unit: &us[0], State: report.OK}, {Unit: &us[1], State: report.Stale}, {Unit: &us[2], State: report.Missing, Lang: en},
	}, printer(t, "ar"), "/ar/reports/x/with-en/")
	for _, want := range []string{
		`<p id="para1" data-unit="para1">one`,
		`<p id="para2" data-unit="para2" data-state="stale">two <small class="state"><a href="/ar/reports/x/with-en/#para2">`,
		`<p id="para3" data-unit="para3" data-state="missing" lang="en" dir="ltr">three <small class="state" lang="ar" dir="auto">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func FuzzRender(f *testing.F) {
	f.Add("## a\n\n- b\n  1. c\n\n> - d\n\n| e |\n| - |\n\n[^1]: f\n")
	f.Fuzz(func(t *testing.T, body string) {
		tr, _ := page.Parse("x", "en", "f", []byte("+++\ntitle=\"x\"\n+++\n"+body))
		if tr == nil {
			return
		}
		unit.Identify(tr.Units, nil)
		ps := make([]piece, len(tr.Units))
		for i := range tr.Units {
			ps[i] = piece{Unit: &tr.Units[i], State: report.OK}
		}
		html := renderBody(ps, printerOnce(t), "")
		for _, tag := range []string{"ul", "ol", "li", "table", "tbody", "thead", "blockquote", "p", "div", "tr"} {
			open := strings.Count(html, "<"+tag+">") + strings.Count(html, "<"+tag+" ")
			if closed := strings.Count(html, "</"+tag+">"); open != closed {
				t.Fatalf("%d <%s> and %d </%s> in\n%s", open, tag, closed, tag, html)
			}
		}
		if strings.Contains(html, "<script") || strings.Contains(strings.ToLower(html), `href="javascript`) {
			t.Fatalf("hostile: %s", html)
		}
	})
}

var oncePrinter *message.Printer

func printerOnce(t testing.TB) *message.Printer {
	if oncePrinter == nil {
		oncePrinter = printer(t, "en")
	}
	return oncePrinter
}
