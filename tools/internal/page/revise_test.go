package page_test

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// written is a page as people write one: nothing in it is as Format has it.
const written = `+++
title    = 'A report'   # of ours
report_type = "messages"
event = """
The forum"""
+++
Setext heading
--------------

A paragraph that
is wrapped, *with* emphasis.
* one
* two
  wrapped
    * deep

> 3) quoted
>    and wrapped

12\. A numbered
paragraph[^n].

a | b
--|--
c | d
e |

[^n]: A note

    of two paragraphs.

__Last__ words`

// TestRevise changes each unit of a page as people write it, and finds that
// the rest of the page is what it was.
func TestRevise(t *testing.T) {
	for name, data := range map[string]string{
		"as written": written, "CRLF": "\ufeff" + strings.ReplaceAll(written, "\n", "\r\n"),
	} {
		was := parse(t, data)
		if len(was.Units) != 12 {
			t.Fatalf("%s: %d units", name, len(was.Units))
		}
		for i := range was.Units {
			now := parse(t, data)
			u := &now.Units[i]
			old, _, _ := strings.Cut(page.Plain(was.Units[i].Text), "\n")
			if u.Kind == report.Row {
				old, u.Cells[0] = u.Cells[0], "new | words"
			} else {
				u.Text = "# new words\\\n- and a second line"
				if u.Kind == report.Heading {
					u.Text = "new words"
				}
			}
			if !page.Settle(u) {
				t.Errorf("unit %d cannot be %q", i, u.Text)
			}
			got, ok := page.Revise([]byte(data), now)
			if !ok {
				t.Errorf("%s: unit %d, %q, cannot be changed", name, i, old)
				continue
			}
			before, after := common(data, string(got))
			if changed := data[before : len(data)-after]; strings.Contains(changed, "\n\n") && u.Kind != report.Footnote || len(changed) > 60 {
				t.Errorf("%s: unit %d, %q: this was replaced: %q", name, i, old, changed)
			}
		}
		now := parse(t, data)
		now.Meta.Title, now.Meta.Event, now.Meta.Place = `A "new" title`, "The new forum", "Here"
		got, ok := page.Revise([]byte(data), now)
		if !ok || !strings.Contains(string(got), "# of ours") {
			t.Errorf("%s: the front matter cannot be changed: %s", name, got)
		}
	}
}

// TestReviseInserts puts a unit behind every other. A paragraph cannot stand
// before an item in an item, nor an item behind one whose text is wrapped; and
// nothing but a row in a table.
func TestReviseInserts(t *testing.T) {
	was := parse(t, written)
	for i := 0; i <= len(was.Units); i++ {
		kinds := []report.Unit{{Kind: report.Paragraph, Text: "new"}, {Kind: report.Footnote, Label: "z", Text: "new"}}
		if i > 0 {
			u := was.Units[i-1]
			if u.Line = 0; u.Kind != report.Row {
				u.Text = "new"
			}
			kinds = append(kinds, u)
		}
		for _, u := range kinds {
			now := parse(t, written)
			if u.Kind == report.Footnote && i < len(was.Units) || u.Kind != report.Footnote && i == len(was.Units) ||
				u.Header || u.Kind == report.Footnote && u.Label == "n" {
				continue // notes come last, and one by a label
			}
			now.Units = append(now.Units[:i:i], append([]report.Unit{u}, now.Units[i:]...)...)
			if _, ok := page.Revise([]byte(written), now); ok == ((i == 4 || i == 8 || i == 9) && u.Kind == report.Paragraph || i == 6 && u.Kind == report.Item) {
				t.Errorf("a %s cannot stand behind unit %d", u.Kind, i)
			}
		}
	}
}

func parse(t *testing.T, data string) *report.Translation {
	t.Helper()
	got, problems := page.Parse("r", "en", "index.en.md", []byte(data))
	if got == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	return got
}

// common is how many bytes two texts have in common at their beginning and end.
func common(a, b string) (before, after int) {
	for before < len(a) && before < len(b) && a[before] == b[before] {
		before++
	}
	for after < len(a)-before && after < len(b)-before && a[len(a)-1-after] == b[len(b)-1-after] {
		after++
	}
	return before, after
}

// TestCompose writes spans that Markdown can say in one way, in another, and
// not at all.
func TestCompose(t *testing.T) {
	text := func(s string) page.Span { return page.Span{Kind: page.Text, Text: s} }
	strong := func(s ...page.Span) page.Span { return page.Span{Kind: page.Strong, Children: s} }
	link := func(url string, s ...page.Span) page.Span { return page.Span{Kind: page.Link, URL: url, Children: s} }
	for want, spans := range map[string][]page.Span{
		`a \*b\* \<i>`:             {text("a *b* <i>")},
		`**安全**：我们`:                {strong(text("安全：")), text("我们")},
		`**a** b`:                  {strong(text("a ")), text("b")},
		`[a ] b](https://e.org/a)`: {link("https://e.org/a", text("a ] b"))},
		`see https://e.org/a`:      {text("see "), link("https://e.org/a", text("https://e.org/a"))},
		"في الموقع\u00a0[https://e.org/a](https://e.org/a)": {text("في الموقع\u00a0"), link("https://e.org/a", text("https://e.org/a"))},
		"``a`b``\\\n[^3]":             {{Kind: page.Code, Text: "a`b"}, {Kind: page.Break}, {Kind: page.NoteRef, Text: "3"}},
		`[**a**](https://e.org/a%28)`: {link("https://e.org/a%28", strong(text("a")))},
	} {
		got, ok := page.Compose(spans)
		if ok && got != want && !equalText(got, want) || !ok {
			t.Errorf("%+v is written %q, %v, not %q", spans, got, ok, want)
		}
	}
	for _, spans := range [][]page.Span{
		{link("javascript:alert(1)", text("a"))},
		{link("https://e.org", link("https://e.org", text("a")))},
	} {
		if got, ok := page.Compose(spans); ok {
			t.Errorf("%+v is written %q", spans, got)
		}
	}
}

func equalText(a, b string) bool { return strings.ReplaceAll(a, `\]`, "]") == b }
