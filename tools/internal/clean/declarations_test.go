package clean

import (
	"encoding/xml"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A declaration is a text whose structure is known.
type declaration struct {
	lang, dir string
	Title     string   `xml:"title"`
	Preamble  clause   `xml:"preamble"`
	Articles  []clause `xml:"article"`
}

type clause struct {
	Title string   `xml:"title"`
	Paras []string `xml:"para"`
	Lists []struct {
		Items []struct {
			Paras []string `xml:"para"`
		} `xml:"listitem"`
	} `xml:"orderedlist"`
}

// A writing is a document on its way, with the truth about it.
type writing struct {
	of    *declaration
	body  strings.Builder
	notes strings.Builder
	truth []string
	count int // of notes, or of lists
}

func (w *writing) know(kind, text string) { w.truth = append(w.truth, kind+" "+text) }

// declarations writes every declaration in ../shared, and three short texts of
// our own in other languages, in every make.
func declarations(t *testing.T, root, dir string) {
	all := []*declaration{own("es", "Declaración sobre los faros", "Preámbulo", "Artículo", "Los puertos de la región convienen en mantener encendidos todos los faros durante la noche", "Cada puerto informa de las averías en el plazo de un día"),
		own("ru", "Декларация о маяках", "Преамбула", "Статья", "Порты региона договорились о том, что все маяки должны гореть в течение всей ночи", "Каждый порт сообщает о неисправностях в течение суток"),
		own("zh", "关于灯塔的宣言", "序言", "条款", "本区域各港口一致同意所有灯塔在夜间均应保持点亮状态以便船舶安全航行", "各港口应在一天之内报告一切故障情况")}
	files, _ := filepath.Glob(filepath.Join(root, "fixtures", "parallel", "udhr", "*.xml"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := &declaration{lang: map[string]string{"udhr_eng": "en", "udhr_fra": "fr", "udhr_arb": "ar"}[strings.TrimSuffix(filepath.Base(file), ".xml")], dir: "ltr"}
		if err := xml.Unmarshal(data, d); err != nil {
			t.Fatal(err)
		}
		if d.lang == "ar" {
			d.dir = "rtl"
		}
		all = append(all, d)
	}
	for _, d := range all {
		for name, render := range map[string]func(*writing) []byte{"styles.docx": styles, "direct.docx": directly, "rich.docx": richly, "article.html": article, "site.html": site, "word.html": wordPage} {
			w := &writing{of: d}
			base := filepath.Join(dir, d.lang+"-"+name)
			if err := os.WriteFile(base, render(w), 0o644); err != nil {
				t.Fatal(err)
			}
			truth := strings.TrimSuffix(base, filepath.Ext(base)) + ".truth"
			if err := os.WriteFile(truth, []byte(strings.Join(w.truth, "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// own is a short text of eight articles, each with two points.
func own(lang, title, preamble, article, sentence, point string) *declaration {
	stop := map[string]string{"zh": "。"}[lang]
	if stop == "" {
		stop = "."
	}
	d := &declaration{lang: lang, dir: "ltr", Title: title, Preamble: clause{Title: preamble, Paras: []string{sentence + "，1" + stop, sentence + ", 2" + stop}}}
	for i := 1; i <= 8; i++ {
		c := clause{Title: fmt.Sprintf("%s %d", article, i), Paras: []string{fmt.Sprintf("%s (%d)%s", sentence, i+2, stop)}}
		c.Lists = append(c.Lists, struct {
			Items []struct {
				Paras []string `xml:"para"`
			} `xml:"listitem"`
		}{})
		for k := 1; k <= 2; k++ {
			c.Lists[0].Items = append(c.Lists[0].Items, struct {
				Paras []string `xml:"para"`
			}{[]string{fmt.Sprintf("%s (%d-%d)%s", point, i, k, stop)}})
		}
		d.Articles = append(d.Articles, c)
	}
	return d
}

// each visits the parts of a declaration in order.
func (w *writing) each(heading func(string), para func(string), item func(string, bool)) {
	for i, c := range append([]clause{w.of.Preamble}, w.of.Articles...) {
		heading(strings.TrimSpace(c.Title))
		_ = i
		for _, p := range c.Paras {
			para(strings.TrimSpace(p))
		}
		for _, l := range c.Lists {
			for k, it := range l.Items {
				item(strings.TrimSpace(strings.Join(it.Paras, " ")), k == 0)
			}
		}
	}
}

// article is a page that is its text alone.
func article(w *writing) []byte {
	b := &w.body
	fmt.Fprintf(b, `<!DOCTYPE html><html lang=%q dir=%q><head><meta charset="utf-8"><title>%s</title></head><body><h1>%[3]s</h1>`, w.of.lang, w.of.dir, w.of.Title)
	w.htmlBody("h2")
	b.WriteString("</body></html>")
	return []byte(b.String())
}

func (w *writing) htmlBody(tag string) {
	b := &w.body
	w.know("H0", w.of.Title)
	open := false
	end := func() {
		if open {
			b.WriteString("</ol>")
		}
		open = false
	}
	n := 0
	w.each(func(s string) {
		end()
		if tag == "p" {
			fmt.Fprintf(b, `<p class=MsoNormal align=center><b>%s</b></p>`, html.EscapeString(s))
		} else {
			fmt.Fprintf(b, "<%s>%s</%[1]s>\n", tag, html.EscapeString(s))
		}
		w.know("H1", s)
	}, func(s string) {
		end()
		class := ""
		if tag == "p" {
			class = ` class=MsoNormal style="text-align:justify"`
		}
		if n++; n%7 == 3 && tag == "h2" {
			fmt.Fprintf(b, "<blockquote><p>%s</p></blockquote>\n", html.EscapeString(s))
			w.know("Q", s)
			return
		}
		fmt.Fprintf(b, "<p%s>%s</p>\n", class, html.EscapeString(s))
		w.know("P", s)
	}, func(s string, first bool) {
		if first {
			end()
			b.WriteString("<ol>")
		}
		open = true
		fmt.Fprintf(b, "<li>%s</li>\n", html.EscapeString(s))
		w.know("I1", s)
	})
	end()
}

// site is a page of an organisation's site: its text among what every page has.
func site(w *writing) []byte {
	b := &w.body
	fmt.Fprintf(b, `<!DOCTYPE html><html lang=%q dir=%q><head><meta charset="utf-8"><title>%s | Example</title><script>var a = "b";</script><style>p{}</style></head><body>
<div id="cookie-banner" role="dialog"><p>We use cookies to give you the best experience.</p><button>Accept all</button></div>
<a class="skip-link" href="#main">Skip to main content</a>
<header><nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About us</a></li></ul></nav><form role="search"><input name="q"><button>Search</button></form></header>
<nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/docs">Documents</a></li></ol></nav>
<main id="main"><article><h1>%[3]s</h1><div class="share-buttons"><a href="https://facebook.com/sharer">Share on Facebook</a> <a href="https://twitter.com/intent">Tweet</a></div>
`, w.of.lang, w.of.dir, w.of.Title)
	w.htmlBody("h2")
	b.WriteString(`<table><thead><tr><th>A1</th><th>B1</th></tr></thead><tbody><tr><td>Lamp</td><td>12</td></tr><tr><td>Buoy</td><td>30</td></tr></tbody></table>
<p>Last words of it<sup id="r1"><a href="#n1">1</a></sup>, at last.</p>
<section class="footnotes"><ol><li id="n1">A word about it. <a href="#r1">↩</a></li></ol></section>
</article></main>
<aside class="sidebar"><h2>Related</h2><ul><li><a href="/a">Another text</a></li><li><a href="/b">And another</a></li></ul></aside>
<footer><p>© 2024 Example. All rights reserved.</p><ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/terms">Terms of use</a></li></ul></footer></body></html>`)
	for _, row := range []string{"A1 B1", "Lamp 12", "Buoy 30"} {
		w.know("R", row)
	}
	w.know("P", "Last words of it, at last.")
	w.know("N", "A word about it.")
	return []byte(b.String())
}

// wordPage is a page that a word processor wrote: no tag says what a heading is.
func wordPage(w *writing) []byte {
	b := &w.body
	fmt.Fprintf(b, `<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><title>%s</title></head><body lang=%q dir=%q><div class=WordSection1><p class=MsoTitle align=center><b><span style='font-size:16.0pt'>%[1]s</span></b></p>`, w.of.Title, w.of.lang, w.of.dir)
	w.htmlBody("p")
	b.WriteString("</div></body></html>")
	return []byte(b.String())
}
