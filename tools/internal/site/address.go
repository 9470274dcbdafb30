package site

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"strings"
	"time"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// absolute is where a file of the site is served, or nothing where the archive
// does not know that of itself.
func absolute(config *archive.Config, file string) string {
	if !strings.HasPrefix(config.BaseURL, "https://") && !strings.HasPrefix(config.BaseURL, "http://") {
		return ""
	}
	return trimSlash(config.BaseURL) + "/" + file
}

// identity is the name of what stands at a path of the archive, as feeds and
// books give it: its address; or, where that is not known, a UUID that is made
// of the archive's title and the path (RFC 9562, version 5, in the namespace
// of addresses). It stays the same whatever the text says.
func identity(config *archive.Config, path string) string {
	if a := absolute(config, path); a != "" {
		return a
	}
	namespace, _ := hex.DecodeString("6ba7b8119dad11d180b400c04fd430c8")
	sum := sha1.Sum(append(namespace, config.Title+"/"+path...))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x50, id[8]&0x3f|0x80
	h := hex.EncodeToString(id)
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// textDate is the date of a text as far as it is known, ISO 8601.
func textDate(r *archive.Report, t *report.Translation) string {
	ref := &r.Reference().Meta
	return cmp.Or(t.Meta.Date, ref.Date, t.Meta.EventEnd, ref.EventEnd, t.Meta.EventStart, ref.EventStart)
}

// changed is when a text last changed in the archive: the moment of the
// edition in which it did; before the first edition, the date of the text. It
// depends on the text alone and never on the day of the build.
func (o *Options) changed(r *archive.Report, t *report.Translation) string {
	if text, ok := lastText(o.Editions, r.ID, t.Lang); ok {
		for _, e := range o.Editions {
			if e.Name == text.Edition {
				return e.Moment.UTC().Format(time.RFC3339)
			}
		}
	}
	return moment(textDate(r, t))
}

// moment is the first second of a date that may be a year or a month; of none,
// that of the year 1970.
func moment(date string) string {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return time.Unix(0, 0).UTC().Format(time.RFC3339)
}
