package unit

import (
	"math/rand"
	"strings"
	"testing"
)

func marked(edits []Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Op {
		case Kept:
			b.WriteString(e.Text)
		case Removed:
			b.WriteString("[-" + e.Text + "-]")
		case Added:
			b.WriteString("{+" + e.Text + "+}")
		}
	}
	return b.String()
}

func TestDiffWords(t *testing.T) {
	for _, tc := range []struct{ old, new, want string }{
		{"", "", ""},
		{"the sea", "the sea", "the sea"},
		{"", "the sea", "{+the sea+}"},
		{"the sea", "", "[-the sea-]"},
		{"The harbour opens at dawn.", "The harbour opens at noon.", "The harbour opens at [-dawn-]{+noon+}."},
		{"nine ships came", "ten tall boats came", "[-nine ships-]{+ten tall boats+} came"},
		{"one \"word\" - another", "one “word” – another", "one “word” – another"},
		{"re\nwrapped   line", "re wrapped line", "re wrapped line"},
		{"港口在黎明开放。", "港口在中午开放。", "港口在[-黎明-]{+中午+}开放。"},
		{"يفتح الميناء فجرا", "يفتح الميناء ظهرا", "يفتح الميناء [-فجرا-]{+ظهرا+}"},
		{"about 1,000 people", "about 1,500 people", "about 1,[-000-]{+500+} people"},
	} {
		if got := marked(DiffWords(tc.old, tc.new)); got != tc.want {
			t.Errorf("%q to %q: got %q, want %q", tc.old, tc.new, got, tc.want)
		}
	}
}

// TestDiffWordsGivesBothTexts holds that nothing of either text is lost.
func TestDiffWordsGivesBothTexts(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	words := strings.Fields("the harbour is open to all , ships and boats . nine ten 港 口")
	text := func(n int) string {
		var list []string
		for range n {
			list = append(list, words[rnd.Intn(len(words))])
		}
		return strings.Join(list, " ")
	}
	for n := range 300 {
		size := n % 60
		if n == 299 {
			size = 4000 // more than is compared all with all
		}
		old, now := text(size), text(size)
		var was, is strings.Builder
		for _, e := range DiffWords(old, now) {
			if e.Op != Added {
				was.WriteString(e.Text)
			}
			if e.Op != Removed {
				is.WriteString(e.Text)
			}
		}
		if was.String() != old || is.String() != now {
			t.Fatalf("%q to %q gives %q and %q", old, now, was.String(), is.String())
		}
	}
}
