package check

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lines that an editor wraps are shorter than this, in characters, and do not
// all end in a full stop.
const (
	wrapped  = 160
	gluedEnd = 0.7 // of lines that end as sentences do, in three lines or more
)

// gluedLines (C45) finds paragraphs without a blank line between them, which
// Markdown reads as one.
func gluedLines(c *Context) {
	for i := range c.units {
		u := &c.units[i]
		if !prose(u) {
			continue
		}
		block := c.block(i)
		if len(block) < 2 {
			continue
		}
		ends, long := 0, false
		for k, line := range block {
			if terminated(line) {
				ends++
			}
			n := utf8.RuneCountInString(line)
			long = long || n > wrapped && (k+1 < len(block) || k > 0)
		}
		if long || len(block) > 2 && float64(ends) >= gluedEnd*float64(len(block)) {
			c.say(u, "Lines", strconv.Itoa(len(block)), "Text", block[1])
		}
	}
}

// block is the lines of the file that unit i is made of, but for those whose
// end was meant.
func (c *Context) block(i int) []string {
	start := c.units[i].Line
	if start < 1 || start > len(c.lines) {
		return nil
	}
	end := len(c.lines) + 1
	for k := i + 1; k < len(c.units); k++ {
		if next := c.units[k].Line; next > start {
			end = next
			break
		}
	}
	var block []string
	for _, line := range c.lines[start-1 : min(end-1, len(c.lines))] {
		text := strings.Trim(strings.TrimSpace(line), ">")
		if text == "" || strings.Trim(text, "-*_= ") == "" {
			break
		}
		if strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) {
			return nil
		}
		block = append(block, text)
	}
	return block
}
