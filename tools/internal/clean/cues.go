package clean

import (
	"sort"
	"strings"
	"sync"

	"rapporteur/tools/internal/report"
)

// A cue is a phrase of the notices of one kind in one language.
type cue struct {
	phrase string
	kind   int // in noticeKinds
	lang   int // in lexicons
	order  int // in its list
}

// noticeKinds in the order in which they win where each has as many cues.
var noticeKinds = []report.NoticeKind{report.TranscriptionNotice, report.TranslationNotice, report.ViewsNotice, report.EditorialNotice}

// noticeCues are the cues by their first three bytes, so that one pass over a
// text finds them all.
var noticeCues = sync.OnceValue(func() map[string][]cue {
	byStart := map[string][]cue{}
	for lang, l := range lexicons() {
		for kind, list := range [][]string{l.Notices.Transcription, l.Notices.Translation, l.Notices.Views, l.Notices.Editorial} {
			for order, phrase := range list {
				if len(phrase) >= 3 {
					byStart[phrase[:3]] = append(byStart[phrase[:3]], cue{phrase, kind, lang, order})
				}
			}
		}
	}
	return byStart
})

// A hit is a cue and where it first stands in a text.
type hit struct {
	cue
	at int
}

// cuesIn finds the kind of notice that most cues of one language speak for. A
// cue within another counts once.
func cuesIn(text string) (kind report.NoticeKind, n int) {
	cues := noticeCues()
	var hits []hit
	before := ' '
	for at, r := range text {
		if at+3 > len(text) {
			break
		}
		if !letter(before) || isWide(r) {
			for _, c := range cues[text[at:at+3]] {
				if strings.HasPrefix(text[at:], c.phrase) && !joined(c.phrase, text, at+len(c.phrase)) && !hasCue(hits, c) {
					hits = append(hits, hit{c, at})
				}
			}
		}
		before = r
	}
	sort.Slice(hits, func(i, j int) bool {
		a, b := hits[i], hits[j]
		if a.kind != b.kind {
			return a.kind < b.kind
		}
		if a.lang != b.lang {
			return a.lang < b.lang
		}
		return a.order < b.order
	})
	for i := 0; i < len(hits); {
		end := i
		for end < len(hits) && hits[end].kind == hits[i].kind && hits[end].lang == hits[i].lang {
			end++
		}
		if c := apart(hits[i:end]); c > n {
			kind, n = noticeKinds[hits[i].kind], c
		}
		i = end
	}
	return kind, n
}

func hasCue(hits []hit, c cue) bool {
	for _, h := range hits {
		if h.cue == c {
			return true
		}
	}
	return false
}

// apart is how many hits do not begin within one before them.
func apart(hits []hit) int {
	n := 0
	for i, h := range hits {
		inside := false
		for _, g := range hits[:i] {
			inside = inside || h.at >= g.at && h.at < g.at+len(g.phrase)
		}
		if !inside {
			n++
		}
	}
	return n
}

// limitsViews reports whether a text says whose views it gives, or does not
// give, in whatever words: views, that they are not, and of whom. Where its place
// and form do not set it apart, it must say “necessarily”, as texts about views
// do not.
func limitsViews(text string, apart bool) bool {
	for _, l := range lexicons() {
		n := &l.Notices
		if hasPhrase(text, n.Subjects) && hasPhrase(text, n.Negations) &&
			(hasPhrase(text, n.Necessarily) || apart && hasPhrase(text, n.Positions)) {
			return true
		}
	}
	return false
}

// hasPhrase reports whether one of a list's phrases stands in a folded text.
func hasPhrase(text string, list []string) bool {
	for _, p := range list {
		if phraseAt(text, p) >= 0 {
			return true
		}
	}
	return false
}
