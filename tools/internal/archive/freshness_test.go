package archive

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

var twenty = strings.Fields("ar cs da de el es fi fr he hu id it ja ko pt ru sr sv th zh")

// A world is an archive that changes commit by commit and knows what of its
// translations is stale.
type world interface {
	commit(n int) []volume // what the commit touched
}

// A volume is a report of a world.
type volume interface {
	id() string
	files() map[string][]byte
	languages() []string
	truth(lang string) []truth // by unit of the reference
	dated(lang string) bool    // what dates say: stale
}

type truth int

const (
	notSaid truth = iota
	isFresh
	isStale
)

// TestFreshnessOfVolunteers follows many translations through years of work on
// a made-up archive and counts what is called stale and is not, and what is
// called fresh and is not; and the same for the usual way, by dates: a
// translation is stale if its reference was committed to later.
func TestFreshnessOfVolunteers(t *testing.T) {
	measureWorld(t, newForum(seedOr(11), 8, 20), 500)
}

// TestFreshnessOfCrowds does the same with people of other habits.
func TestFreshnessOfCrowds(t *testing.T) {
	c := newCrowd(uint64(seedOr(3)), 6, twenty)
	measureWorld(t, c, 250)
	t.Logf("%d units are fresh because somebody said so who had not looked", c.lies)
}

func measureWorld(t *testing.T, w world, commits int) {
	if n, err := strconv.Atoi(os.Getenv("COMMITS")); err == nil {
		commits = n
	}
	states := make(map[string]*syncState)
	texts := make(map[string][]*report.Translation) // of the references, by report
	last := make(map[string]string)
	volumes := make(map[string]volume)
	for n := range commits {
		for _, r := range w.commit(n) {
			volumes[r.id()] = r
			if states[r.id()] == nil {
				states[r.id()] = &syncState{locks: make(map[string]*unit.Lock)}
			}
			now := &report.Report{ID: r.id()}
			files := r.files()
			revised := string(files["en"]) != last[r.id()+" en"]
			for lang, data := range files {
				if lang != "en" && !revised && last[r.id()+" "+lang] == string(data) {
					continue // sync says of it what it said
				}
				last[r.id()+" "+lang] = string(data)
				tr, problems := page.Parse(r.id(), lang, "index."+lang+".md", data)
				if len(problems) > 0 {
					t.Fatal(problems)
				}
				now.Translations = append(now.Translations, tr)
			}
			now.Sort()
			ref := *now.Reference()
			ref.Units = slices.Clone(ref.Units)
			texts[r.id()] = append(texts[r.id()], &ref)
			err := states[r.id()].step(now, func(lang, day string) (*report.Translation, error) {
				list := texts[r.id()]
				for k := len(list) - 1; k >= 0; k-- {
					if !unit.Older(day, list[k].Meta.Date) {
						return list[k], nil
					}
				}
				return nil, nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if m := len(texts[r.id()]); m > 1 && !revised {
				texts[r.id()] = texts[r.id()][:m-1]
			}
		}
	}
	var units, pages, dates tally
	translations := 0
	for _, id := range sortedKeys(volumes) {
		r := volumes[id]
		var ids []string // of the reference's units as they stand
		for _, e := range states[id].register.Entries {
			if !e.Gone {
				ids = append(ids, e.ID)
			}
		}
		for _, lang := range r.languages() {
			translations++
			said := states[id].said(lang)
			stalePage, saidStale := false, false
			truths := r.truth(lang)
			if len(truths) != len(ids) {
				t.Fatalf("%s: %d units are %d", id, len(truths), len(ids))
			}
			for i, is := range truths {
				if is == notSaid {
					continue
				}
				state := said[ids[i]]
				stale := state != report.OK && state != report.Confirmed
				if os.Getenv("SHOW") != "" && stale != (is == isStale) {
					t.Logf("%s %s %s: said %q, truth stale %v", id, lang, ids[i], state, is == isStale)
				}
				units.add(is == isStale, stale)
				stalePage = stalePage || is == isStale
				saidStale = saidStale || stale
			}
			pages.add(stalePage, saidStale)
			dates.add(stalePage, r.dated(lang))
		}
	}
	t.Logf("%d translations, %d languages, %d commits", translations, len(twenty), commits)
	t.Logf("by unit:   %s", &units)
	t.Logf("by page:   %s", &pages)
	t.Logf("by dates:  %s", &dates)
	if s, f := units.wrong(); s >= 0.02 || f >= 0.02 {
		t.Error("wrong of too many units")
	}
	if s, f := pages.wrong(); s >= 0.02 || f >= 0.02 {
		t.Error("wrong of too many pages")
	}
	if s, f := dates.wrong(); s < 0.05 && f < 0.02 {
		t.Error("dates would do: this proves nothing")
	}
}

// said is what a lock says of the reference's units, each by itself: of two that
// the translation says in one, the other may be the stale one.
func (s *syncState) said(lang string) map[string]report.State {
	now := make(map[string]string)
	for _, e := range s.register.Entries {
		now[e.ID] = e.Hash
	}
	said := make(map[string]report.State)
	if s.locks[lang] == nil {
		return said
	}
	for _, line := range s.locks[lang].Lines {
		for n, id := range line.IDs {
			said[id] = line.State
			if (line.State == report.Stale || line.State == report.Missing) && n < len(line.Made) && line.Made[n] == now[id] {
				said[id] = report.OK // passed over, or the other of two is stale
			}
		}
	}
	return said
}

// seedOr is SEED, or n where that is not set: a world that is made up otherwise.
func seedOr(n int64) int64 {
	if s, err := strconv.ParseInt(os.Getenv("SEED"), 10, 64); err == nil {
		return s
	}
	return n
}
