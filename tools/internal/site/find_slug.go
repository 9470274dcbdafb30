package site

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nameKey is what two spellings of one name have in common: capitals,
// punctuation and white space do not count.
func nameKey(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(norm.NFC.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

// slug is the address of a key: the letters a to z, digits and dots of its
// words, joined by hyphens. Where that is the whole key, it stands alone; where
// something was left out (an accent, a hyphen, another script), digits of the
// key's SHA-256 follow, so that two keys never share an address, whatever else
// the archive has, and the address is the same on every file system.
func slug(key string, separator rune) string {
	words := strings.FieldsFunc(norm.NFKD.String(key), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '.'
	})
	var kept []string
	for _, w := range words {
		w = strings.Trim(strings.Map(func(r rune) rune {
			if r < 0x80 {
				return unicode.ToLower(r)
			}
			return -1
		}, w), ".")
		if w != "" {
			kept = append(kept, w)
		}
	}
	s := strings.Join(kept, "-")
	if len(s) <= mostSlug && strings.Join(kept, string(separator)) == key && !hashed.MatchString(s) {
		return s
	}
	if len(s) > mostSlug {
		s = s[:mostSlug]
		s = s[:max(strings.LastIndexByte(s, '-'), mostSlug/2)]
	}
	sum := sha256.Sum256([]byte(key))
	return strings.TrimPrefix(s+"-"+hex.EncodeToString(sum[:4]), "-")
}

// mostSlug bounds the words of an address, in characters.
const mostSlug = 60

// hashed is what a slug looks like that ends in digits of a hash.
var hashed = regexp.MustCompile(`(^|-)[0-9a-f]{8}$`)
