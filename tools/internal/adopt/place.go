package adopt

import (
	"path"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/report"
)

// place gives every page its report: pages with one translationKey, or else at
// one path, are translations of one another. Two files for one language of a
// report are told apart by their order; the second becomes a report of its own.
func (s *site) place() {
	sort.Slice(s.pages, func(i, j int) bool {
		a, b := s.pages[i], s.pages[j]
		if a.path != b.path {
			return a.path < b.path
		}
		if (a.lang == s.fallback) != (b.lang == s.fallback) {
			return a.lang == s.fallback // names the report
		}
		return a.file < b.file
	})
	groups := make(map[string][]*oldPage)
	var order []string
	for _, p := range s.pages {
		key := "path:" + p.path
		if p.front.key != "" {
			key = "key:" + p.front.key
		}
		if has(groups[key], p.lang) {
			s.leave("adopt-twice", p.file, 0, p.lang)
		}
		for has(groups[key], p.lang) {
			key += "\x00"
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], p)
	}
	taken := make(map[string]bool)
	for _, key := range order {
		id := free(taken, name(groups[key], s.fallback))
		for _, p := range groups[key] {
			p.report = id
		}
	}
}

func has(group []*oldPage, lang string) bool {
	for _, p := range group {
		if p.lang == lang {
			return true
		}
	}
	return false
}

// name is the id that a report should have: of the page in the site's own
// language, by its file or folder; where that says nothing in Latin letters,
// by its slug, its key, or its date.
func name(group []*oldPage, fallback string) string {
	first := group[0]
	for _, p := range group {
		if p.lang == fallback {
			first = p
		}
	}
	for _, s := range []string{path.Base(first.path), first.front.slug, first.front.key, first.path, "report-" + first.front.date} {
		if id := identifier(s); id != "" {
			return id
		}
	}
	return "report"
}

// identifier is s in the letters of a report's id, or "" where too little of it
// is left to know it by.
func identifier(s string) string {
	var b strings.Builder
	letters, all := 0, 0
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			all++
		}
		switch {
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
			letters++
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteByte('-')
		}
	}
	id := strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' }), "-")
	if len(id) > 70 {
		id = strings.TrimRight(id[:70], "-")
	}
	if 2*letters < all || !report.IsID(id) {
		return ""
	}
	return id
}

// free is the id, or the id with the first number that nobody has.
func free(taken map[string]bool, id string) string {
	for n, try := 2, id; ; n++ {
		if !taken[try] {
			taken[try] = true
			return try
		}
		try = id + "-" + strconv.Itoa(n)
	}
}

func sortTexts(texts []Text) {
	sort.Slice(texts, func(i, j int) bool {
		if texts[i].Report != texts[j].Report {
			return texts[i].Report < texts[j].Report
		}
		return texts[i].Lang < texts[j].Lang
	})
}
