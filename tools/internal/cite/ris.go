package cite

import (
	"strings"

	"rapporteur/tools/internal/message"
)

// RIS is the work as a record of the RIS format, in UTF-8: a tag a line, lines
// end in CR LF as the format's description has it.
func (w *Work) RIS(say *message.Printer) []byte {
	var b strings.Builder
	line := func(tag, value string) {
		if value = oneLine(value); value != "" || tag == "ER" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	if w.isReport() {
		line("TY", "RPRT")
	} else {
		line("TY", "GEN")
	}
	line("ID", w.key())
	line("AU", corporate(w.Publisher))
	line("TI", join(": ", w.Title, w.Subtitle))
	if w.Type != "" {
		line("M3", say.Say("type_"+string(w.Type), nil))
	}
	line("PB", w.Publisher)
	line("SN", strings.Join(w.Symbols, ", "))
	if parts := dateParts(w.Date); len(parts) > 0 {
		line("PY", parts[0])
		for len(parts) < 3 {
			parts = append(parts, "")
		}
		line("DA", strings.Join(parts, "/")+"/")
	}
	line("LA", w.Locale)
	for _, name := range w.Translators {
		line("A4", corporate(name))
	}
	line("OP", w.originalTitle())
	line("ET", w.Edition)
	line("DP", w.Archive)
	line("AN", w.SWHID) // the accession number: what the archive knows it by
	line("N1", join(", ", w.Event, w.Place))
	line("N1", w.Credit(say))
	for _, n := range w.Notices {
		line("N1", n.Text)
	}
	line("UR", w.Permalink)
	line("ER", "")
	return []byte(b.String())
}

// corporate keeps a name whole: RIS takes what stands before the first comma
// for a family name, so that a body's name has its comma at its end.
func corporate(name string) string {
	if name = oneLine(name); name == "" {
		return ""
	}
	return strings.ReplaceAll(name, ",", "") + ","
}
