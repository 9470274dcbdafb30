package edition

import (
	"bytes"
	"context"
	"strings"
)

// A revert on the branch takes an edition from its readers, not from the world:
// its permalinks may be cited, and the chain says that it was. So the next
// edition follows the revert as a commit, and what the branch held before the
// revert as an archive: what was frozen comes back, and nothing else.

// whole finds the commit of the branch that holds every line that editions.json
// ever had, and what that file says there: the tip, or, where reverts took
// lines back, the one before them. Another past, as of a branch that was
// published upon a revert by other means, cannot be joined and is left alone.
func (h *History) whole(ctx context.Context, objects *reader) (commit string, journal []byte, err error) {
	commit = h.tip
	now, err := objects.read(h.tip + ":" + JournalFile)
	if err != nil && err != errGone {
		return "", nil, err
	}
	journal = now
	// The parents first: before a revert, what it took may have been signed.
	out, err := h.repo.run(ctx, nil, "log", "--no-show-signature", "--full-history", "--format=%P %H", h.tip, "--", JournalFile)
	if err != nil {
		return "", nil, err
	}
	for _, id := range strings.Fields(string(out)) {
		then, err := objects.read(id + ":" + JournalFile)
		if err != nil || len(then) <= len(journal) || !bytes.HasPrefix(then, bytes.TrimSuffix(journal, []byte("]\n"))) {
			continue
		}
		if _, problems := parseJournal(then); len(problems) == 0 {
			commit, journal = id, then
		}
	}
	if len(journal) == 0 {
		return "", nil, problem("publish-foreign-branch", "", "Branch", h.name())
	}
	return commit, journal, nil
}

// Restored names what reverts took back and the next edition brings back:
// editions, and withdrawn/1.
func (h *History) Restored() []string {
	var names []string
	for i := h.standing; i < len(h.lines); i++ {
		names = append(names, h.lines[i].label())
	}
	return names
}

// standingOnly refuses to add to a branch from which a revert took something:
// whether readers are to have it back is for the next edition to say.
func (h *History) standingOnly() error {
	if names := h.Restored(); len(names) > 0 {
		return problem("publish-taken-back", "", "Branch", h.name(), "Edition", names[0])
	}
	return nil
}
