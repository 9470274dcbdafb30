package source

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// Limits on XML: what a report's parts never reach, so that a hostile file is
// refused with little memory.
const (
	maxDepth      = 256
	maxElements   = 1 << 20
	maxAttributes = 256 // of one element
)

var (
	errXML    = errors.New("not well formed")
	errLimits = errors.New("beyond the limits")
)

type xmlReader struct {
	s        string
	at       int
	elements []element // the slab that new elements are cut from
	count    int
	scopes   []scope
	names    map[string]string // names as written → with the usual prefix
	list     []attribute       // of the tag that is read
	slab     []attribute       // that the attributes of elements are cut from
}

// A scope is a declaration of a namespace; it ends with the element at depth.
type scope struct {
	prefix, uri string
	depth       int
}

// parseXML reads a part. The errors are errXML and errLimits. A document type
// is refused: no part of an office document has one, and entities hide in it.
func parseXML(data []byte) (*element, error) {
	if len(data) > 1 && (data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff) {
		data, _ = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
	}
	if !utf8.Valid(data) {
		return nil, errXML
	}
	r := &xmlReader{s: strings.TrimPrefix(string(data), "\ufeff"), names: map[string]string{}}
	return r.read()
}

func (r *xmlReader) read() (*element, error) {
	top := &element{}
	open := append(make([]*element, 0, 32), top)
	last := append(make([]*element, 0, 32), nil) // last child, by depth
	add := func(e *element) {
		depth := len(open) - 1
		if last[depth] == nil {
			open[depth].first = e
		} else {
			last[depth].next = e
		}
		last[depth] = e
	}
	raw := append(make([]string, 0, 32), "") // names as written, by depth
	for r.at < len(r.s) {
		if r.s[r.at] != '<' {
			end := strings.IndexByte(r.s[r.at:], '<')
			if end < 0 {
				end = len(r.s) - r.at
			}
			text, ok := unescapeXML(r.s[r.at:r.at+end], false)
			r.at += end
			if !ok || len(open) == 1 && strings.TrimSpace(text) != "" {
				return nil, errXML
			}
			if len(open) > 1 && r.isText(open[len(open)-1], text) {
				e, err := r.element()
				if err != nil {
					return nil, err
				}
				e.text = text
				add(e)
			}
			continue
		}
		rest := r.s[r.at:]
		switch {
		case strings.HasPrefix(rest, "<?"):
			if !r.skip("?>") {
				return nil, errXML
			}
		case strings.HasPrefix(rest, "<!--"):
			if !r.skip("-->") {
				return nil, errXML
			}
		case strings.HasPrefix(rest, "<![CDATA["):
			end := strings.Index(rest, "]]>")
			if end < 0 || len(open) == 1 {
				return nil, errXML
			}
			e, err := r.element()
			if err != nil {
				return nil, err
			}
			e.text = rest[len("<![CDATA["):end]
			add(e)
			r.at += end + len("]]>")
		case strings.HasPrefix(rest, "<!DOCTYPE") && len(open) == 1 && top.first == nil:
			// One that names its kind alone, as OpenOffice 1 and 2 wrote; what
			// declares entities is refused.
			if end := strings.IndexAny(rest, "[>"); end < 0 || rest[end] == '[' || !r.skip(">") {
				return nil, errXML
			}
		case strings.HasPrefix(rest, "<!"):
			return nil, errXML
		case strings.HasPrefix(rest, "</"):
			end := strings.IndexByte(rest, '>')
			depth := len(open) - 1
			if end < 0 || depth == 0 || strings.TrimRight(rest[2:end], " \t\r\n") != raw[depth] {
				return nil, errXML
			}
			r.at += end + 1
			r.leave(depth)
			open, last, raw = open[:depth], last[:depth], raw[:depth]
		default:
			e, name, closed, err := r.tag(len(open))
			if err != nil {
				return nil, err
			}
			if len(open) == 1 && top.first != nil {
				return nil, errXML // one root
			}
			add(e)
			if closed {
				r.leave(len(open))
				continue
			}
			if len(open) > maxDepth {
				return nil, errLimits
			}
			open, last, raw = append(open, e), append(last, nil), append(raw, name)
		}
	}
	if len(open) != 1 || top.first == nil {
		return nil, errXML
	}
	return top.first, nil
}

// isText drops the white space that is there to indent the file.
func (r *xmlReader) isText(parent *element, text string) bool {
	switch parent.name {
	case "w:t", "m:t", "a:t":
		return true
	}
	return strings.TrimLeft(text, " \t\r\n") != "" || strings.HasPrefix(parent.name, "text:")
}

func (r *xmlReader) skip(end string) bool {
	i := strings.Index(r.s[r.at+2:], end)
	if i < 0 {
		return false
	}
	r.at += 2 + i + len(end)
	return true
}

func (r *xmlReader) element() (*element, error) {
	if r.count++; r.count > maxElements {
		return nil, errLimits
	}
	if len(r.elements) == 0 {
		r.elements = make([]element, 512)
	}
	e := &r.elements[0]
	r.elements = r.elements[1:]
	return e, nil
}

// tag reads a start tag at the given depth.
func (r *xmlReader) tag(depth int) (e *element, name string, closed bool, err error) {
	if e, err = r.element(); err != nil {
		return nil, "", false, err
	}
	r.at++
	if name = r.name(); name == "" {
		return nil, "", false, errXML
	}
	list := r.list[:0]
	for {
		spaced := r.space()
		if r.at >= len(r.s) {
			return nil, "", false, errXML
		}
		switch r.s[r.at] {
		case '>':
			r.at++
		case '/':
			r.at++
			r.space() // some writers leave one
			if r.at >= len(r.s) || r.s[r.at] != '>' {
				return nil, "", false, errXML
			}
			r.at++
			closed = true
		default:
			key := r.name()
			value, ok := r.value()
			if key == "" || !ok || !spaced {
				return nil, "", false, errXML
			}
			if len(list) == maxAttributes {
				return nil, "", false, errLimits
			}
			if prefix, declares := strings.CutPrefix(key, "xmlns"); declares && (prefix == "" || prefix[0] == ':') {
				r.scopes = append(r.scopes, scope{strings.TrimPrefix(prefix, ":"), value, depth})
				clear(r.names)
				continue
			}
			if strings.Contains(key, ":rsid") {
				continue // who saved when: half of all attributes, and of no use
			}
			list = append(list, attribute{key, value})
			continue
		}
		break
	}
	e.name = r.usual(name)
	r.list = list
	if len(list) > 0 {
		if len(r.slab) < len(list) {
			r.slab = make([]attribute, 512)
		}
		n := copy(r.slab, list)
		e.attributes, r.slab = r.slab[:n:n], r.slab[n:]
		for i := range e.attributes {
			if strings.Contains(e.attributes[i].name, ":") { // one without a prefix is in no namespace
				e.attributes[i].name = r.usual(e.attributes[i].name)
			}
		}
	}
	return e, name, closed, nil
}

// leave ends the declarations of the element at depth.
func (r *xmlReader) leave(depth int) {
	n := len(r.scopes)
	for n > 0 && r.scopes[n-1].depth >= depth {
		n--
	}
	if n < len(r.scopes) {
		r.scopes = r.scopes[:n]
		clear(r.names)
	}
}

// usual is a name with the usual prefix of its namespace; one of a namespace
// that means nothing here keeps what the file has.
func (r *xmlReader) usual(name string) string {
	if known, ok := r.names[name]; ok {
		return known
	}
	prefix, local, found := strings.Cut(name, ":")
	if !found {
		prefix, local = "", name
	}
	u := name
	for i := len(r.scopes) - 1; i >= 0; i-- {
		if r.scopes[i].prefix != prefix {
			continue
		}
		if p := prefixes[r.scopes[i].uri]; p != "" {
			u = p + ":" + local
		} else if u = "?:" + local; prefix != "" {
			u = "?" + prefix + ":" + local // not one of ours, even if it took our prefix
		}
		break
	}
	r.names[name] = u
	return u
}

func (r *xmlReader) space() bool {
	start := r.at
	for r.at < len(r.s) && (r.s[r.at] == ' ' || r.s[r.at] == '\n' || r.s[r.at] == '\t' || r.s[r.at] == '\r') {
		r.at++
	}
	return r.at > start
}

func (r *xmlReader) name() string {
	start := r.at
	for r.at < len(r.s) {
		switch r.s[r.at] {
		case ' ', '\n', '\t', '\r', '=', '/', '>', '<', '"', '\'', '&':
			return r.s[start:r.at]
		}
		r.at++
	}
	return ""
}

func (r *xmlReader) value() (string, bool) {
	r.space()
	if r.at >= len(r.s) || r.s[r.at] != '=' {
		return "", false
	}
	r.at++
	r.space()
	if r.at >= len(r.s) || r.s[r.at] != '"' && r.s[r.at] != '\'' {
		return "", false
	}
	end := strings.IndexByte(r.s[r.at+1:], r.s[r.at])
	if end < 0 {
		return "", false
	}
	value, ok := unescapeXML(r.s[r.at+1:r.at+1+end], true)
	r.at += end + 2
	return value, ok
}

// unescapeXML resolves the five entities and characters by number, and line
// ends as XML has them. Any other entity is an error.
func unescapeXML(s string, inAttribute bool) (string, bool) {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if inAttribute && strings.IndexByte(s, '<') >= 0 {
		return "", false
	}
	if strings.IndexByte(s, '&') < 0 {
		return s, true
	}
	var b strings.Builder
	for {
		at := strings.IndexByte(s, '&')
		if at < 0 {
			b.WriteString(s)
			return b.String(), true
		}
		b.WriteString(s[:at])
		end := strings.IndexByte(s[at:], ';')
		if end < 0 {
			return "", false
		}
		switch entity := s[at+1 : at+end]; entity {
		case "amp":
			b.WriteByte('&')
		case "lt":
			b.WriteByte('<')
		case "gt":
			b.WriteByte('>')
		case "quot":
			b.WriteByte('"')
		case "apos":
			b.WriteByte('\'')
		default:
			c, ok := characterByNumber(entity)
			if !ok {
				return "", false
			}
			b.WriteRune(c)
		}
		s = s[at+end+1:]
	}
}

func characterByNumber(entity string) (rune, bool) {
	digits, found := strings.CutPrefix(entity, "#")
	if !found {
		return 0, false
	}
	base := 10
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || n < 0x20 && n != '\t' && n != '\n' && n != '\r' || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}
