package report

// An Erratum is an entry of a report's errata register: what somebody found
// wrong in a unit, and what became of it. It stands beside the text and never
// in its place.
type Erratum struct {
	Nth      int    // in the register, from 1: entries are added at its end and stay
	Unit     string // the id of the unit it is about
	Lang     string // tag of the translation it is about, in whose language it is written
	State    ErratumState
	Date     string // when it was reported, ISO 8601
	What     string // what is wrong, and what should stand there
	Answer   string // of those who decided; empty while it is open
	Answered string // when, ISO 8601
	Line     int    // where the entry begins in its file, from 1
}

// An ErratumState says what became of an erratum.
type ErratumState string

// The states of an erratum.
const (
	Open     ErratumState = "open"
	Accepted ErratumState = "accepted"
	Rejected ErratumState = "rejected"
)

// ErratumStates lists every ErratumState.
var ErratumStates = []ErratumState{Open, Accepted, Rejected}
