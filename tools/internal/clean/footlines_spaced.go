package clean

import (
	"regexp"
	"strings"
)

// spacedMark is a number between spaces that a raised one may have been: behind a
// word or its mark, before a mark, another word, or the end.
var spacedMark = regexp.MustCompile(`(\p{L}+)([)\]”»"’]?[.,;:]?) (\d{1,2})( *[.,;:](?:\s|$)| +[\p{L}(“«"]|$)`)

// raiseSpaced raises the number of a note that stands between spaces in a block,
// the last of them if there are several. A number behind a mark of its sentence
// counts nothing; without one it may, and the word before it tells: an article, a
// preposition, or a word for what has numbers.
func (d *document) raiseSpaced(b *block, number string) bool {
	all := spacedMark.FindAllStringSubmatchIndex(b.Text, -1)
	for k := len(all) - 1; k >= 0; k-- {
		m := all[k]
		word, mark, behind := b.Text[m[2]:m[3]], b.Text[m[4]:m[5]], b.Text[m[8]:m[9]]
		if b.Text[m[6]:m[7]] != number || mark == "" && countsThings(word, strings.TrimSpace(b.Text[m[7]:])) {
			continue
		}
		tail := b.Text[m[7]:]
		if ends := strings.TrimLeft(behind, " "); ends != "" && strings.ContainsRune(".,;:", rune(ends[0])) {
			if mark != "" {
				continue // one of several numbers
			}
			tail = strings.TrimLeft(tail, " ")
		}
		b.Text = strings.TrimRight(b.Text[:m[6]], " ") + "<sup>" + number + "</sup>" + tail
		return true
	}
	return false
}

// countsThings reports whether a number between a word and what follows is one of
// the sentence: how many, which day, which paragraph.
func countsThings(word, after string) bool {
	low := folded(word)
	if continueWords().set[low] || openerWords().set[low] || agendaWords().is(low) || figureWords().is(low) || annexTitles().is(low) ||
		sessionWords().is(low) || titleWords().is(low) || typeIn(low) != "" || pageWords().is(low) || countedWords().is(low) {
		return true
	}
	next, _, _ := strings.Cut(after, " ")
	return strings.ContainsFunc(next, letter) && len(datesIn("1 "+folded(next)+" 2001")) > 0
}
