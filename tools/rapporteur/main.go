// Rapporteur turns outcome reports of policy forums, translated by volunteers,
// into a website that anyone can read in their language, cite to the
// paragraph, check against the original, and verify years later.
//
// Each verb has a file here that joins the packages of tools/internal; what a
// verb does is in them. Its help is the message help_<verb> of i18n/.
package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"os/signal"
	"syscall"

	hugo "github.com/gohugoio/hugo/commands"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/site"
)

// verbs lists the verbs in the order of the flow.
var verbs = []struct {
	name string
	run  func(*command, []string) error
}{
	{"init", (*command).init},
	{"import", (*command).importSource},
	{"adopt", (*command).adopt},
	{"new", (*command).newTranslation},
	{"sync", (*command).sync},
	{"check", (*command).check},
	{"status", (*command).status},
	{"diff", (*command).diff},
	{"glossary", (*command).glossary},
	{"roles", (*command).roles},
	{"export", (*command).export},
	{"merge", (*command).merge},
	{"build", (*command).build},
	{"serve", (*command).serve},
	{"publish", (*command).publish},
	{"sign", (*command).sign},
	{"withdraw", (*command).withdraw},
	{"verify", (*command).verify},
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == site.HugoVerb {
		site.EndWithParent()
		if err := hugo.Execute(os.Args[2:]); err != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// The exit codes.
const (
	done   = 0
	failed = 1 // problems found, or a failure
	misuse = 2 // wrong usage
)

// run is the command with its streams, and gives its exit code.
func run(args []string, stdout, stderr io.Writer) int {
	catalog, err := loadMessages()
	if err != nil {
		io.WriteString(stderr, "rapporteur: "+err.Error()+"\n")
		return failed
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	c := &command{
		ctx: ctx, stdout: stdout, stderr: stderr, catalog: catalog,
		say: catalog.Printer(message.UserTags(os.Getenv)...),
	}
	if len(args) == 0 {
		c.help(stderr, "help")
		return misuse
	}
	verb, rest := args[0], args[1:]
	switch verb {
	case "-h", "-help", "--help", "help":
		key := "help"
		if len(rest) > 0 && c.known(rest[0]) {
			key = "help_" + rest[0]
		}
		c.help(stdout, key)
		return done
	case "version", "-version", "--version":
		io.WriteString(stdout, "rapporteur "+release()+"\n")
		return done
	}
	for _, v := range verbs {
		if v.name == verb {
			c.verb = verb
			return c.exit(v.run(c, rest))
		}
	}
	c.warn("error_verb", message.Data{"Verb": verb})
	return misuse
}

// exit says what went wrong and gives the code for it.
func (c *command) exit(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return done
	case errors.Is(err, flag.ErrHelp):
		c.help(c.stdout, "help_"+c.verb)
		return done
	case errors.As(err, &usage):
		c.warn(usage.key, usage.data)
		c.warn("error_see_help", message.Data{"Verb": c.verb})
		return misuse
	case errors.Is(err, errProblems):
		return failed // they have been listed
	}
	c.report(err)
	return failed
}
