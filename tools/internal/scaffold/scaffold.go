// Package scaffold begins an archive: what stands in the folder on its first
// day, and the recipes by which it is served. All of it comes from the binary.
package scaffold

import (
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// Options say what a new archive is.
type Options struct {
	Name      string
	Languages []string // the first is the default
	Forge     archive.Forge
	BaseURL   string
	Deploy    []string // targets, of Targets
	Tool      Tool
}

// A Tool is the source that recipes build the tool from.
type Tool struct {
	URL      string // of its Git repository; empty: not known
	Revision string // a commit; empty: not known
}

// Carried is what the binary holds for a new archive.
type Carried struct {
	Messages fs.FS // i18n/
	Pages    fs.FS // layouts/ and assets/
	Catalog  *message.Catalog
}

// A File is one to write: its name, slash-separated, from the archive's root.
type File struct {
	Name string
	Data []byte
	Run  bool // it is a program
}

// Files are those of a new archive, by name.
func Files(o Options, carried Carried) ([]File, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	files, err := o.fill("archive", archiveFiles)
	if err != nil {
		return nil, err
	}
	for _, lang := range o.Languages {
		data, err := messages(lang, carried)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: "i18n/" + lang + ".toml", Data: data})
		files = append(files, o.sections(lang, carried.Catalog)...)
	}
	for _, dir := range []string{"layouts", "assets"} {
		err := fs.WalkDir(carried.Pages, dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(carried.Pages, name)
			files = append(files, File{Name: name, Data: data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	recipes, err := Recipes(o)
	if err != nil {
		return nil, err
	}
	files = append(files, recipes...)
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files, nil
}

// archiveFiles are the texts of a new archive: where they go, from what.
var archiveFiles = map[string]string{
	".gitignore":         "gitignore",
	"config.toml":        "config.toml",
	"README.md":          "README.md",
	"CONTRIBUTING.md":    "CONTRIBUTING.md",
	"LICENSE-CONTENT.md": "LICENSE-CONTENT.md",
	"content/README.md":  "content-README.md",
}

// titles are the pages above reports and ways to find them, and the messages
// that name them.
var titles = []struct{ dir, key string }{
	{"reports", "reports"}, {"themes", "themes"}, {"sdgs", "sdgs"}, {"wsis", "wsis"}, {"gdc", "gdc"},
}

// sections are the pages of a language that are no reports. Those below the
// home are named in languages that have messages; in others the site names
// them, once i18n/ is translated.
func (o *Options) sections(lang string, catalog *message.Catalog) []File {
	front := "+++\ntitle = " + quote(o.Name) + "\n"
	text := ""
	say := catalog.Printer(lang)
	own := speaks(catalog, lang)
	if own {
		front += "description = " + quote(say.Say("new_archive_description", nil)) + "\n"
		text = "\n" + say.Say("new_archive_welcome", nil) + "\n"
	}
	files := []File{{Name: "content/_index." + lang + ".md", Data: []byte(front + "+++\n" + text)}}
	for _, t := range titles {
		if own {
			data := "+++\ntitle = " + quote(say.Say(t.key, nil)) + "\n+++\n"
			files = append(files, File{Name: path.Join("content", t.dir, "_index."+lang+".md"), Data: []byte(data)})
		}
	}
	return files
}

// speaks reports whether the tool has messages in a language, or in the one
// that it is a form of.
func speaks(catalog *message.Catalog, lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return slices.Contains(catalog.Languages(), lang) || slices.Contains(catalog.Languages(), base)
}

// check says what is wrong with the options.
func (o *Options) check() error {
	problem := func(code, value string) error {
		return &report.Problem{Code: code, Severity: report.Error, Args: map[string]string{"Value": value}}
	}
	if strings.TrimSpace(o.Name) == "" || !printable(o.Name) || len(o.Name) > 200 {
		return problem("init-name", o.Name)
	}
	for i, lang := range o.Languages {
		if !report.IsTag(lang) || slices.Contains(o.Languages[:i], lang) {
			return problem("init-languages", lang)
		}
	}
	if o.BaseURL != "" && !webAddress(o.BaseURL) {
		return problem("init-url", o.BaseURL)
	}
	return o.checkForge(problem)
}

func (o *Options) checkForge(problem func(code, value string) error) error {
	f := o.Forge
	switch f.Kind {
	case "":
		if f.URL != "" {
			return problem("init-forge", "")
		}
	case "github", "gitlab", "forgejo":
		if !webAddress(f.URL) {
			return problem("init-url", f.URL)
		}
	default:
		return problem("init-forge", f.Kind)
	}
	if f.Branch != "" && !branchName.MatchString(f.Branch) {
		return problem("init-branch", f.Branch)
	}
	if o.Tool.URL != "" && !toolAddress(o.Tool.URL) || o.Tool.Revision != "" && !revision.MatchString(o.Tool.Revision) {
		return problem("init-tool", o.Tool.URL+"@"+o.Tool.Revision)
	}
	return nil
}
