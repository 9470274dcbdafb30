package archive

import (
	"path/filepath"
	"reflect"
	"testing"

	"rapporteur/tools/internal/unit"
)

// TestStatus compares the numbers with a count by hand.
func TestStatus(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if _, err := WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	sync := func() *Archive {
		t.Helper()
		a, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		files, err := a.Sync(nil, false)
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range files {
			write(name, string(data))
		}
		if a, err = Open(dir); err != nil || len(a.Problems) > 0 {
			t.Fatal(err, a.Problems)
		}
		return a
	}
	front := func(more string) string {
		return "+++\ntitle = \"The Harbour\"\ndate = 2025-06-27\noriginal = \"en\"\n" + more + "+++\n\n"
	}
	write("config.toml", forumConfig)
	en := "## Opening hours\n\nThe harbour opened at dawn.\n\nNine ships came in.\n\nThe market closed at noon.\n"
	write("content/reports/one/index.en.md", front("")+en)
	write("content/reports/one/index.fr.md", front("[translation]\nreviewers = [\"A. Reader\"]\n")+"## Heures d’ouverture\n\nLe port a ouvert à l’aube.\n\nNeuf navires sont entrés.\n\nThe market closed at noon.\n")
	write("content/reports/one/index.ar.md", front("")+"## ساعات العمل\n\nفتح الميناء عند الفجر.\n\nدخلت تسع سفن.\n\nأُغلق السوق ظهرا.\n")
	sync()
	write("content/reports/one/index.en.md", front("")+en[:len(en)-len("The market closed at noon.\n")-len("Nine ships came in.\n\n")]+"Ten tall ships came in.\n\nThe market closed at noon.\n")
	write("content/reports/lost/sync/reference.tsv", "para1\tparagraph\taaaaaaaaaaaa\t-\n")
	s := sync().Status()

	// The reference has 4 units of 2 + 5 + 5 + 5 words.
	want := []StatusRow{
		{Report: "one", Lang: "ar", Exists: true, Freshness: "stale", Review: Unreviewed, Counts: unit.Counts{Units: 4, Translated: 4, Fresh: 3, Stale: 1, Words: 17, WordsTranslated: 17, WordsFresh: 12, WordsStale: 5}},
		{Report: "one", Lang: "en", Exists: true, Original: true, Reference: true, Freshness: "fresh", Review: Reviewed, Counts: unit.Counts{Units: 4, Translated: 4, Fresh: 4, Words: 17, WordsTranslated: 17, WordsFresh: 17}},
		{Report: "one", Lang: "fr", Exists: true, Reviewed: true, Freshness: "stale", Review: Reviewed, Counts: unit.Counts{Units: 4, Translated: 3, Fresh: 2, Stale: 1, Missing: 1, Words: 17, WordsTranslated: 12, WordsFresh: 7, WordsStale: 5}},
		{Report: "one", Lang: "zh", Counts: unit.Counts{Units: 4, Missing: 4, Words: 17}},
	}
	if !reflect.DeepEqual(s.Rows, want) {
		t.Errorf("got  %+v\nwant %+v", s.Rows, want)
	}
	next := []Task{{Refresh, "one", "ar", 1, 5}, {Refresh, "one", "fr", 1, 5}, {Finish, "one", "fr", 1, 5}, {Begin, "one", "zh", 4, 17}}
	if !reflect.DeepEqual(s.Next, next) {
		t.Errorf("to do: got %+v, want %+v", s.Next, next)
	}
	if want := []Orphan{{Folder: "content/reports/lost"}}; !reflect.DeepEqual(s.Orphans, want) {
		t.Errorf("orphans: got %+v, want %+v", s.Orphans, want)
	}
}
