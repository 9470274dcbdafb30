package check

import (
	"bytes"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A Context is one translation with all that a check may look at.
type Context struct {
	archive   *archive.Archive
	report    *archive.Report
	own       *report.Translation
	reference *report.Translation // nil if own is the reference
	aligned   []unit.Aligned      // nil if own is the reference
	units     []report.Unit       // own's, all of them
	plain     []string            // their words without markup
	left      []bool              // they stand in the reference's language still
	foreign   []string            // the other language that they are in, or ""
	paired    []pair              // made by pairs
	masked    []piece             // made by pieces
	used      []use               // made by uses
	lines     []string            // the file's, as they are
	words     *words              // what is known of the language; never nil
	check     *Check              // the one that runs
	problems  []report.Problem
}

// newContext looks at t, which was read from data.
func newContext(a *archive.Archive, r *archive.Report, t *report.Translation, data []byte) *Context {
	c := &Context{archive: a, report: r, own: t, units: t.Units, words: wordsOf(t.Lang)}
	if ref := r.Reference(); ref != t {
		c.reference, c.aligned = ref, r.Aligned[t.Lang]
	}
	left := make(map[string]bool)
	for _, pair := range c.aligned {
		if pair.Left {
			left[pair.Ref.ID] = true
		}
	}
	c.plain, c.left = make([]string, len(t.Units)), make([]bool, len(t.Units))
	for i := range t.Units {
		c.plain[i] = plainOf(&t.Units[i])
		c.left[i] = left[t.Units[i].ID]
	}
	c.foreign = foreignIn(c)
	c.lines = strings.Split(string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))), "\n")
	return c
}

// plainOf is what a unit says, without its speaker, number and label.
func plainOf(u *report.Unit) string {
	if u.Kind != report.Row {
		return page.Plain(u.Text)
	}
	cells := make([]string, len(u.Cells))
	for i, cell := range u.Cells {
		cells[i] = page.Plain(cell)
	}
	return strings.Join(cells, "\n")
}

// each calls f for every unit that is written in the translation's language.
func (c *Context) each(f func(i int, u *report.Unit)) {
	for i := range c.units {
		if !c.left[i] && c.foreign[i] == "" {
			f(i, &c.units[i])
		}
	}
}

// A pair is a unit against the one of the reference that it was made from.
type pair struct {
	ref, own         *report.Unit
	there, here      string // what they say
	refNear, ownNear string // what stands beside them alone: a paragraph may have been split or joined
	joined           bool   // one of them is paired with another unit too
	foreign          string // the language that own is in, if it is not the translation's
}

// pairs calls f for every pair that is fresh, or not known to be stale, and in
// the language that it should be in.
func (c *Context) pairs(f func(pair)) {
	c.allPairs(func(p pair) {
		if p.foreign == "" {
			f(p)
		}
	})
}

// allPairs calls f for those too whose unit is in another language: a title
// that is quoted, a text that waits for its translator.
func (c *Context) allPairs(f func(pair)) {
	if c.paired == nil {
		c.paired = c.comparable()
	}
	for _, p := range c.paired {
		f(p)
	}
}

func (c *Context) comparable() []pair {
	at := make(map[*report.Unit]int, len(c.units))
	for i := range c.units {
		at[&c.units[i]] = i
	}
	joined := make(map[*report.Unit]bool)
	for _, a := range c.aligned {
		if a.Joined {
			joined[a.Own], joined[a.Ref] = true, true
		}
	}
	pairs := []pair{}
	for k, a := range c.aligned {
		if a.Ref == nil || a.Own == nil {
			continue
		}
		switch a.State {
		case report.OK, report.Confirmed, report.Unknown:
		default:
			continue
		}
		p := pair{ref: a.Ref, own: a.Own, there: plainOf(a.Ref), here: c.plain[at[a.Own]], foreign: c.foreign[at[a.Own]], joined: joined[a.Own] || joined[a.Ref]}
		for _, near := range []int{k - 1, k + 1} {
			switch {
			case near < 0 || near >= len(c.aligned) || c.aligned[near].Left:
			case c.aligned[near].Ref == nil:
				p.ownNear += "\n" + unit.Words(c.aligned[near].Own)
			case c.aligned[near].Own == nil:
				p.refNear += "\n" + unit.Words(c.aligned[near].Ref)
			}
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// say adds a finding of the check that runs, at u, or, without one, on the
// file as a whole. args are names and what the sentence quotes for them.
func (c *Context) say(u *report.Unit, args ...string) {
	c.add(c.check.Code, c.check.Severity, 0, u, args)
}

// sayLine adds a finding at a line of the file.
func (c *Context) sayLine(line int, args ...string) {
	c.add(c.check.Code, c.check.Severity, line, nil, args)
}

// vary adds a finding of a variant, with a severity of its own.
func (c *Context) vary(variant string, severity report.Severity, u *report.Unit, args ...string) {
	c.add(c.check.Code+"-"+variant, severity, 0, u, args)
}

// add is where every finding passes.
func (c *Context) add(code string, severity report.Severity, line int, u *report.Unit, args []string) {
	p := report.Problem{Code: code, Severity: severity, File: c.own.File, Line: line, Args: make(map[string]string, len(args)/2)}
	if u != nil {
		p.Line, p.Unit = u.Line, u.ID
	}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = quote(args[i+1])
	}
	c.problems = append(c.problems, p)
}

// isTranslation reports whether the text is known to be a translation.
func (c *Context) isTranslation() bool {
	return c.own.Meta.Original != "" && !c.own.IsOriginal()
}
