package source

import "testing"

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
