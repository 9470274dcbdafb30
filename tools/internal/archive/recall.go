package archive

import (
	"path"
	"slices"

	"rapporteur/tools/internal/unit"
)

// recall gives a register back the ids that it had at some commit of the main
// line and has no more: `git revert` of a change takes away the lines that its
// sync added, and what they named may have been published.
func (h *History) recall(dir string, r *unit.Register) error {
	if h == nil || r == nil {
		return nil
	}
	read := make(map[string]bool)
	for _, blob := range slices.Backward(h.ids[dir]) {
		if read[blob] {
			continue
		}
		read[blob] = true
		data, err := h.objects.Read(blob)
		if err != nil {
			return err
		}
		if then, problem := unit.ParseRegister(path.Join(dir, "sync/reference.tsv"), data); problem == nil {
			r.Recall(then)
		}
	}
	return nil
}
