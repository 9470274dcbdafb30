package check_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/glossary"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// Faults are put into real translations, one at a time: nineteen of twenty are
// found, in the unit or beside it.
func TestFaultsInRealPairs(t *testing.T) {
	a := clean(t)
	random := rand.New(rand.NewPCG(1, 2))
	digits := regexp.MustCompile(`\d{2,}`)
	for _, fault := range []struct {
		name  string
		codes []string
		plant func(ref *report.Translation, own []report.Unit, i int) []report.Unit // nil: not here
	}{
		{"a number", []string{"C06"}, func(ref *report.Translation, own []report.Unit, i int) []report.Unit {
			u := &own[i]
			at := digits.FindStringIndex(u.Text)
			paired := slices.ContainsFunc(ref.Units, func(r report.Unit) bool { return r.ID == u.ID })
			if u.Kind == report.Row || at == nil || !paired || strings.Contains(u.Text, "http") {
				return nil
			}
			d := u.Text[at[1]-1]
			u.Text = u.Text[:at[1]-1] + string('0'+(d-'0'+3)%10) + u.Text[at[1]:]
			return own
		}},
		{"a unit lost", []string{"C03"}, func(ref *report.Translation, own []report.Unit, i int) []report.Unit {
			return append(own[:i:i], own[i+1:]...)
		}},
		{"two neighbours swapped", []string{"unit-order", "C03", "C06"}, func(ref *report.Translation, own []report.Unit, i int) []report.Unit {
			if i+1 == len(own) || own[i].Kind != own[i+1].Kind || own[i].Level != own[i+1].Level || own[i].Number != "" || len(own[i].Text) < 60 || len(own[i+1].Text) < 60 {
				return nil
			}
			own[i], own[i+1] = own[i+1], own[i]
			return own
		}},
		{"a unit not translated", []string{"C04", "C03"}, func(ref *report.Translation, own []report.Unit, i int) []report.Unit {
			for _, r := range ref.Units {
				if r.ID == own[i].ID && len(strings.Fields(page.Plain(r.Text))) >= 8 {
					own[i].Text = r.Text
					return own
				}
			}
			return nil
		}},
		{"a term of the glossary", []string{"C15"}, func(ref *report.Translation, own []report.Unit, i int) []report.Unit {
			// the term, wherever the unit has it, gives way to other words
			terms := a.Glossary.For(ownLang(own), ref.Report)
			var source string
			for _, r := range ref.Units {
				if r.ID == own[i].ID {
					source = page.Plain(r.Text)
				}
			}
			for _, f := range a.Glossary.For(ref.Lang, ref.Report).Find(source) {
				text := own[i].Text
				uses := terms.Find(text)
				planted := false
				for k := len(uses) - 1; k >= 0; k-- {
					if u := uses[k]; u.Concept == f.Concept && !glossary.InName(source, f) {
						text, planted = text[:u.Start]+other[ownLang(own)]+text[u.End:], true
					}
				}
				if planted {
					own[i].Text = text
					return own
				}
			}
			return nil
		}},
		{"a unit in a third language", []string{"C05"}, func(ref *report.Translation, own []report.Unit, i int) []report.Unit {
			if len(strings.Fields(own[i].Text)) < 12 || own[i].Kind == report.Footnote {
				return nil
			}
			own[i].Text = strangers[i%len(strangers)]
			return own
		}},
	} {
		found, all := 0, 0
		most := 5 // of each translation
		if fault.codes[0] == "unit-order" {
			most = 12 // more than of others: few can be swapped, and chance would decide
		}
		for _, r := range a.Reports {
			ref := r.Reference()
			for _, own := range r.Translations {
				if own == ref || len(r.Translations) < 2 {
					continue
				}
				was := findings(t, ref, own, own.Units, fault.codes)
				tried := 0
				for _, at := range random.Perm(len(own.Units)) {
					units := append([]report.Unit(nil), own.Units...)
					units = fault.plant(ref, units, at)
					if units == nil {
						continue
					}
					all++
					if findings(t, ref, own, units, fault.codes) > was {
						found++
					} else if testing.Verbose() {
						t.Logf("    missed in %s %s: %s", own.Report, own.Lang, difference(own.Units, units))
					}
					if tried++; tried == most {
						break
					}
				}
			}
		}
		t.Logf("%-28s found %d of %d", fault.name, found, all)
		if all < 10 || found*20 < all*19 {
			t.Errorf("%s: found only %d of %d", fault.name, found, all)
		}
	}
}

// strangers are in languages that the translations are not in: one whose words
// are known, one whose are not, two in other scripts.
var strangers = []string{
	"Los miembros del puerto dieron las gracias a la tripulación del barco por su trabajo durante la noche.",
	"Die Mitglieder des Hafens dankten der Mannschaft des Schiffes für ihre Arbeit in der Nacht und gingen nach Hause.",
	"与会者感谢船员整夜的辛勤工作，然后各自回家休息，并商定下周再次开会讨论。",
	"Участники собрания поблагодарили экипаж судна за работу в течение всей ночи и разошлись по домам.",
}

// other are words that stand in the place of a term.
var other = map[string]string{"fr": "cet ensemble", "ar": "ذلك الأمر"}

// ownLang is the language of units, by their script.
func ownLang(units []report.Unit) string {
	for i := range units {
		if strings.ContainsFunc(units[i].Text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
			return "ar"
		}
	}
	return "fr"
}

// findings counts what is found with one of the codes in the translation if it
// has these units.
func findings(t *testing.T, ref, own *report.Translation, units []report.Unit, codes []string) int {
	t.Helper()
	return len(problems(t, ref, own, units, codes))
}

func problems(t *testing.T, ref, own *report.Translation, units []report.Unit, codes []string) []report.Problem {
	t.Helper()
	changed := *own
	changed.Units = units
	var list []report.Problem
	files := map[string]string{
		"content/reports/harbour/index." + ref.Lang + ".md": string(page.Format(ref)),
		"content/reports/harbour/index." + own.Lang + ".md": string(page.Format(&changed)),
	}
	addGlossary(t, files)
	files["config.toml"] = config + "[languages.de]\n[languages.sw]\n" // without a word list
	for _, p := range check.Run(open(t, files), check.Options{Paths: []string{"content/reports/harbour/index." + own.Lang + ".md"}}) {
		if slices.Contains(codes, p.Code) && strings.HasSuffix(p.File, own.Lang+".md") {
			list = append(list, p)
		}
	}
	return list
}

// difference is the first unit that was changed.
func difference(was, is []report.Unit) string {
	for i := range was {
		if i >= len(is) || was[i].Text != is[i].Text {
			return was[i].Text
		}
	}
	return ""
}
