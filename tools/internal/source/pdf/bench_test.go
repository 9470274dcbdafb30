package pdf

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// shared is where the fixtures stand that are not the project's to give away.
const shared = "../../../../../shared/fixtures/pdf"

// BenchmarkRead reads real reports one after the other and says how many
// pages a second that is; PDFS names others. tools/peers-pdf.sh runs
// pdftotext beside it.
func BenchmarkRead(b *testing.B) {
	pattern := filepath.Join(shared, "*.pdf")
	if other := os.Getenv("PDFS"); other != "" {
		pattern = other
	}
	files, _ := filepath.Glob(pattern)
	if len(files) == 0 {
		b.Skip("no fixtures: ../shared does not stand beside the repository")
	}
	var sources [][]byte
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		sources = append(sources, data)
		Read(context.Background(), f, data) // the child is there, and warm
	}
	pages := 0
	for b.Loop() {
		for i, data := range sources {
			d, err := Read(context.Background(), files[i], data)
			if err != nil {
				pages++ // a scan of one page
				continue
			}
			pages += d.Pages
		}
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
