package clean

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var corpus = flag.String("corpus", "", "a folder of documents to import: DOCX, ODT, HTML; with -peers their words are compared with pandoc's")

// TestCorpus imports every document of a folder, however deep, and says how
// many there were, why some were refused, and which words pandoc has that the
// import has not; tools/corpus.sh runs it. It fails where the words of a
// document do not add up.
func TestCorpus(t *testing.T) {
	if *corpus == "" {
		t.Skip("run with -corpus")
	}
	refused := map[string]int{}
	var lost []loss
	read, words, missing := 0, 0, 0
	var spent, longest time.Duration
	slowest := ""
	filepath.WalkDir(*corpus, func(name string, e fs.DirEntry, err error) error {
		format := strings.TrimPrefix(filepath.Ext(name), ".")
		if err != nil || e.IsDir() || !slices.Contains([]string{"docx", "odt", "html"}, format) {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		start := time.Now()
		said, err := importedWords(filepath.Base(name), data)
		took := time.Since(start)
		if spent += took; took > longest {
			longest, slowest = took, name
		}
		var p *report.Problem
		if errors.As(err, &p) {
			if refused[p.Code]++; p.Code == "import-words" {
				t.Errorf("%s: %v", name, err)
			}
			return nil
		}
		read++
		if l := lossAgainst(name, format, said); l.of > 0 {
			words, missing = words+l.of, missing+l.n
			if l.n > 0 {
				lost = append(lost, l)
			}
		}
		return nil
	})
	fmt.Printf("%d documents in %.1f s; the slowest %.2f s: %s\n", read, spent.Seconds(), longest.Seconds(), slowest)
	for _, code := range slices.Sorted(maps.Keys(refused)) {
		fmt.Printf("%6d refused: %s\n", refused[code], code)
	}
	if *peers {
		fmt.Printf("words that pandoc has: %d, of them missing here: %d\n", words, missing)
		slices.SortStableFunc(lost, func(a, b loss) int { return cmp.Compare(b.n, a.n) })
		for _, l := range lost[:min(len(lost), 20)] {
			fmt.Printf("%6d of %d: %s: %s\n", l.n, l.of, l.name, strings.Join(l.words[:min(len(l.words), 8)], " "))
		}
	}
}

// A loss is the words of a document that only pandoc has.
type loss struct {
	name  string
	n, of int
	words []string
}

// importedWords are the words of a document's page, front matter and ledger.
func importedWords(name string, data []byte) (tally, error) {
	src, err := source.Read(name, data)
	if err != nil {
		return nil, err
	}
	tr, ledger, err := Document(src, Options{Report: "x", Lang: "en"})
	if err != nil {
		return nil, err
	}
	said := unitWords(tr.Units)
	for _, e := range ledger.Entries {
		if e.Action == report.Removed || e.Action == report.Lifted {
			said.add(e.Text, 1)
		}
	}
	return said, nil
}

// lossAgainst compares words in lower case with those of pandoc's plain text.
// Numbers do not count: pandoc counts lists in its own way.
func lossAgainst(name, format string, said tally) loss {
	l := loss{name: name}
	if !*peers {
		return l
	}
	ctx, stop := context.WithTimeout(context.Background(), 30*time.Second)
	defer stop()
	out, err := exec.CommandContext(ctx, "pandoc", "-f", format, "-t", "plain", "--wrap=none", name).Output()
	if err != nil {
		return l
	}
	have := tally{}
	for w, n := range said {
		have[strings.ToLower(w)] += n
	}
	theirs := tally{}
	theirs.add(page.Escape(strings.Join(strings.Fields(string(out)), " ")), 1)
	for w, n := range theirs {
		if len([]rune(w)) < 2 || strings.ContainsAny(w[:1], "0123456789") {
			continue
		}
		l.of += n
		if less := n - have[strings.ToLower(w)]; less > 0 {
			l.n += less
			l.words = append(l.words, w)
		}
	}
	slices.Sort(l.words)
	return l
}
