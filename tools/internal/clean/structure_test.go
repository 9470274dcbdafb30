package clean

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	peers = flag.Bool("peers", false, "compare with pandoc, which must be installed")
	cases = flag.String("cases", "", "a folder of more documents: x.docx, x.html or x.odt, and beside it x.truth or pandoc's x.native")
)

// A made is an element of a document's structure: H1, P, I2, R, N, Q, and its
// text as letters and digits alone.
type made struct{ kind, text string }

// TestStructure scores the structure of imports, and pandoc's of the same
// documents, against what is known of them; tools/structure.sh runs it. It
// fails where pandoc is better on a document, or not worse on the mean.
func TestStructure(t *testing.T) {
	if !*peers {
		t.Skip("run with -peers")
	}
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("no pandoc to compare with")
	}
	dir := t.TempDir()
	declarations(t, shared(t), dir)
	files, _ := filepath.Glob(filepath.Join(dir, "*.truth"))
	if *cases != "" {
		more, _ := filepath.Glob(filepath.Join(*cases, "*.truth"))
		trees, _ := filepath.Glob(filepath.Join(*cases, "*.native"))
		files = append(append(files, more...), trees...)
	}
	var mine, theirs float64
	fmt.Printf("%-34s %10s %10s\n", "structure F1", "this one", "pandoc")
	for _, file := range files {
		var truth []made
		if stem, ok := strings.CutSuffix(file, "native"); ok {
			out, err := exec.Command(pandoc, "-f", "native", "-t", "json", file).Output()
			if err != nil {
				t.Fatal(file, err)
			}
			truth, file = pandocElements(t, out), stem+"truth"
		} else {
			truth = readTruth(t, file)
		}
		name, format := "", ""
		for _, f := range []string{"docx", "html", "odt", "epub"} {
			if n := strings.TrimSuffix(file, "truth") + f; exists(n) {
				name, format = n, f
			}
		}
		ours, err := importedElements(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		out, err := exec.Command(pandoc, "-f", format, "-t", "json", name).Output()
		if err != nil {
			t.Fatal(name, err)
		}
		a, b := fitted(ours, truth), fitted(pandocElements(t, out), truth)
		fmt.Printf("%-34s %10.4f %10.4f\n", filepath.Base(name), a, b)
		if testing.Verbose() && a < 1 && *cases != "" {
			difference(ours, truth)
		}
		if a < b {
			t.Errorf("%s: %.4f, pandoc %.4f", filepath.Base(name), a, b)
		}
		mine, theirs = mine+a, theirs+b
	}
	n := float64(len(files))
	fmt.Printf("%-34s %10.4f %10.4f\n", "mean", mine/n, theirs/n)
	if mine <= theirs {
		t.Error("pandoc is no worse on the mean")
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// readTruth reads a file of one element a line: its kind, a space, its text.
func readTruth(t *testing.T, file string) []made {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []made
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		kind, text, _ := strings.Cut(line, " ")
		all = append(all, element(kind, text))
	}
	return all
}

var printedNumber = regexp.MustCompile(`^\s*[\(]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlcIVXLC]{1,5}|\p{L})[.)]\s+|^\s*\d{1,2}(?:\.\d{1,2})*\s+`)

// element is one with its text as it is compared: a number that one converter
// prints and another drops does not count.
func element(kind, text string) made {
	text = printedNumber.ReplaceAllString(text, "")
	return made{kind, strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(text))}
}

// fitted is the F1 of what was found, with the levels of headings counted from
// where they fit the truth best: a title may be a level or none. The title
// itself, H0, may have any level, and a page may say it twice.
func fitted(found, truth []made) float64 {
	best := 0.0
	for shift := -2; shift <= 2; shift++ {
		bag, titles := map[made]int{}, map[string]string{}
		for _, e := range truth {
			bag[e]++
			if e.kind[0] == 'H' {
				titles[e.text] = e.kind
			}
		}
		isTitle := map[string]bool{}
		hits, n := 0, 0
		for _, e := range found {
			if e.text == "" || isTitle[e.text] && e.kind[0] == 'H' && bag[made{titles[e.text], e.text}] == 0 {
				continue
			}
			n++
			switch kind := titles[e.text]; {
			case e.kind[0] != 'H':
			case e.kind == "H0" || kind == "H0":
				isTitle[e.text] = true
				if kind != "" {
					e.kind = kind
				}
			default:
				e.kind = fmt.Sprint("H", int(e.kind[1]-'0')+shift)
			}
			if bag[e] > 0 {
				bag[e]--
				hits++
			}
		}
		best = max(best, 2*float64(hits)/float64(max(1, n+len(truth))))
	}
	return best
}

// difference prints the elements that only one side has.
func difference(found, truth []made) {
	flat := func(all []made) (same []made) { // whatever the levels of headings
		for _, e := range all {
			if e.kind[0] == 'H' {
				e.kind = "H"
			}
			same = append(same, e)
		}
		return same
	}
	found, truth = flat(found), flat(truth)
	bag := map[made]int{}
	for _, e := range truth {
		bag[e]++
	}
	for _, e := range found {
		if bag[e]--; bag[e] < 0 && e.text != "" {
			fmt.Printf("    + %s %.70s\n", e.kind, e.text)
		}
	}
	for _, e := range truth {
		if bag[e] > 0 {
			bag[e]--
			fmt.Printf("    - %s %.70s\n", e.kind, e.text)
		}
	}
}

// importedElements are the elements of an import. What went from the text into
// the front matter is there too: the title as a heading H0, the rest as lines.
func importedElements(name string) ([]made, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	src, err := source.Read(filepath.Base(name), data)
	if err != nil {
		return nil, err
	}
	tr, ledger, err := Document(src, Options{Report: "x", Lang: "en"})
	if err != nil {
		return nil, err
	}
	var all []made
	for _, e := range ledger.Entries {
		if e.Action != report.Lifted {
			continue
		}
		if kind := "P"; e.To == "title" {
			all = append(all, element("H0", newPlain(e.Text)))
		} else {
			all = append(all, element(kind, newPlain(e.Text)))
		}
	}
	for _, u := range tr.Units {
		text := noteReference.ReplaceAllString(u.Text, "")
		switch u.Kind {
		case report.Heading:
			all = append(all, element(fmt.Sprint("H", u.Level), newPlain(text)))
		case report.Item:
			all = append(all, element(fmt.Sprint("I", u.Level), newPlain(text)))
		case report.Row:
			all = append(all, element("R", newPlain(strings.TrimSpace(noteReference.ReplaceAllString(strings.Join(u.Cells, " "), "")))))
		case report.Footnote:
			all = append(all, element("N", newPlain(text)))
		default:
			kind := "P"
			if u.Quote {
				kind = "Q"
			}
			all = append(all, element(kind, u.Speaker+newPlain(text)))
		}
	}
	return all, nil
}

var noteReference = regexp.MustCompile(`\[\^[^\]\s]*\]`)

// pandocElements are the elements of pandoc's own tree.
func pandocElements(t *testing.T, out []byte) []made {
	var tree struct {
		Meta   map[string]any
		Blocks []any
	}
	if err := json.Unmarshal(out, &tree); err != nil {
		t.Fatal(err)
	}
	p := &pandocReader{}
	for key, v := range tree.Meta {
		if key == "title" {
			p.add("H0", v)
		} else if list, ok := v.(map[string]any)["c"].([]any); ok && key == "author" {
			for _, name := range list {
				p.add("P", name)
			}
		} else if key == "subtitle" || key == "date" || key == "abstract" {
			p.add("P", v)
		}
	}
	p.blocks(tree.Blocks, 0, "P")
	return slices.DeleteFunc(p.all, func(e made) bool { return e.text == "" }) // pictures
}

type pandocReader struct{ all []made }

func (p *pandocReader) add(kind string, inlines any) {
	var b strings.Builder
	p.text(inlines, &b)
	p.all = append(p.all, element(kind, b.String()))
}

// blocks reads blocks at a depth of items; kind is what their paragraphs are.
func (p *pandocReader) blocks(list []any, depth int, kind string) {
	for _, v := range list {
		b, _ := v.(map[string]any)
		c := b["c"]
		parts, _ := c.([]any)
		switch b["t"] {
		case "Para", "Plain", "LineBlock":
			if caption := captionOf(parts); caption != nil {
				p.add(kind, caption)
				break
			}
			p.add(kind, c)
		case "CodeBlock":
			p.add(kind, parts[1:])
		case "Header":
			p.add(fmt.Sprint("H", parts[0]), parts[2])
		case "BlockQuote":
			p.blocks(parts, depth, "Q")
		case "BulletList":
			p.items(parts, depth+1)
		case "OrderedList":
			p.items(parts[1].([]any), depth+1)
		case "DefinitionList":
			for _, d := range parts {
				pair := d.([]any)
				p.add("P", pair[0])
				for _, body := range pair[1].([]any) {
					p.blocks(body.([]any), depth, "P")
				}
			}
		case "Div":
			p.blocks(parts[1].([]any), depth, kind)
		case "Table":
			if caption := parts[1].([]any)[1].([]any); len(caption) > 0 {
				p.blocks(caption, depth, "P")
			}
			p.rows(parts[2:])
		}
	}
}

// captionOf is what stands under a picture alone in its paragraph, which pandoc
// keeps as the picture's text, or nil.
func captionOf(inlines []any) any {
	if len(inlines) != 1 {
		return nil
	}
	image, _ := inlines[0].(map[string]any)
	c, _ := image["c"].([]any)
	if image["t"] != "Image" || len(c) != 3 {
		return nil
	}
	if target, _ := c[2].([]any); len(target) == 2 && strings.HasPrefix(fmt.Sprint(target[1]), "fig:") {
		return c[1]
	}
	return nil
}

func (p *pandocReader) items(items []any, depth int) {
	for _, v := range items {
		item := v.([]any)
		if len(item) > 0 {
			p.blocks(item[:1], depth, fmt.Sprint("I", depth))
			p.blocks(item[1:], depth, "P")
		}
	}
}

// rows finds the rows of a table: [attributes, cells] of which each cell is of
// five parts.
func (p *pandocReader) rows(v any) {
	list, ok := v.([]any)
	if !ok {
		return
	}
	if len(list) == 2 {
		if cells, ok := list[1].([]any); ok && len(cells) > 0 {
			if cell, ok := cells[0].([]any); ok && len(cell) == 5 {
				var texts []any
				for _, c := range cells {
					texts = append(texts, c.([]any)[4], map[string]any{"t": "Space"})
				}
				p.add("R", texts)
				return
			}
		}
	}
	for _, e := range list {
		p.rows(e)
	}
}

// text is what inlines say; notes become elements of their own.
func (p *pandocReader) text(v any, b *strings.Builder) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			p.text(e, b)
		}
	case map[string]any:
		switch v["t"] {
		case "Note":
			var note strings.Builder
			p.text(v["c"], &note)
			p.all = append(p.all, element("N", note.String()))
		case "Str":
			b.WriteString(v["c"].(string))
		case "Code", "Math", "CodeBlock", "RawInline":
			c, _ := v["c"].([]any)
			if s, ok := c[len(c)-1].(string); ok && v["t"] != "RawInline" {
				b.WriteString(s)
			}
		case "OrderedList": // in a cell, where its numbers are text
			c, _ := v["c"].([]any)
			start, _ := c[0].([]any)[0].(float64)
			for i, item := range c[1].([]any) {
				fmt.Fprintf(b, " %d. ", int(start)+i)
				p.text(item, b)
			}
		case "Link", "Image", "Span":
			c, _ := v["c"].([]any)
			if len(c) > 1 && v["t"] != "Image" && !strings.Contains(fmt.Sprint(c[0]), "comment-") { // what people remarked is no text
				p.text(c[1], b)
			}
		default:
			b.WriteByte(' ')
			p.text(v["c"], b)
			b.WriteByte(' ')
		}
	case string: // of a code block
		b.WriteString(v)
	}
}
