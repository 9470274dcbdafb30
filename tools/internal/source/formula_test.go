package source

import "testing"

func TestFormulas(t *testing.T) {
	frac := `<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>`
	for _, c := range []struct{ name, in, want string }{
		{"a fraction, and what follows it", frac + `<m:r><m:t>x</m:t></m:r>`, "(a+b)/2 x"},
		{"powers and indices", `<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>n+1</m:t></m:r></m:sup></m:sSup><m:sSub><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sub><m:r><m:t>i</m:t></m:r></m:sub></m:sSub>`, "x^(n+1)y_i"},
		{"a sum", `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary>`, "∑_(i=1)^n i"},
		{"roots", `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad><m:rad><m:deg><m:r><m:t>3</m:t></m:r></m:deg><m:e><m:r><m:t>x-1</m:t></m:r></m:e></m:rad>`, "√2(3)√(x-1)"},
		{"brackets of its own", `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>a</m:t></m:r></m:e><m:e><m:r><m:t>b</m:t></m:r></m:e></m:d>`, "[a, b]"},
		{"a matrix", `<m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>0</m:t></m:r></m:e></m:mr><m:mr><m:e><m:r><m:t>0</m:t></m:r></m:e><m:e><m:r><m:t>1</m:t></m:r></m:e></m:mr></m:m>`, "1, 0; 0, 1"},
		{"what was deleted", `<w:del><m:r><m:t>gone</m:t></m:r></w:del><m:r><m:t>kept</m:t></m:r>`, "kept"},
	} {
		root, err := parseXML([]byte(`<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + c.in + `</m:oMath>`))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := readWordFormula(root, 0).line(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMathML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"tokens", `<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>`, "P E = mc^2"},
		{"another notation is beside the text", `<semantics><mfrac><mn>1</mn><mi>n</mi></mfrac><annotation encoding="application/x-tex">\frac{1}{n}</annotation></semantics>`, "picture \\frac{1}{n}\nP 1/n"},
		{"under and over", `<munderover><mo>∑</mo><mrow><mi>n</mi><mo>=</mo><mn>1</mn></mrow><mi>∞</mi></munderover><mover><mi>x</mi><mo>¯</mo></mover>`, "P ∑\\_(n = 1)^∞x̄"},
		{"no arguments where some are due", `<mfrac/><msup/><mroot><mi>x</mi></mroot>`, "P /√x"},
	} {
		doc, err := Read("page.html", []byte("<html><body><p><math>"+c.in+"</math></p></body></html>"))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := shown(doc.Blocks); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
