package check

import (
	"slices"
)

// invisibleCharacters (C29) finds characters that nobody sees and that break
// search and copying, one finding a character. Scripts that need them keep
// them.
func invisibleCharacters(c *Context) {
	lang := base(c.own.Lang)
	in := func(langs ...string) bool { return slices.Contains(langs, lang) }
	c.tally(func(r rune) bool {
		switch r {
		case 0x200b: // zero width space
			return !in("km", "th", "lo", "my", "bo", "dz")
		case 0x200c, 0x200d: // joiners
			return !in("ar", "fa", "ur", "ps", "ckb", "ug", "hi", "bn", "mr", "ne", "ta", "te", "kn", "ml", "gu", "pa", "or", "si", "am", "my", "mn")
		case 0x200e, 0x200f, 0x061c: // direction marks
			return !in("ar", "fa", "ur", "ps", "ckb", "ug", "he", "yi", "dv", "sd")
		case 0x00ad, 0x2011, 0x2060, 0xfeff, 0x180e: // soft and unbreaking hyphen, joiner, byte order mark
			return true
		}
		return r >= 0xe000 && r <= 0xf8ff // private use: a glyph of one font
	})
}
