package archive

import (
	"net/url"
	"strconv"
	"strings"
)

// Lines is where a forge shows a line of a file as a revision has it, or ""
// without a forge. file is slash-separated, from the top of the repository; a
// line below 1 is the file as a whole.
func (f *Forge) Lines(revision, file string, line int) string {
	parts := strings.Split(file, "/")
	for i := range parts {
		parts[i] = strings.NewReplacer("(", "%28", ")", "%29").Replace(url.PathEscape(parts[i]))
	}
	at, name := "", strings.Join(parts, "/")
	if line > 0 {
		at = "#L" + strconv.Itoa(line)
	}
	switch f.Kind {
	case "github":
		return f.URL + "/blob/" + revision + "/" + name + "?plain=1" + at
	case "gitlab":
		return f.URL + "/-/blob/" + revision + "/" + name + "?plain=1" + at
	case "forgejo":
		return f.URL + "/src/commit/" + revision + "/" + name + "?display=source" + at
	}
	return ""
}
