package source

import (
	"strings"
	"testing"
)

// TestDecodeTwice: bytes that were taken for Windows-1252 are read again, and
// a text that only looks a little so is left alone.
func TestDecodeTwice(t *testing.T) {
	for in, want := range map[string]string{
		"Ã‰lan, Ã©tÃ©, â€œlampesâ€\u009d": "Élan, été, “lampes”",
		"Ã is a letter, and so is Â":      "Ã is a letter, and so is Â",
		"São João, ÂNGELA, été":           "São João, ÂNGELA, été",
		"Ð›Ð°Ð¼Ð¿Ñ‹":                      "Лампы",
	} {
		if got, _ := decodeTwice(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

// TestCutWords: a word that a line's end has cut is whole again, and one that
// is written with a hyphen keeps it.
func TestCutWords(t *testing.T) {
	for in, want := range map[string]string{
		"Almost three billion peo-\nple are offline.":                           "Almost three billion people",
		"A multi-party process, a multi-\nstakeholder forum.":                   "A multi-party process, a multi-stakeholder",
		"The lamps of non-\nprofit clubs; a non-profit club has many.":          "The lamps of non-profit",
		"Almost three billion peo‐\nple are offline, and three more peo‐\nple.": "Almost three billion people",
		"The information that the infor-\nmation office gave was late again.":   "The information that the information",
	} {
		doc, err := Read("x.txt", []byte(in))
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Blocks[0].Text; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestDrawnTable: a table drawn with signs has cells of several lines, and a
// note goes on to the next empty line.
func TestDrawnTable(t *testing.T) {
	doc, err := Read("x.txt", []byte("# Lamps\n\n+------+--------+\n| Lamp | Keeper |\n+======+========+\n| Old  | Ana    |\n| lamp | Brito  |\n+------+--------+\n\nText.[^1]\n\n[^1]: A note\n    of two lines.\n\nMore.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Blocks {
		switch b.Kind {
		case Row:
			got = append(got, strings.Join(b.Cells, "|"))
		case Note:
			got = append(got, b.Label+": "+b.Text)
		}
	}
	if want := "Lamp|Keeper, Old lamp|Ana Brito, 1: A note of two lines."; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
