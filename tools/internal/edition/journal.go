package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"rapporteur/tools/internal/report"
)

// A line is what editions.json says of one edition, or of one withdrawal. The
// file is a JSON array with one of them a line; each line holds the SHA-256 of
// the one before, with its line feed, so that `sed -n 3p editions.json |
// sha256sum` gives what the fourth says. Whoever would change an old line must
// change all later ones, and the last one is what others have noted.
type line struct {
	Name       string    `json:"name,omitempty"`
	Format     int       `json:"format,omitempty"`     // of an edition; 0 is 1
	Withdrawal int       `json:"withdrawal,omitempty"` // its number; it has no name
	Moment     time.Time `json:"moment"`
	Source     string    `json:"source,omitempty"`
	Tool       string    `json:"tool"`
	Texts      int       `json:"texts,omitempty"`
	Reason     string    `json:"reason,omitempty"` // of a withdrawal, as its tombstones give it
	Withdrawn  []string  `json:"withdrawn,omitempty"`
	Sums       string    `json:"sums"` // SHA-256 of its SHA256SUMS
	Previous   string    `json:"previous,omitempty"`

	hash string // of the line itself
	raw  []byte // the line itself, with what stands before it and its line feed
}

// folder returns where the line's SHA256SUMS stands, from the archive's root.
func (l *line) folder() string {
	if l.Withdrawal > 0 {
		return withdrawalFolder(l.Withdrawal)
	}
	return Folder(l.Name)
}

// addLine returns the journal with one more edition, after the lines that it
// already has. Those keep their bytes.
func addLine(journal []byte, l line) ([]byte, error) {
	text, err := compact(l)
	if err != nil {
		return nil, err
	}
	lead := byte(',')
	if len(journal) == 0 {
		lead = '['
	}
	out := bytes.TrimSuffix(bytes.Clone(journal), []byte("]\n"))
	out = append(out, lead)
	out = append(out, text...)
	return append(out, '\n', ']', '\n'), nil
}

// parseJournal reads editions.json and says where its chain is broken. The
// lines before a broken one are returned.
func parseJournal(data []byte) ([]line, []report.Problem) {
	var lines []line
	names := map[string]bool{}
	withdrawals := 0
	broken := func(n int, reason string) ([]line, []report.Problem) {
		p := problem("verify-chain", JournalFile, "Reason", reason)
		p.Line = n
		return lines, []report.Problem{*p}
	}
	previous := ""
	for n, raw := range bytes.SplitAfter(data, []byte("\n")) {
		if string(raw) == "]\n" && n > 0 {
			if rest := len(data) - bytes.Index(data, []byte("\n]\n")) - 3; rest != 0 {
				return broken(n+1, "text after the end")
			}
			return lines, nil
		}
		lead := byte(',')
		if n == 0 {
			lead = '['
		}
		if len(raw) < 2 || raw[0] != lead || raw[len(raw)-1] != '\n' {
			return broken(n+1, "not a line of this file")
		}
		var l line
		if err := json.Unmarshal(raw[1:], &l); err != nil {
			return broken(n+1, err.Error())
		}
		switch {
		case l.Withdrawal != 0 && (l.Name != "" || l.Withdrawal != withdrawals+1):
			return broken(n+1, fmt.Sprintf("not withdrawal %d", withdrawals+1))
		case l.Withdrawal != 0:
			withdrawals++
		case !IsName(l.Name):
			return broken(n+1, "not an edition's name: "+l.Name)
		case names[l.Name]:
			return broken(n+1, "a second edition "+l.Name)
		default:
			names[l.Name] = true
		}
		if l.Previous != previous {
			return broken(n+1, "does not follow the line before")
		}
		l.hash, l.raw = sum(raw), raw
		previous = l.hash
		lines = append(lines, l)
	}
	return broken(len(lines)+1, "cut off")
}

// compact is JSON on one line, with < and & as they are.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
