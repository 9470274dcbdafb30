package site

import (
	"testing"
	"time"

	"rapporteur/tools/internal/report"
)

func TestTimemap(t *testing.T) {
	text := func(edition string) Text {
		return Text{Report: "tides", Lang: "fr", Edition: edition, Permalink: "fr/reports/tides/" + edition + "/"}
	}
	day := func(d int) time.Time { return time.Date(2025, 7, d, 14, 0, 0, 0, time.FixedZone("", 7200)) }
	editions := []Edition{
		{Name: "1", Moment: day(14), Texts: []Text{text("1"), {Report: "tides", Lang: "en", Edition: "1"}}},
		{Name: "2", Moment: day(15), Texts: []Text{text("1")}},
		{Name: "3", Moment: day(16), Texts: []Text{text("3")}},
	}
	got := string(timemap("https://archive.example/a/", &report.Translation{Report: "tides", Lang: "fr"}, editions))
	want := `<https://archive.example/a/fr/reports/tides/>; rel="original",
<https://archive.example/a/fr/reports/tides/timemap.link>; rel="self"; type="application/link-format"; from="Mon, 14 Jul 2025 12:00:00 GMT"; until="Wed, 16 Jul 2025 12:00:00 GMT",
<https://archive.example/a/fr/reports/tides/1/>; rel="first memento"; datetime="Mon, 14 Jul 2025 12:00:00 GMT",
<https://archive.example/a/fr/reports/tides/3/>; rel="last memento"; datetime="Wed, 16 Jul 2025 12:00:00 GMT"
`
	if got != want {
		t.Errorf("timemap:\n%s", got)
	}
	if got := timemap("", &report.Translation{Report: "tides", Lang: "es"}, editions); got != nil {
		t.Errorf("of no edition: %s", got)
	}
}

// What git hash-object says of the same bytes.
func TestSWHID(t *testing.T) {
	if got := swhid([]byte("hello\n")); got != "swh:1:cnt:ce013625030ba8dba906f756967f9e9ca394464a" {
		t.Error(got)
	}
}
