// Package check finds what is wrong in an archive: what would break or abuse
// the site (the gate), what an import or a translator left behind in a text,
// and where a translation says something else than its reference.
//
// Every check is a small function over a Context, in a file of its own, and
// stands in the list below with its code. Codes are stable: they stand in
// translations, in scripts and in the reports of other tools. A finding is a
// fact with evidence, never a matter of taste: typography is set when a page
// is rendered and asked of nobody.
package check

import (
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// A Check is one thing that is looked for.
type Check struct {
	Code     string          // C11, or a word; its findings have this code or, for a variant, this code and -word
	Severity report.Severity // of its gravest finding
	Default  bool            // runs unless it is left out
	Gate     bool            // what it finds would break or abuse the site
	run      func(*Context)
}

// checks is every check, in the order in which help shows them. A check that
// is on by default finds at most five things in a thousand units of clean
// text; a test measures it.
var checks = []Check{
	{"raw-html", report.Error, true, true, rawHTML},
	{"shortcode", report.Error, true, true, shortcodes},
	{"image", report.Error, true, true, images},
	{"link-unsafe", report.Error, true, true, unsafeLinks},
	{"link-malformed", report.Error, true, true, malformedLinks},
	{"character", report.Error, true, true, characters},
	{"footnote-duplicate", report.Error, true, true, duplicateFootnotes},
	{"theme-unknown", report.Error, true, true, themes},
	{"crosswalk-value", report.Error, true, true, crosswalkValues},
	{"section-unknown", report.Error, true, true, sections},
	{"source-file", report.Error, true, true, sourceFile},
	{"erratum", report.Error, true, true, errata},

	{"C01", report.Warning, true, false, headingParity},
	{"C02", report.Warning, true, false, headingLevels},
	{"C03", report.Warning, true, false, missingUnits},
	{"unit-order", report.Warning, true, false, unitOrder},
	{"C04", report.Info, true, false, untranslated},
	{"C05", report.Warning, true, false, foreignUnits},
	{"C06", report.Warning, true, false, missingNumbers},
	{"C07", report.Info, true, false, addedNumbers},
	{"C08", report.Warning, true, false, linkParity},
	{"C10", report.Error, true, false, deadLinks},
	{"C11", report.Error, true, false, footnotes},
	{"C12", report.Warning, true, false, numbering},
	{"C13", report.Warning, true, false, tables},
	{"C14", report.Info, true, false, announcedCounts},
	{"C15", report.Warning, true, false, glossaryTerms},
	{"C16", report.Info, true, false, renderings},
	{"C17", report.Info, true, false, genders},
	{"C19", report.Warning, true, false, doubledWords},
	{"C20", report.Info, true, false, doubledPhrases},
	{"C21", report.Info, true, false, lowerCaseSentences},
	{"C22", report.Warning, true, false, splitSentences},
	{"C23", report.Warning, true, false, runningHeaders},
	{"C24", report.Error, true, false, placeholders},
	{"C26", report.Warning, true, false, quotationMarks},
	{"C27", report.Warning, true, false, strayPunctuation},
	{"C29", report.Warning, true, false, invisibleCharacters},
	{"C30", report.Info, true, false, shortened},
	{"C39", report.Warning, true, false, speakers},
	{"C40", report.Error, true, false, crosswalks},
	{"C41", report.Warning, true, false, titleTerm},
	{"C42", report.Error, true, false, notices},
	{"C43", report.Error, true, false, credits},
	{"C44", report.Info, true, false, repeatedTitle},
	{"C45", report.Warning, true, false, gluedLines},
	{"C46", report.Info, true, false, eventDates},
	{"C47", report.Error, true, false, declaredLanguage},
}

// All lists every check, in the order of the list.
func All() []Check { return slices.Clone(checks) }

// Options say what to check.
type Options struct {
	Paths []string // files or folders, slash-separated, from the archive's root; none: everything
	Gate  bool     // only what would break or abuse the site, as a build asks
	All   bool     // the checks that are off by default too
}

// Run checks an archive and returns the problems, those of reading it among
// them, in the order of file, line and code.
func Run(a *archive.Archive, opts Options) []report.Problem {
	paths := cleanPaths(opts.Paths)
	var problems []report.Problem
	for _, p := range a.Problems {
		if within(p.File, paths) {
			problems = append(problems, p)
		}
	}
	var (
		group sync.WaitGroup
		lock  sync.Mutex
		slots = make(chan struct{}, runtime.GOMAXPROCS(0))
	)
	for _, r := range a.Reports {
		for _, t := range r.Translations {
			if !within(t.File, paths) && !within(path.Join(r.Dir, archive.ErrataFile), paths) {
				continue
			}
			slots <- struct{}{}
			group.Go(func() {
				// A file that cannot be read again was read a moment ago; its
				// lines are missed by the few checks that look at them.
				data, _ := os.ReadFile(filepath.Join(a.Root, filepath.FromSlash(t.File)))
				found := newContext(a, r, t, data).run(opts)
				lock.Lock()
				for _, p := range found {
					if within(p.File, paths) {
						problems = append(problems, p)
					}
				}
				lock.Unlock()
				<-slots
			})
		}
	}
	group.Wait()
	if len(paths) == 0 && !opts.Gate {
		problems = append(problems, a.OwnersBehind()...)
	}
	report.SortProblems(problems)
	return problems
}

// run runs the checks that opts ask for.
func (c *Context) run(opts Options) []report.Problem {
	for i := range checks {
		if (checks[i].Gate || !opts.Gate) && (checks[i].Default || opts.All) {
			c.check = &checks[i]
			c.check.run(c)
		}
	}
	if !opts.Gate {
		c.allow(func(code string) bool { return checkOf(code).Default || opts.All })
	}
	return c.problems
}

// cleanPaths writes paths as archive files are named.
func cleanPaths(paths []string) []string {
	clean := make([]string, len(paths))
	for i, p := range paths {
		clean[i] = path.Clean(strings.ReplaceAll(p, `\`, "/"))
	}
	return clean
}

// within reports whether a file is one of paths or stands below one.
func within(file string, paths []string) bool {
	if len(paths) == 0 {
		return true
	}
	for _, p := range paths {
		if p == "." || file == p || strings.HasPrefix(file, p+"/") {
			return true
		}
	}
	return false
}
