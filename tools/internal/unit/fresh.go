package unit

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// An Aligned is a unit of a report in one language: the reference's, the
// translation's, or both, and what is known of them.
type Aligned struct {
	Ref   *report.Unit // nil for an extra unit
	Own   *report.Unit // nil where the translation has none, or left it in the reference's language
	State report.State
	Left  bool   // the translation has the unit, untranslated
	Made  string // hash of the reference text it was made from, where that is known
}

// Fresh pairs a translation with its reference, whose units have their ids,
// and says of each unit what lock and texts tell together. The translation's
// units get the ids of those they are paired with; an extra unit gets its
// predecessor's with x1, x2, … A lock that is behind the texts is read as far
// as it goes: a unit whose translation was touched since is unknown, not stale.
func Fresh(ref, own *report.Translation, lock *Lock) []Aligned {
	lines := lock.ByID()
	refHash, ownHash := hashes(ref.Units), hashes(own.Units)
	pairs := align(ref.Units, own.Units, refHash, ownHash, lock.known())
	left := untranslated(ref.Units, refHash, ownHash, pairs)
	aligned := make([]Aligned, 0, len(pairs))
	lastID, extras := "top", 0
	for k, p := range pairs {
		a := Aligned{}
		if p.Own >= 0 {
			a.Own = &own.Units[p.Own]
		}
		if p.Ref < 0 {
			extras++
			a.State = report.Extra
			a.Own.ID = lastID + "x" + strconv.Itoa(extras)
			aligned = append(aligned, a)
			continue
		}
		a.Ref = &ref.Units[p.Ref]
		lastID, extras = a.Ref.ID, 0
		switch {
		case a.Own == nil:
			a.State = report.Missing
		case left[k]:
			a.Own.ID = a.Ref.ID
			a.Own, a.Left, a.State = nil, true, report.Missing
		default:
			a.Own.ID = a.Ref.ID
			a.State, a.Made = state(a.Ref.ID, refHash[p.Ref], ownHash[p.Own], p.Cost, lines)
		}
		aligned = append(aligned, a)
	}
	return aligned
}

// state reads the lock against the texts as they stand.
func state(id, now, own string, cost float64, lines map[string]Line) (report.State, string) {
	line, ok := lines[id]
	if !ok || line.Own == "" {
		if cost > Doubt {
			return report.Unsure, ""
		}
		return report.Unknown, ""
	}
	switch {
	case line.Made == now:
		return line.State, line.Made
	case line.Own != own:
		return report.Unknown, line.Made
	}
	return report.Stale, line.Made
}

// Sync is the lock of a translation after old: a pure function of what was
// decided before and of the texts. Per unit:
//
//   - the reference changed, the translation did not: stale, and it stays so
//     whatever happens to its neighbours;
//   - the translation was touched: ok, made from the reference as it stands;
//   - the translation says based_on a newer date, not before the reference's:
//     what is still stale is confirmed;
//   - nothing is known yet: ok, unless based_on says that it was made from an
//     older text, or the pair is in doubt: unsure.
func Sync(old *Lock, ref, own *report.Translation) *Lock {
	raised := old != nil && own.Meta.Credit.BasedOn > old.BasedOn && own.Meta.Credit.BasedOn >= ref.Meta.Date
	behind := own.Meta.Credit.BasedOn != "" && own.Meta.Credit.BasedOn < ref.Meta.Date
	lines := old.ByID()
	refHash, ownHash := hashes(ref.Units), hashes(own.Units)
	pairs := align(ref.Units, own.Units, refHash, ownHash, old.known())
	left := untranslated(ref.Units, refHash, ownHash, pairs)
	lock := &Lock{BasedOn: own.Meta.Credit.BasedOn}
	for k, p := range pairs {
		if p.Ref < 0 {
			lock.Lines = append(lock.Lines, Line{Own: ownHash[p.Own], State: report.Extra})
			continue
		}
		u := &ref.Units[p.Ref]
		if p.Own < 0 || left[k] {
			lock.Lines = append(lock.Lines, Line{ID: u.ID, State: report.Missing})
			continue
		}
		now := Line{ID: u.ID, Made: refHash[p.Ref], Own: ownHash[p.Own], State: report.OK}
		was, known := lines[u.ID]
		known = known && was.Own != ""
		switch {
		case !known && old == nil && (behind || p.Cost > Doubt):
			now.State = report.Unsure
		case !known || was.Own != now.Own:
		case was.Made == now.Made:
			now.State = was.State
			if raised && was.State == report.Unsure {
				now.State = report.Confirmed
			}
		case raised:
			now.State = report.Confirmed
		default:
			now.Made, now.State = was.Made, report.Stale
		}
		lock.Lines = append(lock.Lines, now)
	}
	return lock
}

// untranslated finds the pairs whose translation is the reference's own text:
// four words or more that are the same, and shorter ones beside them. A name,
// a number or a code alone is the same in every language.
func untranslated(ref []report.Unit, refHash, ownHash []string, pairs []Pair) []bool {
	same := make([]bool, len(pairs))
	left := make([]bool, len(pairs))
	for k, p := range pairs {
		if p.Ref < 0 || p.Own < 0 {
			continue
		}
		if refHash[p.Ref] != ownHash[p.Own] {
			continue
		}
		if n := letterWords(Words(&ref[p.Ref])); n > 0 {
			same[k] = true
			left[k] = n >= 4
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

// letterWords counts the words of s that are not codes: those with a letter
// that is no capital. Four characters of a script without spaces count as two.
func letterWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) }) >= 0 {
			n++
		}
	}
	if Wide(s) {
		n = max(n, utf8.RuneCountInString(s)/2)
	}
	return n
}
