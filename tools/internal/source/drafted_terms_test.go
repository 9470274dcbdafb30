package source

import "testing"

// TestTerms: what people have typed as a table, and what only has tabs.
func TestTerms(t *testing.T) {
	tab := func(term, meaning string) string { return term + `</w:t><w:tab/><w:t>` + meaning }
	hanging := func(s string) string { return direct(`<w:ind w:left="1361" w:hanging="1290"/>`, "", s) }
	for _, c := range []struct {
		name, body, want string
	}{
		{"hanging", hanging(tab("Series A", "Lamps")) + hanging(tab("Series B", "Oil")) + hanging(tab("Series C", "Ships")) + hanging(tab("Series D", "Ports")), "R Series A | Lamps\nR Series B | Oil\nR Series C | Ships\nR Series D | Ports"},
		{"abbreviations", p("Normal", tab("LKN", "Lamp Keepers")) + p("Normal", tab("IoL", "Internet of Lamps")) + p("Normal", tab("NPT</w:t><w:tab/><w:t>", "Next port")) + p("Normal", tab("PORT", "Ports of reach")), "R LKN | Lamp Keepers\nR IoL | Internet of Lamps\nR NPT | Next port\nR PORT | Ports of reach"},
		{"three are too few", p("Normal", tab("LKN", "Lamp Keepers")) + p("Normal", tab("OIL", "Oil")) + p("Normal", tab("NPT", "Next port")), "P LKN Lamp Keepers\nP OIL Oil\nP NPT Next port"},
		{"works that are cited", hanging(tab("[A]", "Lamps")) + hanging(tab("[B]", "Oil")) + hanging(tab("[C]", "Ships")) + hanging(tab("[D]", "Ports")), "P [A] Lamps\nP [B] Oil\nP [C] Ships\nP [D] Ports"},
	} {
		doc, err := Read("a.docx", docxOf(t, c.body, map[string]string{"styles": testStyles}))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := shown(doc.Blocks); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
