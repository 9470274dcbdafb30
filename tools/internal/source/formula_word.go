package source

import "strings"

// readWordFormula reads Office MathML (ISO/IEC 29500-1, 22.1).
func readWordFormula(e *element, depth int) *formula {
	f := &formula{}
	if e == nil {
		return f
	}
	for c := e.first; c != nil; c = c.next {
		if p := wordPart(c, depth); p != nil {
			f.parts = append(f.parts, p)
		}
	}
	return f
}

// wordPart is one element of a formula, or nil where it says nothing.
func wordPart(e *element, depth int) *formula {
	if depth > maxFormula {
		return &formula{kind: token, text: cleanText(e.content())}
	}
	part := func(name string) *formula { return readWordFormula(e.child(name), depth+1) }
	says := func(name string) *formula {
		if f := part(name); f.line() != "" {
			return f
		}
		return nil
	}
	props := e.child(e.name + "Pr")
	sign := func(name, otherwise string) string {
		if c := props.child(name); c != nil {
			return c.attr("m:val")
		}
		return otherwise
	}
	switch e.name {
	case "", "w:del", "w:moveFrom", "w:rPr", "m:rPr", "w:instrText":
		return nil
	case "m:t", "w:t":
		return &formula{kind: token, text: cleanText(e.content())}
	case "m:f":
		return &formula{kind: fraction, parts: []*formula{part("m:num"), part("m:den")}}
	case "m:sSup", "m:sSub", "m:sSubSup":
		return &formula{kind: scripted, parts: []*formula{part("m:e"), says("m:sub"), says("m:sup")}}
	case "m:sPre":
		before := &formula{kind: scripted, parts: []*formula{{}, says("m:sub"), says("m:sup")}}
		return &formula{parts: []*formula{before, part("m:e")}}
	case "m:limLow":
		return &formula{kind: scripted, parts: []*formula{part("m:e"), says("m:lim"), nil}}
	case "m:limUpp":
		return &formula{kind: scripted, parts: []*formula{part("m:e"), nil, says("m:lim")}}
	case "m:rad":
		return &formula{kind: root, parts: []*formula{part("m:e"), says("m:deg")}}
	case "m:nary":
		head := &formula{kind: token, text: sign("m:chr", "∫")}
		return &formula{parts: []*formula{{kind: scripted, parts: []*formula{head, says("m:sub"), says("m:sup")}}, {kind: token, text: " "}, part("m:e")}}
	case "m:func":
		return &formula{parts: []*formula{part("m:fName"), {kind: token, text: " "}, part("m:e")}}
	case "m:d":
		f := &formula{kind: fence, text: sign("m:begChr", "("), close: sign("m:endChr", ")")}
		for c := e.first; c != nil; c = c.next {
			if c.name == "m:e" {
				f.parts = append(f.parts, readWordFormula(c, depth+1))
			}
		}
		return f
	case "m:acc":
		return &formula{kind: accent, text: mark(sign("m:chr", "\u0302")), parts: []*formula{part("m:e")}}
	case "m:bar":
		return &formula{kind: accent, text: "\u0304", parts: []*formula{part("m:e")}}
	case "m:m", "m:eqArr":
		return wordRows(e, depth)
	}
	if strings.HasSuffix(e.name, "Pr") {
		return nil
	}
	return readWordFormula(e, depth+1)
}

// wordRows reads a matrix, or equations one below the other.
func wordRows(e *element, depth int) *formula {
	f := &formula{kind: matrix}
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "m:e":
			f.parts = append(f.parts, &formula{parts: []*formula{readWordFormula(c, depth+1)}})
		case "m:mr":
			cells := &formula{}
			for cell := c.first; cell != nil; cell = cell.next {
				if cell.name == "m:e" {
					cells.parts = append(cells.parts, readWordFormula(cell, depth+1))
				}
			}
			f.parts = append(f.parts, cells)
		}
	}
	return f
}

// mark is what a sign is over a letter.
func mark(sign string) string {
	if m, ok := marks[sign]; ok {
		return m
	}
	return sign
}
