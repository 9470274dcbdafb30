package edition

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A History is the editions that a branch holds. It is empty where there is no
// branch yet, or no repository.
type History struct {
	Editions    []Edition    // oldest first
	Withdrawals []Withdrawal // oldest first

	dir    string
	repo   *repository // nil: dir is in none
	branch string      // refs/heads/…
	old    string      // what the branch is now; empty: there is none
	tip    string      // the commit to follow: old, or what the remote has beyond it
	base   string      // the commit whose archive to follow: tip, or what it was before reverts
	lines  []line
	tags   map[string]bool // names of editions that have a tag, published here or not

	standing int // lines that the tip has; the rest a revert took back
}

// name is the branch's, as people write it.
func (h *History) name() string { return short(h.branch) }

func short(ref string) string { return strings.TrimPrefix(ref, "refs/heads/") }

// remoteName is the remote that a branch is read from where there is none of
// one's own, and pushed to.
const remoteName = "origin"

// Open reads the editions that branch holds in the repository of dir, from the
// remote's branch as last fetched where that is newer or the only one.
func Open(dir, branch string) (*History, error) { return open(dir, branch, nil) }

func open(dir, branch string, step func(string) error) (*History, error) {
	repo, err := findRepository(dir)
	if err != nil {
		return nil, err
	}
	h := &History{dir: dir, repo: repo, branch: "refs/heads/" + branch, tags: map[string]bool{}}
	if repo == nil {
		return h, nil
	}
	repo.step = step
	ctx := context.Background()
	if _, err := repo.run(ctx, nil, "check-ref-format", h.branch); err != nil {
		return nil, problem("publish-branch-name", "", "Branch", branch)
	}
	if err := h.references(ctx, branch); err != nil {
		return nil, err
	}
	if h.tip == "" {
		return h, nil
	}
	return h, h.load()
}

// references finds the branch's commit here and at the remote, and the tags.
func (h *History) references(ctx context.Context, branch string) error {
	remote := "refs/remotes/" + remoteName + "/" + branch
	out, err := h.repo.run(ctx, nil, "for-each-ref", "--format=%(objectname) %(refname)", h.branch, remote, "refs/tags/"+Tag(""))
	if err != nil {
		return err
	}
	theirs := ""
	for text := range strings.Lines(string(out)) {
		id, name, _ := strings.Cut(strings.TrimSpace(text), " ")
		switch name {
		case h.branch:
			h.old = id
		case remote:
			theirs = id
		default:
			h.tags[strings.TrimPrefix(name, "refs/tags/"+Tag(""))] = true
		}
	}
	switch {
	case theirs == "" || h.old == theirs:
		h.tip = h.old
	case h.old == "" || h.repo.follows(ctx, h.old, theirs):
		h.tip = theirs
	case h.repo.follows(ctx, theirs, h.old):
		h.tip = h.old
	default:
		return problem("publish-diverged", "", "Branch", branch, "Remote", remoteName)
	}
	return nil
}

// follows reports whether the commit later has earlier in its past.
func (r *repository) follows(ctx context.Context, earlier, later string) bool {
	_, err := r.run(ctx, nil, "merge-base", "--is-ancestor", earlier, later)
	return err == nil
}

// load reads editions.json and each edition's index and units.
func (h *History) load() error {
	objects, err := h.repo.reader()
	if err != nil {
		return err
	}
	defer objects.close()
	base, data, err := h.whole(context.Background(), objects)
	if err != nil {
		return err
	}
	lines, problems := parseJournal(data)
	if len(problems) > 0 {
		return refuse(problems)
	}
	h.base, h.standing = base, len(lines)
	if base != h.tip {
		now, _ := objects.read(h.tip + ":" + JournalFile) // gone: the first edition was taken back
		there, _ := parseJournal(now)
		h.standing = len(there)
	}
	units := map[string][]string{}
	for _, l := range lines {
		if l.Withdrawal > 0 {
			h.Withdrawals = append(h.Withdrawals, Withdrawal{Number: l.Withdrawal, Moment: l.Moment, Reason: l.Reason, Places: l.Withdrawn})
			continue
		}
		e, err := h.edition(objects, l, units)
		if err != nil {
			return problem("publish-damaged", Folder(l.Name)+indexFile, "Branch", h.name(), "Reason", err.Error())
		}
		h.Editions = append(h.Editions, *e)
	}
	h.lines = lines
	return nil
}

func (h *History) edition(objects *reader, l line, units map[string][]string) (*Edition, error) {
	data, err := objects.read(h.base + ":" + Folder(l.Name) + indexFile)
	if err != nil {
		return nil, err
	}
	x, err := parseIndex(data)
	if err != nil {
		return nil, err
	}
	if data, err = objects.read(h.base + ":" + Folder(l.Name) + unitsFile); err != nil {
		return nil, err
	}
	own, err := parseUnits(data)
	if err != nil {
		return nil, err
	}
	for permalink, ids := range own {
		units[permalink] = ids
	}
	var last []Text
	if e := h.Latest(); e != nil {
		last = e.Texts
	}
	texts := x.after(last)
	for i := range texts {
		texts[i].Units = units[texts[i].Permalink]
	}
	return &Edition{Name: l.Name, Moment: l.Moment, Source: l.Source, Tool: l.Tool, Texts: texts, Previous: l.Previous}, nil
}

// Latest returns the newest edition, or nil.
func (h *History) Latest() *Edition {
	if len(h.Editions) == 0 {
		return nil
	}
	return &h.Editions[len(h.Editions)-1]
}

// LastChanged returns the text that the latest edition has of a report in
// lang; its Edition is the one in which it last changed.
func (h *History) LastChanged(id, lang string) (Text, bool) {
	if e := h.Latest(); e != nil {
		return e.Text(id, lang)
	}
	return Text{}, false
}

// Head returns the SHA-256 of the last line of editions.json: what the next
// edition will say of this one, and what to compare with others.
func (h *History) Head() string {
	if len(h.lines) == 0 {
		return ""
	}
	return h.lines[len(h.lines)-1].hash
}

// Source returns the commit that an edition of dir would be built from, and
// when it was made. It refuses a folder that has changed since.
func Source(dir string) (commit string, moment time.Time, err error) {
	repo, err := findRepository(dir)
	if err != nil {
		return "", time.Time{}, err
	}
	if repo == nil {
		return "", time.Time{}, problem("publish-no-repository", dir)
	}
	ctx := context.Background()
	ask := func(args ...string) ([]byte, error) {
		// In the folder, as the index and HEAD of a linked work tree are its own.
		cmd := repo.command(ctx, args...)
		cmd.Args = append(cmd.Args[:1], cmd.Args[2:]...) // without --git-dir
		cmd.Dir = dir
		return repo.output(cmd, args)
	}
	out, err := ask("log", "-1", "--no-show-signature", "--format=%H %ct")
	if err != nil {
		return "", time.Time{}, problem("publish-no-commit", dir)
	}
	id, seconds, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("git log: %w", err)
	}
	if out, err = ask("status", "--porcelain", "-z", "--untracked-files=normal", "--", "."); err != nil {
		return "", time.Time{}, err
	}
	if len(out) > 3 {
		first, rest, _ := bytes.Cut(out, []byte{0})
		return "", time.Time{}, problem("publish-dirty", filepath.FromSlash(string(first[3:])), "Files", strconv.Itoa(bytes.Count(rest, []byte{0})+1))
	}
	return id, time.Unix(n, 0).UTC(), nil
}
