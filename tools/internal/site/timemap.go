package site

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"rapporteur/tools/internal/report"
)

// timemap is a text's TimeMap (RFC 7089, in the link format of RFC 6690): the
// latest page as the original resource, and each frozen page as a memento at
// the moment of the edition that froze it. Addresses begin with base, which may
// be empty. Nil: the text is in no edition.
func timemap(base string, t *report.Translation, editions []Edition) []byte {
	moments := make(map[string]time.Time)
	for _, e := range editions {
		moments[e.Name] = e.Moment
	}
	var mementos []Text
	seen := make(map[string]bool)
	for _, e := range editions {
		for _, text := range e.Texts {
			if text.Report == t.Report && text.Lang == t.Lang && !seen[text.Permalink] {
				seen[text.Permalink] = true
				mementos = append(mementos, text)
			}
		}
	}
	if len(mementos) == 0 {
		return nil
	}
	base = strings.TrimSuffix(base, "/") + "/"
	date := func(text Text) string { return moments[text.Edition].UTC().Format(http.TimeFormat) }
	latest := base + t.Lang + "/reports/" + t.Report + "/"
	var b strings.Builder
	fmt.Fprintf(&b, "<%s>; rel=\"original\",\n", latest)
	fmt.Fprintf(&b, "<%s%s>; rel=\"self\"; type=\"application/link-format\"; from=\"%s\"; until=\"%s\"",
		latest, timemapFile, date(mementos[0]), date(mementos[len(mementos)-1]))
	for i, text := range mementos {
		rel := "memento"
		if i == len(mementos)-1 {
			rel = "last " + rel
		}
		if i == 0 {
			rel = "first " + rel
		}
		fmt.Fprintf(&b, ",\n<%s%s>; rel=\"%s\"; datetime=\"%s\"", base, text.Permalink, rel, date(text))
	}
	return []byte(b.String() + "\n")
}

// timemapFile stands beside a latest page.
const timemapFile = "timemap.link"
