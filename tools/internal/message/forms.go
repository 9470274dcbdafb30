package message

import (
	"slices"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// forms are the plural forms that any language has, in CLDR's order.
var forms = []string{"zero", "one", "two", "few", "many", "other"}

// counts bring out every form that whole numbers have in some language.
var counts = append(upTo(200), 1000, 1_000_000)

func upTo(n int) []int {
	list := make([]int, n+1)
	for i := range list {
		list[i] = i
	}
	return list
}

// Forms lists the plural forms that a message which counts needs in lang, as
// the printer will ask for them.
func Forms(lang string) []string {
	tag, err := language.Parse(formal(lang))
	if err != nil {
		return []string{"one", "other"}
	}
	bundle := i18n.NewBundle(language.English)
	if err := bundle.AddMessages(tag, &i18n.Message{ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}); err != nil {
		return []string{"one", "other"}
	}
	localizer := i18n.NewLocalizer(bundle, tag.String())
	found := map[string]bool{"other": true} // fractions have it everywhere
	for _, n := range counts {
		if form, err := localizer.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n}); err == nil {
			found[form] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(forms), func(form string) bool { return !found[form] })
}

// formal is the tag by which go-i18n knows a language. One whose plural rules
// nobody has written down yet is, there as in Hugo, a private tag, which counts
// as English does.
func formal(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return "art-x-" + lang
	}
	if err := i18n.NewBundle(language.English).AddMessages(tag, &i18n.Message{ID: "form", Other: "other"}); err != nil {
		return "art-x-" + lang
	}
	return lang
}
