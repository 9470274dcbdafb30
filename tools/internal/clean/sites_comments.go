package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	beforeCue = regexp.MustCompile(`^(?:¶ ?)?\d{0,4} ?$`)
	afterCue  = regexp.MustCompile(`^ ?\d{1,4}(?: \d{1,4})?(?: |$)`)
	pilcrow   = regexp.MustCompile(`^¶ ?\d{1,4}$`)
)

// comments removes what a site on which a draft is open for comments puts before
// each paragraph: its number there, the invitation, and how many there are.
func (d *document) comments() {
	found := 0
	for _, b := range d.blocks {
		if !b.isProse() {
			continue
		}
		if n := inviteLength(b.Text); n > 0 {
			found++
			rest := strings.TrimSpace(b.Text[n:])
			if rest == "" {
				d.remove(b, "web")
				continue
			}
			d.log(report.Removed, "web", b, strings.TrimSpace(b.Marker+" "+b.Text[:n]), "")
			b.Kind, b.Level, b.Marker, b.number, b.Text = source.Paragraph, 0, "", "", rest
		}
	}
	for _, b := range d.blocks {
		if found > 0 && !b.gone && pilcrow.MatchString(b.plain()) {
			d.remove(b, "web")
		}
	}
}

// inviteLength is how long such an invitation at the beginning of a text is, or 0.
func inviteLength(s string) int {
	start := s[:min(len(s), 120)]
	low := strings.ToLower(start)
	if len(low) != len(start) {
		return 0
	}
	for _, cue := range commentCues().list {
		at := strings.Index(low, cue)
		if at < 0 || !beforeCue.MatchString(s[:at]) {
			continue
		}
		if m := afterCue.FindString(s[at+len(cue):]); m != "" {
			return at + len(cue) + len(m)
		}
	}
	return 0
}
