package history

import (
	"context"
	"strconv"
	"strings"
	"time"
)

// A Change is a commit that changed a file.
type Change struct {
	Commit string
	Time   time.Time // of the commit, UTC
}

// Log lists the commits before and with commit that changed the file
// (slash-separated, from the archive's root), newest first, at most max of
// them. It follows first parents, so that a merged contribution is one change.
func (r *Repository) Log(ctx context.Context, commit, file string, max int) ([]Change, error) {
	out, err := r.run(ctx, "log", "--first-parent", "--format=%H %ct", "--max-count="+strconv.Itoa(max), commit, "--", r.top(file))
	if err != nil {
		return nil, err
	}
	var changes []Change
	for line := range strings.Lines(string(out)) {
		id, seconds, _ := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.ParseInt(seconds, 10, 64); err == nil {
			changes = append(changes, Change{id, time.Unix(n, 0).UTC()})
		}
	}
	return changes, nil
}

// top names a file of the archive for a git that runs in the archive's folder.
func (r *Repository) top(file string) string { return "./" + file }
