package clean

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPassesAreTold: the architecture text has a row for each pass, in the order
// in which they run.
func TestPassesAreTold(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "\n| pass | what it tells |")
	table, _, _ = strings.Cut(table, "\n\n")
	var told, run []string
	for _, m := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|").FindAllStringSubmatch(table, -1) {
		told = append(told, m[1])
	}
	for _, p := range passes {
		run = append(run, p.name)
	}
	if !slices.Equal(told, run) {
		t.Errorf("tools/README.md tells of\n%v\nand these run:\n%v", told, run)
	}
}
