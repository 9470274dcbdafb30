package adopt

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/unit"
)

var (
	shortcode = regexp.MustCompile(`\{\{([<%])(.*?)[>%]\}\}`)
	refLink   = regexp.MustCompile(`\[([^\[\]]*)\]\(\s*\{\{[<%]\s*(?:rel)?ref\s+([^>%]*?)[>%]\}\}\s*\)`)
	parameter = regexp.MustCompile(`(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|` + "`([^`]*)`" + `)`)
	picture   = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	element   = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--`)
	attribute = regexp.MustCompile(`^(#{1,6} .*?)\s*\{[#.:][^{}]*\}\s*$`)
	plainTag  = regexp.MustCompile(`(?i)^</?(?:sup|sub|i|b|em|strong|br|u|s|small)\b`)
	blockTag  = regexp.MustCompile(`(?i)</?(?:article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)(?:\s[^<>]*)?/?>`)
	h1        = regexp.MustCompile(`^#\s+(.*?)\s*#*$`)
)

// markdown is the text of a page as an import reads it: Markdown alone, with
// the title above it, each line where it was.
func (s *site) markdown(p *oldPage) string {
	lines := strings.Split(p.body, "\n")
	fenced := false
	for i, line := range lines {
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
			fenced = !fenced
		}
		if fenced {
			continue
		}
		for _, m := range picture.FindAllString(line, -1) {
			s.leave("adopt-image", p.file, i+1, m)
		}
		if strings.TrimSpace(line) == "<!--more-->" { // the end of a summary, which is no text
			lines[i] = ""
			continue
		}
		if m := element.FindString(line); m != "" && !plainTag.MatchString(m) {
			s.leave("adopt-html", p.file, i+1, m)
			line = blockTag.ReplaceAllString(line, " ") // parts words from those outside
		}
		if m := attribute.FindStringSubmatch(line); m != nil {
			s.leave("adopt-shortcode", p.file, i+1, strings.TrimSpace(line[len(m[1]):]))
			line = m[1]
		}
		lines[i] = s.withoutShortcodes(p, i+1, line)
	}
	return s.titled(p, lines)
}

// withoutShortcodes keeps the words that shortcodes stand around or show, and
// leaves the rest.
func (s *site) withoutShortcodes(p *oldPage, number int, line string) string {
	line = refLink.ReplaceAllStringFunc(line, func(m string) string {
		parts := refLink.FindStringSubmatch(m)
		s.leave("adopt-link", p.file, number, m)
		return parts[1]
	})
	return shortcode.ReplaceAllStringFunc(line, func(m string) string {
		parts := shortcode.FindStringSubmatch(m)
		inner := strings.TrimSpace(parts[2])
		if strings.HasPrefix(inner, "/*") { // quoted: it shows itself
			return "{{ " + strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(inner, "/*"), "*/")) + " }}"
		}
		name, _, _ := strings.Cut(inner, " ")
		if name == "figure" {
			s.leave("adopt-image", p.file, number, m)
			return caption(inner)
		}
		s.leave("adopt-shortcode", p.file, number, m)
		return ""
	})
}

// caption are the words that a figure shows: its title, caption and credit.
func caption(figure string) string {
	said := map[string]string{}
	for _, m := range parameter.FindAllStringSubmatch(figure, -1) {
		said[strings.ToLower(m[1])] = strings.ReplaceAll(m[2]+m[3], `\"`, `"`)
	}
	var parts []string
	for _, key := range []string{"title", "caption", "attr"} {
		if said[key] != "" {
			parts = append(parts, said[key])
		}
	}
	return strings.Join(parts, " — ")
}

// titled puts the title above the text, in the first line of the front matter,
// unless the text begins with it.
func (s *site) titled(p *oldPage, lines []string) string {
	for _, line := range lines {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if m := h1.FindStringSubmatch(line); m != nil && unit.Fold(m[1]) == unit.Fold(p.front.title) {
			return strings.Join(lines, "\n")
		}
		break
	}
	if p.front.title == "" {
		return strings.Join(lines, "\n")
	}
	title := "# " + p.front.title
	if len(lines) > 1 && lines[0] == "" && lines[1] == "" {
		lines[0] = title
		return strings.Join(lines, "\n")
	}
	return title + "\n\n" + strings.Join(lines, "\n")
}
