package check_test

import (
	"fmt"
	"testing"

	"rapporteur/tools/internal/check"
)

// A thousand pages: a hundred and fifty reports in seven languages.
func BenchmarkRun(b *testing.B) {
	texts := corpus(b)
	files := make(map[string]string)
	for i := range 150 {
		for lang, text := range texts {
			for range 3 { // about sixty units
				text += "\n" + texts[lang]
			}
			files[fmt.Sprintf("content/reports/harbour-%d/index.%s.md", i, lang)] = doc(text)
		}
	}
	a := open(b, files)
	b.ResetTimer()
	for range b.N {
		check.Run(a, check.Options{})
	}
}
