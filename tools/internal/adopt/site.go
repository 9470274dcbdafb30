package adopt

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/parser/metadecoders"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// maxFiles is how many files a site may have below content/.
const maxFiles = 200_000

// A site is an old site while it is read.
type site struct {
	root     string
	content  string            // folder of the texts, from the root
	folders  map[string]string // by language: a folder of its own, from the root
	langs    []string          // that the configuration names; none: those of the folders
	fallback string            // the default language
	inSubdir bool              // the default language has its folder in addresses too
	guessed  bool              // addresses may be others than those worked out here
	pages    []*oldPage
	problems []report.Problem
}

// An oldPage is a file of the old site that holds a report in one language.
type oldPage struct {
	file   string // slash-separated, from the root
	lang   string
	path   string // below content/, without language and ending: reports/2025/messages
	report string // the id it gets
	front  front
	body   string // with empty lines in the place of the front matter
}

// configs are where Hugo looks for its configuration, in its order.
var configs = []string{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json",
	"config/_default/hugo.toml", "config/_default/hugo.yaml", "config/_default/config.toml", "config/_default/config.yaml"}

// open reads what the site's configuration says of languages and addresses.
func open(dir string) (*site, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	s := &site{root: root, content: "content", fallback: "en", folders: map[string]string{}}
	for _, name := range configs {
		config, ok, err := s.decode(name)
		if err != nil {
			return nil, err
		}
		if ok {
			s.configure(config)
			break
		}
	}
	for _, name := range []string{"config/_default/languages.toml", "config/_default/languages.yaml"} {
		if languages, ok, err := s.decode(name); err != nil {
			return nil, err
		} else if ok {
			s.languages(languages)
		}
	}
	if info, err := os.Stat(filepath.Join(root, filepath.FromSlash(s.content))); err != nil || !info.IsDir() {
		return nil, &report.Problem{Code: "adopt-no-content", Severity: report.Error, File: dir, Args: map[string]string{"Folder": s.content}}
	}
	return s, nil
}

func (s *site) decode(name string) (map[string]any, bool, error) {
	data, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(name)))
	if err != nil {
		return nil, false, nil
	}
	config, err := decode(data, metadecoders.FormatFromString(path.Ext(name)))
	if err != nil {
		return nil, false, &report.Problem{Code: "adopt-front", Severity: report.Error, File: name, Line: 1, Args: map[string]string{"Text": err.Error()}}
	}
	return config, true, nil
}

func (s *site) configure(config map[string]any) {
	for key, value := range config {
		switch strings.ToLower(key) {
		case "contentdir":
			if dir, ok := value.(string); ok && filepath.IsLocal(dir) {
				s.content = path.Clean(filepath.ToSlash(dir))
			}
		case "defaultcontentlanguage":
			if tag, ok := value.(string); ok {
				s.fallback = strings.ToLower(tag)
			}
		case "defaultcontentlanguageinsubdir":
			s.inSubdir, _ = value.(bool)
		case "permalinks", "uglyurls", "module":
			s.guessed = true
		case "languages":
			if languages, ok := value.(map[string]any); ok {
				s.languages(languages)
			}
		}
	}
}

func (s *site) languages(languages map[string]any) {
	for tag, value := range languages {
		tag = strings.ToLower(tag)
		if !report.IsTag(tag) || slices.Contains(s.langs, tag) {
			continue
		}
		s.langs = append(s.langs, tag)
		options, _ := value.(map[string]any)
		for key, value := range options {
			if dir, ok := value.(string); ok && strings.EqualFold(key, "contentDir") && filepath.IsLocal(dir) {
				s.folders[tag] = path.Clean(filepath.ToSlash(dir))
			}
		}
	}
	slices.Sort(s.langs)
}

// isLang reports whether a name is a language: of the configuration, or, where
// that names none, one that has a name of its own.
func (s *site) isLang(name string) bool {
	tag := strings.ToLower(name)
	if len(s.langs) > 0 || !report.IsTag(tag) {
		return slices.Contains(s.langs, tag)
	}
	parsed, err := language.Parse(tag)
	return err == nil && display.Self.Name(parsed) != ""
}

// split parts the name of a file below content/ from its language: by the
// folder that a language has, or by the ending of the name.
func (s *site) split(file string) (lang, rest string) {
	for _, tag := range s.langs {
		if below, ok := strings.CutPrefix(file, s.folders[tag]+"/"); ok && s.folders[tag] != "" {
			return tag, below
		}
	}
	rest = strings.TrimPrefix(file, s.content+"/")
	if first, below, ok := strings.Cut(rest, "/"); ok && s.isLang(first) {
		return strings.ToLower(first), below
	}
	base := strings.TrimSuffix(rest, path.Ext(rest))
	if tag := strings.TrimPrefix(path.Ext(base), "."); tag != "" && s.isLang(tag) {
		return strings.ToLower(tag), strings.TrimSuffix(base, path.Ext(base)) + path.Ext(rest)
	}
	return s.fallback, rest
}

// walk reads every text below content/ that stands in a section of reports:
// those named, else reports/ where there is one, else every section.
func (s *site) walk(sections []string) error {
	roots := []string{s.content}
	for _, tag := range s.langs {
		if dir := s.folders[tag]; dir != "" && dir != s.content && !strings.HasPrefix(dir, s.content+"/") {
			roots = append(roots, dir)
		}
	}
	var files []string
	for _, root := range roots {
		err := filepath.WalkDir(filepath.Join(s.root, filepath.FromSlash(root)), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			rel, err := filepath.Rel(s.root, name)
			if err != nil {
				return err
			}
			file := filepath.ToSlash(rel)
			switch {
			case len(files) >= maxFiles:
				return &report.Problem{Code: "adopt-too-many", Severity: report.Error, File: root}
			case !entry.Type().IsRegular():
				s.leave("adopt-file", file, 0, "")
			default:
				files = append(files, file)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	section := func(file string) string {
		_, rest := s.split(file)
		first, _, found := strings.Cut(rest, "/")
		if !found {
			return ""
		}
		return first
	}
	if len(sections) == 0 && slices.ContainsFunc(files, func(f string) bool { return section(f) == "reports" }) {
		sections = []string{"reports"}
	}
	for _, file := range files {
		in := section(file)
		s.read(file, in != "" && (len(sections) == 0 || slices.Contains(sections, in)))
	}
	return nil
}

// read takes a file of a section of reports, and leaves all others.
func (s *site) read(file string, wanted bool) {
	lang, rest := s.split(file)
	base := strings.TrimSuffix(rest, path.Ext(rest))
	switch ext := strings.ToLower(path.Ext(rest)); {
	case ext != ".md" && ext != ".markdown":
		s.leave("adopt-file", file, 0, "")
		return
	case path.Base(base) == "_index", !wanted:
		s.leave("adopt-page", file, 0, "")
		return
	}
	data, err := s.readFile(file)
	if err != nil {
		s.add(*asProblem(err, file))
		return
	}
	if path.Base(base) == "index" {
		base = path.Dir(base)
	}
	p := &oldPage{file: file, lang: lang, path: base}
	if problem := p.parse(string(data)); problem != nil {
		s.add(*problem)
		return
	}
	if p.front.draft {
		s.leave("adopt-draft", file, p.line("draft"), "")
		return
	}
	for _, k := range p.front.unplaced {
		s.leave("adopt-key", file, p.line(k.name), k.name+" = "+k.value)
	}
	s.pages = append(s.pages, p)
}

func (s *site) readFile(file string) ([]byte, error) {
	name := filepath.Join(s.root, filepath.FromSlash(file))
	if info, err := os.Stat(name); err != nil {
		return nil, err
	} else if info.Size() > page.MaxBytes {
		return nil, &report.Problem{Code: "source-size", Args: map[string]string{"Limit": "1 MB"}}
	}
	return os.ReadFile(name)
}
