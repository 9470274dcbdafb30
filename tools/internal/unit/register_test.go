package unit

import (
	"strings"
	"testing"
)

// A register takes back ids that it lost, where they stood, and no others.
func TestRecall(t *testing.T) {
	register := func(ids string) *Register {
		r := &Register{}
		for id := range strings.FieldsSeq(ids) {
			id, gone := strings.CutSuffix(id, "!")
			r.Entries = append(r.Entries, Entry{ID: id, Gone: gone})
		}
		return r
	}
	for _, c := range [][3]string{
		{"h1 p1 p2", "h1 p1 p2", "h1 p1 p2"},
		{"h1 p1 p2", "h1 p1 p3 p2", "h1 p1 p3! p2"},
		{"h1 p1 p2", "p0 h1 p1 p2 p4 p5", "p0! h1 p1 p2 p4! p5!"},
		{"p2 h1 p1", "h1 p1 p3! p2", "p2 h1 p1 p3!"},
		{"", "h1", "h1!"},
		{"h1 p1!", "h1", "h1 p1!"},
	} {
		r := register(c[0])
		r.Recall(register(c[1]))
		var got []string
		for _, e := range r.Entries {
			if e.Gone {
				e.ID += "!"
			}
			got = append(got, e.ID)
		}
		if s := strings.Join(got, " "); s != c[2] {
			t.Errorf("%s recalling %s: %s, want %s", c[0], c[1], s, c[2])
		}
	}
}

func TestKeepExtra(t *testing.T) {
	for id, want := range map[string]string{
		"p1x1": "h1 p1 p1x1! p2", "p2x12": "h1 p1 p2 p2x12!", "topx1": "topx1! h1 p1 p2", "p7x1": "", "p1x": "", "notex1": "", "p3": "",
	} {
		r := &Register{Entries: []Entry{{ID: "h1"}, {ID: "p1"}, {ID: "p2"}}}
		kept := r.KeepExtra(id)
		var got []string
		for _, e := range r.Entries {
			if e.Gone {
				e.ID += "!"
			}
			got = append(got, e.ID)
		}
		if s := strings.Join(got, " "); kept != (want != "") || kept && s != want {
			t.Errorf("KeepExtra(%s) = %v, %s", id, kept, s)
		}
	}
}
