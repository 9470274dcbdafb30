package archive

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/history"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// TestFreshnessOfRepository measures a clone of a real site: see
// tools/freshness.sh, which runs it.
func TestFreshnessOfRepository(t *testing.T) {
	repo := os.Getenv("FRESHNESS_REPO")
	if repo == "" {
		t.Skip("no clone to measure: run tools/freshness.sh REPO")
	}
	table := os.Getenv("FRESHNESS_TABLE")
	if table == "" {
		table = filepath.Join("..", "..", "freshness.tsv")
	}
	m, err := measure(repo, table)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(m.String(), "\n") {
		t.Log(line)
	}
	if m.translations == 0 {
		t.Error("no translation there declares what it was made from: is its place in the table, and how it says so?")
	}
}

// A measurement is what was counted in a repository.
type measurement struct {
	commits, pages, translations, langs int
	silent, lost, removed               int // translations left out: that declare nothing; a text that is not there; whose original only lost text
	told, untold, dates                 tallies
}

// tallies are by page and by unit; missing is what of the units called stale
// falsely was said to be missing.
type tallies struct {
	page, unit tally
	missing    int
}

func (m *measurement) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d translations of %d pages into %d languages, %d commits\n", m.translations, m.pages, m.langs, m.commits)
	fmt.Fprintf(&b, "left out: %d that declare nothing, %d made from a text that is not there, %d whose original only lost something since\n", m.silent, m.lost, m.removed)
	for _, row := range []struct {
		name string
		t    *tallies
	}{{"sync, told what they declare", &m.told}, {"sync, not told", &m.untold}, {"dates", &m.dates}} {
		fmt.Fprintf(&b, "%-29s by page: %s\n%-29s by unit: %s", row.name, &row.t.page, "", &row.t.unit)
		if row.t.missing > 0 {
			fmt.Fprintf(&b, "; of the false stale %d missing", row.t.missing)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

// A moment is a commit to a page in any language.
type moment struct {
	commit  int
	blobs   map[string]string // by language; empty: taken away
	files   map[string]string
	trailer []string // languages said to be synced
}

// measure replays a repository, page by page, so that no more than one page's
// past is in memory.
func measure(repo, table string) (*measurement, error) {
	s, err := readSite(table)
	if err != nil {
		return nil, err
	}
	folder, err := history.Open(repo)
	if err != nil || folder == nil {
		return nil, fmt.Errorf("%s: no Git repository with a commit (%w)", repo, err)
	}
	commits, err := folder.Log(".")
	if err != nil {
		return nil, err
	}
	days, messages, err := daysAndMessages(repo)
	if err != nil {
		return nil, err
	}
	pages := make(map[string][]*moment)
	at := func(page string, commit int) *moment {
		list := pages[page]
		if len(list) == 0 || list[len(list)-1].commit != commit {
			list = append(list, &moment{commit: commit, blobs: make(map[string]string), files: make(map[string]string)})
			pages[page] = list
		}
		return list[len(list)-1]
	}
	for n, c := range commits {
		for _, change := range c.Changes {
			if page, lang, ok := s.locate(change.File); ok {
				m := at(page, n)
				m.blobs[lang], m.files[lang] = change.New, change.File
			}
		}
		for _, pattern := range s.trailers {
			for _, found := range pattern.FindAllStringSubmatch(messages[c.ID], -1) {
				lang, page := found[pattern.SubexpIndex("lang")], ""
				if i := pattern.SubexpIndex("page"); i > 0 {
					page = found[i]
				}
				for _, name := range sortedKeys(pages) {
					if page == "" || name == page {
						m := at(name, n)
						m.trailer = append(m.trailer, lang)
					}
				}
			}
		}
	}
	objects, err := folder.Objects()
	if err != nil {
		return nil, err
	}
	defer objects.Close()
	result := &measurement{commits: len(commits)}
	langs := make(map[string]bool)
	for _, name := range sortedKeys(pages) {
		p := &replayed{site: s, name: name, moments: pages[name], commits: commits, days: days, objects: objects, texts: make(map[string]*text)}
		delete(pages, name)
		if err := p.run(result, langs); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	result.langs = len(langs)
	return result, nil
}

// daysAndMessages gives the day and the message of every commit.
func daysAndMessages(repo string) (days, messages map[string]string, err error) {
	cmd := exec.Command("git", "log", "--first-parent", "-z", "--no-show-signature", "--format=%H %cs %B")
	cmd.Dir, cmd.Env = repo, history.Environment()
	out, err := cmd.Output()
	days, messages = make(map[string]string), make(map[string]string)
	for record := range strings.SplitSeq(string(out), "\x00") {
		if f := strings.SplitN(record, " ", 3); len(f) == 3 {
			days[f[0]], messages[f[0]] = f[1], f[2]
		}
	}
	return days, messages, err
}

// A replayed page, with the texts that it had.
type replayed struct {
	site    *site
	name    string
	moments []*moment
	commits []history.Commit
	days    map[string]string
	objects *history.Objects
	texts   map[string]*text // by blob
	was     []original       // every text of the original, oldest first
}

// A text is a version of a file.
type text struct {
	data  []byte
	units []report.Unit
}

// An original is a text of the original, and where it stood.
type original struct {
	*text
	commit int
	file   string
}

// read is a text, parsed; nil if it cannot be.
func (p *replayed) read(blob, file string) (*text, error) {
	if t, ok := p.texts[blob]; ok {
		return t, nil
	}
	data, err := p.objects.Read(blob)
	if err != nil {
		return nil, err
	}
	tr, _ := page.Parse("x", "en", file, append([]byte("+++\ntitle = \"x\"\n+++\n\n"), prose(file, data)...))
	var t *text
	if tr != nil && len(tr.Units) > 0 {
		head := data[:min(len(data), 4096)]
		t = &text{bytes.Clone(head), tr.Units}
	}
	p.texts[blob] = t
	return t, nil
}

// run replays a page told and untold, and counts.
func (p *replayed) run(result *measurement, langs map[string]bool) error {
	if !slices.ContainsFunc(p.moments, func(m *moment) bool { return m.blobs[p.site.original] != "" }) {
		return nil
	}
	told, untold := &syncState{locks: make(map[string]*unit.Lock)}, &syncState{locks: make(map[string]*unit.Lock)}
	own := make(map[string]*text)   // by language, as it stands
	made := make(map[string]int)    // by language, the version of the original that it declares; -1: one that is not there
	touched := make(map[string]int) // by language, the last commit
	for _, m := range p.moments {
		var changed []string
		for _, lang := range append([]string{p.site.original}, sortedKeys(m.blobs)...) {
			blob, ok := m.blobs[lang]
			if !ok || len(changed) > 0 && lang == p.site.original {
				continue
			}
			touched[lang] = m.commit
			if blob == "" {
				delete(own, lang)
				continue
			}
			t, err := p.read(blob, m.files[lang])
			if err != nil {
				return err
			}
			if t == nil {
				continue
			}
			own[lang] = t
			changed = append(changed, lang)
			if lang == p.site.original {
				p.was = append(p.was, original{t, m.commit, m.files[lang]})
				continue
			}
			if k, ok := p.declared(t); ok {
				made[lang] = k
			} else if p.site.both && m.blobs[p.site.original] != "" {
				made[lang] = len(p.was) - 1
			}
		}
		for _, lang := range m.trailer {
			if own[lang] != nil {
				made[lang] = len(p.was) - 1
				changed = append(changed, lang)
			}
		}
		if len(p.was) == 0 || own[p.site.original] == nil {
			continue
		}
		if slices.Contains(changed, p.site.original) {
			changed = sortedKeys(own)
		}
		if err := p.step(told, own, changed, made); err != nil {
			return err
		}
		if err := p.step(untold, own, changed, nil); err != nil {
			return err
		}
	}
	if own[p.site.original] == nil {
		return nil
	}
	before := result.translations
	for _, lang := range sortedKeys(own) {
		if lang == p.site.original {
			continue
		}
		k, ok := p.declared(own[lang]) // again: a later text may be of the same day
		if !ok {
			k, ok = made[lang]
		}
		switch {
		case !ok:
			result.silent++
			continue
		case k < 0:
			result.lost++
			continue
		}
		now := p.was[len(p.was)-1]
		stale := make(map[int]bool) // by place in the original: changed since, or new
		removed := false
		for _, c := range unit.Compare(p.was[k].units, now.units) {
			if c.New == nil {
				removed = true
				continue
			}
			for i := range now.units {
				if c.New == &now.units[i] {
					stale[i] = true
				}
			}
		}
		if removed && len(stale) == 0 {
			result.removed++
			continue
		}
		result.translations++
		langs[lang] = true
		result.told.count(told, lang, stale)
		result.untold.count(untold, lang, stale)
		byDate := touched[p.site.original] > touched[lang]
		result.dates.page.add(len(stale) > 0, byDate)
		for i := range now.units {
			result.dates.unit.add(stale[i], byDate)
		}
	}
	if result.translations > before {
		result.pages++
	}
	return nil
}

// count compares what a lock says with the truth.
func (c *tallies) count(s *syncState, lang string, stale map[int]bool) {
	said := s.said(lang)
	called := false
	i := 0
	for _, e := range s.register.Entries {
		if e.Gone {
			continue
		}
		state := said[e.ID]
		one := state != report.OK && state != report.Confirmed
		called = called || one
		c.unit.add(stale[i], one)
		if one && !stale[i] && state == report.Missing {
			c.missing++
		}
		i++
	}
	c.page.add(len(stale) > 0, called)
}

// step is sync after a commit. The original's versions have days of their own,
// one after the other; told what they declare, translations are based on these.
func (p *replayed) step(s *syncState, own map[string]*text, changed []string, made map[string]int) error {
	day := func(k int) string { return time.Date(2000, 1, 1+k, 0, 0, 0, 0, time.UTC).Format("2006-01-02") }
	r := &report.Report{ID: "x"}
	for _, lang := range changed {
		if lang == p.site.original || own[lang] == nil {
			continue
		}
		t := &report.Translation{Report: "x", Lang: lang, Units: slices.Clone(own[lang].units)}
		t.Meta.Original = p.site.original
		if k, ok := made[lang]; ok && k >= 0 {
			t.Meta.Credit.BasedOn = day(k)
		}
		r.Translations = append(r.Translations, t)
	}
	last := len(p.was) - 1
	ref := &report.Translation{Report: "x", Lang: p.site.original, Units: slices.Clone(p.was[last].units)}
	ref.Meta.Original, ref.Meta.Date = p.site.original, day(last)
	r.Translations = append(r.Translations, ref)
	r.Sort()
	return s.step(r, func(_, based string) (*report.Translation, error) {
		for k := last; k >= 0; k-- {
			if day(k) == based {
				return &report.Translation{Lang: p.site.original, Units: p.was[k].units}, nil
			}
		}
		return nil, nil
	})
}

// declared is the version of the original that a text says it was made from:
// -1 if there is none such. ok is false if it says nothing.
func (p *replayed) declared(t *text) (version int, ok bool) {
	d, value := p.site.declares(t.data)
	if d == nil {
		return 0, false
	}
	for k := len(p.was) - 1; k >= 0; k-- {
		o := p.was[k]
		if d.kind == "commit" {
			data, err := p.objects.Read(value + ":" + o.file)
			if err != nil {
				continue
			}
			head := data[:min(len(data), 4096)]
			tr, _ := page.Parse("x", "en", o.file, append([]byte("+++\ntitle = \"x\"\n+++\n\n"), prose(o.file, data)...))
			for k := len(p.was) - 1; tr != nil && k >= 0; k-- {
				if bytes.Equal(p.was[k].data, head) && len(unit.Compare(p.was[k].units, tr.Units)) == 0 {
					return k, true
				}
			}
			return -1, true
		}
		has := p.days[p.commits[o.commit].ID]
		if m := d.pattern.FindSubmatch(o.data); m != nil {
			has = string(m[1])
		} else if d.kind == "number" {
			continue
		}
		if !later(has, value) {
			return k, true
		}
	}
	return -1, true
}
