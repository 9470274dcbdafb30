package adopt

import (
	"net/url"
	"path"
	"sort"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
)

// A Redirect leads from an address of the old site to one of the archive. Both
// are paths from the site's root, percent-encoded.
type Redirect struct{ Old, New string }

// redirects are those of a page: from where Hugo had it, and from its aliases.
func (p *oldPage) redirects(s *site) []Redirect {
	to := "/" + p.lang + "/reports/" + p.report + "/"
	prefix := "/"
	if p.lang != s.fallback || s.inSubdir {
		prefix = "/" + p.lang + "/"
	}
	dir := urlize(path.Dir(p.path))
	old := prefix + path.Join(dir, urlize(path.Base(p.path))) + "/"
	if p.front.slug != "" {
		old = prefix + path.Join(dir, urlize(p.front.slug)) + "/"
	}
	if u := p.front.url; u != "" {
		if !strings.HasPrefix(u, "/") {
			u = prefix + u
		}
		old = u
	}
	list := []Redirect{{old, to}}
	for _, alias := range p.front.aliases {
		if !strings.HasPrefix(alias, "/") && !strings.Contains(alias, ":") {
			alias = prefix + path.Join(dir, alias)
		}
		list = append(list, Redirect{alias, to})
	}
	var kept []Redirect
	for _, r := range list {
		if clean, ok := address(r.Old); ok {
			kept = append(kept, Redirect{clean, r.New})
		} else {
			s.leave("adopt-alias", p.file, 0, r.Old)
		}
	}
	return kept
}

// urlize is a name as Hugo has it in an address.
func urlize(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune("._-+~@#\\/", r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// address is a path of this site and nothing else, percent-encoded: no other
// host, no way up, nothing that the files of redirects would read as syntax.
func address(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "" || u.Host != "" || u.RawQuery != "" || !strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	clean := path.Clean(u.Path)
	if strings.HasSuffix(u.Path, "/") && clean != "/" {
		clean += "/"
	}
	// The homes are the archive's own.
	if clean != u.Path || strings.Count(clean, "/") < 2 && !strings.HasSuffix(clean, ".html") || strings.IndexFunc(clean, unicode.IsControl) >= 0 {
		return "", false
	}
	escaped := (&url.URL{Path: clean}).EscapedPath()
	return strings.NewReplacer("*", "%2A", ":", "%3A", "$", "%24", ";", "%3B", "'", "%27", "(", "%28", ")", "%29").Replace(escaped), true
}

// uniqueRedirects are those that lead elsewhere, by their old address; of two
// from one address the first stays.
func uniqueRedirects(all []Redirect, s *site) []Redirect {
	sort.SliceStable(all, func(i, j int) bool { return all[i].Old < all[j].Old })
	var kept []Redirect
	for _, r := range all {
		switch n := len(kept); {
		case r.Old == r.New:
		case n > 0 && kept[n-1].Old == r.Old:
			if kept[n-1].New != r.New {
				s.add(report.Problem{Code: "adopt-alias", Severity: report.Info, Args: map[string]string{"Text": r.Old}})
			}
		default:
			kept = append(kept, r)
		}
	}
	return kept
}

// ForHosts writes redirects as Netlify and Cloudflare Pages read them, in
// _redirects.
func ForHosts(redirects []Redirect) []byte {
	var b strings.Builder
	for _, r := range redirects {
		b.WriteString(r.Old + " " + r.New + " 301\n")
	}
	return []byte(b.String())
}

// ForNginx writes redirects as the inside of nginx's `map $request_uri $moved`.
func ForNginx(redirects []Redirect) []byte {
	var b strings.Builder
	for _, r := range redirects {
		b.WriteString(`"` + r.Old + `" "` + r.New + "\";\n")
	}
	return []byte(b.String())
}

// Joined is a table with the lines of another that it has not: what stands in
// it, of an earlier run or of a person, stays.
func Joined(there, more []byte) []byte {
	have := make(map[string]bool)
	text := string(there)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	for line := range strings.Lines(text) {
		old, _, _ := strings.Cut(line, " ")
		have[old] = true
	}
	for line := range strings.Lines(string(more)) {
		if old, _, _ := strings.Cut(line, " "); !have[old] {
			text += line
		}
	}
	return []byte(text)
}
