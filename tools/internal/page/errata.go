package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// maxErrata is how many bytes a register may have.
const maxErrata = 256 << 10

// ParseErrata reads an errata register, content/reports/<report>/errata.toml:
// a table [[errata]] an entry, with the keys unit, lang, state, date, what,
// answer and answered and no others. An entry with a problem is left out; the
// others keep their numbers.
func ParseErrata(file string, data []byte) ([]report.Erratum, []report.Problem) {
	fail := func(code string, line int, args map[string]string) report.Problem {
		return report.Problem{Code: code, Severity: report.Error, File: file, Line: line, Args: args}
	}
	if len(data) > maxErrata {
		return nil, []report.Problem{fail("page-size", 0, map[string]string{"Limit": "256 kB"})}
	}
	if !utf8.Valid(data) {
		return nil, []report.Problem{fail("page-encoding", lineOf(data, invalidUTF8(data)), nil)}
	}
	var f struct {
		Errata []struct {
			Unit     string `toml:"unit"`
			Lang     string `toml:"lang"`
			State    string `toml:"state"`
			Date     any    `toml:"date"`
			What     string `toml:"what"`
			Answer   string `toml:"answer"`
			Answered any    `toml:"answered"`
		} `toml:"errata"`
	}
	codes := map[string]string{"front-matter": "errata", "front-matter-key": "errata-key"}
	if problems := decode(file, data, &f); len(problems) > 0 {
		for i := range problems {
			problems[i].Code = codes[problems[i].Code]
			problems[i].Line-- // there is no line of +++ before the first
		}
		return nil, problems
	}
	lines := tableLines(data, "[[errata]]")
	var list []report.Erratum
	var problems []report.Problem
	for i, raw := range f.Errata {
		e := report.Erratum{Nth: i + 1, Unit: raw.Unit, Lang: raw.Lang, State: report.ErratumState(raw.State), Date: dateText(raw.Date),
			What: strings.TrimSpace(raw.What), Answer: strings.TrimSpace(raw.Answer), Answered: dateText(raw.Answered)}
		if i < len(lines) {
			e.Line = lines[i]
		}
		good := true
		value := func(key, got string, ok bool, allowed string) {
			if !ok {
				good = false
				problems = append(problems, fail("errata-value", e.Line, map[string]string{"Key": key, "Value": got, "Allowed": allowed}))
			}
		}
		value("unit", e.Unit, report.IsID(e.Unit), "p12, item4, note2")
		value("lang", e.Lang, report.IsTag(e.Lang), "en, fr, zh-hans")
		value("state", raw.State, oneOf(e.State, report.ErratumStates), join(report.ErratumStates))
		value("date", e.Date, isDay(e.Date), "2025-07-14")
		value("what", e.What, e.What != "", "“…”")
		value("answered", e.Answered, e.Answered == "" || isDay(e.Answered), "2025-07-14")
		if good {
			list = append(list, e)
		}
	}
	return list, problems
}

func isDay(s string) bool { return len(s) == len("2025-07-14") && isDate(s) }

// tableLines are the lines, from 1, on which a table of an array begins.
func tableLines(data []byte, header string) []int {
	var lines []int
	for i, line := range bytes.Split(data, []byte("\n")) {
		if text := strings.ReplaceAll(string(line), " ", ""); text == header || strings.HasPrefix(strings.TrimSpace(text), header) {
			lines = append(lines, i+1)
		}
	}
	return lines
}
