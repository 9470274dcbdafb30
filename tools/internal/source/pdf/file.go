package pdf

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"rapporteur/tools/internal/report"
)

// A file is a PDF that is open.
type file struct {
	*pdfium
	name     string
	data     []byte
	buffer   uint64 // the data in PDFium
	document uint64
	pages    int
	fonts    map[uint64]font
}

// PDFium's reasons why a file cannot be opened.
const (
	errorPassword = 4
	errorSecurity = 5
)

func (p *pdfium) open(name string, data []byte) (*file, *report.Problem) {
	f := &file{pdfium: p, name: name, data: data, fonts: map[uint64]font{}}
	f.buffer = p.call("malloc", uint64(len(data)))
	if f.buffer == 0 || !p.memory.Write(uint32(f.buffer), data) {
		return nil, problem("source-size", name, "Limit", strconv.Itoa(MaxSize>>20)+" MB")
	}
	f.document = p.call("FPDF_LoadMemDocument", f.buffer, uint64(len(data)), 0)
	if f.document == 0 {
		reason := p.call("FPDF_GetLastError")
		f.close()
		if reason == errorPassword || reason == errorSecurity {
			return nil, problem("source-encrypted", name)
		}
		return nil, problem("source-broken", name)
	}
	f.pages = p.count("FPDF_GetPageCount", f.document)
	switch {
	case f.pages > MaxPages:
		f.close()
		return nil, problem("source-pages", name, "Limit", strconv.Itoa(MaxPages), "Pages", strconv.Itoa(f.pages))
	case f.pages < 1:
		f.close()
		return nil, problem("source-broken", name)
	}
	return f, nil
}

func (f *file) close() {
	if f.document != 0 {
		f.call("FPDF_CloseDocument", f.document)
	}
	f.call("free", f.buffer)
}

// read reads a document that is open in one instance or more, page by page.
func read(files []*file) (*Document, *report.Problem) {
	f := files[0]
	sheets := make([]*sheet, f.pages)
	problems := make([]*report.Problem, len(files))
	var next atomic.Int64
	var work sync.WaitGroup
	for k, other := range files {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < f.pages && problems[k] == nil; i = int(next.Add(1)) - 1 {
				var p *page
				if p, problems[k] = other.page(i); problems[k] == nil {
					sheets[i] = newSheet(p)
				}
			}
		})
	}
	work.Wait()
	for k, other := range files {
		if other.failed != nil {
			return nil, problem("source-broken", f.name)
		}
		if problems[k] != nil {
			return nil, problems[k]
		}
	}
	d := layout{sheets: sheets, outline: f.bookmarks()}
	words, drawn := 0, false
	for _, s := range sheets {
		words += s.words
		drawn = drawn || s.drawn
	}
	if words < 3 && words*2 <= f.pages {
		if drawn {
			return nil, problem("source-scan", f.name)
		}
		return nil, problem("source-empty", f.name)
	}
	return &Document{Lang: f.language(), Title: f.property("Title"), Pages: f.pages, Blocks: d.blocks()}, nil
}

var langKey = regexp.MustCompile(`/Lang\s*\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)`)

// language is what the catalogue says, where it is not compressed.
func (f *file) language() string {
	if m := langKey.FindSubmatch(f.data); m != nil {
		return string(m[1])
	}
	return ""
}

func (f *file) property(key string) string {
	if !f.write(scratchSize-64, key+"\x00") {
		return ""
	}
	n := f.call("FPDF_GetMetaText", f.document, f.at(scratchSize-64), f.at(0), scratchSize-64)
	return strings.TrimSpace(f.wide(min(n, scratchSize-64)))
}

func (f *file) write(offset uint32, s string) bool {
	return f.memory.Write(f.scratch+offset, []byte(s))
}

// A bookmark is a line of the document's outline.
type bookmark struct {
	title string
	level int // from 1
	page  int // from 1, or 0
}

// maxBookmarks bounds an outline that never ends.
const maxBookmarks = 2000

func (f *file) bookmarks() []bookmark {
	var found []bookmark
	seen := map[uint64]bool{}
	var walk func(parent uint64, level int)
	walk = func(parent uint64, level int) {
		b := f.call("FPDFBookmark_GetFirstChild", f.document, parent)
		for b != 0 && !seen[b] && len(found) < maxBookmarks && level <= 8 {
			seen[b] = true
			n := f.call("FPDFBookmark_GetTitle", b, f.at(0), scratchSize)
			m := bookmark{title: f.wide(n), level: level}
			if dest := f.call("FPDFBookmark_GetDest", f.document, b); dest != 0 {
				m.page = f.count("FPDFDest_GetDestPageIndex", f.document, dest) + 1
			}
			found = append(found, m)
			walk(b, level+1)
			b = f.call("FPDFBookmark_GetNextSibling", f.document, b)
		}
	}
	walk(0, 1)
	return found
}

// maxPixels bounds a picture.
const maxPixels = 40 << 20

// picture draws a page, which counts from 1.
func (f *file) picture(number int, dpi float64) ([]byte, *report.Problem) {
	if number < 1 || number > f.pages {
		return nil, problem("source-page", f.name, "Page", strconv.Itoa(number), "Pages", strconv.Itoa(f.pages))
	}
	page := f.call("FPDF_LoadPage", f.document, uint64(number-1))
	if page == 0 {
		return nil, problem("source-broken", f.name)
	}
	defer f.call("FPDF_ClosePage", page)
	width, height := f.pageSize(page)
	scale := dpi / 72
	if pixels := width * height * scale * scale; pixels > maxPixels {
		scale *= math.Sqrt(maxPixels / pixels)
	}
	w, h := uint64(max(1, width*scale)), uint64(max(1, height*scale))
	bitmap := f.call("FPDFBitmap_Create", w, h, 0)
	if bitmap == 0 {
		return nil, problem("source-broken", f.name)
	}
	defer f.call("FPDFBitmap_Destroy", bitmap)
	const annotations = 1
	f.call("FPDFBitmap_FillRect", bitmap, 0, 0, w, h, 0xffffffff)
	f.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, w, h, 0, annotations)
	stride, at := f.call("FPDFBitmap_GetStride", bitmap), f.call("FPDFBitmap_GetBuffer", bitmap)
	pixels, ok := f.memory.Read(uint32(at), uint32(stride*h))
	if !ok {
		return nil, problem("source-broken", f.name)
	}
	img := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	for y := 0; y < int(h); y++ {
		from, to := pixels[y*int(stride):], img.Pix[y*img.Stride:]
		for x := 0; x < int(w)*4; x += 4 {
			to[x], to[x+1], to[x+2], to[x+3] = from[x+2], from[x+1], from[x], 0xff
		}
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed} // it goes to a parent that makes another of it
	if err := encoder.Encode(&out, img); err != nil {
		return nil, problem("source-broken", f.name)
	}
	return out.Bytes(), nil
}

func (f *file) pageSize(page uint64) (width, height float64) {
	return float64(math.Float32frombits(uint32(f.call("FPDF_GetPageWidthF", page)))),
		float64(math.Float32frombits(uint32(f.call("FPDF_GetPageHeightF", page))))
}
