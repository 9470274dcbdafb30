package archive

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A ReviewState says how far the texts of a language have been reviewed.
type ReviewState string

// The states of review. A draft is not whole yet; an unreviewed translation
// names nobody who reviewed it.
const (
	Draft      ReviewState = "draft"
	Unreviewed ReviewState = "unreviewed"
	Reviewed   ReviewState = "reviewed"
)

// ReviewState is that of a translation: reviewed if its credit names who did
// it, a draft while units are missing or its language is set to be one, else
// unreviewed.
func (a *Archive) ReviewState(r *Report, t *report.Translation) ReviewState {
	language := a.Config.Language(t.Lang)
	switch {
	case t == r.Reference() || len(t.Meta.Credit.Reviewers) > 0:
		return Reviewed
	case language != nil && language.Review == Draft, unit.Count(r.Aligned[t.Lang]).Missing > 0:
		return Draft
	}
	return Unreviewed
}

// reviewer is how forges name people and groups: @name, @group/team, or an
// address.
var reviewer = regexp.MustCompile(`^(@[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*|[^\s@<>]+@[^\s@<>]+\.[A-Za-z]+)$`)

// What stands between these lines of CODEOWNERS is made from config.toml; what
// people write around it stays.
const (
	ownersBegin = "# Made by `rapporteur roles` from the reviewers in config.toml."
	ownersEnd   = "# End of what `rapporteur roles` made."
)

// OwnersFile is where the forge looks for CODEOWNERS, from the archive's root.
func (c *Config) OwnersFile() string {
	switch c.Forge.Kind {
	case "github":
		return ".github/CODEOWNERS"
	case "gitlab":
		return ".gitlab/CODEOWNERS"
	}
	return "CODEOWNERS"
}

// HasReviewers reports whether any language names reviewers.
func (c *Config) HasReviewers() bool {
	for _, l := range c.Languages {
		if len(l.Reviewers) > 0 {
			return true
		}
	}
	return false
}

// Owners is CODEOWNERS after old: whoever reviews a language is asked when a
// text, the glossary or the messages of that language change.
func (c *Config) Owners(old []byte) []byte {
	var block strings.Builder
	block.WriteString(ownersBegin + "\n")
	for _, l := range c.Languages {
		if len(l.Reviewers) == 0 {
			continue
		}
		for _, file := range []string{"content/**/index." + l.Tag + ".md", "content/**/_index." + l.Tag + ".md", "content/glossary/" + l.Tag + ".toml", "i18n/" + l.Tag + ".toml"} {
			block.WriteString(c.ownersPattern(file) + " " + strings.Join(l.Reviewers, " ") + "\n")
		}
	}
	block.WriteString(ownersEnd + "\n")
	text := string(bytes.ReplaceAll(old, []byte("\r\n"), []byte("\n")))
	before, rest, found := strings.Cut(text, ownersBegin+"\n")
	if !found {
		if before != "" && !strings.HasSuffix(before, "\n") {
			before += "\n"
		}
		return []byte(before + block.String())
	}
	_, after, _ := strings.Cut(rest, ownersEnd+"\n")
	return []byte(before + block.String() + after)
}

// ownersPattern is a file as the forge's CODEOWNERS names it: Forgejo reads
// regular expressions, the others what .gitignore has.
func (c *Config) ownersPattern(file string) string {
	if c.Forge.Kind == "forgejo" {
		return "^" + strings.ReplaceAll(regexp.QuoteMeta(file), `\*\*/`, "(.*/)?") + "$"
	}
	return "/" + file
}

// OwnersBehind says whether CODEOWNERS is not what config.toml makes of it.
func (a *Archive) OwnersBehind() []report.Problem {
	if !a.Config.HasReviewers() {
		return nil
	}
	file := a.Config.OwnersFile()
	data, err := a.read(path.Clean(file))
	if err == nil && string(data) == string(a.Config.Owners(data)) {
		return nil
	}
	return []report.Problem{{Code: "owners-behind", Severity: report.Warning, File: file}}
}
