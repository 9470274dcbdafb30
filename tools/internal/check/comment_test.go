package check

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// phrases of a comment, for tests that look at its form.
var phrases = Phrases{
	Say:     func(key string, data map[string]any) string { return key },
	Problem: func(p *report.Problem) string { return p.Args["Text"] },
}

// hostile is what a contribution might say to be more than text in a comment.
const hostile = "@everyone ``` <script>x</script> ![i](http://t.example/x.gif) #1 ~~~ \u202e [a](b) `x` \n/close\n```\n<!-- -->"

// Nothing that a contribution says is read as Markdown: outside of code there
// is not one character of it.
func TestCommentIsInert(t *testing.T) {
	c := &Contribution{Archive: &archive.Archive{}, Head: "abc"}
	c.Archive.Config.Forge = archive.Forge{Kind: "github", URL: "https://forge.example/a", Branch: "main"}
	m := &comment{c: c, say: phrases.Say}
	tr := &report.Translation{File: "content/reports/x`](http://evil.example)/@index.fr.md"}
	change := Change{Translation: tr, Fresh: []Unit{{Line: 1, Own: hostile}}, Stale: []Unit{{Line: 2, Own: hostile, Reference: hostile, Old: "x " + hostile}}}
	m.summary([]Change{change})
	m.fresh([]Change{change})
	m.stale([]Change{change})
	m.findings([]report.Problem{{Code: "C06`", Severity: report.Error, File: tr.File, Line: 3, Args: map[string]string{"Text": hostile}}}, phrases)
	source := []byte(m.text())
	document := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.FencedCodeBlock:
			return ast.WalkSkipChildren, nil
		case *ast.RawHTML:
			t.Errorf("there is HTML: %q", n.Segments.Value(source))
		case *ast.Image, *ast.HTMLBlock, *ast.AutoLink, *ast.CodeBlock:
			t.Errorf("there is a %s:\n%s", n.Kind(), source)
		case *ast.Link:
			if !strings.HasPrefix(string(n.Destination), "https://forge.example/a/blob/abc/content/") {
				t.Errorf("a link leads to %s", n.Destination)
			}
		case *ast.Text:
			if said := string(n.Segment.Value(source)); !plainWords.MatchString(said) {
				t.Errorf("%q stands outside of code", said)
			}
		}
		return ast.WalkContinue, nil
	})
}

// plainWords are what stands in a comment outside of code here.
var plainWords = regexp.MustCompile(`^[ a-z_0-9—]*$`)

// A comment of the largest contribution is one that a forge takes, with at most
// ten findings.
func TestCommentIsBounded(t *testing.T) {
	c := &Contribution{Archive: &archive.Archive{}}
	long := strings.Repeat("שלום ‮world` ", 400)
	var changes []Change
	for i := range 200 {
		u := Unit{Line: i, Own: long, Reference: long, Old: "old " + long}
		changes = append(changes, Change{Translation: &report.Translation{File: strings.Repeat("a", 200)}, Fresh: []Unit{u, u}, Stale: []Unit{u, u}})
	}
	var problems []report.Problem
	for range 100 {
		problems = append(problems, report.Problem{Code: "C06", Severity: report.Info, Args: map[string]string{"Text": long}})
	}
	m := &comment{c: c, say: phrases.Say}
	m.summary(changes)
	m.fresh(changes)
	m.stale(changes)
	m.findings(problems, phrases)
	got := m.text()
	if n := utf8.RuneCountInString(got); n > mostComment {
		t.Errorf("%d characters", n)
	}
	if n := strings.Count(got, "`C06`"); n != mostFindings {
		t.Errorf("%d findings", n)
	}
	for range 2000 {
		m.block(strings.Repeat("x", 100))
	}
	if n := utf8.RuneCountInString(m.text()); n > mostComment || !strings.Contains(m.text(), "comment_cut") {
		t.Errorf("%d characters, not cut", n)
	}
}

func TestForgeLinks(t *testing.T) {
	for kind, want := range map[string]string{
		"github":  "https://forge.example/a/blob/abc/content/a%20%28b%29.md?plain=1#L7",
		"gitlab":  "https://forge.example/a/-/blob/abc/content/a%20%28b%29.md?plain=1#L7",
		"forgejo": "https://forge.example/a/src/commit/abc/content/a%20%28b%29.md?display=source#L7",
		"":        "",
	} {
		f := archive.Forge{Kind: kind, URL: "https://forge.example/a"}
		if got := f.Lines("abc", "content/a (b).md", 7); got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
}
