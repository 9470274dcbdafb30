package check

import (
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// The codes of what is wrong with an allowance.
const (
	allowCode   = "allow-code"   // no check has the code, or nobody may allow what it finds
	allowReason = "allow-reason" // it does not say why
	allowUnused = "allow-unused" // there is nothing to allow any more
)

// allow takes out the findings that the file's front matter allows with a
// reason, and says which allowances allow nothing. What would break or abuse
// the site is never allowed.
func (c *Context) allow(ran func(code string) bool) {
	last := 0
	for _, a := range c.own.Meta.Allow {
		line := c.allowLine(&last)
		say := func(code string) {
			p := report.Problem{Code: code, Severity: report.Warning, File: c.own.File, Line: line, Args: map[string]string{"Code": quote(a.Code)}}
			c.problems = append(c.problems, p)
		}
		check := checkOf(a.Code)
		switch {
		case check == nil || check.Gate:
			say(allowCode)
			continue
		case strings.TrimSpace(a.Reason) == "":
			say(allowReason)
			continue
		}
		before := len(c.problems)
		c.problems = slices.DeleteFunc(c.problems, func(p report.Problem) bool { return c.allows(a, &p) })
		if len(c.problems) == before && ran(a.Code) {
			say(allowUnused)
		}
	}
}

// allows reports whether a covers a finding.
func (c *Context) allows(a report.Allowance, p *report.Problem) bool {
	return p.Code == a.Code && (a.Unit == "" || p.Unit == a.Unit) && (a.Text == "" || strings.Contains(c.said(p), unit.Fold(a.Text)))
}

// said is what the text says where a finding is: its unit, or its line.
func (c *Context) said(p *report.Problem) string {
	for i := range c.units {
		if p.Unit != "" && c.units[i].ID == p.Unit {
			return unit.Fold(unit.Words(&c.units[i]))
		}
	}
	if p.Line > 0 && p.Line <= len(c.lines) {
		return unit.Fold(c.lines[p.Line-1])
	}
	return ""
}

// allowLine is the line of the next [[allow]] of the front matter.
func (c *Context) allowLine(last *int) int {
	for i := *last; i < len(c.lines); i++ {
		if strings.ReplaceAll(strings.TrimSpace(c.lines[i]), " ", "") == "[[allow]]" {
			*last = i + 1
			return i + 1
		}
	}
	return 1
}

// checkOf finds the check that a code is of: its own, or that of a variant.
func checkOf(code string) *Check {
	for i := range checks {
		if checks[i].Code == code {
			return &checks[i]
		}
	}
	if name, _, variant := strings.Cut(code, "-"); variant {
		for i := range checks {
			if checks[i].Code == name {
				return &checks[i]
			}
		}
	}
	return nil
}
