package clean

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A change is made to a source that a reader would not take for another text.
// What it says of the units must follow; nothing else may.
type change struct {
	name string
	make func(string) string
	says func(string) string // what it makes of the text of a unit, if anything
}

var (
	pageRule = regexp.MustCompile(`(?m)^---$`)
	blanks   = regexp.MustCompile(`\n\n+`)
	headMark = regexp.MustCompile(`(?m)^(#{1,6}) \*\*(.+)\*\*$`)
	year     = regexp.MustCompile(`\b(20[0-2])(\d)\b`)
)

var changes = []change{
	{name: "line ends", make: func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{name: "more empty lines", make: func(s string) string { return blanks.ReplaceAllString(s, "\n\n\n") }},
	{name: "spaces at line ends", make: func(s string) string { return strings.ReplaceAll(s, ".\n", ". \n") }},
	{name: "another rule", make: func(s string) string { return pageRule.ReplaceAllString(s, "* * *") }},
	{name: "form feeds", make: func(s string) string { return pageRule.ReplaceAllString(s, "\f") }},
	{name: "page numbers", make: numberedPages(func(n int) string { return "Page " + strconv.Itoa(n) })},
	{name: "pages of pages", make: numberedPages(func(n int) string { return strconv.Itoa(n) + " / 60" })},
	{name: "numbers alone", make: numberedPages(func(n int) string { return "- " + strconv.Itoa(n) + " -" })},
	{name: "a running head", make: headedPages("Actes de la Ligue des phares")},
	{name: "plain headings", make: func(s string) string { return headMark.ReplaceAllString(s, "$1 $2") }},
	{name: "a byte order mark", make: func(s string) string { return "\ufeff" + s }},
	{name: "60 columns", make: inColumns(60)},
	{name: "72 columns", make: inColumns(72)},
	{name: "100 columns", make: inColumns(100)},
	{name: "other years", make: otherYears, says: otherYears},
	{name: "other names", make: otherNames.Replace, says: otherNames.Replace},
}

func otherYears(s string) string {
	return year.ReplaceAllStringFunc(s, func(y string) string {
		n, _ := strconv.Atoi(y)
		return strconv.Itoa(n + 2)
	})
}

// otherNames are of the same kind as those that they stand for.
var otherNames = strings.NewReplacer("Lillestrøm", "Bergshavn", "Norvège", "Bretagne", "Beijing", "Lisbonne", "BEIJING", "LISBONNE", "Ottawa", "Brest",
	"Ontario", "Finistère", "Vienne", "Nantes", "Autriche", "Bretagne", "ICANN", "OCRAM", "FGI", "FGM", "IGF", "IGM", "PETER MAJOR", "PAUL MARTIN",
	"NIGEL HICKSON", "NOEL HAMSUN", "MARKUS", "MARIUS", "Genève", "Dublin")

func numberedPages(number func(int) string) func(string) string {
	return func(s string) string {
		n := 1
		return pageRule.ReplaceAllStringFunc(s, func(string) string {
			n++
			return number(n-1) + "\n\n---"
		})
	}
}

// headedPages puts a head on every page but the first, where there are three at
// least: fewer repeat nothing.
func headedPages(head string) func(string) string {
	return func(s string) string {
		if len(pageRule.FindAllString(s, -1)) < 2 {
			return s
		}
		n := 0
		return pageRule.ReplaceAllStringFunc(s, func(string) string {
			if n++; n == 1 && strings.HasPrefix(strings.TrimSpace(s), "---") {
				return "---"
			}
			return "---\n\n" + head + "\n\n---"
		})
	}
}

// inColumns breaks paragraphs and items into lines, where empty lines part the
// paragraphs.
func inColumns(width int) func(string) string {
	return func(s string) string {
		if strings.Count(s, "\n\n")*3 < strings.Count(s, "\n") {
			return s
		}
		var out []string
		for _, line := range strings.Split(s, "\n") {
			if strings.HasPrefix(line, "#") || strings.Contains(line, "\t") || strings.HasSuffix(line, "  ") || strings.Contains(line, "\u00a0\u00a0") {
				out = append(out, line)
				continue
			}
			indent := strings.Repeat(" ", len(line)-len(strings.TrimLeft(line, " ")))
			row := indent
			if strings.HasPrefix(strings.TrimSpace(line), "- ") {
				indent += "  "
			}
			for i, w := range strings.Fields(line) {
				switch {
				case i > 0 && utf8.RuneCountInString(row)+1+utf8.RuneCountInString(w) > width:
					out, row = append(out, row), indent+w
				case i > 0:
					row += " " + w
				default:
					row += w
				}
			}
			out = append(out, row)
		}
		return strings.Join(out, "\n")
	}
}

// TestChanges: the furniture of a page, its names and its years are not what
// its structure is known by.
func TestChanges(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t), "sources", "*", "source.txt"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		id := filepath.Base(filepath.Dir(file))
		base := structureOf(t, string(data))
		for _, c := range changes {
			t.Run(id+"/"+c.name, func(t *testing.T) {
				want := append([]string{}, base...)
				if c.says != nil {
					for i := range want {
						want[i] = c.says(want[i])
					}
				}
				got := structureOf(t, c.make(string(data)))
				for i := range max(len(got), len(want)) {
					if i >= len(got) || i >= len(want) || got[i] != want[i] {
						at := func(s []string) string { return short(strings.Join(s[min(i, len(s)):min(i+2, len(s))], "\n        ")) }
						t.Fatalf("%d units, want %d; from %d\n   got  %s\n   want %s", len(got), len(want), i, at(got), at(want))
					}
				}
			})
		}
	}
}

// structureOf is what an import makes of a text: the kinds, levels and words of
// its units.
func structureOf(t *testing.T, text string) []string {
	t.Helper()
	src, err := source.Read("source.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	tr, _, err := Document(src, Options{Report: "x", Lang: "fr", File: "source.fr.txt"})
	if err != nil {
		t.Fatal(err)
	}
	units := []string{"title " + tr.Meta.Title}
	for i := range tr.Units {
		u := &tr.Units[i]
		level := u.Level
		if u.Kind != report.Heading && u.Kind != report.Item {
			level = 0
		}
		units = append(units, string(u.Kind)+strconv.Itoa(level)+" "+u.Number+u.Speaker+" "+strings.Join(strings.Fields(page.Plain(u.Text+strings.Join(u.Cells, " "))), " "))
	}
	return units
}

func short(s string) string {
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "…"
	}
	return s
}
