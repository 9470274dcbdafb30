package clean

import (
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// longestNotice is how many words a notice has at most; what is longer is text
// about its subject.
const longestNotice = 160

// notices lifts the statements that limit authority, each once, and the credit
// that a translation notice gives.
func notices(d *document) {
	seen := map[string]bool{}
	times := map[string]int{}
	marks := 0 // of speakers: where they are, a name in capitals alone is none
	for _, b := range d.blocks {
		if b.Kind == source.Paragraph && b.words() >= 8 {
			times[b.plain()]++
		}
		if b.Kind == source.Paragraph && hasChevrons(b.Text) {
			marks++
		}
	}
	inText := false
	for i, b := range d.blocks {
		if b.Kind == source.Heading {
			inText = inText || d.bodyFollows(i)
		}
		if !inText && b.Kind == source.Paragraph {
			l, ok := labelOf(b.Text)
			inText = ok && l.sure && (marks < 2 || hasChevrons(b.Text))
		}
		if b.Kind != source.Paragraph || b.number != "" || b.words() < 6 && !namesTranslator(b.plain()) || b.words() > longestNotice {
			continue
		}
		key := b.plain()
		kind, sure := d.noticeKind(b, times[key] > 1, inText)
		if !sure && d.creditsAtEnd(i) {
			kind, sure = report.TranslationNotice, true
		}
		if !sure {
			continue
		}
		if seen[key] {
			d.remove(b, "repeated-notice")
			continue
		}
		seen[key] = true
		text := strings.TrimSpace(trimStars(b.Text))
		n := report.Notice{Kind: kind, Text: tidy(text)}
		if lang := languageOf(b.plain()); lang != "" && lang != baseLang(d.opts.Lang) {
			n.Lang = lang
		}
		d.meta.Notices = append(d.meta.Notices, n)
		d.lift(b, string(kind)+"-notice", "notices")
		if kind == report.TranslationNotice {
			d.credit(b.plain())
		}
	}
}

// creditsAtEnd reports whether the paragraph at place i is the last of all and
// says by whom the text was translated.
func (d *document) creditsAtEnd(i int) bool {
	for _, b := range d.blocks[i+1:] {
		if !b.gone && b.Kind != source.Rule && b.Kind != source.PageBreak && b.Kind != source.Note {
			return false
		}
	}
	text := d.blocks[i].plain()
	return countWords(text) <= 40 && !d.transcript && len(agents(foldMarks.Replace(text))) > 0
}

// bodyFollows reports whether the heading at place i opens text that is not
// the front of the document.
func (d *document) bodyFollows(i int) bool {
	long := 0
	for _, b := range d.blocks[:i] {
		if b.isProse() && b.words() > 40 {
			long++
		}
	}
	return long > 1
}

// trimStars takes off the emphasis and the asterisks that set a notice apart.
func trimStars(s string) string {
	for {
		t := bare(strings.TrimSpace(s))
		t = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(t, `\*`), `\*`))
		t = strings.TrimPrefix(t, "* ")
		if t == s || t == "" {
			return s
		}
		s = t
	}
}

// noticeKind tells what a paragraph limits. Two cues of one kind say it, if
// its form says so too: set apart by emphasis, opened by a word such as
// “Disclaimer”, printed more than once, or before the text begins. Three say
// it where nothing else does only before the text.
func (d *document) noticeKind(b *block, repeated, inText bool) (report.NoticeKind, bool) {
	_, isBold := bold(b.Text)
	_, isItalic := italic(b.Text)
	_, led := noticeLeads().leads(b.Text)
	if _, opened := noticeLeads().leads(trimStars(b.Text)); opened {
		led = true
	}
	marked := isBold || isItalic || led || repeated || strings.HasPrefix(b.Text, `\*`)
	apart := marked || strings.HasPrefix(b.Text, "*") || strings.HasPrefix(b.Text, "[")
	if !apart && inText {
		return "", false
	}
	best, cues := cuesIn(folded(b.plain()))
	if best == report.EditorialNotice {
		cues++ // such a phrase is said of the document itself alone
	}
	switch {
	case cues >= 2 && (apart || !inText):
		return best, true
	case (marked || !inText) && limitsViews(folded(b.plain()), led || repeated || marked && !isBold && !inText):
		return report.ViewsNotice, true
	case cues >= 1 && best == report.ViewsNotice && led && !inText:
		return best, true
	case cues >= 1 && best == report.TranslationNotice && !inText && b.words() <= 30 && namesTranslator(b.plain()):
		return best, true
	case cues >= 1 && repeated && apart && isItalic:
		return best, true
	}
	return "", false
}
