package check_test

import (
	"strings"
	"testing"
	"text/template"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/check"
)

// Every finding has a sentence in English that quotes only what the finding
// has.
func TestSentences(t *testing.T) {
	var messages map[string]any
	if err := toml.Unmarshal([]byte(read(t, "../../../i18n/en.toml")), &messages); err != nil {
		t.Fatal(err)
	}
	said := make(map[string]bool)
	say := func(problems []problem) {
		for _, p := range problems {
			key := "problem_" + strings.ReplaceAll(strings.ToLower(p.Code), "-", "_")
			text, ok := messages[key].(string)
			if !ok {
				if !said[key] {
					t.Errorf("i18n/en.toml has no %s", key)
				}
				said[key] = true
				continue
			}
			said[key] = true
			sentence, err := template.New(key).Option("missingkey=error").Parse(text)
			if err != nil {
				t.Errorf("%s: %v", key, err)
				continue
			}
			var b strings.Builder
			if err := sentence.Execute(&b, p.Args); err != nil {
				t.Errorf("%s: %v", key, err)
			}
			for name, value := range p.Args {
				if value != "" && !strings.Contains(text, "."+name+"}") {
					t.Errorf("%s does not quote %s", key, name)
				}
			}
		}
	}
	clean := corpus(t)
	for _, test := range planted {
		say(plant(t, clean, test.lang, test.old, test.new))
	}
	for _, test := range documents {
		say(check.Run(one(t, map[string]string{test.lang: test.text}), everything))
	}
	for _, c := range check.All() {
		if key := "problem_" + strings.ReplaceAll(strings.ToLower(c.Code), "-", "_"); messages[key] == nil {
			t.Errorf("i18n/en.toml has no %s", key)
		}
	}
}
