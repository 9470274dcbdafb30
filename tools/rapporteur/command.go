package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/site"
)

// A command is one call of the tool: results go to stdout, all else to stderr.
type command struct {
	ctx     context.Context
	stdout  io.Writer
	stderr  io.Writer
	catalog *message.Catalog
	say     *message.Printer // in the user's language
	verb    string
}

// A usageError is a call that the tool does not understand.
type usageError struct {
	key  string
	data message.Data
}

func (e usageError) Error() string { return e.key }

// errProblems says that problems were found and have been listed.
var errProblems = errors.New("problems found")

func loadMessages() (*message.Catalog, error) {
	return message.Load(rapporteur.Messages, "i18n")
}

// release is the version of the tool's module, or of the commit it was built
// from.
func release() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value
		}
	}
	if v == "" || v == "(devel)" {
		return "devel"
	}
	return v
}

func (c *command) known(verb string) bool {
	for _, v := range verbs {
		if v.name == verb {
			return true
		}
	}
	return false
}

func (c *command) help(w io.Writer, key string) {
	fmt.Fprintln(w, strings.TrimSpace(c.say.Say(key, nil)))
}

// print writes a result.
func (c *command) print(key string, data message.Data) {
	fmt.Fprintln(c.stdout, c.say.Say(key, data))
}

// warn writes a line to stderr under the tool's name.
func (c *command) warn(key string, data message.Data) {
	fmt.Fprintln(c.stderr, "rapporteur: "+c.say.Say(key, data))
}

// progress writes a line of what is being done, for a person who watches.
func (c *command) progress(key string, data message.Data) {
	if f, ok := c.stderr.(*os.File); ok && isTerminal(f) {
		fmt.Fprintln(f, c.say.Say(key, data))
	}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// report writes an error: each problem with its place and sentence.
func (c *command) report(err error) {
	var problem *report.Problem
	var problems site.Problems
	var refusal *edition.Refusal
	switch {
	case errors.As(err, &problems):
		for i := range problems {
			fmt.Fprintln(c.stderr, "rapporteur: "+c.line(&problems[i]))
		}
	case errors.As(err, &refusal):
		for i := range refusal.Problems {
			fmt.Fprintln(c.stderr, "rapporteur: "+c.line(&refusal.Problems[i]))
		}
	case errors.As(err, &problem):
		fmt.Fprintln(c.stderr, "rapporteur: "+c.line(problem))
	case errors.Is(err, context.Canceled):
		c.warn("error_stopped", nil)
	default:
		fmt.Fprintln(c.stderr, "rapporteur: "+err.Error())
	}
}

// line is a problem in one line: where, and what.
func (c *command) line(p *report.Problem) string {
	s := c.say.Problem(p)
	switch {
	case p.File == "":
		return s
	case p.Line == 0:
		return p.File + ": " + s
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ": " + s
}

// sentence is an error in one line, without the tool's name.
func (c *command) sentence(err error) string {
	var problem *report.Problem
	var usage usageError
	var conflicts *conflicting
	switch {
	case errors.As(err, &problem):
		return c.say.Problem(problem)
	case errors.As(err, &usage):
		return c.say.Say(usage.key, usage.data)
	case errors.As(err, &conflicts):
		return c.say.Say("import_conflicting", nil)
	case errors.Is(err, context.Canceled):
		return c.say.Say("error_stopped", nil)
	}
	return err.Error()
}

// flags begins the flags of a verb.
func (c *command) flags() *flag.FlagSet {
	f := flag.NewFlagSet(c.verb, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// parse reads flags wherever they stand among the arguments, and gives the
// arguments; there must be at least min of them and at most max, or any
// number where max is negative.
func (c *command) parse(f *flag.FlagSet, args []string, min, max int) ([]string, error) {
	var rest []string
	for {
		if err := f.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, usageError{"error_usage", message.Data{"Error": err.Error()}}
		}
		args = f.Args()
		if len(args) == 0 {
			break
		}
		rest, args = append(rest, args[0]), args[1:]
	}
	switch {
	case len(rest) < min:
		return nil, usageError{"error_too_few", message.Data{"Verb": c.verb}}
	case max >= 0 && len(rest) > max:
		return nil, usageError{"error_too_many", message.Data{"Argument": rest[max]}}
	}
	return rest, nil
}

// required is the error of a flag that must be given.
func required(name string) error {
	return usageError{"error_required", message.Data{"Flag": "--" + name}}
}

// open reads the archive in dir, or the nearest one above the current folder.
func (c *command) open(dir string) (*archive.Archive, error) {
	root, err := findArchive(dir)
	if err != nil {
		return nil, err
	}
	return archive.Open(root)
}

func findArchive(dir string) (string, error) {
	if dir == "" {
		return archive.Find(".")
	}
	if _, err := os.Stat(filepath.Join(dir, "config.toml")); err != nil {
		return "", &report.Problem{Code: "archive-missing", Severity: report.Error, File: dir}
	}
	return dir, nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// refuse lists the errors among problems and says whether there were any.
func (c *command) refuse(problems []report.Problem) error {
	found := false
	for i := range problems {
		if problems[i].Severity == report.Error {
			fmt.Fprintln(c.stderr, "rapporteur: "+c.line(&problems[i]))
			found = true
		}
	}
	if found {
		return errProblems
	}
	return nil
}
