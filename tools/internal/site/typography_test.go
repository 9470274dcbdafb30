package site

import (
	"strings"
	"testing"
	"unicode"
)

func TestTypography(t *testing.T) {
	show := strings.NewReplacer("\u202f", "_", "\u00a0", "~")
	for _, test := range []struct{ locale, text, want string }{
		{"fr", "Oui ; non : si ! Ah ?", "Oui_; non_: si_! Ah_?"},
		{"fr-FR", "Oui; non: si! Ah?", "Oui_; non_: si_! Ah_?"},
		{"fr", "«Oui», « non »", "«_Oui_», «_non_»"},
		{"fr", `Il dit "oui" (et "non").`, "Il dit «_oui_» (et «_non_»)."},
		{"fr", `un tube de 5" et un de 6"`, `un tube de 5" et un de 6"`},
		{"fr", "à 12:30, voir https://port.example/a:b?c=d;e ou a@port.example", "à 12:30, voir https://port.example/a:b?c=d;e ou a@port.example"},
		{"fr", "1 250 pages, 12 % en 2024 300 fois", "1~250 pages, 12~% en 2024 300 fois"},
		{"fr", "l'eau d’ici", "l’eau d’ici"},
		{"fr", " : suite", "_: suite"},
		{"fr", "fin :", "fin_:"},
		{"fr-CA", "Oui ; non: si ! Ah ?", "Oui; non~: si! Ah?"},
		{"fr-CA", "ODD); «oui»", "ODD); «~oui~»"},
		{"fr-CA", " ; suite", " ; suite"},
		{"en", `He said "no"; it's 5 o'clock: 1,250`, "He said “no”; it’s 5 o’clock: 1,250"},
		{"es", `Dijo "sí": ¿no? El 12 % de 1 250`, "Dijo «sí»: ¿no? El 12~% de 1~250"},
		{"ar", "نعم, لا; لماذا? 1,250 و3;4", "نعم، لا؛ لماذا؟ 1,250 و3;4"},
		{"zh-Hans", `他说:"好",对吗?1,250`, "他说：“好”，对吗？1,250"},
		{"ru", `Он сказал "да"; 1 250`, "Он сказал «да»; 1~250"},
		{"sw", `Alisema "ndiyo" ; ndiyo`, `Alisema "ndiyo" ; ndiyo`},
	} {
		if got := show.Replace(set(test.locale, test.text)); got != test.want {
			t.Errorf("%s: %q is set as %q, want %q", test.locale, test.text, got, test.want)
		}
	}
}

// Whatever the text, letters and digits stay, and setting it twice is setting
// it once.
func FuzzTypography(f *testing.F) {
	for _, s := range []string{"Oui ; non", `"a" 1 250 «b»`, "他说:\"好\",", "نعم,"} {
		f.Add("fr", s)
		f.Add("zh", s)
	}
	said := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
				return r
			}
			return -1
		}, s)
	}
	f.Fuzz(func(t *testing.T, locale, text string) {
		text = strings.ToValidUTF8(text, "")
		once := set(locale, text)
		if said(once) != said(text) {
			t.Fatalf("%s: %q became %q", locale, text, once)
		}
		if twice := set(locale, once); twice != once {
			t.Fatalf("%s: %q, then %q", locale, once, twice)
		}
	})
}
