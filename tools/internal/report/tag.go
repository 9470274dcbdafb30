package report

import "regexp"

var (
	tagPattern = regexp.MustCompile(`^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?$`)
	idPattern  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// IsTag reports whether s is a language tag as the archive writes them: BCP 47
// language, script and region, in lower case (fr, zh-hans, pt-br).
func IsTag(s string) bool { return tagPattern.MatchString(s) }

// IsID reports whether s can name a report or a theme: lower-case letters,
// digits and single hyphens, so that it stands in a URL as it is on every
// file system.
func IsID(s string) bool { return len(s) <= 80 && idPattern.MatchString(s) }
