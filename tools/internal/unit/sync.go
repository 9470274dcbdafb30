package unit

import (
	"slices"

	"rapporteur/tools/internal/report"
)

// Sync is the lock of a translation after old: a pure function of what was
// decided before and of the texts. Per unit:
//
//   - the reference changed, the translation did not: stale, and it stays so
//     whatever happens to its neighbours;
//   - the reference is again what the translation was made from: ok;
//   - the translation was touched: ok, made from the reference as it stands;
//   - the translation says based_on a newer date, not before the reference's:
//     what is still stale is confirmed;
//   - another unit of the reference stands there now, edited beyond
//     recognition, and the translation was not touched: stale;
//   - nothing is known yet: ok, unless based_on says that it was made from an
//     older text, or the pair is in doubt: unsure;
//   - the translation has nothing for it: missing. What the translation passed
//     over, or had and dropped, keeps the text that stood there then; what came
//     to the reference since has none (Aligned.Behind).
//
// then is what the reference said on the day of based_on, as Register.Then
// gives it, where the archive's history has it; nil where it does not. It
// matters when Asks says so. It tells what a translation was made from, unit by
// unit: what has changed since is stale, the rest ok.
//
// The lock must have the ids of the reference (Lock.Follow).
func Sync(old *Lock, ref, own *report.Translation, then map[string]string) *Lock {
	s := &syncer{
		old: old, then: then, lines: old.byID(), orphans: old.orphans(ref.Units),
		behind: old == nil && Older(own.Meta.Credit.BasedOn, ref.Meta.Date),
		raised: raised(old, own) && !Older(own.Meta.Credit.BasedOn, ref.Meta.Date),
		partly: raised(old, own) && Older(own.Meta.Credit.BasedOn, ref.Meta.Date) && then != nil,
	}
	refHash, ownHash := hashes(ref.Units), hashes(own.Units)
	pairs := align(ref.Units, own.Units, refHash, ownHash, old)
	left := untranslated(ref.Units, refHash, ownHash, pairs, s.lines)
	sketches := old.sketches()
	s.hashes = sketches
	lock := &Lock{BasedOn: own.Meta.Credit.BasedOn}
	for k := 0; k < len(pairs); {
		set := together(pairs[k:])
		line := Line{State: report.Missing}
		for n, p := range pairs[k : k+set] {
			if p.Own >= 0 && (n == 0 || p.Own != pairs[k].Own) {
				line.Own = append(line.Own, ownHash[p.Own])
				sketched, ok := sketches[ownHash[p.Own]]
				if !ok {
					sketched = sketch(&own.Units[p.Own])
				}
				line.Sketches = append(line.Sketches, sketched)
			}
		}
		switch {
		case pairs[k].Ref < 0:
			line.State = report.Extra
			if was := s.orphans[field(line.Own)]; was != nil && !slices.Contains(was.IDs, "") {
				line.IDs, line.Made = was.IDs, was.Made
			}
		case pairs[k].Own < 0:
			id := ref.Units[pairs[k].Ref].ID
			line.IDs = []string{id}
			if made := s.passed(id, refHash[pairs[k].Ref]); made != "" {
				line.Made = []string{made}
			}
		case left[k]:
			id := ref.Units[pairs[k].Ref].ID
			line.IDs, line.Made = []string{id}, []string{ownHash[pairs[k].Own]}
		default:
			line.State = report.OK
			for n, p := range pairs[k : k+set] {
				if n > 0 && p.Ref == pairs[k].Ref {
					continue
				}
				id := ref.Units[p.Ref].ID
				made, state := s.unit(id, refHash[p.Ref], line.Own, p.Cost)
				line.IDs, line.Made = append(line.IDs, id), append(line.Made, made)
				line.State = worse(line.State, state)
			}
		}
		lock.Lines = append(lock.Lines, line)
		k += set
	}
	return lock
}

// Asks reports whether Sync needs to know what the reference said on the day of
// based_on.
func Asks(old *Lock, ref, own *report.Translation) bool {
	return Older(own.Meta.Credit.BasedOn, ref.Meta.Date) && (old == nil || raised(old, own))
}

// A syncer has what the decisions on all units of a translation share.
type syncer struct {
	old     *Lock
	lines   map[string]*Line  // by id
	orphans map[string]*Line  // by own text
	hashes  map[string]Sketch // of what the translation said before
	then    map[string]string
	behind  bool // it is new, and was made from an older text than the reference's
	raised  bool // it says that it was brought to the reference as it stands
	partly  bool // it says that it was brought to an older text, which is known
}

// unit decides on one unit: what it was made from, and its state.
func (s *syncer) unit(id, now string, own []string, cost float64) (string, report.State) {
	was := s.lines[id]
	known := was != nil && len(was.Own) > 0 && !was.left()
	made := ""
	if known {
		made = was.made(id)
	} else if orphan := s.orphans[field(own)]; orphan != nil {
		known, was, made = true, orphan, orphan.Made[0]
	}
	switch {
	case !known && s.behind && s.then[id] != "":
		return against(s.then[id], now, report.OK)
	case !known && s.old == nil && (s.behind || cost > Doubt):
		return now, report.Unsure
	case !known && was != nil && was.made(id) != "" && s.had(own):
		made = was.made(id) // both stood there, and were not known to be one
		if made == now || s.raised {
			return now, report.OK
		}
		return made, report.Stale
	case !known || !slices.Equal(was.Own, own):
		return now, report.OK
	case made == now && (was.State == report.Stale || was.State == report.Extra):
		return now, report.OK
	case made == now && was.State == report.Unsure && s.raised:
		return now, report.Confirmed
	case made == now:
		return now, was.State
	case s.raised:
		return now, report.Confirmed
	case s.partly && s.then[id] != "":
		return against(s.then[id], now, report.Confirmed)
	}
	return made, report.Stale
}

// had reports whether the translation said all of this before.
func (s *syncer) had(own []string) bool {
	return !slices.ContainsFunc(own, func(h string) bool { _, ok := s.hashes[h]; return !ok })
}

// passed is the text of a unit that the translation passes over: what the
// reference said when the whole was translated, said to be up to date, or last
// had the unit; "" if it has got the unit since.
func (s *syncer) passed(id, now string) string {
	was := s.lines[id]
	switch {
	case s.raised, s.old == nil && !s.behind:
		return now
	case s.then[id] != "":
		return s.then[id]
	case was != nil:
		return was.made(id)
	}
	return ""
}

// against is a unit that was made from a text that is known: fresh if that is
// what the reference says still.
func against(made, now string, fresh report.State) (string, report.State) {
	if made == now {
		return now, fresh
	}
	return made, report.Stale
}

// worse is the state of two units that the translation says as one.
func worse(a, b report.State) report.State {
	for _, s := range []report.State{report.Stale, report.Unsure, report.Confirmed} {
		if a == s || b == s {
			return s
		}
	}
	return report.OK
}

// raised reports whether the translation says now that it is based on a later
// day than it said before.
func raised(old *Lock, own *report.Translation) bool {
	now := own.Meta.Credit.BasedOn
	return old != nil && now != "" && (old.BasedOn == "" || Older(old.BasedOn, now))
}

// Older compares two dates as far as both go: 2025-07 is not older than
// 2025-07-14. No date is older than none.
func Older(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// together counts the pairs at the front that belong to one line: units joined
// or split.
func together(pairs []Pair) int {
	n := 1
	for n < len(pairs) && pairs[n].Joined && (pairs[n].Own == pairs[0].Own || pairs[n].Ref == pairs[0].Ref) {
		n++
	}
	return n
}

// sketches gives the sketches that a lock has, by hash.
func (l *Lock) sketches() map[string]Sketch {
	known := make(map[string]Sketch)
	if l != nil {
		for _, line := range l.Lines {
			for n, s := range line.Sketches {
				if n < len(line.Own) && len(s) == sketchDigits {
					known[line.Own[n]] = s
				}
			}
		}
	}
	return known
}
