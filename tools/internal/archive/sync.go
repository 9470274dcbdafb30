package archive

import (
	"path"
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// Sync gives what the files of sync/ are to say, by name from the root. With a
// history, it goes through every commit since the one that sync/ was made
// from, so that it says the same whether it was run at each of them or once at
// the end; replay makes it begin at the first. Without a history it is a
// function of what sync/ says now and of the texts.
func (a *Archive) Sync(h *History, replay bool) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for _, r := range a.Reports {
		s, err := a.synced(r, h, replay)
		if err != nil {
			return nil, err
		}
		files[path.Join(r.Dir, "sync/reference.tsv")] = s.register.Format()
		for lang, lock := range s.locks {
			files[path.Join(r.Dir, "sync", lang+".tsv")] = lock.Format()
		}
	}
	return files, nil
}

// A syncState is the sync/ of a report.
type syncState struct {
	register *unit.Register
	locks    map[string]*unit.Lock // also of translations that are gone, should they come back
}

// synced is the sync/ that a report is to have.
func (a *Archive) synced(r *Report, h *History, replay bool) (*syncState, error) {
	now := &report.Report{ID: r.ID}
	for _, t := range r.Translations {
		own := *t
		own.Units = slices.Clone(t.Units)
		now.Translations = append(now.Translations, &own)
	}
	s := a.readSync(r.Dir)
	if replay {
		s = &syncState{locks: make(map[string]*unit.Lock)}
	}
	if err := h.recall(r.Dir, s.register); err != nil {
		return nil, err
	}
	if h == nil || !replay && s.matches(now) {
		return s, s.step(now, nil)
	}
	versions := h.versions[r.Dir]
	begin := len(versions)
	if s.register != nil {
		for k := len(versions) - 1; k >= 0; k-- {
			then, err := h.report(r.Dir, versions[k])
			if err != nil {
				return nil, err
			}
			if s.matches(then) {
				begin = k + 1
				break
			}
		}
	} else if replay || !h.Shallow {
		begin = 0
	}
	for k := begin; k < len(versions); k++ {
		at, err := h.report(r.Dir, versions[k])
		if err == nil {
			err = s.step(at, h.until(r.Dir, k+1))
		}
		if err != nil {
			return nil, err
		}
	}
	return s, s.step(now, h.until(r.Dir, len(versions)))
}

// A past gives the reference as it stood on a day: the last text that was of
// that day or older. It is nil where none was.
type past func(lang, day string) (*report.Translation, error)

// step is one sync: the state after these texts. Without a past it does with
// what the state knows.
func (s *syncState) step(r *report.Report, before past) error {
	ref := r.Reference()
	if ref == nil {
		return nil
	}
	s.register = unit.Identify(ref.Units, s.register)
	for _, t := range r.Translations {
		if t == ref {
			continue
		}
		old := s.locks[t.Lang].Follow(s.register)
		var then map[string]string
		if before != nil && unit.Asks(old, ref, t) {
			text, err := before(ref.Lang, t.Meta.Credit.BasedOn)
			if err != nil {
				return err
			}
			if text != nil {
				then = s.register.Then(text.Units)
			}
		}
		s.locks[t.Lang] = unit.Sync(old, ref, t, then)
	}
	for k := range s.register.Entries {
		s.register.Entries[k].From = ""
	}
	return nil
}

// matches reports whether the state was made from these texts.
func (s *syncState) matches(r *report.Report) bool {
	ref := r.Reference()
	if ref == nil || s.register == nil || !s.register.Has(ref.Units) {
		return false
	}
	for _, t := range r.Translations {
		if t != ref && !s.locks[t.Lang].Has(t) {
			return false
		}
	}
	return true
}

// readSync reads the sync/ of a report, as far as it can be read.
func (a *Archive) readSync(dir string) *syncState {
	s := &syncState{locks: make(map[string]*unit.Lock)}
	for _, entry := range a.list(path.Join(dir, "sync")) {
		lang, ok := strings.CutSuffix(entry.Name(), ".tsv")
		file := path.Join(dir, "sync", entry.Name())
		data, err := a.read(file)
		if !ok || err != nil {
			continue
		}
		if lang == "reference" {
			s.register, _ = unit.ParseRegister(file, data)
		} else if lock, problem := unit.ParseLock(file, data); problem == nil && report.IsTag(lang) {
			s.locks[lang] = lock
		}
	}
	return s
}

// Unsynced names the files of sync/ that are behind the texts.
func (a *Archive) Unsynced() []report.Problem {
	var problems []report.Problem
	files, _ := a.Sync(nil, false) // without a history nothing can fail
	for file, want := range files {
		if data, err := a.read(file); err != nil || string(data) != string(want) {
			problems = append(problems, report.Problem{Code: "unsynced", Severity: report.Error, File: file})
		}
	}
	report.SortProblems(problems)
	return problems
}
