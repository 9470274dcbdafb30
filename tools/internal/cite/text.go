package cite

import (
	"strings"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// Text is the citation as a sentence in the reader's language, without its
// address: who published it, title, kind and symbol, event, date, who
// translated it, that the original prevails, the archive and its edition. The
// date of access is the reader's to add.
func (w *Work) Text(say *message.Printer) string {
	comma := say.Say("cite_comma", nil)
	kind := ""
	if w.Type != "" {
		kind = say.Say("type_"+string(w.Type), nil)
	}
	status := ""
	if w.Status == report.Preliminary {
		status = say.Say("status_preliminary", nil)
	}
	in := w.Archive
	if w.Edition != "" {
		in = join(comma, in, say.Say("edition_title", message.Data{"Edition": w.Edition}))
	}
	parts := []string{
		w.Publisher, w.title(say), join(comma, append([]string{kind}, w.Symbols...)...), status,
		join(comma, w.Event, w.Place), longDate(w.Date, say), w.Credit(say), in,
	}
	stop := say.Say("cite_stop", nil)
	var b strings.Builder
	for _, p := range parts {
		p = oneLine(p)
		if p == "" {
			continue
		}
		b.WriteString(p)
		if strings.ContainsRune(".?!…。？！؟۔।", lastRune(p)) {
			b.WriteString(" ")
		} else {
			b.WriteString(stop)
		}
	}
	return strings.TrimSpace(b.String())
}

// Unit is the citation of one unit, without its address.
func (w *Work) Unit(u *report.Unit, say *message.Printer) string {
	at := ""
	switch {
	case u.Kind == report.Paragraph && u.Number != "":
		at = say.Say("cite_paragraph", message.Data{"Number": u.Number})
	case u.Kind == report.Footnote:
		at = say.Say("cite_note", message.Data{"Label": u.Label})
	case u.Kind == report.Turn && u.Speaker != "":
		at = say.Say("cite_turn", message.Data{"Speaker": u.Speaker})
	default:
		at = say.Say("cite_part", message.Data{"ID": u.ID})
	}
	text := w.Text(say)
	if stop := strings.TrimSpace(say.Say("cite_stop", nil)); strings.HasSuffix(text, stop) {
		text = strings.TrimSuffix(text, stop) + say.Say("cite_comma", nil)
	}
	return text + oneLine(at) + strings.TrimSpace(say.Say("cite_stop", nil))
}

// Credit says who translated the text, or reviewed it, and how, and that the
// original prevails; nothing of an original.
func (w *Work) Credit(say *message.Printer) string {
	if w.Original == "" {
		return ""
	}
	var who []string
	for _, names := range []struct {
		key  string
		list []string
	}{{"credit_translators", w.Translators}, {"credit_reviewers", w.Reviewers}} {
		if len(names.list) > 0 {
			who = append(who, say.Say(names.key, message.Data{"Names": strings.Join(names.list, say.Say("cite_comma", nil))}))
		}
	}
	if w.Method != report.Human || len(w.Translators) == 0 { // a name says that much
		who = append(who, w.method(say)...)
	}
	if len(who) == 0 {
		who = append(who, say.Say("credit_unknown", nil))
	}
	who = append(who, say.Say("cite_prevails", message.Data{"Language": LanguageName(w.Original, say.Lang)}))
	return strings.Join(who, say.Say("cite_semicolon", nil))
}

// method says how the text was translated, where that is known.
func (w *Work) method(say *message.Printer) []string {
	if w.Method == "" {
		return nil
	}
	return []string{say.Say("method_"+strings.ReplaceAll(string(w.Method), "-", "_"), nil)}
}

// Credits are all that is known of who made the translation, and how.
func (w *Work) Credits(say *message.Printer) []string {
	credits := []string{w.Credit(say)}
	for _, how := range w.method(say) {
		if !strings.Contains(credits[0], how) {
			credits = append(credits, how)
		}
	}
	return credits
}

func (w *Work) title(say *message.Printer) string {
	if w.Subtitle == "" {
		return w.Title
	}
	return say.Say("cite_title", message.Data{"Title": w.Title, "Subtitle": w.Subtitle})
}

// longDate is an ISO 8601 date as the language writes it.
func longDate(date string, say *message.Printer) string {
	parts := dateParts(date)
	if len(parts) < 2 {
		return date
	}
	months := strings.Split(say.Say("months", nil), "|")
	n := int(parts[1][0]-'0')*10 + int(parts[1][1]-'0')
	if n < 1 || n > len(months) {
		return date
	}
	data := message.Data{"Year": parts[0], "Month": months[n-1]}
	if len(parts) == 2 {
		return say.Say("date_month", data)
	}
	data["Day"] = strings.TrimPrefix(parts[2], "0")
	return say.Say("date_day", data)
}

// join joins what is not empty.
func join(by string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, by)
}

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}
