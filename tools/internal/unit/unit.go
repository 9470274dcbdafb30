// Package unit gives every unit an address that is the same in all languages,
// pairs a translation's units with the reference's, and says which of them are
// fresh. It asks nothing of the prose: no ids, no marks, no order of editing.
//
// What was decided once is kept in sync/, a folder beside each report:
// reference.tsv has the ids (Register), <lang>.tsv has the text that each
// translated unit was made from (Lock). Both are written on the main branch
// alone. Without them everything still works, from structure, and the answer
// to "is it fresh?" is then unknown rather than guessed.
package unit

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// Hash is a name for what a unit says: twelve hexadecimal digits of SHA-256
// over its kind and its text with markup, white space and the style of quotes
// and dashes folded, so that an edit that a reader would not hear changes
// nothing. A fifth of the edits of real sites are of that sort. The printed
// number is left out too: one paragraph put in near the top of a report numbers
// all that follow anew, and says nothing new in them.
func Hash(u *report.Unit) string {
	h := sha256.Sum256([]byte(string(u.Kind) + "\n" + Fold(said(u))))
	return hex.EncodeToString(h[:6])
}

// said is what a unit says apart from its number and label.
func said(u *report.Unit) string {
	unnumbered := *u
	unnumbered.Number = ""
	return Words(&unnumbered)
}

func hashes(units []report.Unit) []string {
	list := make([]string, len(units))
	for i := range units {
		list[i] = Hash(&units[i])
	}
	return list
}

// Words is all that a unit says: its number and speaker, and its text without
// markup.
func Words(u *report.Unit) string {
	parts := make([]string, 0, 3+len(u.Cells))
	for _, s := range []string{u.Number, u.Speaker} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if u.Text != "" {
		parts = append(parts, page.Plain(u.Text))
	}
	for _, c := range u.Cells {
		parts = append(parts, page.Plain(c))
	}
	return strings.Join(parts, "\n")
}

// Fold is s in NFC, with runs of any white space as one space, every quotation
// mark and apostrophe as ', and every dash as -. Spaces next to quotation
// marks, and before high punctuation, go: French sets them, others do not.
func Fold(s string) string {
	var b strings.Builder
	space := false
	last := rune(0)
	for _, r := range norm.NFC.String(s) {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || 0xc0 <= r && r < 0x2000:
			// letters and marks, nearly all of them: no need to look them up
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.In(r, unicode.Pi, unicode.Pf) || r == '"' || r == '‚' || r == '„' || r == '`':
			r = '\''
		case unicode.Is(unicode.Pd, r) || r == '−':
			r = '-'
		case unicode.Is(unicode.Cf, r):
			continue
		}
		if space && last != 0 && last != '\'' && !strings.ContainsRune("';:?!", r) {
			b.WriteByte(' ')
		}
		space, last = false, r
		b.WriteRune(r)
	}
	return b.String()
}
