package edition

import (
	"context"
	"os"
	"path/filepath"
)

// Seal writes into a built site what makes it the plan's edition: edition.json,
// units.json and SHA256SUMS in the edition's folder, and editions.json,
// SHA256SUMS, .nojekyll and .gitattributes in the root. The root's manifest is that of the
// whole archive, with what earlier editions froze and the site does not hold.
// Sealing again gives the same bytes. Publish seals by itself.
func Seal(site string, plan *Plan) error {
	past, err := plan.history.past()
	if err != nil {
		return err
	}
	_, err = seal(site, plan, past)
	return err
}

// A past is what the branch holds before an edition: files by path, and which
// of them were sealed.
type past struct {
	sums    map[string]string
	sealed  map[string]bool
	ids     map[string]string // blobs
	journal []byte
}

// add adds a sealed file to a past.
func (p *past) add(path, sum string) {
	if p.sums == nil {
		p.sums, p.sealed = map[string]string{}, map[string]bool{}
	}
	p.sums[path], p.sealed[path] = sum, true
}

// past reads the commit to follow, and refuses one that is not as it was
// sealed: what is built on it would seal the damage.
func (h *History) past() (*past, error) {
	if h.tip == "" {
		return &past{}, nil
	}
	t, err := h.repo.tree(h.base)
	if err != nil {
		return nil, err
	}
	defer t.close()
	v, err := inspect(t)
	if err != nil {
		return nil, err
	}
	if len(v.Problems) > 0 {
		damaged := problem("publish-damaged", "", "Branch", h.name(), "Reason", v.Problems[0].Error())
		return nil, refuse(append(v.Problems, *damaged))
	}
	journal, err := readAll(t, JournalFile)
	return &past{sums: v.sums, sealed: v.sealed, ids: v.ids, journal: journal}, err
}

// seal returns the SHA-256 of every file of the sealed site.
func seal(site string, plan *Plan, past *past) (map[string]string, error) {
	built, err := readSite(site)
	if err != nil {
		return nil, err
	}
	plan.history.keepTombstones(built, past)
	keepSignatures(past)
	folder := Folder(plan.Name)
	for _, path := range []string{SumsFile, JournalFile, plainFile, bytesFile, folder + indexFile, folder + unitsFile, folder + SumsFile} {
		delete(built, path)
	}
	for path := range built {
		if isSignature(path) { // of an earlier sealing
			delete(built, path)
		}
	}
	if err := covenant(plan, built, past); err != nil {
		return nil, err
	}
	put := func(path string, data []byte) error {
		built[path] = sum(data)
		return plan.history.write(site, path, data)
	}
	index, err := formatIndex(&plan.Edition, plan.history.Latest())
	if err != nil {
		return nil, err
	}
	if err := put(folder+indexFile, index); err != nil {
		return nil, err
	}
	units, err := formatUnits(plan.renamed)
	if err != nil {
		return nil, err
	}
	if err := put(folder+unitsFile, units); err != nil {
		return nil, err
	}
	own, err := plan.covers(site, built, past)
	if err != nil {
		return nil, err
	}
	if err := put(folder+SumsFile, formatSums(own)); err != nil {
		return nil, err
	}
	journal, err := addLine(past.journal, line{Name: plan.Name, Format: format, Moment: plan.Moment, Source: plan.Source, Tool: plan.Tool,
		Texts: len(plan.Texts), Sums: built[folder+SumsFile], Previous: plan.Previous})
	if err != nil {
		return nil, err
	}
	if err := put(JournalFile, journal); err != nil {
		return nil, err
	}
	if s := plan.Signer; s != nil {
		lines, _ := parseJournal(journal)
		signature, err := s.sign(context.Background(), Namespace, lines[len(lines)-1].raw)
		if err != nil {
			return nil, err
		}
		if err := put(signatureFile(folder, s.Who), signature); err != nil {
			return nil, err
		}
	}
	if err := put(plainFile, nil); err != nil {
		return nil, err
	}
	if err := put(bytesFile, []byte("* -text\n")); err != nil {
		return nil, err
	}
	sums := formatSums(merge(built, past))
	return built, put(SumsFile, sums)
}

// merge is the archive to be: the site, and what was sealed before.
func merge(built map[string]string, past *past) map[string]string {
	all := make(map[string]string, len(built)+len(past.sealed))
	for path := range past.sealed {
		all[path] = past.sums[path]
	}
	for path, sum := range built {
		all[path] = sum
	}
	return all
}

// covers returns the files that the edition adds: the frozen folders of the
// texts that changed, the edition's own pages, the assets that those lean on
// and that no edition has sealed yet; and the manifest of the edition before,
// which covers the rest in the same way.
func (p *Plan) covers(site string, built map[string]string, past *past) (map[string]string, error) {
	folders := map[string]bool{Folder(p.Name): true}
	for _, t := range p.Frozen {
		folders[t.Permalink] = true
	}
	own := map[string]string{}
	var pages []string
	for path, sum := range built {
		if inside(path, folders) {
			own[path] = sum
			pages = append(pages, path)
		}
	}
	found, err := assets(site, built, pages)
	if err != nil {
		return nil, err
	}
	for _, path := range found {
		if !past.sealed[path] {
			own[path] = built[path]
		}
	}
	if last := p.history.Latest(); last != nil {
		path := Folder(last.Name) + SumsFile
		own[path] = past.sums[path]
	}
	return own, nil
}

// inside reports whether one of the folders, with their trailing slash, holds
// path at any depth.
func inside(path string, folders map[string]bool) bool {
	for i := range path {
		if path[i] == '/' && folders[path[:i+1]] {
			return true
		}
	}
	return false
}

// write writes a file of the site. Half of one is no harm: it is written again
// before anything is published.
func (h *History) write(site, path string, data []byte) error {
	if h.repo != nil {
		if err := h.repo.before("write " + path); err != nil {
			return err
		}
	}
	file := filepath.Join(site, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
