package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"rapporteur/tools/internal/site"
)

var update = flag.Bool("update", false, "write what the scenarios print into them")

// TestMain lets the scenarios run the command, and the command run Hugo, from
// the test's own binary.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == site.HugoVerb {
		main()
		return
	}
	testscript.Main(m, map[string]func(){"rapporteur": main})
}

// TestScenarios runs testdata/script: what people type, and what they see.
// Scenarios that publish many editions begin with [!long], so that the tests
// that everybody runs stay short.
var long = flag.Bool("long", false, "run the long scenarios too")

func TestScenarios(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Condition: func(cond string) (bool, error) {
			if cond == "long" {
				return *long, nil
			}
			return false, fmt.Errorf("no condition %q", cond)
		},
		Setup: func(env *testscript.Env) error {
			for _, v := range []string{"GIT_AUTHOR_NAME=Ana", "GIT_AUTHOR_EMAIL=ana@example.org", "GIT_COMMITTER_NAME=Ana", "GIT_COMMITTER_EMAIL=ana@example.org",
				"GIT_AUTHOR_DATE=2025-07-14T12:00:00Z", "GIT_COMMITTER_DATE=2025-07-14T12:00:00Z", "GIT_CONFIG_NOSYSTEM=1", "LANG=en_GB.UTF-8"} {
				env.Vars = append(env.Vars, v)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"archive": copyArchive,
			"replace": replaceText,
			"walk":    walkPages,
			"rows":    samePairs,
		},
	})
}

// copyArchive makes a copy of the archive that this repository ships, in the
// languages that are named or in all: archive DIR [LANGUAGE ...].
func copyArchive(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: archive DIR [LANGUAGE ...]")
	}
	ts.Check(ship(ts.MkAbs(args[0]), args[1:]...))
}

// languageTable is what config.toml says of one language.
var languageTable = regexp.MustCompile(`(?m)^\[languages\.([a-z]+)\]\n(?:[a-z].*\n)+\n`)

// ship copies the archive that this repository ships, in these languages or in
// all. A build takes as long as its languages are many.
func ship(dir string, languages ...string) error {
	for _, name := range []string{"content", "i18n", "layouts", "assets", "config.toml", ".gitignore"} {
		if err := copyTree(filepath.Join("..", "..", name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	if len(languages) == 0 {
		return nil
	}
	file := filepath.Join(dir, "config.toml")
	config, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	dropped := make(map[string]bool)
	for _, table := range languageTable.FindAllSubmatch(config, -1) {
		if language := string(table[1]); !slices.Contains(languages, language) {
			config = bytes.Replace(config, table[0], nil, 1)
			dropped["index."+language+".md"] = true
			dropped["_index."+language+".md"] = true
		}
	}
	err = filepath.WalkDir(filepath.Join(dir, "content"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && dropped[entry.Name()] {
			err = os.Remove(name)
		}
		return err
	})
	if err != nil {
		return err
	}
	return os.WriteFile(file, config, 0o666)
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if entry.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o666)
	})
}

// replaceText edits a file as a person would: replace FILE OLD NEW. The old
// text must stand in the file.
func replaceText(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not have %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o666))
}
