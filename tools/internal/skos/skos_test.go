package skos

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// What a label or an address holds cannot end its literal.
func TestEscapes(t *testing.T) {
	schemes := []Scheme{{URI: "https://a.example/s", Titles: []Text{{"en", "A \"b\"\\c\nd"}}, Concepts: []Concept{
		{URI: "https://a.example/s#1", Notation: "1", Labels: []Text{{"ar", "ثقة"}}, Matches: []string{"https://b.example/> . <x y"}},
	}}}
	var turtle, jsonld bytes.Buffer
	if err := Turtle(&turtle, "https://l.example/", schemes); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"A \"b\"\\c\nd"@en`, `"ثقة"@ar`, `<https://b.example/%3E%20.%20%3Cx%20y>`, `skos:notation "1"`, `skos:hasTopConcept <https://a.example/s#1>`} {
		if !strings.Contains(turtle.String(), want) {
			t.Errorf("%s is not in\n%s", want, turtle.String())
		}
	}
	if err := JSONLD(&jsonld, "https://l.example/", schemes); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(jsonld.Bytes(), &got); err != nil || len(got.Graph) != 2 {
		t.Errorf("%v: %s", err, jsonld.String())
	}
}
