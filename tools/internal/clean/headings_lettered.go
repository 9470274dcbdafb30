package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

// letteredTail is a sentence's end, and a lettered title that was run into it.
var letteredTail = regexp.MustCompile(`^.*[.!?»”)] (\p{Lu})\. \p{Lu}[^.!?;:]{2,80}$`)

// letteredTitle is a heading that counts by a letter.
var letteredTitle = regexp.MustCompile(`^(\p{Lu})\. `)

// partLettered parts the title of a section from the end of the paragraph that it
// was run into: the heading before it that counts by letters has the letter before
// its own, and the one after it, if there is one in the same part, the letter
// after. It reports whether there was one.
func (d *document) partLettered(i int) bool {
	b := d.blocks[i]
	if endingOf(b.plain()) != open {
		return false
	}
	m := letteredTail.FindStringSubmatchIndex(b.Text)
	if m == nil {
		return false
	}
	letter := first(b.Text[m[2]:])
	if d.letterBeside(i, -1) != letter-1 {
		return false
	}
	if after := d.letterBeside(i, 1); after != 0 && after != letter+1 && after != 'A' && after != 'А' {
		return false
	}
	d.partTitle(i, m[2], "")
	return true
}

// letterBeside is the letter of the nearest marked heading that counts by one, in
// a direction from place i, or 0.
func (d *document) letterBeside(i, step int) rune {
	for j := i + step; j >= 0 && j < len(d.blocks); j += step {
		b := d.blocks[j]
		if b.Kind != source.Heading || b.guessed {
			continue
		}
		if m := letteredTitle.FindStringSubmatch(strings.TrimSpace(b.plain())); m != nil {
			return first(m[1])
		}
	}
	return 0
}
