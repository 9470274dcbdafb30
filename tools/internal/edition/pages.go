package edition

import (
	"bytes"
	"strings"
)

// Pages lists the HTML files that the branch holds, in the order of its
// manifest: their addresses are known to the world, and a new site must not
// lose one.
func (h *History) Pages() ([]string, error) {
	if h.tip == "" {
		return nil, nil
	}
	objects, err := h.repo.reader()
	if err != nil {
		return nil, err
	}
	defer objects.close()
	data, err := objects.read(h.base + ":" + SumsFile)
	if err != nil {
		return nil, problem("publish-damaged", SumsFile, "Branch", h.name(), "Reason", err.Error())
	}
	var pages []string
	problems, err := parseSums(SumsFile, bytes.NewReader(data), func(_ int, _, path []byte) {
		if strings.HasSuffix(string(path), ".html") {
			pages = append(pages, string(path))
		}
	})
	if err != nil {
		return nil, err
	}
	return pages, refuse(problems)
}
