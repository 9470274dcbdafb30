package pdf

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// shared is where the fixtures stand that are not the project's to give away.
const shared = "../../../../../shared/fixtures/pdf"

// BenchmarkRead reads real reports as the import of a folder does, two at a
// time, and says how many pages a second that is; PDFS names others.
// tools/peers-pdf.sh runs pdftotext beside it.
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
	}
	batch := func(times int) (pages int64) {
		next := make(chan int)
		var done atomic.Int64
		var readers sync.WaitGroup
		for range maxChildren {
			readers.Go(func() {
				for i := range next {
					if d, err := Read(context.Background(), files[i], sources[i]); err == nil {
						done.Add(int64(d.Pages))
					} else {
						done.Add(1) // a scan of one page
					}
				}
			})
		}
		for range times {
			for i := range sources {
				next <- i
			}
		}
		close(next)
		readers.Wait()
		return done.Load()
	}
	batch(1) // the children are there, and warm
	b.ResetTimer()
	pages := batch(b.N)
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
