package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decodeTwice mends a text whose bytes were UTF-8, were taken for Windows-1252
// and were written as UTF-8 again, so that é reads Ã©. Only characters that can
// have come about so are read again, and only in a text in which they are the
// rule: three or more, and more than letters beyond ASCII that are none.
func decodeTwice(s string) (string, bool) {
	if !strings.ContainsAny(s, "ÃÂÐÑØÙâåäçéæ") {
		return s, false
	}
	var out strings.Builder
	mended, others := 0, 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			end := i + 1
			for end < len(s) && s[end] < utf8.RuneSelf {
				end++
			}
			out.WriteString(s[i:end])
			i = end
			continue
		}
		if r, size := encodedTwice(s[i:]); size > 0 {
			out.WriteRune(r)
			mended++
			i += size
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		out.WriteString(s[i : i+size])
		others++
		i += size
	}
	if mended < 3 || others > mended {
		return s, false
	}
	return out.String(), true
}

// encodedTwice is the character that was encoded twice at the start of s, and
// how many bytes it takes now, or 0.
func encodedTwice(s string) (rune, int) {
	var bytes [4]byte
	want, used := 0, 0
	for n := 0; n < 4 && used < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[used:])
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xa0 {
			b, ok = byte(r), true // five bytes that Windows-1252 leaves free
		}
		if !ok || b < 0x80 {
			return 0, 0
		}
		bytes[n] = b
		used += size
		switch {
		case n == 0 && b >= 0xc2 && b < 0xe0:
			want = 2
		case n == 0 && b >= 0xe0 && b < 0xf0:
			want = 3
		case n == 0 && b >= 0xf0 && b < 0xf5:
			want = 4
		case n == 0:
			return 0, 0
		}
		if n+1 == want {
			found, length := utf8.DecodeRune(bytes[:want])
			if found == utf8.RuneError || length != want {
				return 0, 0
			}
			return found, used
		}
	}
	return 0, 0
}
