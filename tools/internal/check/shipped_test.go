package check_test

import (
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/report"
)

// The archive that is shipped, with its glossary, has nothing to be mended.
func TestShippedArchive(t *testing.T) {
	a, err := archive.Open("../../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Reports) < 3 || len(a.Glossary.Languages()) < 5 {
		t.Fatalf("%d reports, terms in %v", len(a.Reports), a.Glossary.Languages())
	}
	for _, p := range check.Run(a, everything) {
		if p.Severity != report.Info {
			t.Error(p.Error())
		}
	}
}
