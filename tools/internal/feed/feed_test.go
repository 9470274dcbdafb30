package feed

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
)

// A feed is as new as its newest entry, and its text is escaped.
func TestWrite(t *testing.T) {
	f := &Feed{Lang: "ar", ID: "urn:1", Title: "A & <b>", Author: []Person{{"A"}}, Entries: []Entry{
		{ID: "urn:2", Title: "old", Updated: "2011-01-01T00:00:00Z", Language: "ar"},
		{ID: "urn:3", Title: "new", Updated: "2025-07-14T00:00:00Z", Content: &Content{"html", "<p>x</p>"}},
	}}
	var b bytes.Buffer
	if err := Write(&b, f); err != nil {
		t.Fatal(err)
	}
	var back Feed
	if err := xml.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if back.Updated != "2025-07-14T00:00:00Z" || back.Title != f.Title || back.Entries[1].Content.Text != "<p>x</p>" {
		t.Errorf("read back: %+v", back)
	}
	for _, want := range []string{`xml:lang="ar"`, `xmlns:dc="http://purl.org/dc/terms/"`, "<dc:language>ar</dc:language>"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is not in\n%s", want, b.String())
		}
	}
}
