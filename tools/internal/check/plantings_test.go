package check_test

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A planting is one way to spoil a translation, and the codes of what should
// find it.
type planting struct {
	name  string
	codes string
	least int // of a hundred are found
	plant func(p *plot) bool
}

// A plot is a translation into which a fault is planted at one unit.
type plot struct {
	own  *report.Translation
	ref  *report.Unit // of the same id
	at   int
	u    *report.Unit    // own.Units[at], to be changed
	list []report.Unit   // a copy of own's units, to be changed
	pick func(n int) int // chance
}

var (
	anyNumber   = regexp.MustCompile(`\p{Nd}+`)
	longNumber  = regexp.MustCompile(`\p{Nd}{2,}`)
	anySentence = regexp.MustCompile(`[^.!?؟。]+(?:[.!?؟]+[»”"’)\]]*(?:\s+|$)|。[”』」）]*|[.!?؟]+|$)`)
)

// another is a number with another last digit.
func another(s string) string {
	last, size := utf8.DecodeLastRuneInString(s)
	zero := last
	for zero > last-9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return s[:len(s)-size] + string(zero+(last-zero+3)%10)
}

// numberIn finds one of the numbers of s that the reference has too; a link's
// are no numbers.
func numberIn(p *plot, form *regexp.Regexp, s string) []int {
	if strings.Contains(s, "http") || strings.Contains(s, "www.") {
		return nil
	}
	if !anyNumber.MatchString(p.ref.Text + strings.Join(p.ref.Cells, " ")) {
		return nil
	}
	all := form.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return nil
	}
	return all[p.pick(len(all))]
}

func swapped(p *plot, least int, kinds ...report.Kind) bool {
	if p.at+1 == len(p.list) || !slices.Contains(kinds, p.u.Kind) {
		return false
	}
	a, b := p.list[p.at], p.list[p.at+1]
	if a.Kind != b.Kind || a.Level != b.Level || a.Number != "" || a.Header || b.Header || utf8.RuneCountInString(wordsOfUnit(&a)) < least || utf8.RuneCountInString(wordsOfUnit(&b)) < least || wordsOfUnit(&a) == wordsOfUnit(&b) {
		return false
	}
	p.list[p.at], p.list[p.at+1] = b, a
	return true
}

func wordsOfUnit(u *report.Unit) string { return u.Text + strings.Join(u.Cells, " ") }

func sentenceLost(p *plot, least, most int) bool {
	parts := anySentence.FindAllString(p.u.Text, -1)
	if p.u.Kind == report.Row || len(parts) < least || len(parts) > most {
		return false
	}
	if slices.ContainsFunc(parts, func(s string) bool { return utf8.RuneCountInString(s) < 10 }) {
		return false // an abbreviation
	}
	k := p.pick(len(parts))
	if wide := 2.0; float64(utf8.RuneCountInString(parts[k])) < 40/wide || !wideText(parts[k]) && utf8.RuneCountInString(parts[k]) < 40 {
		return false
	}
	p.u.Text = strings.TrimSpace(strings.Join(append(append([]string{}, parts[:k]...), parts[k+1:]...), ""))
	return p.u.Text != ""
}

func wideText(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// plantings are the kinds of faults that a reader of a translation cannot see.
var plantings = []planting{
	{"a digit of a number", "C06 C07", 95, func(p *plot) bool {
		at := numberIn(p, longNumber, p.u.Text)
		if at == nil || p.u.Kind == report.Row {
			return false
		}
		p.u.Text = p.u.Text[:at[0]] + another(p.u.Text[at[0]:at[1]]) + p.u.Text[at[1]:]
		return true
	}},
	{"any number", "C06 C07", 95, func(p *plot) bool {
		at := numberIn(p, anyNumber, p.u.Text)
		if at == nil || p.u.Kind == report.Row {
			return false
		}
		p.u.Text = p.u.Text[:at[0]] + another(p.u.Text[at[0]:at[1]]) + p.u.Text[at[1]:]
		return true
	}},
	{"a number dropped", "C06", 95, func(p *plot) bool {
		at := numberIn(p, longNumber, p.u.Text)
		if at == nil || p.u.Kind == report.Row {
			return false
		}
		p.u.Text = strings.TrimSpace(p.u.Text[:at[0]] + p.u.Text[at[1]:])
		return p.u.Text != ""
	}},
	{"a number in a table", "C06 C07 C13", 95, func(p *plot) bool {
		if p.u.Kind != report.Row {
			return false
		}
		cells := slices.Clone(p.u.Cells)
		for k := range cells {
			if at := numberIn(p, anyNumber, cells[k]); at != nil {
				cells[k] = cells[k][:at[0]] + another(cells[k][at[0]:at[1]]) + cells[k][at[1]:]
				p.u.Cells = cells
				return true
			}
		}
		return false
	}},
	{"a unit lost", "C03 C11 C13", 95, func(p *plot) bool {
		p.list = slices.Delete(p.list, p.at, p.at+1)
		return true
	}},
	{"a sentence of two lost", "C30 C03 C06 C08 C11 C15", 85, func(p *plot) bool { return sentenceLost(p, 2, 2) }},
	{"a sentence of more lost", "C30 C03 C06 C08 C11 C15", 80, func(p *plot) bool { return sentenceLost(p, 3, 99) }},
	{"two paragraphs swapped", "unit-order C03 C06", 90, func(p *plot) bool {
		return swapped(p, 60, report.Paragraph, report.Turn)
	}},
	{"two items swapped", "unit-order C03 C06", 95, func(p *plot) bool { return swapped(p, 30, report.Item) }},
	{"two rows swapped", "unit-order C03 C06", 95, func(p *plot) bool { return swapped(p, 1, report.Row) }},
	{"two cells swapped", "unit-order C03 C06", 80, func(p *plot) bool {
		if p.u.Kind != report.Row || p.u.Header || len(p.u.Cells) < 2 || p.at+1 == len(p.list) {
			return false
		}
		next := &p.list[p.at+1]
		if next.Kind != report.Row || next.Header || len(next.Cells) != len(p.u.Cells) {
			return false
		}
		k := p.pick(len(p.u.Cells))
		a, b := slices.Clone(p.u.Cells), slices.Clone(next.Cells)
		if a[k] == b[k] || a[k] == "" || b[k] == "" {
			return false
		}
		a[k], b[k] = b[k], a[k]
		p.u.Cells, next.Cells = a, b
		return true
	}},
	{"a unit not translated", "C04 C03 C05", 95, func(p *plot) bool {
		if len(strings.Fields(page.Plain(p.ref.Text))) < 8 {
			return false
		}
		p.u.Text = p.ref.Text
		return true
	}},
	{"a unit in a third language", "C05", 95, func(p *plot) bool {
		if utf8.RuneCountInString(p.u.Text) < 70 || p.u.Kind == report.Footnote || p.u.Kind == report.Row {
			return false
		}
		own := strangerOf[strings.SplitN(p.own.Lang, "-", 2)[0]]
		k := p.at % len(strangers)
		if own == k+1 {
			k = (k + 1) % len(strangers)
		}
		p.u.Text = strangers[k]
		return true
	}},
}

// strangerOf is which of the strangers is in a language, counted from 1.
var strangerOf = map[string]int{"es": 1, "de": 2, "zh": 3, "ru": 4}
