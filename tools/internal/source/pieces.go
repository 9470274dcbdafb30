package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/page"
)

// A piece is a run as a reader finds it, with what only the whole block can
// use: the language and size that most of the block has.
type piece struct {
	Run
	lang   string
	size   float64
	hidden bool // readers do not see it
	marker bool // a bullet or number that Word wrote into the text
}

type pieces []piece

// cleanText is text as a block may hold it: normal form C, no marks that nobody
// sees.
func cleanText(s string) string {
	return norm.NFC.String(unseen.Replace(s))
}

var unseen = strings.NewReplacer("\u00ad", "", "\ufeff", "", "\x00", "", "\u2028", " ", "\u2029", " ")

// says reports whether any piece has text, a note or a symbol.
func (ps pieces) says() bool {
	for i := range ps {
		if ps[i].Note != "" || strings.TrimSpace(ps[i].Text) != "" {
			return true
		}
	}
	return false
}

// drawnRule is a line across the page that somebody typed.
var drawnRule = regexp.MustCompile(`^[\s\x{a0}]*(?:[_\-–—=~*.·•⁂][\s\x{a0}]*){3,}$`)

// isRule reports whether the pieces are such a line.
func (ps pieces) isRule() bool {
	for i := range ps {
		if ps[i].Note != "" || strings.ContainsFunc(ps[i].Text, isWordRune) {
			return false
		}
	}
	return drawnRule.MatchString(ps.plain())
}

// plain is the text without style; a line break is a line end.
func (ps pieces) plain() string {
	var b strings.Builder
	for i := range ps {
		if ps[i].Break {
			b.WriteByte('\n')
		}
		b.WriteString(ps[i].Text)
	}
	return b.String()
}

// part takes the hidden pieces out.
func (ps pieces) part() (seen, hidden pieces) {
	for i := range ps {
		if ps[i].hidden {
			hidden = append(hidden, ps[i])
		} else if seen = append(seen, ps[i]); hidden != nil {
			hidden = append(hidden, piece{Run: Run{Text: " "}})
		}
	}
	if hidden.says() {
		return seen, hidden
	}
	return ps, nil
}

// cut takes the first n bytes of the text away.
func (ps pieces) cut(n int) pieces {
	left := append(pieces(nil), ps...)
	for i := range left {
		k := min(n, len(left[i].Text))
		left[i].Text = left[i].Text[k:]
		if n -= k; n == 0 {
			break
		}
	}
	return left
}

// style gives a block the language and the size that most of its letters have.
func (ps pieces) style(b *Block) {
	var size float64
	var lang string
	sizes, langs := 0, 0
	for i := range ps {
		n := utf8.RuneCountInString(strings.TrimSpace(ps[i].Text))
		if n == 0 {
			continue
		}
		if sizes < n || ps[i].size == size {
			sizes, size = n, ps[i].size
		}
		if langs < n || ps[i].lang == lang {
			langs, lang = n, ps[i].lang
		}
	}
	b.Size, b.Lang = size, lang
}

// entry is markup for a line of a list of contents: it keeps the last tab,
// which parts the entry from its page.
func (ps pieces) entry() string {
	return strings.TrimSpace(strings.ReplaceAll(ps.text(true), " \t", "\t"))
}

// markup is the pieces as the text of a block: white space as one space,
// emphasis where Markdown can read it.
func (ps pieces) markup() string { return ps.text(false) }

func (ps pieces) text(keepTabs bool) string {
	runs := ps.runs(keepTabs)
	if len(runs) == 0 {
		return ""
	}
	if len(runs) == 1 && plainRun(&runs[0]) {
		return escape(runs[0].Text)
	}
	want := bare(runs)
	for _, strip := range []func(*Run){func(*Run) {}, func(r *Run) { r.Italic = false }, func(r *Run) { r.Bold = false }, func(r *Run) { r.Link = "" }} {
		for i := range runs {
			strip(&runs[i])
		}
		runs = settle(runs)
		s := write(runs, byLink, false)
		if squeeze(tags.Replace(page.Plain(s))) == want {
			return s
		}
	}
	return escape(strings.TrimSpace(ps.plain())) // nothing that Markdown can say: the words alone
}

var tags = strings.NewReplacer("<sup>", "", "</sup>", "", "<sub>", "", "</sub>", "", "<br>", "\n")

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func bare(runs []Run) string {
	var b strings.Builder
	for i := range runs {
		b.WriteString(runs[i].Text)
	}
	return squeeze(b.String())
}

func plainRun(r *Run) bool {
	return !r.Bold && !r.Italic && !r.Super && !r.Sub && r.Link == "" && r.Note == "" && !r.Break
}

// runs are the pieces with white space as a reader sees it, and joined where
// they look the same.
func (ps pieces) runs(keepTabs bool) []Run {
	lastTab := -1
	if keepTabs {
		for i := range ps {
			if strings.Contains(ps[i].Text, "\t") {
				lastTab = i
			}
		}
	}
	runs := make([]Run, 0, len(ps))
	spaced := true // no space is needed here
	for i := range ps {
		r := ps[i].Run
		if r.Note == "" && !r.Break {
			tab := -1
			if i == lastTab {
				tab = strings.LastIndexByte(r.Text, '\t')
			}
			if r.Text, spaced = spaces(r.Text, spaced, tab); r.Text == "" {
				continue
			}
			if n := len(runs); n > 0 && sameStyle(runs[n-1], r) {
				runs[n-1].Text += r.Text
				continue
			}
		} else {
			spaced = r.Break
		}
		if r.Break {
			runs = trimEnd(runs)
			if len(runs) == 0 {
				continue
			}
		}
		runs = append(runs, r)
	}
	runs = trimEnd(runs)
	for len(runs) > 0 && runs[len(runs)-1].Break {
		runs = trimEnd(runs[:len(runs)-1])
	}
	return runs
}

// spaces writes runs of white space as one space; the byte at tab stays a tab.
func spaces(s string, spaced bool, tab int) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case i == tab:
			out := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(out)
			b.WriteByte('\t')
			spaced = true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v':
			if !spaced {
				b.WriteByte(' ')
			}
			spaced = true
		default:
			b.WriteByte(c)
			spaced = false
		}
	}
	return b.String(), spaced
}

func trimEnd(runs []Run) []Run {
	for n := len(runs); n > 0 && runs[n-1].Note == "" && !runs[n-1].Break; n-- {
		runs[n-1].Text = strings.TrimRight(runs[n-1].Text, " \t")
		if runs[n-1].Text != "" {
			break
		}
		runs = runs[:n-1]
	}
	return runs
}
