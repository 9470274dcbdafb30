package report

// Meta is what stands in the front matter of a translation.
type Meta struct {
	Title        string
	Subtitle     string
	Date         string // of the document, ISO 8601: 2025, 2025-07 or 2025-07-14
	EventStart   string // of the event, ISO 8601
	EventEnd     string
	Type         Type
	Original     string // BCP 47 tag of the language the report was written in
	Event        string
	Place        string
	Organisation string
	Symbols      []string // UN document identifiers, the same in every language
	Status       Status
	Themes       []string // ids of content/themes/
	SDGs         []string // "1" … "17"
	WSIS         []string // "c1" … "c11"
	GDC          []string // "1" … "5"
	Credit       Credit
	Notices      []Notice
	Source       Source
	Sections     []Section // in the reference alone
	Allow        []Allowance
}

// A Type is a kind of outcome document.
type Type string

// The types, in the order that menus show them.
const (
	Messages   Type = "messages"
	Summary    Type = "summary"
	Transcript Type = "transcript"
	Outcome    Type = "report"
	Statement  Type = "statement"
)

// Types lists every Type.
var Types = []Type{Messages, Summary, Transcript, Outcome, Statement}

// A Status says whether a text may still change at its source.
type Status string

// The statuses. An empty one means that nothing is known.
const (
	Preliminary Status = "preliminary"
	Final       Status = "final"
)

// Statuses lists every Status.
var Statuses = []Status{Preliminary, Final}

// A Credit says who translated, reviewed or helped, and how.
type Credit struct {
	Method      Method
	Translators []string // people or bodies, as they want to be named
	Reviewers   []string
	BasedOn     string // the date of the reference text it was made from
}

// A Method is how a translation was made.
type Method string

// The methods.
const (
	Human           Method = "human"
	Machine         Method = "machine"
	MachineReviewed Method = "machine-reviewed"
)

// Methods lists every Method.
var Methods = []Method{Human, Machine, MachineReviewed}

// A Notice is a statement that limits authority, verbatim, in its own language.
type Notice struct {
	Kind NoticeKind
	Lang string // BCP 47; empty: the translation's
	Text string // inline Markdown
}

// A NoticeKind says what a notice limits.
type NoticeKind string

// The kinds of notice, in the order that a page shows them.
const (
	TranslationNotice   NoticeKind = "translation"
	ViewsNotice         NoticeKind = "views"
	TranscriptionNotice NoticeKind = "transcription"
	EditorialNotice     NoticeKind = "editorial"
)

// NoticeKinds lists every NoticeKind.
var NoticeKinds = []NoticeKind{TranslationNotice, ViewsNotice, TranscriptionNotice, EditorialNotice}

// A Source is the received file, byte for byte.
type Source struct {
	File   string // beside the translation: source.<lang>.<ext>
	SHA256 string // hexadecimal, lower case
	URL    string // where it was published, if known
}

// A Section is the crosswalk of one section: its links to themes and to other
// frameworks. It is named by its heading as the reference prints it.
type Section struct {
	Heading string
	Nth     int // which of several headings with that text, from 1; 0 is 1
	Themes  []string
	SDGs    []string
	WSIS    []string
	GDC     []string
	Issues  []string // the topics that the report itself names there
}

// An Allowance is a finding that somebody has looked at and that is right as it
// is, with the reason.
type Allowance struct {
	Code   string // of the finding: C06
	Unit   string // the id of the unit it is for; empty: any
	Text   string // words of the unit or line it is for; empty: any
	Reason string
}
