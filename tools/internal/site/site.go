// Package site turns an archive into a folder that any static host serves.
//
// Build does it in four steps, and each can be read on its own:
//
//	compose  reports and sections become Hugo content that holds only what the
//	         model holds; nothing a contributor wrote reaches Hugo unparsed
//	hugo     runs once a language, in a child process with an empty environment
//	finish   makes links relative, proves that each of them leads somewhere, and
//	         writes the machine twins of every report
//	install  puts the new folder in the place of the old one
//
// It alone knows Hugo. It knows nothing of Git: which text stood in which
// edition is handed to it.
package site

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// Options say what a build makes.
type Options struct {
	Out      string           // the folder to make or replace
	Catalog  *message.Catalog // the messages of the site
	Editions []Edition        // oldest first
	Freeze   []Text           // texts to render at their permalinks as well
	// Said gives a text as an earlier edition froze it, its units with their
	// ids; nil where it is kept no more. It must be safe for several at once.
	Said     func(Text) (*report.Translation, error)
	History  *archive.History // what references said when translations were made of them; nil: not known
	Past     []string         // pages that the branch has now, by file: their addresses must not be lost
	Search   *Search          // how to index the texts for full-text search; nil: the site has none
	Progress func(key string, data message.Data)
}

// An Edition is what the site says of one.
type Edition struct {
	Name   string
	Moment time.Time
	Texts  []Text // by report, then language
}

// A Text is a report in one language as an edition has it.
type Text struct {
	Report, Lang, Title string
	Digest              string   // see Digest
	Edition             string   // in which it last changed
	Permalink           string   // folder of the frozen page, from the site's root, with a slash at its end
	Units               []string // ids in reading order, then those that are gone
}

// Built says what a build made.
type Built struct {
	Dir   string
	Pages int // HTML files
	Files int
}

// Build makes the site of a. What was at opts.Out stands until the new site is
// whole; the error is a *report.Problem, or Problems, where a person can mend it.
func Build(ctx context.Context, a *archive.Archive, opts Options) (*Built, error) {
	out, err := filepath.Abs(opts.Out)
	if err != nil {
		return nil, err
	}
	if err := replaceable(out); err != nil {
		return nil, err
	}
	work, done, err := archive.TempDir(filepath.Dir(out))
	if err != nil {
		return nil, err
	}
	defer done()

	say := opts.Progress
	if say == nil {
		say = func(string, message.Data) {}
	}
	public := filepath.Join(work, "public")
	group, running := errgroup.WithContext(ctx)
	group.SetLimit(runtime.NumCPU())
	index := newIndex(a)
	was, err := wordsBefore(a, opts.History)
	if err != nil {
		return nil, err
	}
	for _, language := range a.Config.Languages {
		group.Go(func() error {
			dir := filepath.Join(work, "hugo", language.Tag)
			c := &composer{archive: a, language: language, say: opts.Catalog.Printer(language.Tag), opts: &opts, index: index, was: was}
			c.say.Locale = language.Locale
			if err := c.compose(dir); err != nil {
				return err
			}
			if err := runHugo(running, dir, public); err != nil {
				return err
			}
			say("progress_language", message.Data{"Language": language.Label})
			return c.feeds(public)
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if err := twins(a, &opts, public); err != nil {
		return nil, err
	}
	if err := takeAway(a, &opts, public); err != nil {
		return nil, err
	}
	if opts.Search != nil {
		if err := opts.Search.index(ctx, a, public); err != nil {
			return nil, err
		}
	}
	built, err := finish(public, opts.sealed())
	if err != nil {
		return nil, err
	}
	if err := answerAnywhere(public, a.Config.BaseURL); err != nil {
		return nil, err
	}
	if err := install(public, out); err != nil {
		return nil, err
	}
	built.Dir = out
	return built, nil
}

// sealed knows the files of earlier editions that pages lead to. They are on
// the branch that the site is published to, not in this build.
func (o *Options) sealed() func(file string) bool {
	known := make(map[string]bool)
	for _, e := range o.Editions {
		known["editions/"+e.Name+"/"] = true
		for _, t := range e.Texts {
			known[t.Permalink] = true
		}
	}
	for _, t := range o.Freeze {
		delete(known, t.Permalink)
	}
	return func(file string) bool {
		for dir := file; dir != ""; {
			at := strings.LastIndex(strings.TrimSuffix(dir, "/"), "/")
			dir = dir[:at+1]
			if known[dir] {
				return true
			}
		}
		return false
	}
}

// Problems is an error that says all that is wrong at once.
type Problems []report.Problem

func (p Problems) Error() string {
	if len(p) == 0 {
		return "no problems"
	}
	return p[0].Error()
}

// replaceable refuses to put a site in the place of a folder that no build
// made: the mark is a file that every site has.
func replaceable(out string) error {
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) == 0 {
		return nil // not there, or nothing in it; a file is refused on install
	}
	if _, err := os.Stat(filepath.Join(out, mark)); err == nil {
		return nil
	}
	return &report.Problem{Code: "out-taken", Severity: report.Error, File: out}
}

// mark is the file by which a build knows its own work.
const mark = ".nojekyll"
