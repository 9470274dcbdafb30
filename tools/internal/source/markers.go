package source

import (
	"regexp"
	"strings"
)

var (
	// typed markers: a bullet and space, or a number and the tab, or the row of
	// spaces, that sets its text apart.
	typedBullet = regexp.MustCompile(`^[\s\x{a0}]*` +
		`([-*•·▪▫◦‣⁃●○■□➢➤–—−‒―✓✔❖◆§\x{f0b7}\x{f0a7}\x{f0d8}])(?:[ \x{a0}]*\t|[ \x{a0}]+)[\s\x{a0}]*`)
	typedNumber = regexp.MustCompile(`^[\s\x{a0}]*` +
		`([(（]?(?:\p{Nd}{1,4}|\p{L}ـ?|[ivxlcIVXLC]{1,7}|[一二三四五六七八九十]{1,3})(?:bis|ter|quater)?[ \x{a0}]?[.)．）、]{1,2}|` +
		`\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,5}\.?|\p{Nd}{1,3})` +
		`(?:[ \x{a0}]*\t|\x{a0}{2}|[ \x{a0}]{3})[\s\x{a0}]*`)
	// in a line that runs to the left, the bracket after the number is typed so
	typedLeft = regexp.MustCompile(`^[\s\x{a0}]*\((\d{1,3}|\p{L})[ \x{a0}]*\t[\s\x{a0}]*`)
	// a number of several parts cannot count a list of a page, and one in square
	// brackets counts the paragraphs of a judgment.
	severalParts = regexp.MustCompile(`^\[\p{Nd}+\]$|\p{Nd}[.\-]\p{Nd}|^\p{L}\.\p{Nd}|\p{Nd}\s|\s\p{Nd}`)
)

// typedMarker is the marker that a person typed before a text, and how many
// bytes it takes with the space after it.
func typedMarker(s string) (string, int) {
	if !mayBeMarked(s) {
		return "", 0
	}
	for _, pattern := range []*regexp.Regexp{typedBullet, typedNumber} {
		if m := pattern.FindStringSubmatchIndex(s); m != nil && strings.ContainsFunc(s[m[1]:], isWordRune) {
			return s[m[2]:m[3]], m[1]
		}
	}
	if m := typedLeft.FindStringSubmatchIndex(s); m != nil && strings.ContainsFunc(s[m[1]:], isWordRune) {
		return s[m[2]:m[3]] + ")", m[1]
	}
	return "", 0
}

// mayBeMarked is a quick look that spares most texts the patterns: letters and
// digits are markers only before a tab or a row of spaces.
func mayBeMarked(s string) bool {
	s = strings.TrimLeft(s[:min(len(s), 200)], " \t\n\u00a0")
	for i, r := range s {
		if i == 0 && r != '(' && !isWordRune(r) {
			return true
		}
		if i > 40 {
			return false
		}
		if r == '\t' || (r == ' ' || r == '\u00a0') && spaceFollows(s, i) {
			return true
		}
	}
	return false
}

// spaceFollows reports whether another space and more follow the space at s[i],
// which is of one byte or, as one that does not break, of two.
func spaceFollows(s string, i int) bool {
	if i+2 >= len(s) {
		return false
	}
	return s[i+1] == ' ' || strings.HasPrefix(s[i+1:], "\u00a0") || strings.HasPrefix(s[i+2:], "\u00a0")
}

// multipart reports whether a marker says more than one number.
func multipart(marker string) bool { return severalParts.MatchString(marker) }
