package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"rapporteur/tools/internal/report"
)

// Digest names what a translation says: SHA-256 over its title, credit,
// notices and units in order. Two files with the same digest say the same; how
// fresh they are, and what other languages or reports say, is not in it.
func Digest(t *report.Translation) string {
	w := newTwin(t)
	for i := range t.Units {
		w.Units = append(w.Units, newTwinUnit(&t.Units[i]))
		w.Units[i].ID = ""
	}
	data, err := json.Marshal(w)
	if err != nil {
		panic(err) // strings always encode
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
