package edition

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur/tools/internal/message"
)

// A Request says what is to be withdrawn, and why.
type Request struct {
	Report  string
	Lang    string // empty: in every language
	Edition string // as this edition has it; empty: as any has
	Unit    string // this unit alone; empty: the whole text
	Reason  string // one line, for everyone to read
	Moment  time.Time
	Tool    string
	Catalog *message.Catalog // for the tombstones, each in its page's language
	Push    bool             // branch and tag to the remote, as in Publish
}

// Withdrawn says what a withdrawal did.
type Withdrawn struct {
	Number int
	Commit string
	Files  []string // in whose place a tombstone stands now
	// Left is the files of the branch that still say it: the latest site until
	// the next edition, and other reports that quote it.
	Left []string
}

// Withdraw puts tombstones in the place of what the request names, in one
// commit as Publish makes it. What the branch held before stays in its history
// until someone takes it out of there.
func (h *History) Withdraw(ctx context.Context, r Request) (*Withdrawn, error) {
	r.Reason = strings.Join(strings.Fields(r.Reason), " ")
	r.Moment = r.Moment.UTC().Truncate(time.Second)
	switch {
	case h.repo == nil:
		return nil, problem("publish-no-repository", h.dir)
	case r.Reason == "":
		return nil, problem("withdraw-no-reason", "")
	}
	if err := h.standingOnly(); err != nil {
		return nil, err
	}
	texts := h.named(r)
	if len(texts) == 0 {
		return nil, problem("withdraw-nothing", "", "Report", r.Report)
	}
	w, err := h.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer w.end()
	if err := h.ready(ctx, r.Push); err != nil {
		return nil, err
	}
	past, err := h.past()
	if err != nil {
		return nil, err
	}
	files, err := h.repo.tree(h.tip)
	if err != nil {
		return nil, err
	}
	defer files.close()
	m := &mason{request: r, past: past, files: files, blobs: past.ids, number: len(h.Withdrawals) + 1, put: map[string][]byte{}}
	for _, t := range texts {
		if err := m.withdraw(t, h.latestAt(t)); err != nil {
			return nil, err
		}
	}
	left, err := m.left()
	if err != nil {
		return nil, err
	}
	done := &Withdrawn{Number: m.number, Files: sortedKeys(m.put), Left: left}
	if err := m.seal(h, texts); err != nil {
		return nil, err
	}
	site := filepath.Join(w.dir, "tombstones")
	for _, path := range sortedKeys(m.put) {
		if err := h.write(site, path, m.put[path]); err != nil {
			return nil, err
		}
	}
	blobs, err := w.blobs(ctx, site, sortedKeys(m.put), nil)
	if err != nil {
		return nil, err
	}
	all := maps.Clone(past.ids)
	maps.Copy(all, blobs)
	done.Commit, err = w.commit(ctx, h, all, m.note(texts), r.Push)
	return done, err
}

// WithdrawalTag returns the Git tag of a withdrawal.
func WithdrawalTag(number int) string { return fmt.Sprintf("withdrawal/%d", number) }

// named returns the texts that a request means, each frozen folder once.
func (h *History) named(r Request) []Text {
	seen := map[string]bool{}
	var texts []Text
	for i := range h.Editions {
		e := &h.Editions[i]
		if r.Edition != "" && e.Name != r.Edition {
			continue
		}
		for _, t := range e.Texts {
			if t.Report != r.Report || r.Lang != "" && t.Lang != r.Lang || seen[t.Permalink] || r.Unit != "" && !slices.Contains(t.Units, r.Unit) {
				continue
			}
			if _, whole := h.withdrawnAs(t.Permalink); whole {
				continue
			}
			seen[t.Permalink] = true
			texts = append(texts, t)
		}
	}
	return texts
}

// latestAt reports whether the latest pages of a text's report say that text.
func (h *History) latestAt(t Text) bool {
	last, ok := h.LastChanged(t.Report, t.Lang)
	return ok && last.Permalink == t.Permalink
}

// seal writes the withdrawal's manifest, its line in the chain and the root's
// manifest.
func (m *mason) seal(h *History, texts []Text) error {
	folder := withdrawalFolder(m.number)
	own := map[string]string{}
	for path, data := range m.put {
		if m.past.sealed[path] {
			own[path] = sum(data)
		}
	}
	m.put[folder+SumsFile] = formatSums(own)
	journal, err := addLine(m.past.journal, line{Withdrawal: m.number, Moment: m.request.Moment, Tool: m.request.Tool, Reason: m.request.Reason,
		Withdrawn: m.places(texts), Sums: sum(m.put[folder+SumsFile]), Previous: h.Head()})
	if err != nil {
		return err
	}
	m.put[JournalFile] = journal
	sums := maps.Clone(m.past.sums)
	delete(sums, SumsFile)
	for path, data := range m.put {
		sums[path] = sum(data)
	}
	m.put[SumsFile] = formatSums(sums)
	return nil
}

func (m *mason) places(texts []Text) []string {
	var places []string
	for _, t := range texts {
		place := t.Permalink
		if m.request.Unit != "" {
			place += "#" + m.request.Unit
		}
		places = append(places, place)
	}
	slices.Sort(places)
	return places
}

func (m *mason) note(texts []Text) note {
	fields := []string{"Moment: " + m.request.Moment.Format(time.RFC3339), "Tool: " + m.request.Tool, "Reason: " + m.request.Reason}
	for _, place := range m.places(texts) {
		fields = append(fields, "Withdrawn: "+place)
	}
	return note{WithdrawalTag(m.number), fmt.Sprintf("Withdrawal %d", m.number), fields, m.request.Moment, nil}
}

// read returns a file of the branch as it is now, or as the mason left it.
func (m *mason) read(path string) ([]byte, error) {
	if data, ok := m.put[path]; ok {
		return data, nil
	}
	if m.blobs[path] == "" {
		return nil, os.ErrNotExist
	}
	return m.files.objects.read(m.blobs[path])
}

// left returns the files that still say what was withdrawn.
func (m *mason) left() ([]string, error) {
	var left []string
	for _, path := range sortedKeys(m.past.sums) {
		if !readable(path) || path == SumsFile {
			continue
		}
		data, err := m.read(path)
		if err != nil {
			return nil, err
		}
		letters := fold(path, data)
		if slices.ContainsFunc(m.needles, func(n []byte) bool { return bytes.Contains(letters, n) }) {
			left = append(left, path)
		}
	}
	return left, nil
}
