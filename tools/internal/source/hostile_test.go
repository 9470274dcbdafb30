package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
)

// zipOf is a package of the given parts, in their order, whatever their names.
func zipOf(t testing.TB, parts ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, part[1])
	}
	z.Close()
	return b.Bytes()
}

func document(body string) string {
	return `<w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`
}

// TestDOCXHostile: what is no honest file is refused with one problem, and
// with little memory.
func TestDOCXHostile(t *testing.T) {
	good := docxOf(t, p("Normal", "Text."), nil)
	zeros := strings.Repeat("\x00", 1<<20)
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, _ := z.Create("word/document.xml")
	for range 64 {
		io.WriteString(w, zeros)
	}
	z.Close()
	lying := bytes.Clone(good)
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	copy(lying[at+24:], "\x10\x00\x00\x00") // the size of the last part
	secret := bytes.Clone(good)
	for i := 0; ; i++ { // the bit that says encrypted, in both headers of each part
		at := bytes.Index(secret[i:], []byte("PK\x01\x02"))
		if at < 0 {
			break
		}
		i += at
		secret[i+8] |= 1
	}
	utf16 := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	compound := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 512)
	attributes := strings.Builder{}
	for i := range 100_000 {
		attributes.WriteString(" a" + string(rune('a'+i%26)) + `="1"`)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"bomb":             {bomb.Bytes(), "source-unpacked"},
		"outside":          {zipOf(t, [2]string{"word/document.xml", document("")}, [2]string{"../../evil", "x"}), "source-unsafe"},
		"absolute":         {zipOf(t, [2]string{"/word/document.xml", document("")}), "source-unsafe"},
		"twice":            {zipOf(t, [2]string{"word/document.xml", document("")}, [2]string{"word/Document.xml", document("")}), "source-unsafe"},
		"truncated":        {good[:len(good)/2], "source-damaged"},
		"no directory":     {good[:len(good)-30], "source-damaged"},
		"lying size":       {lying, "source-damaged"},
		"encrypted part":   {secret, "source-password"},
		"encrypted":        {[]byte(compound + utf16("EncryptedPackage")), "source-password"},
		"Word before 2007": {[]byte(compound + utf16("WordDocument")), "source-legacy"},
		"rich text":        {[]byte(`{\rtf1 text}`), "source-legacy"},
		"entities":         {zipOf(t, [2]string{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]>` + document("&a;")}), "source-damaged"},
		"unknown entity":   {zipOf(t, [2]string{"word/document.xml", document("<w:p>&a;</w:p>")}), "source-damaged"},
		"deep":             {zipOf(t, [2]string{"word/document.xml", document(strings.Repeat("<w:sdt>", 100_000))}), "source-unpacked"},
		"attributes":       {zipOf(t, [2]string{"word/document.xml", document("<w:p" + attributes.String() + "/>")}), "source-unpacked"},
		"elements":         {zipOf(t, [2]string{"word/document.xml", document(strings.Repeat("<w:p/>", maxElements+1))}), "source-unpacked"},
		"cut XML":          {zipOf(t, [2]string{"word/document.xml", document("")[:150]}), "source-damaged"},
		"not UTF-8":        {zipOf(t, [2]string{"word/document.xml", document("<w:p>\xff</w:p>")}), "source-damaged"},
		"no text":          {docxOf(t, `<w:p/>`, nil), "source-empty"},
		"text missing":     {zipOf(t, [2]string{"[Content_Types].xml", "<Types/>"}), "source-damaged"},
		"a spreadsheet":    {zipOf(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"xl/workbook.xml", "<x/>"}), "source-format"},
		"any ZIP":          {zipOf(t, [2]string{"a.txt", "x"}), "source-format"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read("x.docx", c.data)
			runtime.ReadMemStats(&after)
			if code(err) != c.want {
				t.Errorf("got %s, want %s", code(err), c.want)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 150<<20 {
				t.Errorf("%d MB allocated", used>>20)
			}
		})
	}
}

// TestDOCXCycles: what leads in circles ends.
func TestDOCXCycles(t *testing.T) {
	numbering := `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
	styles := `<w:style w:type="numbering" w:styleId="S"><w:name w:val="s"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
	notes := `<w:footnote w:id="1"><w:p><w:r><w:t>Note</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`
	doc, err := Read("x.docx", docxOf(t, item(1, 0, "a")+`<w:p><w:r><w:t>b</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`,
		map[string]string{"styles": styles, "numbering": numbering, "footnotes": notes}))
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(doc.Blocks); got != "P a\nP b[^1]\nN 1 Note[^1]" {
		t.Error(got)
	}
}

// FuzzDOCX (its corpus is in testdata/fuzz): no document makes the reader fail in any other way than by saying
// so, and none that encoding/xml reads too loses a word.
func FuzzDOCX(f *testing.F) {
	f.Fuzz(func(t *testing.T, body string) {
		data := docxOf(t, body, map[string]string{"styles": testStyles, "numbering": testNumbering, "footnotes": `<w:footnote w:id="2">` + p("H1", "Note") + `</w:footnote>`})
		_, err := Read("x.docx", data)
		if err != nil && code(err) == err.Error() {
			t.Fatalf("not a problem: %v", err)
		}
	})
}

// FuzzXML holds the reader of XML against encoding/xml: what both read, they
// read alike.
func FuzzXML(f *testing.F) {
	f.Fuzz(func(t *testing.T, s string) {
		root, err := parseXML([]byte(s))
		if err != nil {
			if !errors.Is(err, errXML) && !errors.Is(err, errLimits) {
				t.Fatal(err)
			}
			return
		}
		text, names, err := standard(s)
		if err != nil {
			return // encoding/xml is stricter on characters and names, which do no harm here
		}
		var got strings.Builder
		count := 0
		visitAll(root, func(e *element) {
			if e.name != "" {
				count++
			}
			got.WriteString(e.text)
		})
		if count != names {
			t.Errorf("%d elements, encoding/xml has %d", count, names)
		}
		if a, b := strings.Join(strings.Fields(got.String()), ""), strings.Join(strings.Fields(text), ""); a != b {
			t.Errorf("text %q, encoding/xml has %q", a, b)
		}
	})
}

func visitAll(e *element, do func(*element)) {
	do(e)
	e.all(do)
}

func standard(s string) (text string, names int, err error) {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(s))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String(), names, nil
		}
		if err != nil {
			return "", 0, err
		}
		switch x := token.(type) {
		case xml.StartElement:
			names++
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth > 0 {
				b.Write(x)
			}
		}
	}
}
