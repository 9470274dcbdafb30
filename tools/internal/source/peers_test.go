package source

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var peers = flag.Bool("peers", false, "compare with pandoc, which must be installed")

// A tallyOf counts what a converter found in a document.
type tallyOf struct{ words, kept, headings, items, tables, notes int }

// TestPeers prints, for the DOCX and HTML documents in ../shared, what this
// reader and pandoc find and how long each takes; tools/peers.sh runs it. It
// fails where pandoc keeps more of a text's words or is not ten times slower.
func TestPeers(t *testing.T) {
	if !*peers {
		t.Skip("run with -peers")
	}
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("no pandoc to compare with")
	}
	root := shared(t)
	for format, patterns := range map[string][]string{"docx": {"docx/*.docx", "parallel/*.docx"}, "html": {"html/*.html"}} {
		var files []string
		for _, p := range patterns {
			found, _ := filepath.Glob(filepath.Join(root, p))
			files = append(files, found...)
		}
		var mine, theirs time.Duration
		fmt.Printf("%-28s %20s %20s %20s %20s %20s\n", format+": this reader, pandoc", "words kept, %", "headings", "items", "tables", "notes")
		for _, file := range files {
			start := time.Now()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(filepath.Base(file), data)
			if err != nil {
				t.Fatal(err)
			}
			mine += time.Since(start)
			start = time.Now()
			out, err := exec.Command(pandoc, "-f", format, "-t", "json", file).Output()
			if err != nil {
				t.Fatal(err)
			}
			theirs += time.Since(start)
			want := bag{}
			if format == "html" {
				want = visible(data)
			} else {
				want = written(t, data)
			}
			a, b := found(doc.Blocks, want), pandocFound(t, out, want)
			fmt.Printf("%-28s %10.1f %9.1f %10d %9d %10d %9d %10d %9d %10d %9d\n", filepath.Base(file), percent(a.kept, total(want)), percent(b.kept, total(want)),
				a.headings, b.headings, a.items, b.items, a.tables, b.tables, a.notes, b.notes)
			if a.kept < b.kept {
				t.Errorf("%s: pandoc keeps %d words, this reader %d", file, b.kept, a.kept)
			}
		}
		n := float64(len(files))
		fmt.Printf("%s: %.1f documents a second, pandoc %.1f: %.0f times\n\n", format, n/mine.Seconds(), n/theirs.Seconds(), theirs.Seconds()/mine.Seconds())
		if theirs < 10*mine {
			t.Errorf("%s: less than ten times as fast as pandoc", format)
		}
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

// shares is how many words of want are in got.
func shares(want, got bag) int {
	n := 0
	for w, k := range want {
		n += min(k, got[w])
	}
	return n
}

func found(blocks []Block, want bag) (f tallyOf) {
	for i := range blocks {
		switch blocks[i].Kind {
		case Heading:
			f.headings++
		case Item:
			f.items++
		case Note:
			f.notes++
		case Row:
			if i == 0 || blocks[i-1].Kind != Row {
				f.tables++
			}
		}
	}
	f.kept = shares(want, said(blocks))
	return f
}

// pandocFound counts in pandoc's own tree.
func pandocFound(t *testing.T, out []byte, want bag) (f tallyOf) {
	var tree any
	if err := json.Unmarshal(out, &tree); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			kind, _ := v["t"].(string)
			switch kind {
			case "Header":
				f.headings++
			case "Table":
				f.tables++
			case "Note":
				f.notes++
			case "BulletList":
				items, _ := v["c"].([]any)
				f.items += len(items)
			case "OrderedList":
				if c, _ := v["c"].([]any); len(c) == 2 {
					items, _ := c[1].([]any)
					f.items += len(items)
				}
			case "Str":
				s, _ := v["c"].(string)
				text.WriteString(s)
				return
			case "Space", "SoftBreak", "LineBreak":
				text.WriteString(" ")
				return
			case "Code", "Math":
				if c, _ := v["c"].([]any); len(c) == 2 {
					s, _ := c[1].(string)
					text.WriteString(s)
				}
				return
			}
			inline := kind == "Emph" || kind == "Strong" || kind == "Superscript" || kind == "Subscript" || kind == "Link" || kind == "Span" || kind == "SmallCaps" || kind == "Underline"
			if !inline {
				text.WriteString("\n")
			}
			for key, e := range v {
				if key != "t" && key != "meta" {
					walk(e)
				}
			}
			if !inline {
				text.WriteString("\n")
			}
		}
	}
	walk(tree)
	got := bag{}
	got.add(text.String())
	f.kept = shares(want, got)
	return f
}
