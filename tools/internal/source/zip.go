package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"rapporteur/tools/internal/report"
)

// Limits on files that are packages: an honest report with its pictures is far
// below them.
const (
	maxPackage = 64 << 20 // of the file
	maxPart    = 32 << 20 // of one part, unpacked
	maxParts   = 64 << 20 // of all parts that are read
	maxEntries = 10_000
	maxRatio   = 200 // of unpacked to packed, for parts over 4 MB
)

// A pack is a ZIP file of XML parts, such as DOCX. It reads a part only when
// asked, and never more than the limits, whatever sizes the file claims.
type pack struct {
	name  string
	parts map[string]*zip.File // by lower-case path
	read  int64                // bytes unpacked so far
}

// openPack opens a package. The error is a *report.Problem.
func openPack(name string, data []byte) (*pack, error) {
	if len(data) > maxPackage {
		return nil, problem("source-size", name, map[string]string{"Limit": "64 MB"})
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, problem("source-damaged", name, nil)
	}
	if len(z.File) > maxEntries {
		return nil, problem("source-unpacked", name, nil)
	}
	p := &pack{name: name, parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		key := strings.ToLower(f.Name)
		if strings.HasSuffix(key, "/") {
			continue
		}
		if _, twice := p.parts[key]; twice || !safePath(f.Name) {
			return nil, problem("source-unsafe", name, map[string]string{"Part": quotable(f.Name)})
		}
		if f.Flags&1 != 0 {
			return nil, problem("source-password", name, nil)
		}
		p.parts[key] = f
	}
	return p, nil
}

// safePath reports whether the name of a part stays inside the package.
func safePath(name string) bool {
	return name != "" && !strings.ContainsAny(name, "\\\x00") && !strings.HasPrefix(name, "/") &&
		path.Clean(name) == name && name != ".." && !strings.HasPrefix(name, "../")
}

// quotable is a name that a message can hold on one line.
func quotable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r == 0xfffd {
			return '?'
		}
		return r
	}, s)
	return s[:min(len(s), 80)]
}

func (p *pack) has(part string) bool { return p.parts[strings.ToLower(part)] != nil }

// bytes unpacks a part.
func (p *pack) bytes(part string) ([]byte, error) {
	f := p.parts[strings.ToLower(part)]
	if f == nil {
		return nil, problem("source-damaged", p.name, nil)
	}
	size := f.UncompressedSize64
	if size > maxPart || size > 4<<20 && size/maxRatio > f.CompressedSize64 {
		return nil, problem("source-unpacked", p.name, nil)
	}
	r, err := f.Open()
	if err != nil {
		return nil, problem("source-damaged", p.name, nil)
	}
	defer r.Close()
	limit := min(maxPart, maxParts-p.read)
	var b bytes.Buffer
	b.Grow(int(min(size, 1<<20)) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(r, limit+1))
	p.read += n
	switch {
	case n > limit:
		return nil, problem("source-unpacked", p.name, nil)
	case err != nil:
		return nil, problem("source-damaged", p.name, nil)
	}
	return b.Bytes(), nil
}

// xml reads a part as XML.
func (p *pack) xml(part string) (*element, error) {
	data, err := p.bytes(part)
	if err != nil {
		return nil, err
	}
	return p.parse(data)
}

func (p *pack) parse(data []byte) (*element, error) {
	root, err := parseXML(data)
	switch {
	case errors.Is(err, errLimits):
		return nil, problem("source-unpacked", p.name, nil)
	case err != nil:
		return nil, problem("source-damaged", p.name, nil)
	}
	return root, nil
}

// isEmpty reports whether an error says that a file has no text.
func isEmpty(err error) bool {
	var p *report.Problem
	return errors.As(err, &p) && p.Code == "source-empty"
}
