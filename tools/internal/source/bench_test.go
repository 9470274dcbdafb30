package source

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkRead reads every document of a kind in ../shared, one after the
// other; docs/s is what tools/peers.sh puts beside other converters.
func BenchmarkRead(b *testing.B) {
	root := shared(b)
	for kind, patterns := range map[string][]string{"docx": {"docx/*.docx", "parallel/*.docx"}, "html": {"html/*.html"}} {
		b.Run(kind, func(b *testing.B) {
			var names []string
			for _, p := range patterns {
				found, _ := filepath.Glob(filepath.Join(root, p))
				names = append(names, found...)
			}
			var files [][]byte
			total := 0
			for _, name := range names {
				data, err := os.ReadFile(name)
				if err != nil {
					b.Fatal(err)
				}
				files = append(files, data)
				total += len(data)
			}
			if len(files) == 0 {
				b.Skip("none in ../shared")
			}
			b.SetBytes(int64(total))
			b.ReportAllocs()
			for b.Loop() {
				for i, data := range files {
					if _, err := Read(filepath.Base(names[i]), data); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(len(files)*b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}
