package pdf

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/report"
)

// fixture reads a file that the project may use but not give away.
func fixture(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, name))
	if err != nil {
		t.Skip("no fixtures: ../shared does not stand beside the repository")
	}
	return data
}

var aWord = regexp.MustCompile(`[\p{L}\p{M}\p{Nd}]+`)

// wordsOf counts words, however their letters are encoded.
func wordsOf(s string) map[string]int {
	count := map[string]int{}
	for _, w := range aWord.FindAllString(norm.NFKC.String(s), -1) {
		count[w]++
	}
	return count
}

// share is how many of a's words b has as well.
func share(a, b map[string]int) float64 {
	all, common := 0, 0
	for w, n := range a {
		all += n
		common += min(n, b[w])
	}
	return float64(common) / float64(max(all, 1))
}

// everything is all that a document says.
func everything(d *Document) string {
	var s strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[i]
		s.WriteString(" " + b.Marker + " " + b.Label + " ")
		for _, runs := range append(b.Cells, b.Runs) {
			for _, r := range runs {
				if r.Note != "" {
					r.Text = " " + r.Text
				}
				s.WriteString(r.Text)
			}
			s.WriteString(" ")
		}
	}
	return s.String()
}

// No word is lost or made up, by pdftotext's count, which has the label of a
// note in one with the word beside it. Scripts without spaces and those that
// run to the left it reads worse itself.
func TestWordsBesidePdftotext(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext to compare with: install poppler-utils")
	}
	for _, name := range []string{"corteidh-chunima-es.pdf", "un-a-inf-76-1-en.pdf", "un-ece-cefact-2020-19-meeting-report-en.pdf"} {
		t.Run(name, func(t *testing.T) {
			data := fixture(t, name)
			d, err := Read(context.Background(), name, data)
			if err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command("pdftotext", filepath.Join(shared, name), "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			ours, theirs := wordsOf(everything(d)), wordsOf(string(out))
			if recall, precision := share(theirs, ours), share(ours, theirs); recall < 0.995 || precision < 0.995 {
				t.Errorf("recall %.4f, precision %.4f", recall, precision)
			}
		})
	}
}

// The Arabic of a word processor comes in logical order, with its ligatures
// and vowel marks in place.
func TestGoldenRightToLeft(t *testing.T) {
	d, err := Read(context.Background(), "", fixture(t, "docling-rtl-01.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	golden := string(fixture(t, "docling-rtl-01.golden.md"))
	ours, theirs := wordsOf(everything(d)), wordsOf(golden)
	if recall, precision := share(theirs, ours), share(ours, theirs); recall < 0.98 || precision < 0.98 {
		t.Errorf("recall %.4f, precision %.4f", recall, precision)
	}
	if len(d.Blocks) != 5 || d.Blocks[0].Kind != Heading || !d.Blocks[1].RTL {
		t.Errorf("%s", short(d))
	}
}

func TestScan(t *testing.T) {
	_, err := Read(context.Background(), "scan.pdf", fixture(t, "huridocs-ocr-sample-french.pdf"))
	if p, ok := err.(*report.Problem); !ok || p.Code != "source-scan" {
		t.Errorf("got %v", err)
	}
}

// What the pages of a meeting's report are made of.
func TestMeetingReport(t *testing.T) {
	d, err := Read(context.Background(), "", fixture(t, "un-ece-cefact-2020-19-meeting-report-en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	counts := map[Kind]int{}
	numbers := ""
	refs := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		counts[b.Kind]++
		if b.Kind == Item {
			numbers += b.Marker
		}
		for _, r := range b.Runs {
			if r.Note != "" {
				refs++
			}
		}
	}
	want := ""
	for n := 1; n <= 27; n++ {
		want += strconv.Itoa(n) + "."
	}
	if numbers != want {
		t.Errorf("paragraphs are numbered %s", numbers)
	}
	if counts[Note] != 3 || refs != 3 || counts[PageBreak] != 4 || counts[Row] != 0 {
		t.Errorf("%d notes, %d references, %d page breaks, %d rows", counts[Note], refs, counts[PageBreak], counts[Row])
	}
}
