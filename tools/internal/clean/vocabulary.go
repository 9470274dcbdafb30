package clean

import (
	"embed"
	"path"
	"regexp"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

//go:embed words/*.toml
var wordFiles embed.FS

// A lexicon is what reports in one language print around their text. See
// words/en.toml for what each list is.
type lexicon struct {
	Lang          string `toml:"-"`
	Language      string
	Months        [][]string
	Weekdays      []string
	Days          []string // how the days of a meeting are counted
	Range         []string
	DateWords     []string `toml:"date_words"`
	Openers       []string
	Continues     []string
	And           []string // between two names
	Abbreviations []string
	Honorifics    []string
	Unidentified  []string
	Contents      []string
	Figures       []string // what captions begin with
	Sections      []string
	Counted       []string // behind which a number counts
	Annexes       []string
	Contacts      []string
	Address       []string // what stands before a telephone number and its like
	Boilerplate   []string
	Recycle       []string // what the United Nations print below the number of a job
	Endings       []string // what stands in brackets where an annex follows or a document ends
	Fields        []string
	Original      []string
	Page          []string
	Icons         []string // how a picture is named where an extractor left its name
	Languages     map[string][]string
	Types         map[string][]string
	Masthead      struct {
		Distribution, Issuer, Session, Agenda, Symbol, Date []string // of a United Nations document
		Preliminary, Final                                  []string // versions
		Organs, Bodies, Organisations                       []string // who issues or meets
		Meetings, Rooms, Held, Where, Adopted, Records      []string // of an event
		Titles, Themes                                      []string // of a session
		Officers, Chairs, Presiding                         []string // persons
		SymbolsNote                                         []string `toml:"symbols_note"`
	}
	Notices struct {
		Leads, Translation, Views, Transcription, Editorial, Translators, Help, Machine, Reviewed []string
		Translated, Agents                                                                        []string // the one stands in a sentence, the other before a name in it
		Subjects, Negations, Positions, Necessarily                                               []string
	}
	Transcripts struct{ End, Formulas, Asking, Captioners []string }
	Sites       struct{ Viewer, Texts, Offers, Banners, Comments, Home, Here, By, Imprint []string }
	Frameworks  struct{ SDGs, WSIS, GDC []string }
}

// lexicons are those of all languages: a report quotes languages not its own.
var lexicons = sync.OnceValue(func() []*lexicon {
	var all []*lexicon
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		data, err := wordFiles.ReadFile(path.Join("words", f.Name()))
		if err != nil {
			panic(err)
		}
		l := &lexicon{Lang: strings.TrimSuffix(f.Name(), ".toml")}
		if err := toml.Unmarshal(data, l); err != nil {
			panic(f.Name() + ": " + err.Error()) // the files are part of the program
		}
		all = append(all, l)
	}
	return all
})

// phrases are the words of one kind in all languages.
type phrases struct {
	set  map[string]bool
	list []string // longest first
}

func collect(of func(*lexicon) []string) func() *phrases {
	return sync.OnceValue(func() *phrases {
		p := &phrases{set: map[string]bool{}}
		for _, l := range lexicons() {
			for _, w := range of(l) {
				if w = folded(w); !p.set[w] {
					p.set[w] = true
					p.list = append(p.list, w)
				}
			}
		}
		sort.SliceStable(p.list, func(i, j int) bool { return len(p.list[i]) > len(p.list[j]) })
		return p
	})
}

var (
	weekdayWords   = collect(func(l *lexicon) []string { return l.Weekdays })
	dayWords       = collect(func(l *lexicon) []string { return l.Days })
	dateWords      = collect(func(l *lexicon) []string { return append(append([]string{}, l.DateWords...), l.Range...) })
	openerWords    = collect(func(l *lexicon) []string { return l.Openers })
	continueWords  = collect(func(l *lexicon) []string { return l.Continues })
	andWords       = collect(func(l *lexicon) []string { return l.And })
	abbreviations  = collect(func(l *lexicon) []string { return l.Abbreviations })
	honorifics     = collect(func(l *lexicon) []string { return l.Honorifics })
	unidentified   = collect(func(l *lexicon) []string { return l.Unidentified })
	contentsTitles = collect(func(l *lexicon) []string { return l.Contents })
	figureWords    = collect(func(l *lexicon) []string { return l.Figures })
	sectionTitles  = collect(func(l *lexicon) []string { return l.Sections })
	contactTitles  = collect(func(l *lexicon) []string { return l.Contacts })
	addressWords   = collect(func(l *lexicon) []string { return l.Address })
	boilerplate    = collect(func(l *lexicon) []string { return l.Boilerplate })
	recycling      = collect(func(l *lexicon) []string { return l.Recycle })
	languageNames  = collect(func(l *lexicon) []string { return []string{l.Language} })
	fieldNames     = collect(func(l *lexicon) []string { return l.Fields })
	originalWords  = collect(func(l *lexicon) []string { return l.Original })
	pageWords      = collect(func(l *lexicon) []string { return l.Page })
	iconWords      = collect(func(l *lexicon) []string { return l.Icons })
	distribution   = collect(func(l *lexicon) []string { return l.Masthead.Distribution })
	sessionWords   = collect(func(l *lexicon) []string { return l.Masthead.Session })
	agendaWords    = collect(func(l *lexicon) []string { return l.Masthead.Agenda })
	issuers        = collect(func(l *lexicon) []string { return l.Masthead.Issuer })
	symbolWords    = collect(func(l *lexicon) []string { return l.Masthead.Symbol })
	preliminary    = collect(func(l *lexicon) []string { return l.Masthead.Preliminary })
	finalWords     = collect(func(l *lexicon) []string { return l.Masthead.Final })
	organs         = collect(func(l *lexicon) []string { return l.Masthead.Organs })
	typeLeads      = collect(func(l *lexicon) (all []string) {
		for _, t := range report.Types {
			all = append(all, l.Types[string(t)]...)
		}
		return append(all, l.Notices.Leads...) // a note by the Secretariat
	})
	countedWords = collect(func(l *lexicon) []string { return l.Counted })
	annexTitles  = collect(func(l *lexicon) []string { return l.Annexes })
	bodies       = collect(func(l *lexicon) []string { return l.Masthead.Bodies })
	meetings     = collect(func(l *lexicon) []string { return l.Masthead.Meetings })
	titleWords   = collect(func(l *lexicon) []string { return l.Masthead.Titles })
	officers     = collect(func(l *lexicon) []string { return l.Masthead.Officers })
	chairs       = collect(func(l *lexicon) []string { return l.Masthead.Chairs })
	presiding    = collect(func(l *lexicon) []string { return l.Masthead.Presiding })
	records      = collect(func(l *lexicon) []string { return l.Masthead.Records })
	symbolsNotes = collect(func(l *lexicon) []string { return l.Masthead.SymbolsNote })
	rooms        = collect(func(l *lexicon) []string { return l.Masthead.Rooms })
	adopted      = collect(func(l *lexicon) []string { return l.Masthead.Adopted })
	whereWords   = collect(func(l *lexicon) []string { return l.Masthead.Where })
	heldWords    = collect(func(l *lexicon) []string { return l.Masthead.Held })
	themeNames   = collect(func(l *lexicon) []string { return l.Masthead.Themes })
	issuing      = collect(func(l *lexicon) []string {
		return append(append(append([]string{}, l.Masthead.Organisations...), l.Masthead.Bodies...), l.Masthead.Organs...)
	})
	noticeLeads = collect(func(l *lexicon) []string { return l.Notices.Leads })
	endings     = collect(func(l *lexicon) []string { return l.Endings })
	endMarks    = collect(func(l *lexicon) []string { return l.Transcripts.End })
	viewers     = collect(func(l *lexicon) []string { return l.Sites.Viewer })
	sharedTexts = collect(func(l *lexicon) []string { return l.Sites.Texts })
	offerWords  = collect(func(l *lexicon) []string { return l.Sites.Offers })
	banners     = collect(func(l *lexicon) []string { return l.Sites.Banners })
	commentCues = collect(func(l *lexicon) []string { return l.Sites.Comments })
	homeWords   = collect(func(l *lexicon) []string { return l.Sites.Home })
	hereWords   = collect(func(l *lexicon) []string { return l.Sites.Here })
	imprints    = collect(func(l *lexicon) []string { return l.Sites.Imprint })
	byWords     = collect(func(l *lexicon) []string { return l.Sites.By })
	captioners  = collect(func(l *lexicon) []string { return l.Transcripts.Captioners })
	asking      = collect(func(l *lexicon) []string { return l.Transcripts.Asking })
	formulas    = collect(func(l *lexicon) []string { return l.Transcripts.Formulas })
)

// is reports whether s is one of the phrases.
func (p *phrases) is(s string) bool {
	return len(s) < 200 && p.set[strings.Trim(folded(s), " .:：-–—")]
}

// leads gives the phrase that s begins with.
func (p *phrases) leads(s string) (string, bool) {
	s = strings.TrimLeft(folded(s[:min(len(s), p.longest()+40)]), " *#>-–—[(«\"'")
	for _, w := range p.list {
		if strings.HasPrefix(s, w) && !joined(w, s, len(w)) {
			return w, true
		}
	}
	return "", false
}

// longest is the length of the longest phrase, in bytes.
func (p *phrases) longest() int {
	if len(p.list) == 0 {
		return 0
	}
	return len(p.list[0])
}

// in counts the phrases that stand in s, which is folded.
func (p *phrases) in(s string) int {
	n := 0
	for _, w := range p.list {
		if phraseAt(s, w) >= 0 {
			n++
		}
	}
	return n
}

// phraseAt is where the phrase stands in s as whole words, or -1.
func phraseAt(s, phrase string) int {
	for from := 0; from <= len(s)-len(phrase); {
		i := strings.Index(s[from:], phrase)
		if i < 0 {
			return -1
		}
		at := from + i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		start, size := utf8.DecodeRuneInString(phrase)
		if (at == 0 || !letter(before) || isWide(start)) && !joined(phrase, s, at+len(phrase)) {
			return at
		}
		from = at + size
	}
	return -1
}

// joined reports whether the word that ends phrase goes on at s[end:].
func joined(phrase, s string, end int) bool {
	if end >= len(s) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(phrase)
	next, _ := utf8.DecodeRuneInString(s[end:])
	return letter(last) && letter(next) && !isWide(last)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// oneOf is a pattern that matches any of words, longest first.
func oneOf(words []string) string {
	sorted := append([]string{}, words...)
	sort.Slice(sorted, func(i, j int) bool { return len(sorted[i]) > len(sorted[j]) })
	for i, w := range sorted {
		sorted[i] = regexp.QuoteMeta(w)
	}
	return strings.Join(sorted, "|")
}
