package site

import (
	"bytes"
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"slices"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// swhid is the Software Hash Identifier of a file's content (ISO/IEC 18670):
// what git hash-object gives, under another name.
func swhid(data []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return "swh:1:cnt:" + hex.EncodeToString(h.Sum(nil))
}

// unitLines says by id at which lines of its report.md, text, each unit of t
// stands, as the qualifier "lines" of a SWHID has them: 14 or 14-17.
func unitLines(t *report.Translation, text []byte) map[string]string {
	again, _ := page.Parse(t.Report, t.Lang, "report.md", text)
	if again == nil || len(again.Units) != len(t.Units) {
		return nil
	}
	order := make([]int, len(t.Units)) // of the lines; notes stand last there
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(again.Units[a].Line, again.Units[b].Line) })
	lines := bytes.Split(text, []byte("\n"))
	at := make(map[string]string, len(order))
	for n, i := range order {
		first, last := again.Units[i].Line, len(lines)
		if n+1 < len(order) {
			last = max(first, again.Units[order[n+1]].Line-1)
		}
		for last > first && len(bytes.TrimSpace(lines[last-1])) == 0 {
			last--
		}
		if at[t.Units[i].ID] = fmt.Sprintf("%d-%d", first, last); first == last {
			at[t.Units[i].ID] = fmt.Sprint(first)
		}
	}
	return at
}
