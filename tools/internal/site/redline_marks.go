package site

import (
	"html"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/unit"
)

// How much of what did not change stands in a redline, in characters: all of a
// stretch up to the longest, else as much as says where one is.
const (
	longest = 600
	around  = 220
)

// An extent is how much of what did not change is shown.
type extent bool

const (
	short extent = false // long stretches are cut
	whole extent = true
)

// redlined is the HTML of a comparison with what was removed and added marked,
// for eyes and for ears; the marks stand close to words.
func redlined(edits []unit.Edit, say *message.Printer, locale string, how extent) string {
	var b strings.Builder
	for i, e := range edits {
		e.Text = set(locale, e.Text) // a comparison knows one kind of space
		if e.Op == unit.Kept && how == whole {
			b.WriteString(html.EscapeString(e.Text))
			continue
		}
		if e.Op == unit.Kept {
			before, after := around, around
			if i == 0 {
				before = 0
			}
			if i == len(edits)-1 {
				after = 0
			}
			b.WriteString(html.EscapeString(cut(e.Text, before, after)))
			continue
		}
		tag, word := "del", "redline_del"
		if e.Op == unit.Added {
			tag, word = "ins", "redline_ins"
		}
		core := strings.TrimSpace(e.Text)
		if core == "" {
			b.WriteString(e.Text)
			continue
		}
		start, finish, _ := strings.Cut(e.Text, core)
		b.WriteString(start + "<" + tag + `><span class="v"`)
		if locale != say.Locale {
			b.WriteString(` lang="` + say.Locale + `"`)
		}
		b.WriteString(">" + html.EscapeString(say.Say(word, nil)) + " </span>" + html.EscapeString(core) + "</" + tag + ">" + finish)
	}
	return b.String()
}

// cut shortens a text that is longer than the longest stretch to so many
// characters at its beginning and end, at spaces where it has some.
func cut(s string, start, finish int) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	runes := []rune(s)
	head, tail := string(runes[:start]), string(runes[len(runes)-finish:])
	if i := strings.LastIndexByte(head, ' '); i > len(head)*3/4 {
		head = head[:i]
	}
	if i := strings.IndexByte(tail, ' '); i >= 0 && i < len(tail)/4 {
		tail = tail[i+1:]
	}
	if head != "" {
		head = strings.TrimRight(head, " ") + " "
	}
	if tail != "" {
		tail = " " + strings.TrimLeft(tail, " ")
	}
	return head + "[…]" + tail
}
