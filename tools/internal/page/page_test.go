package page

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

const sample = `+++
title = "Harbour Messages"
date = 2025-06-27
report_type = "transcript"
original = "en"
symbols = ["HF/2025/3"]
themes = ["digital-trust"]
sdgs = ["9", "16"]

[translation]
method = "human"
translators = ["Ana d'Arc"]
based_on = "2025-07"

[[notices]]
kind = "views"
lang = "en"
text = "Views are the speakers' own."

[[allow]]
code = "C06"
text = "three groups"
reason = "The source counts them twice."

[[allow]]
code = "C19"
unit = "p1"
reason = 'A name: "Bora Bora".'
+++

## Opening

1\. The first paragraph[^1] with *stress* and a [link](https://example.org/a_b).

- one
- two
  - deeper

    More of deeper.

- three

3. third
4. fourth

**ANA COSTA:** Good morning.\
Welcome.

And so on.

**Unidentified speaker:** Yes.

> A quoted line.
>
> - quoted item

| Group | Total |
| --- | ---: |
| a\|b | 3 |
| **Total** | 3 |

\- not a list

[^1]: See HF/2024/1.
`

func parse(t *testing.T, s string) *report.Translation {
	t.Helper()
	tr, problems := Parse("x", "fr", "index.fr.md", []byte(s))
	for _, p := range problems {
		t.Errorf("unexpected problem: %v", p.Error())
	}
	if tr == nil {
		t.Fatal("no translation")
	}
	return tr
}

func TestRoundTrip(t *testing.T) {
	first := parse(t, sample)
	if got := string(Format(first)); got != sample {
		t.Errorf("Format(Parse(x)) is not x:\n%s", got)
	}
	second := parse(t, string(Format(first)))
	if !reflect.DeepEqual(first, second) {
		t.Error("the model changed on its way through Markdown")
	}
}

func TestUnits(t *testing.T) {
	var got []string
	for _, u := range parse(t, sample).Units {
		got = append(got, strings.TrimSpace(strings.Join([]string{string(u.Kind), strings.Repeat(".", u.Level), u.Number, u.Speaker, u.Label, Plain(u.Text), strings.Join(u.Cells, "/")}, " ")))
	}
	want := []string{
		"heading ..    Opening",
		"paragraph  1   The first paragraph with stress and a link.",
		"item .    one", "item .    two", "item ..    deeper", "paragraph ..    More of deeper.", "item .    three",
		"item . 3   third", "item . 4   fourth",
		"turn   ANA COSTA  Good morning.\nWelcome.", "paragraph     And so on.", "turn     Yes.",
		"paragraph     A quoted line.", "item .    quoted item",
		"row      Group/Total", "row      a|b/3", "row      **Total**/3",
		"paragraph     - not a list",
		"footnote    1 See HF/2024/1.",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLines(t *testing.T) {
	lines := strings.Split(sample, "\n")
	for _, u := range parse(t, sample).Units {
		word := strings.Fields(Plain(u.Text + strings.Join(u.Cells, " ")))[0]
		if u.Line < 1 || !strings.Contains(lines[u.Line-1], strings.TrimSuffix(word, "|b")) {
			t.Errorf("%s %q is said to begin at line %d", u.Kind, u.Text, u.Line)
		}
	}
}

func TestFrontMatterProblems(t *testing.T) {
	for name, tc := range map[string]struct {
		file, code string
		line       int
	}{
		"no front matter":  {"# Title\n", "front-matter-missing", 1},
		"never closed":     {"+++\ntitle = \"x\"\n", "front-matter-missing", 1},
		"a key of Hugo's":  {"+++\ntitle = \"x\"\nurl = \"/\"\n+++\n", "front-matter-key", 3},
		"a nested key":     {"+++\ntitle = \"x\"\n[build]\nrender = \"never\"\n+++\n", "front-matter-key", 3},
		"why, not reason":  {"+++\ntitle = \"x\"\n[[allow]]\ncode = \"C06\"\nwhy = \"so\"\n+++\n", "front-matter-key", 5},
		"broken TOML":      {"+++\ntitle = \"x\ndate = 2\n+++\n", "front-matter", 2},
		"a wrong type":     {"+++\ntitle = \"x\"\nthemes = 3\n+++\n", "front-matter", 3},
		"a word not known": {"+++\ntitle = \"x\"\nreport_type = \"memo\"\n+++\n", "front-matter-value", 3},
		"no such day":      {"+++\ntitle = \"x\"\ndate = \"2025-02-30\"\n+++\n", "front-matter-value", 3},
		"no title":         {"+++\nplace = \"x\"\n+++\n", "title-missing", 1},
		"not UTF-8":        {"+++\ntitle = \"x\"\n+++\n\xff\n", "page-encoding", 4},
		"too many columns": {"+++\ntitle = \"x\"\n+++\n" + strings.Repeat("|", 99) + "\n", "page-limit", 4},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := Parse("x", "fr", "f.md", []byte(tc.file))
			if len(problems) == 0 {
				t.Fatal("nothing was found")
			}
			if p := problems[0]; p.Code != tc.code || p.Line != tc.line {
				t.Errorf("got %s at line %d, want %s at line %d", p.Code, p.Line, tc.code, tc.line)
			}
		})
	}
}

func TestSpansHoldNoMarkupOfOthers(t *testing.T) {
	for in, want := range map[string]string{
		`<script>alert(1)</script>`:        `<script>alert(1)</script>`,
		`[a](javascript:alert(1))`:         `a`,
		`![picture](http://tracker/p.gif)`: `picture`,
		`<http://user:pw@example.org>`:     `http://user:pw@example.org`,
		`a &amp; b \& c &copy;`:            `a & b & c ©`,
		"**bold *and* more**":              "bold and more",
		`see [^2] there`:                   `see  there`,
		`[text][1] stays`:                  `[text][1] stays`,
		`{{< param x >}}`:                  `{{< param x >}}`,
	} {
		if got := Plain(in); got != want {
			t.Errorf("Plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add(sample)
	f.Add("+++\ntitle = \"x\"\n+++\n\n1. a\n\n   b\n2. c\n> q\n\n***\n")
	f.Fuzz(func(t *testing.T, s string) {
		a, _ := Parse("x", "en", "f", []byte(s))
		if a == nil {
			return
		}
		once := Format(a)
		b, _ := Parse("x", "en", "f", once)
		if b == nil {
			t.Fatalf("what Format wrote does not parse: %q", once)
		}
		if twice := Format(b); string(twice) != string(once) {
			t.Errorf("not stable:\n%q\n%q", once, twice)
		}
	})
}

func FuzzEscape(f *testing.F) {
	f.Add("a_b *c* [d](e) \\ <f> &amp;")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Join(strings.Fields(strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "")), " ")
		if got := Plain(Escape(s)); got != s {
			t.Errorf("Plain(Escape(%q)) = %q", s, got)
		}
	})
}

// TestFormatSkippedLevels: items whose level was skipped are siblings still.
func TestFormatSkippedLevels(t *testing.T) {
	item := func(level int, s string) report.Unit { return report.Unit{Kind: report.Item, Level: level, Text: s} }
	got := Markdown([]report.Unit{item(1, "a"), item(3, "b"), item(3, "c"), {Kind: report.Paragraph, Level: 3, Text: "of c"}, item(2, "d"), {Kind: report.Paragraph, Level: 1, Text: "of a"}, item(1, "e")})
	want := "- a\n  - b\n  - c\n\n    of c\n\n  - d\n\n  of a\n\n- e\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
