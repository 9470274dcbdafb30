package report

// A Ledger says what an import took out of the text, moved or joined, so that
// every word of the source can be accounted for: it is in the page, in the
// front matter, or here.
type Ledger struct {
	Source  string  `json:"source"`  // the source's file name
	SHA256  string  `json:"sha256"`  // of the source
	Words   Words   `json:"words"`   // the sum that must close
	Entries []Entry `json:"entries"` // in the source's order
}

// Words counts the words of an import; Source = Page + Lifted + Removed - Added.
type Words struct {
	Source  int `json:"source"`
	Page    int `json:"page"`    // in the units
	Lifted  int `json:"lifted"`  // moved into the front matter
	Removed int `json:"removed"` // only here, in Entries
	Added   int `json:"added"`   // in the page though not in the source; each has an entry
}

// An Entry is one thing that an import did to the text.
type Entry struct {
	Action Action `json:"action"`
	Reason string `json:"reason"`         // a word from clean's list of reasons
	Line   int    `json:"line"`           // in the source, from 1
	Page   int    `json:"page,omitempty"` // of a paged source, from 1
	Text   string `json:"text"`           // as the source has it
	To     string `json:"to,omitempty"`   // a front matter key, or the text that stands there now
}

// An Action is what an import does to a piece of text.
type Action string

// The actions of an import.
const (
	Removed Action = "removed" // in neither page nor front matter
	Lifted  Action = "lifted"  // into the front matter
	Joined  Action = "joined"  // with the piece before it
	Split   Action = "split"   // off the piece before it
	Moved   Action = "moved"   // to another place in the page
	Marked  Action = "marked"  // its markup alone changed: level, list, label
	Added   Action = "added"   // words that the source does not have
)
