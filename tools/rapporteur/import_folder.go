package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"text/tabwriter"
	"time"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/review"
)

// workers is how many files of a folder are read at a time. What they cost is
// that of two files, however many there are.
const workers = 2

// An outcome is how the import of one file of a folder went.
type outcome struct {
	in     *imported // or nil, where the file could not be read
	result string    // what became of the page, or what is wrong
	failed bool
	took   time.Duration
}

// folder imports the files that a manifest names. It goes on past those that
// fail, ends with a table in the manifest's order, and fails if one did. The
// reviews, if they are asked for, go into a folder of their own, with a page
// that leads to each.
func (i *importer) folder(dir, reviewed string) error {
	received, err := archive.ReadManifest(dir)
	if err != nil {
		return err
	}
	jobs := make([]job, len(received))
	outcomes := make([]outcome, len(jobs))
	known, langs := map[[2]string]bool{}, map[string]bool{}
	for n := range jobs {
		jobs[n] = job(received[n])
		key := [2]string{jobs[n].Report, jobs[n].Lang}
		if err := jobs[n].usage(); err != nil {
			outcomes[n].fail(i.c.sentence(err))
		} else if known[key] {
			outcomes[n].fail(i.c.say.Say("import_twice", nil))
		} else if known[key] = true; !langs[jobs[n].Lang] {
			langs[jobs[n].Lang] = true
			i.warn(jobs[n].Lang)
		}
	}
	i.work(dir, reviewed, jobs, outcomes)
	if reviewed != "" {
		if err := i.reviews(reviewed, jobs, outcomes); err != nil {
			return err
		}
	}
	return i.table(jobs, outcomes)
}

func (o *outcome) fail(why string) { o.failed, o.result = true, why }

// work imports the files, some at a time.
func (i *importer) work(dir, reviewed string, jobs []job, outcomes []outcome) {
	next := make(chan int)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for n := range next {
				i.received(dir, reviewed, jobs[n], &outcomes[n])
			}
		})
	}
	for n := range jobs {
		switch {
		case outcomes[n].failed:
		case i.c.ctx.Err() != nil:
			outcomes[n].fail(i.c.sentence(i.c.ctx.Err()))
		default:
			i.c.progress("import_progress", message.Data{"Number": n + 1, "Total": len(jobs), "File": jobs[n].File})
			next <- n
		}
	}
	close(next)
	group.Wait()
}

// received imports one file of a folder.
func (i *importer) received(dir, reviewed string, j job, o *outcome) {
	start := time.Now()
	j.File = filepath.Join(dir, filepath.FromSlash(j.File))
	if reviewed != "" {
		reviewed = filepath.Join(reviewed, reviewName(j))
	}
	before, _ := os.ReadFile(i.index(j))
	in, err := i.run(j, reviewed)
	o.in, o.took = in, time.Since(start)
	if err != nil {
		o.fail(i.c.sentence(err))
		return
	}
	switch {
	case before == nil:
		o.result = i.c.say.Say("import_new", nil)
	case string(before) == string(page.Format(in.Page)):
		o.result = i.c.say.Say("import_same", nil)
	default:
		o.result = i.c.say.Say("import_changed", nil)
	}
}

func reviewName(j job) string { return j.Report + "." + j.Lang + ".html" }

// reviews writes the page that leads to the reviews of a folder.
func (i *importer) reviews(dir string, jobs []job, outcomes []outcome) error {
	entries := make([]review.Entry, len(jobs))
	for n, j := range jobs {
		o := &outcomes[n]
		e := review.Entry{File: j.File, Report: j.Report, Lang: j.Lang, Result: o.result, Failed: o.failed}
		if o.in != nil {
			e.Page, e.Words, e.Doubts = o.in.Page, o.in.Ledger.Words, o.in.doubts
			if o.in.reviewed {
				e.Review = reviewName(j)
			}
		}
		entries[n] = e
	}
	html, err := review.Index(entries, i.c.say)
	if err == nil {
		_, err = archive.WriteFile(filepath.Join(dir, "index.html"), html)
	}
	return err
}

// table prints how each file went.
func (i *importer) table(jobs []job, outcomes []outcome) error {
	w := tabwriter.NewWriter(i.c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, i.c.say.Say("import_head", nil))
	failures := 0
	for n := range jobs {
		o := &outcomes[n]
		units, words, entries := "–", "–", "–"
		if o.failed {
			failures++
		} else {
			units, words, entries = strconv.Itoa(len(o.in.Page.Units)), strconv.Itoa(o.in.Ledger.Words.Page), strconv.Itoa(len(o.in.Ledger.Entries))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%.1f\t%s\n", jobs[n].File, jobs[n].Report, jobs[n].Lang, units, words, entries, o.took.Seconds(), o.result)
	}
	w.Flush()
	if failures > 0 {
		i.c.warn("import_failed", message.Data{"Count": failures, "Total": len(jobs)})
		return errProblems
	}
	return nil
}
