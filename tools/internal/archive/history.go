package archive

import (
	"path"
	"regexp"
	"slices"

	"rapporteur/tools/internal/history"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A History is what the reports said at every commit of the main line.
type History struct {
	Shallow bool // it is cut off: what it begins with is not the beginning

	folder   *history.Folder
	objects  *history.Objects
	versions map[string][]version // by folder of the report, oldest first
	ids      map[string][]string  // by the same, the blobs that its register was, oldest first
	parsed   map[parsedKey]*report.Translation
}

// A version is the texts of a report at a commit, by language.
type version struct {
	commit string
	blobs  map[string]string
}

type parsedKey struct{ file, blob string }

// History reads the history of the archive; it is nil where there is none to
// read. Close it.
func (a *Archive) History() (*History, error) {
	folder, err := history.Open(a.Root)
	if folder == nil || err != nil {
		return nil, err
	}
	commits, err := folder.Log("content/reports")
	if err != nil {
		return nil, err
	}
	objects, err := folder.Objects()
	if err != nil {
		return nil, err
	}
	h := &History{Shallow: folder.Shallow, folder: folder, objects: objects, versions: make(map[string][]version), ids: make(map[string][]string), parsed: make(map[parsedKey]*report.Translation)}
	for _, c := range commits {
		h.add(c, &a.Config)
	}
	return h, nil
}

// Close ends the reading.
func (h *History) Close() error {
	if h == nil {
		return nil
	}
	return h.objects.Close()
}

var (
	textFile     = regexp.MustCompile(`^(content/reports/[^/]+)/(index\.[^/]+)$`)
	registerFile = regexp.MustCompile(`^(content/reports/[^/]+)/sync/reference\.tsv$`)
)

// add takes in what a commit changed. A folder that gets the very texts that
// another loses is that report under a new name, and has its past.
func (h *History) add(c history.Commit, config *Config) {
	changed := make(map[string]map[string]string) // folder, language, blob
	lost := make(map[string]string)               // blob: the folder that had it
	for _, change := range c.Changes {
		if m := registerFile.FindStringSubmatch(change.File); m != nil && change.New != "" {
			h.ids[m[1]] = append(h.ids[m[1]], change.New)
		}
		m := textFile.FindStringSubmatch(change.File)
		if m == nil {
			continue
		}
		lang, ok := Lang(m[2])
		if !ok || !config.Has(lang) {
			continue
		}
		if changed[m[1]] == nil {
			changed[m[1]] = make(map[string]string)
		}
		changed[m[1]][lang] = change.New
		if change.New == "" {
			lost[change.Old] = m[1]
		}
	}
	for dir, files := range changed {
		if len(h.versions[dir]) == 0 {
			for _, lang := range sortedKeys(files) {
				if from := lost[files[lang]]; from != "" {
					h.versions[dir] = slices.Clone(h.versions[from])
					break
				}
			}
		}
	}
	for dir, files := range changed {
		v := version{c.ID, make(map[string]string)}
		if list := h.versions[dir]; len(list) > 0 {
			for lang, blob := range list[len(list)-1].blobs {
				v.blobs[lang] = blob
			}
		}
		for lang, blob := range files {
			if v.blobs[lang] = blob; blob == "" {
				delete(v.blobs, lang)
			}
		}
		h.versions[dir] = append(h.versions[dir], v)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// report is a report as it stood at a version. A text that could not be read
// then is not there. What it returns is the caller's to number.
func (h *History) report(dir string, v version) (*report.Report, error) {
	r := &report.Report{ID: path.Base(dir)}
	for _, lang := range sortedKeys(v.blobs) {
		t, err := h.text(dir, lang, v.blobs[lang])
		if err != nil {
			return nil, err
		}
		if t != nil {
			own := *t
			own.Units = slices.Clone(t.Units)
			r.Translations = append(r.Translations, &own)
		}
	}
	return r, nil
}

func (h *History) text(dir, lang, blob string) (*report.Translation, error) {
	file := path.Join(dir, "index."+lang+".md")
	key := parsedKey{file, blob}
	if t, ok := h.parsed[key]; ok {
		return t, nil
	}
	data, err := h.objects.Read(blob)
	if err != nil {
		return nil, err
	}
	t, _ := page.Parse(path.Base(dir), lang, file, data)
	h.parsed[key] = t
	return t, nil
}

// until is what a report said in the first n of its versions.
func (h *History) until(dir string, n int) past {
	return func(lang, day string) (*report.Translation, error) {
		list := h.versions[dir][:n]
		for k := len(list) - 1; k >= 0; k-- {
			blob := list[k].blobs[lang]
			if blob == "" || k > 0 && list[k-1].blobs[lang] == blob {
				continue
			}
			t, err := h.text(dir, lang, blob)
			if err != nil {
				return nil, err
			}
			if t != nil && t.Meta.Date != "" && !unit.Older(day, t.Meta.Date) {
				return t, nil
			}
		}
		return nil, nil
	}
}

// Said is the unit with that hash (unit.Hash) in what a report said before in a
// language, the latest; nil if it never said so.
func (h *History) Said(r *Report, lang, hash string) (*report.Unit, error) {
	list := h.versions[r.Dir]
	for k := len(list) - 1; k >= 0; k-- {
		blob := list[k].blobs[lang]
		if blob == "" || k > 0 && list[k-1].blobs[lang] == blob {
			continue
		}
		t, err := h.text(r.Dir, lang, blob)
		if err != nil {
			return nil, err
		}
		if t == nil {
			continue
		}
		for i := range t.Units {
			if unit.Hash(&t.Units[i]) == hash {
				return &t.Units[i], nil
			}
		}
	}
	return nil, nil
}
