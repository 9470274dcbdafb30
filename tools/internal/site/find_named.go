package site

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// speakersOf adds the speakers of a report with their turns. A speaker is a
// label as the reference prints it; a translation may write it in its own
// script.
func speakersOf(r *archive.Report, g *gatherer) {
	ref := r.Reference()
	for i := range ref.Units {
		u := &ref.Units[i]
		if u.Kind != report.Turn || u.Speaker == "" {
			continue
		}
		k := g.keyword(speakerSlug(u.Speaker), ref.Lang)
		if k.labels[ref.Lang] == "" {
			k.labels[ref.Lang] = u.Speaker
		}
		k.add(r)
		k.units = append(k.units, mention{r, u.ID})
	}
	for lang, aligned := range r.Aligned {
		for _, a := range aligned {
			if a.Ref != nil && a.Own != nil && a.Ref.Kind == report.Turn && a.Ref.Speaker != "" && a.Own.Speaker != "" {
				if k := g.bySlug[speakerSlug(a.Ref.Speaker)]; k.labels[lang] == "" {
					k.labels[lang] = a.Own.Speaker
				}
			}
		}
	}
}

func speakerSlug(label string) string { return slug(nameKey(label), ' ') }

// symbol is the keyword of a document symbol, which is the same in every
// language.
func (g *gatherer) symbol(s string) *keyword {
	k := g.keyword(symbolSlug(s), "")
	k.plain = s
	return k
}

func symbolSlug(s string) string { return slug(strings.ToLower(s), '/') }

// symbolPattern is a document symbol in running text, as the United Nations
// and bodies after its model print them (ST/LIB/SER.B/5/Rev.5): capitals, then
// two parts or more after slashes.
var symbolPattern = regexp.MustCompile(`\b\p{Lu}[\p{Lu}\d.-]{0,11}(?:/[\p{Lu}\d][\p{L}\d().-]{0,15}){2,8}`)

// symbolDigits is what tells a symbol from alternatives: a part that begins
// with a digit.
var symbolDigits = regexp.MustCompile(`/\d`)

// symbolsIn adds the units of a report that name a document by its symbol.
func symbolsIn(r *archive.Report, g *gatherer) {
	ref := r.Reference()
	for i := range ref.Units {
		u := &ref.Units[i]
		seen := map[*keyword]bool{}
		for _, text := range append([]string{u.Text}, u.Cells...) {
			if strings.Count(text, "/") < 2 {
				continue
			}
			for _, s := range symbolPattern.FindAllString(page.Plain(text), -1) {
				if s = trimSymbol(s); strings.Count(s, "/") < 2 || !symbolDigits.MatchString(s) {
					continue
				}
				if k := g.symbol(s); !seen[k] {
					seen[k] = true
					k.units = append(k.units, mention{r, u.ID})
				}
			}
		}
	}
}

// trimSymbol takes off what belongs to the sentence around a symbol.
func trimSymbol(s string) string {
	s = strings.TrimRight(s, ".-")
	for strings.HasSuffix(s, ")") && strings.Count(s, "(") < strings.Count(s, ")") {
		s = strings.TrimRight(strings.TrimSuffix(s, ")"), ".-")
	}
	return s
}
