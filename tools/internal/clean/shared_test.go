package clean

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// shared is the folder of real documents beside the repository, which are not
// ours to ship.
func shared(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			found := filepath.Join(filepath.Dir(dir), "shared")
			if _, err := os.Stat(filepath.Join(found, "sources")); err == nil {
				return found
			}
		}
	}
	t.Skip("no real documents in ../shared")
	return ""
}

func realReport(t testing.TB, id string) (*report.Translation, *report.Ledger, []byte) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared(t), "sources", id, "source.txt"))
	if err != nil {
		t.Skip(err)
	}
	src, err := source.Read("source.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	tr, ledger, err := Document(src, Options{Report: id, Lang: "fr", File: "source.fr.txt"})
	if err != nil {
		t.Fatal(err)
	}
	return tr, ledger, data
}

// TestRealReports scores real reports against pages made by hand.
func TestRealReports(t *testing.T) {
	root := shared(t)
	golds, _ := filepath.Glob(filepath.Join(root, "gold", "*", "page.md"))
	if len(golds) == 0 {
		t.Skip("no gold in ../shared")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to score with")
	}
	for _, gold := range golds {
		id := filepath.Base(filepath.Dir(gold))
		t.Run(id, func(t *testing.T) {
			tr, _, _ := realReport(t, id)
			file := filepath.Join(t.TempDir(), "index.fr.md")
			if err := os.WriteFile(file, page.Format(tr), 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(python, filepath.Join(root, "score", "score.py"), filepath.Dir(gold), file, "--json", "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			var result struct{ Final float64 }
			if err := json.NewDecoder(bytes.NewReader(out)).Decode(&result); err != nil {
				t.Fatal(err)
			}
			if result.Final < 0.97 {
				t.Errorf("scores %.4f, want 0.97 or more", result.Final)
			}
			checkAgain(t, page.Format(tr))
		})
	}
}

// TestRealStructure counts what the real reports are known to have.
func TestRealStructure(t *testing.T) {
	for id, want := range map[string]struct {
		kinds   map[report.Kind]int
		numbers int
		joins   int
		title   string
		kind    report.Type
	}{
		"icann46-internet-governance-agenda":  {map[report.Kind]int{report.Turn: 59, report.Heading: 0}, 0, 34, "gouvernance d'internet", report.Transcript},
		"foc-2024-multistakeholder-statement": {map[report.Kind]int{report.Paragraph: 10, report.Item: 12}, 0, 0, "approche multipartite", report.Statement},
		"a-66-77-enhanced-cooperation":        {map[report.Kind]int{report.Row: 6, report.Footnote: 4}, 39, 7, "Renforcement", report.Outcome},
		"igf-2023-mag1-summary":               {map[report.Kind]int{report.Heading: 19, report.Item: 61}, 0, 0, "Consultations", report.Summary},
		"igf-2025-messages":                   {map[report.Kind]int{report.Heading: 28, report.Item: 92}, 0, 5, "Messages", report.Messages},
	} {
		t.Run(id, func(t *testing.T) {
			tr, ledger, _ := realReport(t, id)
			count := map[report.Kind]int{}
			numbers := 0
			for _, u := range tr.Units {
				count[u.Kind]++
				if u.Kind == report.Paragraph && u.Number != "" {
					numbers++
				}
			}
			for kind, n := range want.kinds {
				if count[kind] != n {
					t.Errorf("%d units of kind %s, want %d", count[kind], kind, n)
				}
			}
			if numbers != want.numbers {
				t.Errorf("%d numbered paragraphs, want %d", numbers, want.numbers)
			}
			joins := 0
			for _, e := range ledger.Entries {
				if e.Action == report.Joined && e.Reason == "page-break" {
					joins++
				}
			}
			if joins != want.joins {
				t.Errorf("%d joined sentences, want %d", joins, want.joins)
			}
			if !strings.Contains(tr.Meta.Title, want.title) || tr.Meta.Type != want.kind {
				t.Errorf("title %q, type %q", tr.Meta.Title, tr.Meta.Type)
			}
		})
	}
}

func BenchmarkDocument(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(shared(b), "sources", "*", "source.txt"))
	var data [][]byte
	total := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, text)
		total += len(text)
	}
	b.SetBytes(int64(total))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range data {
			src, err := source.Read("source.txt", text)
			if err != nil {
				b.Fatal(err)
			}
			if _, _, err := Document(src, Options{Report: "x", Lang: "fr"}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
