package edition

import (
	"strings"

	"rapporteur/tools/internal/report"
)

// covenant refuses a site that would break the past: a frozen text without its
// page, a frozen file with other bytes, a frozen folder with a new file, a page
// that is no more.
func covenant(plan *Plan, built map[string]string, past *past) error {
	var problems []report.Problem
	add := func(p *report.Problem) { problems = append(problems, *p) }
	for _, t := range plan.Frozen {
		if built[t.Permalink+"index.html"] == "" {
			add(problem("publish-not-rendered", t.Permalink+"index.html", "Report", t.Report, "Lang", t.Lang))
		}
	}
	taken := map[string]bool{} // every folder of the archive to be
	for _, files := range []map[string]string{built, merge(nil, past)} {
		for path := range files {
			for i := range path {
				if path[i] == '/' {
					taken[path[:i]] = true
				}
			}
		}
	}
	frozen := plan.history.folders()
	for path, sum := range built {
		switch {
		case taken[path]:
			add(problem("publish-file-name", path))
		case past.sealed[path] && past.sums[path] != sum, !past.sealed[path] && inside(path, frozen):
			add(problem("publish-frozen", path))
		}
	}
	for path := range past.sums {
		if strings.HasSuffix(path, ".html") && built[path] == "" && !past.sealed[path] {
			add(problem("publish-lost-url", path, "URL", "/"+strings.TrimSuffix(path, "index.html")))
		}
	}
	return refuse(problems)
}

// folders returns the folders that earlier editions froze.
func (h *History) folders() map[string]bool {
	folders := map[string]bool{}
	for i := range h.Editions {
		folders[Folder(h.Editions[i].Name)] = true
		for _, t := range h.Editions[i].Texts {
			folders[t.Permalink] = true
		}
	}
	return folders
}
