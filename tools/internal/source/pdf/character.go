package pdf

import (
	"encoding/binary"
	"slices"
)

// Each call into PDFium costs a tenth of a microsecond, and a page has some
// thousand characters: what can be had for all of them at once is.

// characters are the n of a page, as PDFium counts them.
func (f *file) characters(text uint64, n int) []rune {
	all := f.text(text, n)
	if all == nil {
		all = make([]rune, n)
		for i := range all {
			all[i] = -1
		}
	}
	character := f.function("FPDFText_GetUnicode")
	for i, r := range all {
		if r < ' ' || r >= 0xd800 { // a hyphen that a line ends with has two codes
			all[i] = rune(uint32(f.run(character, text, uint64(i))))
		}
	}
	return all
}

// text is the text of a page in one call, or nil where it has not one unit of
// UTF-16 for each character.
func (f *file) text(text uint64, n int) []rune {
	size := uint64(n+1) * 2
	at := f.scratch
	if size > scratchSize {
		if at = uint32(f.call("malloc", size)); at == 0 {
			return nil
		}
		defer f.call("free", uint64(at))
	}
	if f.count("FPDFText_GetText", text, 0, uint64(n), uint64(at)) != n+1 {
		return nil
	}
	b, ok := f.memory.Read(at, uint32(2*n))
	if !ok {
		return nil
	}
	all := make([]rune, n)
	for i := range all {
		u := binary.LittleEndian.Uint16(b[2*i:])
		if u >= 0xd800 && u < 0xe000 {
			return nil
		}
		all[i] = rune(u)
	}
	return all
}

// The objects of a page's characters, asked for in order. On a page written
// from left to right the characters of one object follow each other, so that
// two that are of one object have none of another between them.
type objects struct {
	*file
	text   uint64
	n      int
	ahead  bool   // the page is written from left to right
	object uint64 // of the characters up to end
	end    int
	next   uint64 // of the character at end, once known
	known  bool
}

func (f *file) objectsOf(text uint64, characters []rune) *objects {
	return &objects{file: f, text: text, n: len(characters), ahead: !slices.ContainsFunc(characters, mayTurn)}
}

// mayTurn reports whether a character can change the order in which PDFium
// gives those around it.
func mayTurn(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
		r >= 0xfb1d && r <= 0xfeff || r >= 0x10000
}

// at is the object of character i, or 0 where PDFium has put in the character.
func (o *objects) at(i int) uint64 {
	if i < o.end {
		return o.object
	}
	if o.known && i == o.end {
		o.object = o.next
	} else {
		o.object = o.get(i)
	}
	o.end, o.known = i+1, false
	if !o.ahead || o.object == 0 {
		return o.object
	}
	for step, longer := 1, true; step > 0; {
		at := o.end - 1 + step
		if at < o.n {
			if o.next = o.get(at); o.next == o.object {
				o.end = at + 1
			} else {
				longer, o.known = false, step == 1
			}
		} else {
			longer = false
		}
		if longer {
			step *= 2
		} else {
			step /= 2
		}
	}
	return o.object
}

func (o *objects) get(i int) uint64 {
	return o.run(o.function("FPDFText_GetTextObject"), o.text, uint64(i))
}
