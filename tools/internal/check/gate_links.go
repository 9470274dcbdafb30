package check

import (
	"net/url"
	"strings"

	"rapporteur/tools/internal/page"
)

// A fault is what is wrong with where a link leads.
type fault int

const (
	sound     fault = iota
	unsafe          // a scheme that pages do not follow: javascript:, data:, file: …
	malformed       // no address at all
	dead            // nowhere: empty, # alone, or a path beside the page
)

// judge says what is wrong with an address.
func judge(address string) fault {
	address = strings.TrimSpace(address)
	if address == "" || address == "#" {
		return dead
	}
	if _, ok := page.SafeURL(address); ok && !strings.ContainsAny(address, " \t\n") {
		return sound
	}
	// Browsers ignore white space and controls inside a scheme.
	stripped := strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, address)
	scheme, _, ok := strings.Cut(stripped, ":")
	switch scheme = strings.ToLower(scheme); {
	case ok && scheme != "http" && scheme != "https" && scheme != "mailto" && isScheme(scheme):
		return unsafe
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.Contains(address, " ") || u.Scheme != "" && u.Host == "" || strings.HasPrefix(address, ":"):
		return malformed
	case u.User != nil || strings.HasPrefix(address, "//"):
		return unsafe // shows one host and leads to another
	}
	return dead
}

func isScheme(s string) bool {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.')
	}) < 0
}

// faulty adds a finding for every link that has the fault.
func faulty(c *Context, f fault) {
	for _, p := range c.pieces() {
		for _, t := range targets(p.text) {
			if !t.image && judge(t.address) == f {
				c.sayPiece(p, "URL", t.address, "Text", t.words)
			}
		}
	}
}

// unsafeLinks finds links that would run something or that hide where they
// lead. Pages show their words alone.
func unsafeLinks(c *Context) { faulty(c, unsafe) }

// malformedLinks finds links whose address cannot be one. Stock Hugo stops at
// some of them.
func malformedLinks(c *Context) { faulty(c, malformed) }
