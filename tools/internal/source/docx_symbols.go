package source

import (
	"strconv"
	"strings"
)

// symbolFonts are the fonts whose letters are pictures, by name in lower case,
// and what their characters are in Unicode. A character that has no like in
// Unicode is left out, and stands as U+FFFD where it is met.
var symbolFonts = map[string]map[byte]rune{
	"symbol":    symbolFont,
	"wingdings": wingdings,
	"wingdings 2": {0x50: '✓', 0x4f: '✗', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '☐', 0x96: '•', 0x97: '●', 0x98: '⬤', 0x99: '⬤',
		0x9d: '■', 0xa0: '▪', 0xae: '◆', 0xd5: '⁎', 0xf5: '*'},
	"wingdings 3": {0x66: '←', 0x67: '→', 0x68: '↑', 0x69: '↓', 0x70: '▲', 0x71: '▼', 0x7d: '▶', 0x7c: '◀',
		0x75: '▸', 0x74: '◂', 0x84: '◀', 0x92: '▸', 0x94: '▸'},
	"webdings": {0x61: '✔', 0x72: '✗', 0x3d: '•', 0x6e: '⬤', 0x67: '■', 0x63: '□', 0x34: '▶', 0x33: '◀',
		0x35: '▲', 0x36: '▼', 0x77: '♥', 0x22: '🕷', 0xc8: '☎'},
}

// symbolFont is the font Symbol: Adobe's encoding, from the file symbol.txt
// that Unicode publishes.
var symbolFont = filled(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
	0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")

// wingdings is the font Wingdings as far as texts use it.
var wingdings = func() map[byte]rune {
	m := filled(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x45, "☜☞☝☟")
	for c, r := range map[byte]rune{0x22: '✂', 0x28: '☎', 0x29: '✆', 0x2a: '✉', 0x36: '⌛', 0x3e: '✇', 0x3f: '✍', 0x41: '✌', 0x43: '👍', 0x44: '👎',
		0x49: '✋', 0x4a: '☺', 0x4b: '😐', 0x4c: '☹', 0x4e: '☠', 0x51: '✈', 0x52: '☼', 0x54: '❄', 0x58: '✠', 0x59: '✡', 0x5a: '☪', 0x5b: '☯',
		0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x70: '❐', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x74: '⧫', 0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x78: '⌧',
		0x7b: '❀', 0x7c: '✿', 0x7d: '❝', 0x7e: '❞', 0x9e: '·', 0x9f: '•', 0xa0: '▪', 0xa1: '○', 0xa4: '◉', 0xa5: '◎', 0xa7: '▪', 0xa8: '◻', 0xaa: '✦', 0xab: '★',
		0xac: '✶', 0xb1: '⌖', 0xb2: '⟡', 0xd5: '⌫', 0xd6: '⌦', 0xd7: '⮘', 0xd8: '➢', 0xdc: '➲', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔',
		0xef: '⇦', 0xf0: '⇨', 0xf1: '⇧', 0xf2: '⇩', 0xf3: '⬄', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑', 0x20: ' '} {
		m[c] = r
	}
	return m
}()

// filled maps runs of characters from two places on.
func filled(at byte, s string, at2 byte, s2 string) map[byte]rune {
	m := map[byte]rune{}
	for _, r := range s {
		m[at] = r
		at++
	}
	for _, r := range s2 {
		m[at2] = r
		at2++
	}
	return m
}

// symbol is the character of a w:sym element.
func symbol(font, char string) string {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil || n == 0 || n > 0x10ffff {
		return ""
	}
	return symbols(string(rune(n)), font)
}

// symbols is text in a font: of a symbol font, what its pictures are. Such
// characters stand at U+F020 to U+F0FF, or bare in a symbol font.
func symbols(s, font string) string {
	known := symbolFonts[strings.ToLower(font)]
	private := strings.ContainsFunc(s, isPrivate)
	if known == nil && !private {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case isPrivate(r) && known == nil:
			if u, ok := symbolFont[byte(r)]; ok {
				return u // most likely
			}
			return '\ufffd'
		case isPrivate(r), r < 0x100 && r > 0x20 && known != nil:
			if u, ok := known[byte(r)]; ok {
				return u
			}
			return '\ufffd'
		}
		return r
	}, s)
}

func isPrivate(r rune) bool { return r >= 0xf020 && r <= 0xf0ff }
