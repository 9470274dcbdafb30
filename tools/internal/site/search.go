package site

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// Search is how the texts of a site are indexed for full-text search.
type Search struct {
	Pagefind string // the program; nothing else is asked of the machine
}

// pagefindNames are the names under which Pagefind is installed, the one that
// knows Chinese first.
var pagefindNames = []string{"pagefind_extended", "pagefind"}

// FindSearch is the Pagefind that the machine has on its PATH, or nil. A
// contributor's configuration has no say in which program runs.
func FindSearch() *Search {
	for _, name := range pagefindNames {
		if s, err := NamedSearch(name); err == nil {
			return s
		}
	}
	return nil
}

// NamedSearch is the Pagefind at a path or under a name.
func NamedSearch(name string) (*Search, error) {
	file, err := exec.LookPath(name)
	if err == nil {
		file, err = filepath.Abs(file)
	}
	if err != nil {
		return nil, &report.Problem{Code: "search-missing", Severity: report.Error, Args: map[string]string{"Name": name}}
	}
	return &Search{Pagefind: file}, nil
}

// SearchFolder is where Pagefind puts its index, from the site's root.
const SearchFolder = "pagefind"

// unsearchable is what stands on a report page and is not its text: units in
// another language, our own words about a unit, and ways around the page.
var unsearchable = []string{"[data-state=missing]", "[data-state=gone]", "small.state", ".u", ".go", ".outline", ".crosswalk", ".take", ".cite", ".errata", ".c"}

// index indexes the report pages of a site, each language by itself.
func (s *Search) index(ctx context.Context, a *archive.Archive, public string) error {
	args := []string{"--site", public, "--output-subdir", SearchFolder, "--verbose"}
	for _, selector := range unsearchable {
		args = append(args, "--exclude-selectors", selector)
	}
	cmd := exec.CommandContext(ctx, s.Pagefind, args...)
	cmd.Env = []string{"HOME=" + public, "TMPDIR=" + os.TempDir(), "PATH=" + os.Getenv("PATH"), "LC_ALL=C"}
	cmd.Dir = filepath.Dir(public)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &report.Problem{Code: "search", Severity: report.Error, Args: map[string]string{"Error": searchError(out.String(), err)}}
	}
	if lost := unsearched(a, public, out.String()); len(lost) > 0 {
		return &report.Problem{Code: "search-empty", Severity: report.Error, Args: map[string]string{"Languages": strings.Join(lost, ", ")}}
	}
	return dropInterfaces(filepath.Join(public, SearchFolder))
}

// indexedWords is what Pagefind says of each language.
var indexedWords = regexp.MustCompile(`(?s)Language ([a-z0-9-]+):\s+Indexed \d+ pages?\s+Indexed (\d+) words?`)

// unsearched are the languages that have a report and in which nothing can be
// found: Pagefind is content with an index of no words.
func unsearched(a *archive.Archive, public, out string) []string {
	words := map[string]string{}
	for _, m := range indexedWords.FindAllStringSubmatch(out, -1) {
		words[m[1]] = m[2]
	}
	var lost []string
	for _, l := range a.Config.Languages {
		has := false
		for _, r := range a.Reports {
			if t := r.Translation(l.Tag); t != nil && len(t.Units) > 0 {
				has = true
				break
			}
		}
		code := strings.ToLower(l.Locale)
		chunks, _ := filepath.Glob(filepath.Join(public, SearchFolder, "index", code+"_*"))
		if has && (len(chunks) == 0 || words[code] == "" || words[code] == "0") {
			lost = append(lost, l.Label)
		}
	}
	return lost
}

// dropInterfaces removes the search pages that Pagefind brings along: the site
// has one of its own.
func dropInterfaces(dir string) error {
	for _, pattern := range []string{"*-ui.*", "pagefind-highlight.js"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return err
		}
		for _, file := range files {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

// searchError is the last thing that Pagefind said.
func searchError(out string, err error) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	last := strings.TrimSpace(lines[len(lines)-1])
	if last == "" || len(last) > 300 {
		return err.Error()
	}
	return last
}
