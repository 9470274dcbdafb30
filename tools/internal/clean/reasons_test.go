package clean

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestReasons holds the list of reasons to those that the passes give.
func TestReasons(t *testing.T) {
	given := map[string]bool{"translation-notice": true, "views-notice": true, "transcription-notice": true, "editorial-notice": true}
	call := regexp.MustCompile(`(?:\.log\(report\.\w+, |\.(?:remove|lift)\(\w+, )"([a-z-]+)"`)
	files, _ := filepath.Glob("*.go")
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(f) == ".go" && !regexp.MustCompile(`_test\.go$`).MatchString(f) {
			for _, m := range call.FindAllSubmatch(code, -1) {
				given[string(m[1])] = true
			}
		}
	}
	listed := map[string]bool{}
	for _, r := range Reasons {
		if listed[r.Word] {
			t.Errorf("%s is listed twice", r.Word)
		}
		if listed[r.Word] = true; !given[r.Word] {
			t.Errorf("%s is listed and never given", r.Word)
		}
		if len(r.Means) < 8 {
			t.Errorf("%s has no meaning", r.Word)
		}
	}
	for word := range given {
		if !listed[word] {
			t.Errorf("%s is given and not listed", word)
		}
	}
}

// contentRemoved are the entries that took out what reads like content.
func contentRemoved(src *source.Document, entries []report.Entry) []string {
	d := &document{source: src}
	var found []string
	for _, e := range entries {
		if e.Action == report.Removed && !wordy(e.Reason) && d.isContent(e.Text) {
			found = append(found, e.Reason+": "+e.Text)
		}
	}
	return found
}

// TestContentStays gives every pass that removes a sentence to remove: it must
// stay. That the guard can tell is shown on entries that it must find.
func TestContentStays(t *testing.T) {
	const said = "The ports agreed that all their tables are to be public by the end of the year"
	for _, r := range Reasons {
		d := &document{times: map[string]int{folded(said): 1}}
		b := &block{}
		b.Text = said
		if gone := d.remove(b, r.Word); gone != r.wordy || b.gone != gone {
			t.Errorf("%s: removed %v", r.Word, gone)
		}
	}
	for text, want := range map[string]int{
		said:              1,
		"Distr.: General": 0,
		"GENERAL ASSEMBLY ECONOMIC SOCIAL COUNCIL HARBOUR FORUM UNION BOARD":       0,
		"Les ports ont convenu de publier toutes les tables dans un format ouvert": 1,
		"各港口代表一致同意在今年年底以前公布所有的潮汐表和灯塔表的内容":                                          1,
	} {
		if got := contentRemoved(&source.Document{}, []report.Entry{{Action: report.Removed, Reason: "field", Text: text}}); len(got) != want {
			t.Errorf("%q: %d found, want %d", text, len(got), want)
		}
	}
	if got := contentRemoved(&source.Document{Blocks: []source.Block{{Text: said}, {Text: said}}}, []report.Entry{{Action: report.Removed, Reason: "field", Text: said}}); len(got) > 0 {
		t.Errorf("a text that is said twice was found: %v", got)
	}
}
