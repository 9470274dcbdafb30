package clean

import (
	"regexp"
	"strings"
	"unicode"

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

// namesTranslator reports whether a text begins by saying who translated it.
func namesTranslator(text string) bool {
	low := folded(text)
	for _, l := range lexicons() {
		for _, p := range l.Notices.Translators {
			if !strings.HasPrefix(low, p) || joined(p, low, len(p)) || !hasPhrase(p, l.Notices.Translation) {
				continue
			}
			if len(namesAfter(foldMarks.Replace(text), []string{p})) > 0 {
				return true
			}
		}
	}
	return false
}

// credit reads who translated from the sentence of a notice.
func (d *document) credit(text string) {
	low := foldMarks.Replace(text)
	c := &d.meta.Credit
	for _, l := range lexicons() {
		if names := namesAfter(low, l.Notices.Translators); len(names) > 0 && len(c.Translators) == 0 {
			c.Translators = names
		}
		if names := namesOfHelp(low, l.Notices.Help); len(names) > 0 && len(c.Translators) == 0 {
			c.Translators = names
		}
		if names := namesAfter(low, l.Notices.Reviewed); len(names) > 0 && len(c.Reviewers) == 0 {
			c.Reviewers = names
		}
		if hasPhrase(folded(text), l.Notices.Machine) {
			c.Method = report.Machine
		}
	}
	switch {
	case c.Method == report.Machine && len(c.Reviewers) > 0:
		c.Method = report.MachineReviewed
	case c.Method == "" && len(c.Translators) > 0:
		c.Method = report.Human
	}
}

// namesAfter are the names that follow one of the phrases, up to the end of the
// sentence. What begins in lower case, or is long, is no name.
func namesAfter(text string, after []string) []string {
	for _, p := range after {
		at := phraseAt(strings.ToLower(text), p)
		if at < 0 || len(strings.ToLower(text)) != len(text) {
			continue
		}
		rest := strings.TrimLeft(text[at+len(p):], " :—–-")
		name := untilSentenceEnd(rest)
		for {
			word, more, ok := strings.Cut(name, " ")
			if !ok || !continueWords().set[word] {
				break
			}
			name = more // the article of a title
		}
		r := first(name)
		if name == "" || countWords(name) > 8 || unicode.IsLower(r) || unicode.IsDigit(r) {
			continue
		}
		return []string{name}
	}
	return nil
}

// namesOfHelp are the names of those whose help a notice is grateful for,
// whatever it says of that help: “with the kind and generous help of …”.
func namesOfHelp(text string, help []string) []string {
	low := strings.ToLower(text)
	for _, p := range help {
		at := phraseAt(low, p)
		if at < 0 || len(low) != len(text) {
			continue
		}
		rest := strings.TrimLeft(text[at+len(p):], " ")
		for n := 0; n < 6; n++ {
			word, more, _ := strings.Cut(rest, " ")
			if i := strings.IndexByte(word, '\''); i > 0 && i <= 2 && startsLower(word) && !startsLower(word[i+1:]) {
				rest = rest[i+1:] // d'ISOC
				word = rest
			}
			if r := first(word); unicode.IsUpper(r) {
				if name := untilSentenceEnd(rest); n > 0 && countWords(name) <= 8 {
					return []string{name}
				}
				break
			}
			if strings.ContainsAny(word, ".,;:") {
				break
			}
			rest = more
		}
	}
	return nil
}

var sentenceEnd = regexp.MustCompile(`[.!?;,。；，؛،](?:\s|$)|[。；，]|\s[(–—]`)

func untilSentenceEnd(s string) string {
	from := 0
	for {
		m := sentenceEnd.FindStringIndex(s[from:])
		if m == nil {
			return strings.TrimSpace(s)
		}
		head := s[:from+m[0]]
		word := head[strings.LastIndexByte(head, ' ')+1:]
		if s[from+m[0]] == '.' && (abbreviations().set[strings.ToLower(word)+"."] || len([]rune(word)) == 1) {
			from += m[1]
			continue
		}
		return strings.TrimSpace(head)
	}
}
