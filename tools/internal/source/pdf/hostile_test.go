package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/report"
)

// onePage is a document of one page that shows a content; more objects follow
// from the sixth.
func onePage(box, resources, content string, more ...string) []byte {
	return assemble(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> " + resources + " >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}, more...), "")
}

const shown = "BT /F1 10 Tf 70 700 Td (These are the words of the page.) Tj ET"

// Whatever a file says of itself, the answer is its text or one problem, and
// comes in time.
func TestHostile(t *testing.T) {
	deep := []string{"<< /Type /Catalog /Pages 2 0 R >>"}
	for n := 2; n < 3000; n++ {
		deep = append(deep, fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>", n+1, n-1))
	}
	deep = append(deep, "<< /Type /Page /Parent 2999 0 R /MediaBox [0 0 595 842] >>")
	var bomb bytes.Buffer
	z := zlib.NewWriter(&bomb)
	z.Write(bytes.Repeat([]byte(" "), 8<<20))
	z.Close()
	lying := bytes.Replace(onePage("[0 0 595 842]", "", shown), fmt.Appendf(nil, "/Length %d", len(shown)), []byte("/Length 999999999"), 1)
	moved := bytes.Replace(onePage("[0 0 595 842]", "", shown), []byte("xref\n0 6\n"), []byte("xref\n0 999999999\n"), 1)
	for _, c := range []struct {
		name string
		data []byte
		text bool // its words are read all the same
	}{
		{"page without end", onePage("[0 0 1e30 1e30]", "", shown), false},
		{"page of no size", onePage("[0 0 0 0]", "", shown), true},
		{"tree that is its own child", assemble([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"}, ""), false},
		{"deep tree", assemble(deep, ""), false},
		{"length that lies", lying, true},
		{"table that lies", moved, true},
		{"content that is its own length", assemble([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", "<< /Length 4 0 R >>\nstream\nq\nendstream"}, ""), false},
		{"content that grows", bytes.Replace(onePage("[0 0 595 842]", "", ""), []byte("<< /Length 0 >>\nstream\n"),
			fmt.Appendf(nil, "<< /Filter /FlateDecode /Length %d >>\nstream\n%s", bomb.Len(), bomb.String()), 1), false},
		{"picture that grows", onePage("[0 0 595 842]", "/XObject << /X 6 0 R >>", shown+" q 100 0 0 100 0 0 cm /X Do Q",
			"<< /Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode /Length 3 >>\nstream\nabc\nendstream"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
			defer stop()
			began := time.Now()
			d, err := Read(ctx, "a.pdf", c.data)
			if took := time.Since(began); took > 25*time.Second {
				t.Errorf("took %v", took)
			}
			if err != nil {
				if p, ok := err.(*report.Problem); !ok || p.File != "a.pdf" {
					t.Errorf("not a problem: %v", err)
				}
			}
			if read := err == nil && strings.Contains(everything(d), "words of the page"); c.text && !read {
				t.Errorf("not read: %v", err)
			}
			PagePNG(ctx, "a.pdf", c.data, 1, 72)
		})
	}
	text := &paper{}
	text.put(plain, 10, 70, 700, "The next file is read all the same.")
	text.read(t)
}

// A file that anybody may open is read although it is encrypted.
func TestEmptyPassword(t *testing.T) {
	pad := []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
	const id = "0123456789abcdef"
	cipher := func(key, data []byte) []byte {
		out := make([]byte, len(data))
		c, _ := rc4.NewCipher(key)
		c.XORKeyStream(out, data)
		return out
	}
	sum := func(parts ...[]byte) []byte { s := md5.Sum(bytes.Join(parts, nil)); return s[:] }
	owner := cipher(sum(pad)[:5], pad)
	key := sum(pad, owner, binary.LittleEndian.AppendUint32(nil, 0xfffffffc), []byte(id))[:5]
	content := cipher(sum(key, []byte{4, 0, 0, 0, 0})[:10], []byte(shown))
	data := onePage("[0 0 595 842]", "", string(content))
	data = bytes.Replace(data, []byte("/Root 1 0 R"), fmt.Appendf(nil, "/Root 1 0 R /ID [<%x> <%x>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%x> /U <%x> >>", id, id, owner, cipher(key, pad)), 1)
	d, err := Read(context.Background(), "a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if got := short(d); got != "P These are the words of the page.\n" {
		t.Errorf("got %q", got)
	}
}
