package unit

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// draft is a text of n units in which every sentence is its own.
func draft(rnd *rand.Rand, n int) []string {
	words := strings.Fields("harbour ferry port tide market night crew pilot storm sail rope lamp chart deck fish salt stone wall bridge river bank coast island wind wave sand gull net oar keel mast")
	list := make([]string, n)
	for i := range list {
		s := make([]string, 12+rnd.Intn(30))
		for k := range s {
			s[k] = words[rnd.Intn(len(words))]
		}
		list[i] = strings.Join(s, " ") + "."
		if i%3 == 1 {
			list[i] = "- " + list[i]
		}
	}
	return list
}

// TestRevisionYieldsWhatChanged makes final texts of drafts and asks for
// exactly the units that changed, were added and removed.
func TestRevisionYieldsWhatChanged(t *testing.T) {
	for seed := range int64(20) {
		rnd := rand.New(rand.NewSource(seed))
		was := draft(rnd, 60)
		now := append([]string(nil), was...)
		var want []string
		for i := 3; i < 58; i += 6 {
			switch i / 6 % 4 {
			case 0, 1:
				words := strings.Fields(now[i])
				for range 3 {
					words[2+rnd.Intn(len(words)-3)] = "lighthouse"
				}
				now[i] = strings.Join(words, " ")
				want = append(want, fmt.Sprint("changed ", i))
			case 2:
				now[i] = ""
				want = append(want, fmt.Sprint("removed ", i))
			case 3:
				now[i] += "\n\nA paragraph about quays, cranes and warehouses that no draft had in it before now."
				want = append(want, "added")
			}
		}
		for i := range now { // and what nobody hears
			switch i % 6 {
			case 0:
				now[i] = strings.Replace(now[i], " ", "\n", 1)
			case 1:
				now[i] = strings.Replace(now[i], " crew ", " *crew* ", 1)
			}
		}
		place := make(map[string]int)
		for i, s := range was {
			place[strings.TrimPrefix(s, "- ")] = i
		}
		old := translation(t, "en", "", strings.Join(was, "\n\n")+"\n").Units
		final := translation(t, "en", "", strings.Join(now, "\n\n")+"\n").Units
		var got []string
		for _, c := range Compare(old, final) {
			switch {
			case c.Old == nil:
				got = append(got, "added")
			case c.New == nil:
				got = append(got, fmt.Sprint("removed ", place[c.Old.Text]))
			default:
				got = append(got, fmt.Sprint("changed ", place[c.Old.Text]))
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%d: got %v, want %v", seed, got, want)
		}
	}
}

func TestAnIDGoesWithItsText(t *testing.T) {
	rnd := rand.New(rand.NewSource(3))
	was := draft(rnd, 12)
	units := translation(t, "en", "", strings.Join(was, "\n\n")+"\n").Units
	register := Identify(units, nil)
	id := units[2].ID
	// The third goes to the end, and a word of it changes on the way.
	now := append(append(append([]string(nil), was[:2]...), was[3:]...), strings.Replace(was[2], " ", " lighthouse ", 1))
	moved := translation(t, "en", "", strings.Join(now, "\n\n")+"\n").Units
	next := Identify(moved, register)
	if got := moved[len(moved)-1].ID; got != id {
		t.Errorf("edited and moved, %s became %s", id, got)
	}
	for _, e := range next.Entries {
		if e.Gone {
			t.Errorf("%s is gone", e.ID)
		}
	}
	// Taken out and put back, a unit is itself again.
	without := translation(t, "en", "", strings.Join(was[1:], "\n\n")+"\n").Units
	register = Identify(without, register)
	again := translation(t, "en", "", strings.Join(was, "\n\n")+"\n").Units
	Identify(again, register)
	if again[0].ID != units[0].ID {
		t.Errorf("put back, %s is %s", units[0].ID, again[0].ID)
	}
}

// lines gives a lock in short: ids and states.
func lines(l *Lock) string {
	var s []string
	for _, line := range l.Lines {
		s = append(s, strings.Join(append(line.IDs, string(line.State)), " "))
	}
	return strings.Join(s, ", ")
}

// TestNumberedAnew holds that a paragraph put in near the top makes nothing
// below it stale, though every number changes.
func TestNumberedAnew(t *testing.T) {
	text := func(list ...string) string {
		var b strings.Builder
		for i, s := range list {
			fmt.Fprintf(&b, "%d\\. %s\n\n", i+1, s)
		}
		return b.String()
	}
	en := []string{"The harbour opened at dawn.", "Nine ships came in on the tide.", "The market closed at noon."}
	fr := text("Le port a ouvert à l’aube.", "Neuf navires sont entrés avec la marée.", "Le marché a fermé à midi.")
	ref, own := translation(t, "en", "", text(en...)), translation(t, "fr", "", fr)
	register := Identify(ref.Units, nil)
	lock := Sync(nil, ref, own, nil)
	ref = translation(t, "en", "", text(en[0], "Something quite new was said about lamps.", en[1]+" All of them.", en[2]))
	register = Identify(ref.Units, register)
	if got, want := strings.Join(ids(ref.Units), " "), "p1 p2 p3 p4"; got != want {
		t.Errorf("ids are %s, want %s", got, want)
	}
	lock = Sync(lock.Follow(register), ref, own, nil)
	if got, want := lines(lock), "p1 ok, p2 missing, p3 stale, p4 ok"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestSyncOfWhatTranslatorsDo tells what becomes of units in one go each.
func TestSyncOfWhatTranslatorsDo(t *testing.T) {
	const en = "The harbour opened at dawn. The crew was asleep then.\n\nNine ships came in on the tide. Two of them were late.\n\nThe market closed at noon. Nobody had sold anything there.\n"
	const fr = "Le port a ouvert à l’aube. L’équipage dormait encore.\n\nNeuf navires sont entrés avec la marée. Deux étaient en retard.\n\nLe marché a fermé à midi. Personne n’y avait rien vendu.\n"
	edit := func(s string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(s) }
	late := edit(en, "Nine", "Ten")
	for name, steps := range map[string][][3]string{ // reference, translation, the lock afterwards
		"a revert is fresh": {
			{en, fr, "para1 ok, para2 ok, para3 ok"}, {late, fr, "para1 ok, para2 stale, para3 ok"}, {en, fr, "para1 ok, para2 ok, para3 ok"}},
		"left in the reference's words, it stays untranslated when they change": {
			{en, edit(fr, "Neuf navires sont entrés avec la marée. Deux étaient en retard.", "Nine ships came in on the tide. Two of them were late."), "para1 ok, para2 missing, para3 ok"},
			{late, edit(fr, "Neuf navires sont entrés avec la marée. Deux étaient en retard.", "Nine ships came in on the tide. Two of them were late."), "para1 ok, para2 missing, para3 ok"},
			{late, edit(fr, "Neuf", "Dix"), "para1 ok, para2 ok, para3 ok"}},
		"taken out and put back, it is as stale as it was": {
			{en, fr, "para1 ok, para2 ok, para3 ok"}, {late, fr, "para1 ok, para2 stale, para3 ok"},
			{edit(en, "Nine ships came in on the tide. Two of them were late.\n\n", ""), fr, "para1 ok, para2 extra, para3 ok"},
			{late, fr, "para1 ok, para2 stale, para3 ok"}},
		"something else in its place is no translation": {
			{en, fr, "para1 ok, para2 ok, para3 ok"},
			{edit(en, "Nine ships came in on the tide. Two of them were late.", "- Wool, salt and iron lay in warehouses, waiting."), fr, "para1 ok, item1 stale, para3 ok"},
			{edit(en, "Nine ships came in on the tide. Two of them were late.", "- Wool, salt and iron lay in warehouses, waiting."), edit(fr, "Neuf navires sont entrés avec la marée. Deux étaient en retard.", "- Laine, sel et fer attendaient dans les entrepôts."), "para1 ok, item1 ok, para3 ok"}},
		"two in one": {
			{en, edit(fr, "encore.\n\n", "encore. "), "para1 para2 ok, para3 ok"},
			{late, edit(fr, "encore.\n\n", "encore. "), "para1 para2 stale, para3 ok"},
			{late, edit(fr, "encore.\n\n", "encore. ", "Neuf", "Dix"), "para1 para2 ok, para3 ok"}},
		"one in two": {
			{en, edit(fr, "dormait encore", "dormait", "marée. ", "marée.\n\n"), "para1 ok, para2 ok, para3 ok"}},
		"a neighbour's slip clears nothing": {
			{en, fr, "para1 ok, para2 ok, para3 ok"}, {late, fr, "para1 ok, para2 stale, para3 ok"},
			{late, edit(fr, "a ouvert", "ouvrit", "a fermé", "ferma"), "para1 ok, para2 stale, para3 ok"}},
		"quotes and spaces are no translation": {
			{en, fr, "para1 ok, para2 ok, para3 ok"}, {late, fr, "para1 ok, para2 stale, para3 ok"},
			{late, edit(fr, "Neuf navires", "*Neuf*\nnavires", "’", "'"), "para1 ok, para2 stale, para3 ok"}},
	} {
		var register *Register
		var lock *Lock
		for n, step := range steps {
			ref, own := translation(t, "en", "", step[0]), translation(t, "fr", "", step[1])
			register = Identify(ref.Units, register)
			lock = Sync(lock.Follow(register), ref, own, nil)
			if got := lines(lock); got != step[2] {
				t.Errorf("%s, %d: got %s, want %s\n%s", name, n, got, step[2], lock.Format())
			}
			parsed, problem := ParseLock("f", lock.Format())
			if problem != nil || !reflect.DeepEqual(parsed, lock) {
				t.Errorf("%s, %d: the lock does not survive its file", name, n)
			}
			var fresh []report.State
			for _, a := range Fresh(ref, own, lock) {
				if a.Ref != nil {
					fresh = append(fresh, a.State)
				}
			}
			if len(fresh) != len(ref.Units) {
				t.Errorf("%s, %d: pages show %v", name, n, fresh)
			}
		}
	}
}

// TestBasedOnAnOlderText holds that the text of that day decides, unit by unit,
// where it is known.
func TestBasedOnAnOlderText(t *testing.T) {
	was := "The harbour opened at dawn.\n\nNine ships came in on the tide.\n\nThe market closed at noon.\n"
	old := translation(t, "en", "date = 2025-06-27\n", was)
	register := Identify(old.Units, nil)
	ref := translation(t, "en", "date = 2025-07-14\n", strings.Replace(was, "Nine", "Ten", 1))
	register = Identify(ref.Units, register)
	own := translation(t, "fr", "[translation]\nbased_on = 2025-06-27\n", "Le port a ouvert à l’aube.\n\nNeuf navires sont entrés avec la marée.\n\nLe marché a fermé à midi.\n")
	if !Asks(nil, ref, own) {
		t.Error("nobody asks")
	}
	lock := Sync(nil, ref, own, register.Then(old.Units))
	if got, want := lines(lock), "para1 ok, para2 stale, para3 ok"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := lines(Sync(nil, ref, own, nil)), "para1 unsure, para2 unsure, para3 unsure"; got != want {
		t.Errorf("where it is not known: got %s, want %s", got, want)
	}
}
