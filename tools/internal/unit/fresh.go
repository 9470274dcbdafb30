package unit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// An Aligned is a unit of a report in one language: the reference's, the
// translation's, or both, and what is known of them.
type Aligned struct {
	Ref    *report.Unit // nil for an extra unit
	Own    *report.Unit // nil where the translation has none, or left it in the reference's language
	State  report.State
	Behind bool         // the translation has nothing for it, and the reference has got or changed it since
	Left   bool         // the translation has the unit, untranslated
	Made   string       // hash of the reference text it was made from, where that is known
	Joined bool         // the translation says this unit and another in one, or this one in two
	With   *report.Unit // of units joined, where Own is nil: the one that says this one too; of a unit split, where Ref is nil: the reference's
}

// Fresh pairs a translation with its reference, whose units have their ids,
// and says of each unit what lock and texts tell together. The translation's
// units get the ids of those they are paired with; an extra unit gets its
// predecessor's with x1, x2, …, as does the second part of one that was split.
// A lock that is behind the texts is read as far as it goes: a unit whose
// translation was touched since is unknown, not stale.
func Fresh(ref, own *report.Translation, lock *Lock) []Aligned {
	lines := lock.byID()
	refHash, ownHash := hashes(ref.Units), hashes(own.Units)
	pairs := align(ref.Units, own.Units, refHash, ownHash, lock)
	left := untranslated(ref.Units, refHash, ownHash, pairs, lines)
	aligned := make([]Aligned, 0, len(pairs))
	lastID, extras := "top", 0
	for k := 0; k < len(pairs); {
		set := together(pairs[k:])
		var said []string // hashes of what the translation has for the unit
		for n, p := range pairs[k : k+set] {
			if p.Own >= 0 && (n == 0 || p.Own != pairs[k].Own) {
				said = append(said, ownHash[p.Own])
			}
		}
		for n, p := range pairs[k : k+set] {
			a := Aligned{Joined: set > 1}
			first := pairs[k]
			switch {
			case p.Ref < 0 || n > 0 && p.Ref == first.Ref:
				extras++
				a.Own, a.State = &own.Units[p.Own], report.Extra
				a.Own.ID = lastID + "x" + strconv.Itoa(extras)
				if n > 0 {
					a.State, a.With = aligned[len(aligned)-1].State, &ref.Units[p.Ref]
				}
				aligned = append(aligned, a)
				continue
			case p.Own < 0:
				a.State = report.Missing
			case left[k]:
				a.Left, a.State = true, report.Missing
				own.Units[p.Own].ID = ref.Units[p.Ref].ID
			case n > 0:
				a.With = &own.Units[p.Own]
			default:
				a.Own = &own.Units[p.Own]
				a.Own.ID = ref.Units[p.Ref].ID
			}
			a.Ref = &ref.Units[p.Ref]
			if line := lines[a.Ref.ID]; a.State == report.Missing && lock != nil {
				a.Behind = line == nil || line.made(a.Ref.ID) != refHash[p.Ref]
			}
			lastID, extras = a.Ref.ID, 0
			if a.State == "" {
				a.State, a.Made = state(lines[a.Ref.ID], a.Ref.ID, refHash[p.Ref], said, p.Cost)
			}
			aligned = append(aligned, a)
		}
		k += set
	}
	return aligned
}

// state reads a line of the lock against the texts as they stand.
func state(line *Line, id, now string, own []string, cost float64) (report.State, string) {
	if line == nil || len(line.Own) == 0 || line.left() {
		if cost > Doubt {
			return report.Unsure, ""
		}
		return report.Unknown, ""
	}
	made := line.made(id)
	switch {
	case made == now && (line.State == report.Stale || line.State == report.Extra):
		return report.OK, made
	case made == now:
		return line.State, made
	case !slices.Equal(line.Own, own):
		return report.Unknown, made
	}
	return report.Stale, made
}

// untranslated finds the pairs whose translation is the reference's own text:
// four words or more that are the same, and shorter ones beside them; and those
// that were so when the reference was last synced, and have not been touched
// since. A name, a number or a code alone is the same in every language.
func untranslated(ref []report.Unit, refHash, ownHash []string, pairs []Pair, lines map[string]*Line) []bool {
	same := make([]bool, len(pairs))
	left := make([]bool, len(pairs))
	for k, p := range pairs {
		if p.Ref < 0 || p.Own < 0 {
			continue
		}
		if line := lines[ref[p.Ref].ID]; line != nil && line.left() && line.Own[0] == ownHash[p.Own] {
			left[k] = true
		}
		if refHash[p.Ref] != ownHash[p.Own] {
			continue
		}
		if n, all := proseWords(Words(&ref[p.Ref])); n > 0 {
			same[k] = true
			left[k] = left[k] || n >= 4 && 2*n >= all
		}
	}
	for k := 1; k < len(pairs); k++ {
		left[k] = left[k] || same[k] && left[k-1]
	}
	for k := len(pairs) - 2; k >= 0; k-- {
		left[k] = left[k] || same[k] && left[k+1]
	}
	return left
}

// proseWords counts the words of s that are prose, and all. One that has a digit
// or a sign within, or no small letter, is a code; so are those of which a text
// has more than of words. Four characters of a script without spaces count as two.
func proseWords(s string) (prose, all int) {
	for _, w := range strings.Fields(s) {
		all++
		w = strings.TrimFunc(w, func(r rune) bool { return unicode.IsPunct(r) && !strings.ContainsRune(`/\@#%&_-`, r) })
		code := strings.IndexFunc(w, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'’‘·", r)
		}) >= 0
		if !code && !strings.HasPrefix(w, "-") && strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) }) >= 0 {
			prose++
		}
	}
	if Wide(s) {
		if n := utf8.RuneCountInString(s) / 2; n > prose {
			return n, n
		}
	}
	return prose, all
}
