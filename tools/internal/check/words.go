package check

import (
	"embed"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// words is what the checks know of a language: words/<lang>.toml, which a
// translator can write without knowing Go. A check that needs what a language
// does not have is silent.
type words struct {
	Function      []string            `toml:"function"`      // words that few sentences do without; they tell languages apart
	Abbreviations []string            `toml:"abbreviations"` // without the full stop that they end in
	Doubles       []string            `toml:"doubles"`       // words that may rightly stand twice
	Totals        []string            `toml:"totals"`        // how a table names its sum
	Months        []string            `toml:"months"`        // January first; names of one month are parted by |, a stem ends in *
	Numbers       []string            `toml:"numbers"`       // zero first, up to twenty, as months
	Magnitudes    []string            `toml:"magnitudes"`    // thousand, million: languages count in different ones
	Afternoon     []string            `toml:"afternoon"`     // p.m.
	Quotes        []string            `toml:"quotes"`        // pairs, as «»
	Marks         []string            `toml:"marks"`         // what may stand in brackets again and again: [inaudible]
	Placeholders  []string            `toml:"placeholders"`  // what says that something is still to be written
	Speakers      []string            `toml:"speakers"`      // what labels of unnamed speakers are made of
	Frameworks    map[string][]string `toml:"frameworks"`    // how sdgs, wsis and gdc are called
	Elision       bool                `toml:"elision"`       // l’eau: an apostrophe joins two words
	RightToLeft   bool                `toml:"right_to_left"` // numbers of several parts can be set from the right: 2.1.3 is 3.1.2

	function, doubles, abbreviations, totals, marks, speakers map[string]bool
	known                                                     bool
}

//go:embed words
var wordFiles embed.FS

// languages reads every word list once.
var languages = sync.OnceValue(func() map[string]*words {
	entries, err := wordFiles.ReadDir("words")
	if err != nil {
		panic(err) // embedded
	}
	all := make(map[string]*words)
	for _, entry := range entries {
		data, err := wordFiles.ReadFile("words/" + entry.Name())
		if err != nil {
			panic(err)
		}
		w := &words{known: true}
		if err := toml.Unmarshal(data, w); err != nil {
			panic("words/" + entry.Name() + ": " + err.Error()) // a test reads them all
		}
		w.index()
		all[strings.TrimSuffix(entry.Name(), ".toml")] = w
	}
	return all
})

func (w *words) index() {
	w.function, w.doubles, w.abbreviations = set(w.Function), set(w.Doubles), set(w.Abbreviations)
	w.totals, w.marks, w.speakers = set(w.Totals), set(w.Marks), set(w.Speakers)
}

// wordsOf finds the words of a language tag, or those of its language without
// script and region.
func wordsOf(tag string) *words {
	if w := languages()[tag]; w != nil {
		return w
	}
	if w := languages()[base(tag)]; w != nil {
		return w
	}
	return &words{}
}

// base is the language of a tag without script and region.
func base(tag string) string {
	lang, _, _ := strings.Cut(tag, "-")
	return lang
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[strings.ToLower(s)] = true
	}
	return m
}
