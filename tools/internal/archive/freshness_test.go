package archive

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

var twenty = strings.Fields("ar cs da de el es fi fr he hu id it ja ko pt ru sr sv th zh")

// TestFreshnessOfVolunteers follows many translations through years of work on
// a made-up archive and counts what is called stale and is not, and what is
// called fresh and is not; and the same for the usual way, by dates: a
// translation is stale if its reference was committed to later.
func TestFreshnessOfVolunteers(t *testing.T) {
	const commits = 500
	f := newForum(11, 8, 20)
	states := make(map[string]*syncState)
	texts := make(map[string][]*report.Translation) // of the references, by report
	last := make(map[string]string)
	for n := range commits {
		r := f.commit(n, twenty)
		if states[r.id] == nil {
			states[r.id] = &syncState{locks: make(map[string]*unit.Lock)}
		}
		now := &report.Report{ID: r.id}
		files := r.files()
		revised := string(files["en"]) != last[r.id+" en"]
		for lang, data := range files {
			if lang != "en" && !revised && last[r.id+" "+lang] == string(data) {
				continue // sync says of it what it said
			}
			last[r.id+" "+lang] = string(data)
			tr, problems := page.Parse(r.id, lang, "index."+lang+".md", data)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			now.Translations = append(now.Translations, tr)
		}
		now.Sort()
		ref := *now.Reference()
		ref.Units = slices.Clone(ref.Units)
		texts[r.id] = append(texts[r.id], &ref)
		err := states[r.id].step(now, func(lang, day string) (*report.Translation, error) {
			list := texts[r.id]
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
	}
	var units, pages, dates tally
	translations := 0
	for _, r := range f.reports {
		var ids []string // of the reference's units as they stand
		if s := states[r.id]; s != nil {
			for _, e := range s.register.Entries {
				if !e.Gone {
					ids = append(ids, e.ID)
				}
			}
		}
		for lang, tr := range r.translations {
			translations++
			said := states[r.id].said(lang)
			truth := make(map[int]int)
			for _, u := range tr.units {
				for uid, version := range u.made {
					truth[uid] = version
				}
			}
			stalePage, saidStale := false, false
			for i, u := range r.ref {
				version, there := truth[u.uid]
				if !there {
					continue
				}
				stale := said[ids[i]] == report.Stale || said[ids[i]] == report.Unsure || said[ids[i]] == report.Missing
				if os.Getenv("SHOW") != "" && stale != (version != u.version) {
					t.Logf("%s %s %s: said %q, truth stale %v", r.id, lang, ids[i], said[ids[i]], version != u.version)
				}
				units.add(version != u.version, stale)
				stalePage = stalePage || version != u.version
				saidStale = saidStale || stale
			}
			pages.add(stalePage, saidStale)
			dates.add(stalePage, r.changed > tr.changed)
		}
	}
	t.Logf("%d translations, %d languages, %d commits", translations, len(twenty), commits)
	t.Logf("by unit:   %s", &units)
	t.Logf("by page:   %s", &pages)
	t.Logf("by dates:  %s", &dates)
	if s, f := units.wrong(); s >= 0.02 || f >= 0.02 {
		t.Error("wrong of too many units")
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
			if line.State == report.Stale && line.Made[n] == now[id] {
				said[id] = report.OK
			}
		}
	}
	return said
}
