package archive

import (
	"cmp"
	"path"
	"slices"

	"rapporteur/tools/internal/unit"
)

// A Status says of every report in every language of the site how much of it
// there is, and what to do next.
type Status struct {
	Rows    []StatusRow `json:"reports"`
	Next    []Task      `json:"next"`
	Orphans []Orphan    `json:"orphans"`
}

// A StatusRow is a report in a language of the site.
type StatusRow struct {
	Report    string      `json:"report"`
	Lang      string      `json:"lang"`
	Original  bool        `json:"original"`
	Reference bool        `json:"reference"`
	Exists    bool        `json:"exists"`
	Reviewed  bool        `json:"reviewed"`            // somebody is named as its reviewer
	Freshness string      `json:"freshness,omitempty"` // of the whole: fresh, stale, unknown; none where there is no translation
	Review    ReviewState `json:"review,omitempty"`
	unit.Counts
}

// A Task is something to do, and how much of it.
type Task struct {
	Do     Do     `json:"do"`
	Report string `json:"report"`
	Lang   string `json:"lang"`
	Units  int    `json:"units"`
	Words  int    `json:"words"` // of the reference
}

// A Do is a kind of task.
type Do string

// The kinds of task, the most important first: what misleads readers, what
// keeps them waiting in the middle of a text, what nobody has read again, and
// what nobody has begun.
const (
	Refresh Do = "refresh" // parts are stale
	Settle  Do = "settle"  // it is not sure which text parts were made from
	Finish  Do = "finish"  // parts are missing
	Review  Do = "review"  // nobody is named as its reviewer
	Begin   Do = "begin"   // there is no translation
)

var dos = []Do{Refresh, Settle, Finish, Review, Begin}

// An Orphan is a folder of a report that has no text, or none left.
type Orphan struct {
	Folder string `json:"folder"`
	Moved  string `json:"moved,omitempty"` // the report that has its text now
}

// Status counts the archive.
func (a *Archive) Status() *Status {
	s := &Status{Rows: []StatusRow{}, Next: []Task{}, Orphans: a.orphans()}
	dates := make(map[string]string)
	for _, r := range a.Reports {
		ref := r.Reference()
		dates[r.ID] = ref.Meta.Date
		for _, l := range a.Config.Languages {
			row := StatusRow{Report: r.ID, Lang: l.Tag}
			switch t := r.Translation(l.Tag); {
			case t == ref:
				row.Exists, row.Reference, row.Original = true, true, t.IsOriginal()
				row.Counts, row.Review = unit.CountReference(ref.Units), Reviewed
				row.Freshness = row.Counts.Freshness()
			case t == nil:
				all := unit.CountReference(ref.Units)
				row.Units, row.Missing, row.Words = all.Units, all.Units, all.Words
				s.Next = append(s.Next, Task{Begin, r.ID, l.Tag, all.Units, all.Words})
			default:
				row.Exists, row.Original, row.Review = true, t.IsOriginal(), a.ReviewState(r, t)
				row.Counts = unit.Count(r.Aligned[l.Tag])
				row.Freshness, row.Reviewed = row.Counts.Freshness(), row.Review == Reviewed
				s.tasks(&row)
			}
			s.Rows = append(s.Rows, row)
		}
	}
	slices.SortStableFunc(s.Next, func(x, y Task) int {
		return cmp.Or(slices.Index(dos, x.Do)-slices.Index(dos, y.Do), cmp.Compare(dates[y.Report], dates[x.Report]), x.Words-y.Words)
	})
	return s
}

// tasks adds what is to be done about a translation.
func (s *Status) tasks(row *StatusRow) {
	add := func(do Do, units, words int) {
		if units > 0 {
			s.Next = append(s.Next, Task{do, row.Report, row.Lang, units, words})
		}
	}
	add(Refresh, row.Stale, row.WordsStale)
	add(Settle, row.Unsure, row.WordsTranslated-row.WordsFresh-row.WordsStale)
	add(Finish, row.Missing, row.Words-row.WordsTranslated)
	if row.Missing == 0 && row.Stale == 0 && !row.Reviewed && !row.Original {
		add(Review, row.Units, row.Words)
	}
}

// orphans are the folders of reports without a text; where sync/ shows that
// another report has taken their text, they were renamed.
func (a *Archive) orphans() []Orphan {
	list := []Orphan{}
	for _, entry := range a.list("content/reports") {
		dir := path.Join("content/reports", entry.Name())
		if !entry.IsDir() || a.Report(entry.Name()) != nil {
			continue
		}
		o := Orphan{Folder: dir}
		if s := a.readSync(dir); s.register != nil {
			for _, r := range a.Reports {
				if s.register.Shares(r.Reference().Units) {
					o.Moved = r.ID
					break
				}
			}
		}
		list = append(list, o)
	}
	return list
}
