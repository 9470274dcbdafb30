package pdf

import (
	"context"
	"encoding/gob"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"time"

	"rapporteur/tools/internal/report"
)

// childVariable is set in the environment of a child alone; its value is the
// folder where PDFium is kept compiled, or - for none.
const childVariable = "RAPPORTEUR_PDF_CHILD"

// Compiled WebAssembly cannot be interrupted, and checks in its every loop
// would make it four times slower. A process can be: so any program that has
// this package in it serves as its own child, before its main runs.
func init() {
	if dir := os.Getenv(childVariable); dir != "" {
		serve(dir, os.Stdin, os.Stdout)
		os.Exit(0)
	}
}

// A question is what a child is asked: the document, or where DPI is set the
// picture of a page.
type question struct {
	Name  string
	Data  []byte
	Page  int
	DPI   float64
	Alone bool // no other child is at work, and a processor may be free
}

// An answer is a child's. A child that has grown large says that it ends.
type answer struct {
	Document *Document
	Picture  []byte
	Problem  *report.Problem
	Ends     bool
}

// maxChildren is how many children work at a time; more would only share what
// processors there are.
const maxChildren = 2

var (
	turns = make(chan struct{}, maxChildren)
	idle  = make(chan *child, maxChildren)
)

// ask asks a child that waits, or a new one. What a child that had waited dies
// of need not be this question: a new one is asked then.
func ask(ctx context.Context, q question) (*answer, error) {
	ctx, stop := context.WithTimeout(ctx, MaxTime)
	defer stop()
	select {
	case turns <- struct{}{}:
	case <-ctx.Done():
		return nil, problem("source-time", q.Name, "Limit", MaxTime.String())
	}
	defer func() { <-turns }()
	q.Alone = len(turns) == 1
	select {
	case c := <-idle:
		if a, err := c.ask(ctx, &q); err == nil || ctx.Err() != nil {
			return a.result(ctx, &q)
		}
	default:
	}
	c, err := newChild()
	if err != nil {
		return nil, problem("source-reader", q.Name, "Error", err.Error())
	}
	a, _ := c.ask(ctx, &q)
	return a.result(ctx, &q)
}

// result is what an answer says to who asked; there is none if the child died.
func (a *answer) result(ctx context.Context, q *question) (*answer, error) {
	switch {
	case a == nil && ctx.Err() != nil:
		return nil, problem("source-time", q.Name, "Limit", MaxTime.String())
	case a == nil:
		return nil, problem("source-broken", q.Name)
	case a.Problem != nil:
		return nil, a.Problem
	}
	return a, nil
}

// A child is a process of our own program that reads PDFs.
type child struct {
	process *exec.Cmd
	pipe    io.WriteCloser
	in      *gob.Encoder
	out     *gob.Decoder
}

func newChild() (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := &child{process: exec.Command(self)}
	c.process.Env = []string{childVariable + "=" + cacheDir()}
	in, err := c.process.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.process.Start(); err != nil {
		return nil, err
	}
	c.pipe, c.in, c.out = in, gob.NewEncoder(in), gob.NewDecoder(out)
	return c, nil
}

// ask waits for the child's answer until the context is done. A child without
// one is gone; else it waits for the next question.
func (c *child) ask(ctx context.Context, q *question) (*answer, error) {
	stop := context.AfterFunc(ctx, func() { c.process.Process.Kill() })
	a := &answer{}
	err := c.in.Encode(q)
	if err == nil {
		err = c.out.Decode(a)
	}
	if killed := !stop(); killed || err != nil || a.Ends {
		c.end()
	} else {
		idle <- c
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

// end ends the process, whatever it does.
func (c *child) end() {
	c.pipe.Close()
	c.process.Process.Kill()
	c.process.Wait()
}

func cacheDir() string {
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, "rapporteur")
	}
	return "-"
}

// serve answers questions until there are no more.
func serve(dir string, in io.Reader, out io.Writer) {
	debug.SetGCPercent(400) // what a page leaves is soon gone
	debug.SetMemoryLimit(192 << 20)
	questions, answers := gob.NewDecoder(in), gob.NewEncoder(out)
	var l *library
	for {
		var q question
		if questions.Decode(&q) != nil {
			return
		}
		// Who asked may have been killed and can then stop nobody.
		limit := time.AfterFunc(MaxTime+5*time.Second, func() { os.Exit(1) })
		var a answer
		var err error
		if l == nil {
			l, err = compile(dir)
		}
		if err == nil {
			a, err = l.answer(&q)
		}
		if err != nil {
			a = answer{Problem: problem("source-reader", q.Name, "Error", err.Error())}
		}
		a.Ends = err != nil || l.spent()
		limit.Stop()
		if answers.Encode(&a) != nil || a.Ends {
			return
		}
	}
}

func (l *library) answer(q *question) (answer, error) {
	p, err := l.instance(0)
	if err != nil {
		return answer{}, err
	}
	f, problem := p.open(q.Name, q.Data)
	if problem != nil {
		return answer{Problem: problem}, nil
	}
	defer f.close()
	var a answer
	if q.DPI > 0 {
		a.Picture, a.Problem = f.picture(q.Page, q.DPI)
		return a, nil
	}
	files := []*file{f}
	if q.Alone && f.pages >= parallelPages {
		if p, err = l.instance(1); err != nil {
			return answer{}, err
		}
		if other, problem := p.open(q.Name, q.Data); problem == nil {
			defer other.close()
			files = append(files, other)
		}
	}
	a.Document, a.Problem = read(files)
	return a, nil
}

// parallelPages is how many pages a document has that is worth opening twice:
// each time its fonts are read anew, which costs as much as some pages do.
const parallelPages = 12
