package check

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A word list that is half written would make checks silent, or wrong.
func TestWordLists(t *testing.T) {
	for _, lang := range []string{"ar", "en", "es", "fr", "pt", "ru", "zh"} {
		w := wordsOf(lang)
		if !w.known {
			t.Errorf("%s has no list", lang)
			continue
		}
		if len(w.Months) != 12 || len(w.Numbers) < 11 || len(w.Totals) == 0 || len(w.Quotes) == 0 {
			t.Errorf("%s: %d months, %d numbers, %d totals, %d quotes", lang, len(w.Months), len(w.Numbers), len(w.Totals), len(w.Quotes))
		}
		for _, pair := range w.Quotes {
			if utf8.RuneCountInString(pair) != 2 {
				t.Errorf("%s: quotes %q are no pair", lang, pair)
			}
		}
		for _, list := range [][]string{w.Function, w.Abbreviations, w.Doubles} {
			for _, word := range list {
				if word != strings.ToLower(word) || strings.TrimSpace(word) != word {
					t.Errorf("%s: %q is not a word in small letters", lang, word)
				}
			}
		}
		for _, framework := range frameworks {
			if len(w.Frameworks[framework]) == 0 {
				t.Errorf("%s: %s has no name", lang, framework)
			}
		}
	}
	if wordsOf("fr-ca") != wordsOf("fr") || wordsOf("zh-hans") != wordsOf("zh") || wordsOf("tlh").known {
		t.Error("a tag does not find the words of its language")
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct{ ref, refLang, own, ownLang, lost string }{
		{"1,250 people", "en", "1 250 personnes", "fr", ""},
		{"1,250 people", "en", "1\u202f250 personnes", "fr", ""},
		{"1,250.5 tons", "en", "1 250,5 tonnes", "fr", ""},
		{"1,250 people", "en", "١٬٢٥٠ شخصا", "ar", ""},
		{"version 1.1.0", "en", "версия 1.0", "ru", "1.1.0"},
		{"version 1.1.0", "en", "версия 1.1.0", "ru", ""},
		{"on 05 May", "en", "le 5 mai", "fr", ""},
		{"1 member", "en", "un membre", "fr", ""},
		{"3 members", "en", "trois membres", "fr", ""},
		{"3 members", "en", "quatre membres", "fr", "3"},
		{"12/03/2024", "en", "12 mars 2024", "fr", ""},
		{"the 21st century", "en", "le XXIe siècle", "fr", ""},
		{"Article 23", "en", "第二十三条", "zh", ""},
		{"Article 23", "en", "第二十四条", "zh", "23"},
		{"3 million users", "en", "300万用户", "zh", ""},
		{"at 3 p.m.", "en", "à 15 heures", "fr", ""},
		{"6 members", "en", "التنمية المستدامة", "ar", "6"},
		{"6 members", "en", "ستة أعضاء", "ar", ""},
		{"7 parts", "en", "семинар", "ru", ""}, // a stem: what inflects is let pass
		{"A/66/77 of 2011", "en", "A/66/77, 2011 г.", "ru", ""},
		{"goals 9,16,17", "en", "目标9、16、17", "zh", ""},
		{"10 years", "en", "the tension", "en", "10"},
	}
	for _, test := range tests {
		if got := unsaid(test.ref, wordsOf(test.refLang), test.own, wordsOf(test.ownLang)); got != test.lost {
			t.Errorf("%q against %q: lost %q, want %q", test.ref, test.own, got, test.lost)
		}
	}
}

// The malformed and unsafe addresses that stop or abuse a build.
func TestJudge(t *testing.T) {
	for address, want := range map[string]fault{
		"https://a.example/b?c=d#e": sound, "http://a.example": sound, "mailto:a@b.example": sound, "#p12": sound,
		"https://a.example/%D8%A7": sound, "https://a.example/é": sound,
		"": dead, " ": dead, "#": dead, "b.html": dead, "../b": dead, "/b": dead, "?q": dead,
		":foo": malformed, "%zz": malformed, "http://a:b:c/": malformed, "http://": malformed, "https://a b": malformed,
		"http://[::1": malformed, "mailto:nobody": malformed, "https:a.example": malformed,
		"javascript:alert(1)": unsafe, " JAVASCRIPT:x": unsafe, "java\nscript:x": unsafe, "data:text/html,x": unsafe, "vbscript:x": unsafe,
		"file:///etc/passwd": unsafe, "ftp://a.example/": unsafe, "https://a@b.example/": unsafe, "//b.example/": unsafe,
	} {
		if got := judge(address); got != want {
			t.Errorf("%q is judged %d, want %d", address, got, want)
		}
	}
}
