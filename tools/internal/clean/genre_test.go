package clean

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestTranscriptMasthead: plain paragraphs before the first speaker.
func TestTranscriptMasthead(t *testing.T) {
	for _, c := range []struct {
		lang, in string
		want     report.Meta
	}{
		{"en", "Closing session: Who lights the way?\n\nFriday, May 14, 2031 – 14:00 to 15:30\n\nThird annual meeting of the Lamp Keepers of the Northern Coast – Customs House, Blue Harbour\n\nANA BRITO:\n\nGood morning.\n\nJON VIK:\n\nThank you.\n\nANA BRITO:\n\nPlease.\n",
			report.Meta{Title: "Closing session: Who lights the way?", Event: "Third annual meeting of the Lamp Keepers of the Northern Coast", Place: "Customs House, Blue Harbour"}},
		{"es", "¿Quién enciende los faros?\n\nMiércoles, 14 de mayo de 2031 – 14:00 a 15:30\n\nTercera reunión anual de la Liga de Faros – Casa Vieja, Puerto Azul\n\nANA BRITO:\n\nBuenos días.\n\nJON VIK:\n\nGracias.\n\nANA BRITO:\n\nAdelante.\n",
			report.Meta{Title: "¿Quién enciende los faros?", Event: "Tercera reunión anual de la Liga de Faros", Place: "Casa Vieja, Puerto Azul"}},
		{"fr", "Séance principale : Qui allume les phares ?\n\nMercredi 14 mai 2031 – 14 h 00 à 15 h 30\n\nTroisième réunion annuelle de la Ligue des phares – Vieille Douane, Port Bleu\n\nANA BRITO :\n\nBonjour.\n\nJON VIK :\n\nMerci.\n\nANA BRITO :\n\nJe vous en prie.\n",
			report.Meta{Title: "Séance principale : Qui allume les phares ?", Event: "Troisième réunion annuelle de la Ligue des phares", Place: "Vieille Douane, Port Bleu"}},
		{"pt", "Quem acende os faróis?\n\nQuarta-feira, 14 de maio de 2031 – 14:00 às 15:30\n\nTerceira reunião anual da Liga dos Faróis – Casa Velha, Porto Azul\n\nANA BRITO:\n\nBom dia.\n\nJON VIK:\n\nObrigado.\n\nANA BRITO:\n\nFaça favor.\n",
			report.Meta{Title: "Quem acende os faróis?", Event: "Terceira reunião anual da Liga dos Faróis", Place: "Casa Velha, Porto Azul"}},
		{"ru", "Кто зажигает маяки?\n\n14 мая 2031 года – 14:00–15:30\n\nТретья встреча хранителей маяков – Старая Таможня, Лиссабон\n\nАННА БРИТО:\n\nДоброе утро.\n\nИВАН ВИК:\n\nСпасибо.\n\nАННА БРИТО:\n\nПрошу.\n",
			report.Meta{Title: "Кто зажигает маяки?", Event: "Третья встреча хранителей маяков", Place: "Старая Таможня, Лиссабон"}},
		{"zh", "谁来点亮灯塔？\n\n2031年5月14日 – 14:00至15:30\n\n灯塔联盟第三次年会 – 里斯本旧海关\n\n主席：早上好。\n\n王明：谢谢。\n\n主席：请讲。\n\n王明：好。\n",
			report.Meta{Title: "谁来点亮灯塔？", Event: "灯塔联盟第三次年会", Place: "里斯本旧海关"}},
		{"ar", "من يضيء المنارات؟\n\n14 أيار/مايو 2031 – 14:00 إلى 15:30\n\nالاجتماع السنوي الثالث لرابطة المنارات – الجمارك القديمة، لشبونة\n\nالرئيس: صباح الخير.\n\nالسيدة ليلى: شكرا.\n\nالرئيس: تفضلي.\n",
			report.Meta{Title: "من يضيء المنارات؟", Event: "الاجتماع السنوي الثالث لرابطة المنارات", Place: "الجمارك القديمة، لشبونة"}},
	} {
		tr, _ := imported(t, c.lang, c.in)
		got := tr.Meta
		got.Source = report.Source{}
		c.want.Type, c.want.Date, c.want.EventStart, c.want.EventEnd = report.Transcript, "2031-05-14", "2031-05-14", "2031-05-14"
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got  %+v\nwant %+v", c.lang, got, c.want)
		}
		if tr.Units[0].Kind != report.Turn {
			t.Errorf("%s: the page begins with %+v", c.lang, tr.Units[0])
		}
	}
}

// TestViews: what a notice means, not how it begins.
func TestViews(t *testing.T) {
	for lang, in := range map[string]string{
		"en": "*What is set out here are views of those who came to the harbour. They do not commit the Office, and are not its official position.*",
		"fr": "*Les avis rassemblés dans ce document sont ceux des gardiens de phares. Ils ne constituent pas la position officielle du Bureau.*",
		"es": "*Este documento recoge opiniones de los fareros presentes. No constituyen la postura oficial de la Oficina ni de la ciudad.*",
		"pt": "*Este documento reúne opiniões dos faroleiros presentes. Não constituem a posição oficial do Escritório nem da cidade.*",
		"ru": "*В документе изложены мнения участников встречи. Они не являются официальной позицией Бюро и принимающего города.*",
		"zh": "*本文件所载观点属于与会者本人，并非办公室或东道城市的官方立场。*",
		"ar": "*تعود الآراء الواردة في هذه الوثيقة إلى المشاركين فيها، وهي ليست الموقف الرسمي للمكتب أو للمدينة المضيفة.*",
	} {
		tr, _ := imported(t, lang, "# Lights\n\n"+opening+in+"\n\n## One\n\n"+opening)
		if len(tr.Meta.Notices) != 1 || tr.Meta.Notices[0].Kind != report.ViewsNotice {
			t.Errorf("%s: notices %+v in %q", lang, tr.Meta.Notices, in)
		}
	}
	for lang, in := range map[string]string{
		"en": "Members exchanged views on the tariff. The Committee did not reach a position and will return to it.",
		"fr": "Les membres ont échangé des opinions sur le tarif. Le Comité n’a pas arrêté de position et y reviendra.",
		"es": "Los miembros expresaron opiniones sobre la tarifa. El Comité no llegó a una posición y volverá a ella.",
	} {
		for _, text := range []string{opening + in + "\n\n## One\n\n" + opening, opening + "## One\n\n" + strings.Repeat(opening, 8) + "## Two\n\n" + opening + "**" + in + "**\n\n" + opening} {
			tr, _ := imported(t, lang, "# Lights\n\n"+text)
			if len(tr.Meta.Notices) != 0 {
				t.Errorf("%s: %q is text, not a notice", lang, in)
			}
		}
	}
}

// TestOwnMasthead: symbol, status, event and organisation of a body that is no
// organ of the United Nations.
func TestOwnMasthead(t *testing.T) {
	for _, c := range []struct {
		lang, in string
		want     report.Meta
	}{
		{"en", "LK/2031/4\n\n**League of Lamp Keepers Conference**\n**Technical Committee of the League of Lamp Keepers Conference**\n\n3 May 2031\nFinal text\n\n## **Blue Harbour Messages**\n\n" + opening + "It was issued as LK/2031/3.\n",
			report.Meta{Title: "Blue Harbour Messages", Date: "2031-05-03", Type: report.Messages, Status: report.Final, Symbols: []string{"LK/2031/4"},
				Event: "Technical Committee of the League of Lamp Keepers Conference", Organisation: "League of Lamp Keepers Conference"}},
		{"fr", "**Troisième réunion annuelle de la Ligue des phares**\n\nLP/CT/2031/4/Rev.1\n3 mai 2031\nTexte provisoire\n\n## **Messages de Port Bleu**\n\n" + opening,
			report.Meta{Title: "Messages de Port Bleu", Date: "2031-05-03", Type: report.Messages, Status: report.Preliminary, Symbols: []string{"LP/CT/2031/4/Rev.1"},
				Event: "Troisième réunion annuelle de la Ligue des phares"}},
		{"ru", "**Третья встреча хранителей маяков**\n\nХМ/2031/4\n3 мая 2031 года\nОкончательный текст\n\n## **Доклад о маяках**\n\n" + opening,
			report.Meta{Title: "Доклад о маяках", Date: "2031-05-03", Type: report.Outcome, Status: report.Final, Symbols: []string{"ХМ/2031/4"}, Event: "Третья встреча хранителей маяков"}},
		{"es", "**Tercera reunión de la Liga de Faros**\n\nLF/2031/4\n3 de mayo de 2031\nTexto final\n\n## **Mensajes de Puerto Azul**\n\n" + opening,
			report.Meta{Title: "Mensajes de Puerto Azul", Date: "2031-05-03", Type: report.Messages, Status: report.Final, Symbols: []string{"LF/2031/4"}, Event: "Tercera reunión de la Liga de Faros"}},
	} {
		tr, _ := imported(t, c.lang, c.in)
		got := tr.Meta
		got.Source = report.Source{}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got  %+v\nwant %+v", c.lang, got, c.want)
		}
	}
	for in, want := range map[string]bool{"HF/2025/6": true, "WT/MIN(24)/1": true, "TD/B/C.1/2": true, "24/06/2025": false, "AND/OR": false, "IPv6": false, "Q1/Q2 of the year": false, "e/2025/6": false} {
		if isOwnSymbol(in) != want {
			t.Errorf("isOwnSymbol(%q) is %v", in, !want)
		}
	}
}

func TestCover(t *testing.T) {
	tr, _ := imported(t, "en", "# LKO\n\n# Handbook on lamps for the keepers of small harbours\n\n"+opening+"## One\n\n"+opening+"© LKO 2031\n\nAll rights are kept by the office, and no part of this text may be changed without its leave in writing.\n")
	if tr.Meta.Title != "Handbook on lamps for the keepers of small harbours" || tr.Meta.Organisation != "LKO" {
		t.Errorf("title %q, organisation %q", tr.Meta.Title, tr.Meta.Organisation)
	}
	for _, u := range tr.Units {
		if u.Kind == report.Heading && strings.HasPrefix(u.Text, "©") {
			t.Errorf("a heading: %q", u.Text)
		}
	}
}

// TestFormulas: the words that open the parts of a judgment name nobody.
func TestFormulas(t *testing.T) {
	for lang, words := range map[string][]string{
		"es": {"VISTOS", "RESULTANDO", "CONSIDERANDO", "POR TANTO", "RESUELVE"},
		"fr": {"VU", "CONSIDÉRANT", "PAR CES MOTIFS", "DÉCIDE"},
		"pt": {"VISTOS", "CONSIDERANDO", "ANTE O EXPOSTO", "DECIDE"},
		"ru": {"УЧИТЫВАЯ", "УСТАНОВИЛ", "РЕШИЛ", "ПОСТАНОВИЛ"},
		"en": {"HAVING REGARD", "WHEREAS", "FOR THESE REASONS", "ORDERS"},
	} {
		in := "# Lights\n\n" + opening
		for _, w := range words {
			in += "**" + w + ":**\n\n" + opening
		}
		tr, _ := imported(t, lang, in)
		for _, u := range tr.Units {
			if u.Kind == report.Turn {
				t.Errorf("%s: %q was taken for a speaker", lang, u.Speaker)
			}
		}
		if tr.Meta.Type == report.Transcript {
			t.Errorf("%s: a transcript", lang)
		}
	}
}

func TestItemsBelow(t *testing.T) {
	const text = "- Proposals will be invited until May.\n"
	for _, c := range []struct{ lang, sign string }{{"en", "o"}, {"fr", "o"}, {"ru", "o"}, {"es", "○"}, {"pt", "▪"}, {"ar", "–"}, {"zh", "▪"}} {
		tr, ledger := imported(t, c.lang, "# R\n\n"+opening+text+"- "+c.sign+" in any language;\n- "+c.sign+" on a form.\n- Members will read.\n")
		got := strings.TrimSpace(page.Markdown(tr.Units))
		if want := strings.TrimSpace(opening + text + "  - in any language;\n  - on a form.\n- Members will read."); got != want {
			t.Errorf("%s: got\n%s", c.lang, got)
		}
		bullets := 0
		for _, e := range ledger.Entries {
			if e.Reason == "bullet" {
				bullets++
			}
		}
		if bullets != 2 {
			t.Errorf("%s: %d bullets in the ledger", c.lang, bullets)
		}
	}
	checkBodies(t, []bodyCase{{"an article", "pt", opening + "- Os portos:\n- o acesso ao mar;\n- o direito à luz.\n", opening + "- Os portos:\n- o acesso ao mar;\n- o direito à luz."}})
}

// TestContentsRows: a table of numbers is not a list of contents.
func TestContentsRows(t *testing.T) {
	row := func(header bool, cells ...string) source.Block {
		return source.Block{Kind: source.Row, Cells: cells, Header: header}
	}
	para := func(s string) source.Block { return source.Block{Text: s} }
	head := func(level int, s string) source.Block {
		return source.Block{Kind: source.Heading, Level: level, Text: s}
	}
	long := strings.TrimSpace(opening)
	for _, c := range []struct {
		name   string
		blocks []source.Block
		rows   int
	}{
		{"numbers that rise", []source.Block{head(1, "Lights"), para(long), row(true, "Harbour", "Ships", "Lamps"), row(false, "Azul", "2", "3"), row(false, "Vik", "4", "5"), row(false, "Lemos", "6", "7"), row(false, "All", "12", "15"), para(long)}, 5},
		{"two columns", []source.Block{head(1, "Lights"), para(long), row(false, "Azul", "3"), row(false, "Vik", "5"), row(false, "Lemos", "7"), para(long)}, 3},
		{"below a title of contents", []source.Block{head(1, "Lights"), para(long), head(2, "Contents"), row(false, "Azul", "3"), row(false, "Vik", "5"), row(false, "Lemos", "7"), head(2, "Azul"), para(long)}, 0},
		{"below what the columns are", []source.Block{head(1, "Lights"), para(long), head(2, "Contents"), para("Page"), para("1 Azul ..... 3"), para("2 Vik ..... 5"), head(2, "Azul"), para(long)}, 0},
		{"leaders", []source.Block{head(1, "Lights"), para(long), row(false, "Azul ......", "3"), row(false, "Vik ......", "5"), row(false, "Lemos ......", "7"), head(2, "Azul"), para(long)}, 0},
	} {
		src := &source.Document{Name: "x.docx", Format: "docx", Blocks: c.blocks}
		tr, _, err := Document(src, Options{Report: "x", Lang: "en"})
		if err != nil {
			t.Fatal(c.name, err)
		}
		rows := 0
		for _, u := range tr.Units {
			if u.Kind == report.Row {
				rows++
			}
			if s := page.Plain(u.Text); contentsTitles().is(s) || s == "Page" {
				t.Errorf("%s: %q is left", c.name, s)
			}
		}
		if rows != c.rows {
			t.Errorf("%s: %d rows, want %d", c.name, rows, c.rows)
		}
	}
}

// TestContactsAndNotes: notes at the end do not hide whom to contact.
// TestSignatories: who signed stands below headings, and a site's links at the end go.
func TestSignatories(t *testing.T) {
	said := "The keepers of the lamps have met in the old harbour, and they ask the ports to pay for the oil of the winter."
	in := "Joint statement on lamps\nMay 3, 2030\n" + said + "\n" + said + "\nSignatories\nOrganisations\n• Lamps for All\n• The Old Harbour Club\n• Keepers of the North\n" +
		"In a personal capacity\n• Ana Brito, keeper, Lisbon\n• Jon Vik, pilot, Oslo\nAssociated links\n• Lamps of the World\n• Guide to lamps\n"
	tr, _ := imported(t, "en", in)
	if got := shapeOfUnits(tr.Units); got != "p p h2 h2 i1 i1 i1 h2 i1 i1" {
		t.Errorf("%s\n%+v", got, tr.Units)
	}
}

func TestContactsAndNotes(t *testing.T) {
	blocks := []source.Block{{Kind: source.Heading, Level: 1, Text: "Lights"}, {Text: strings.TrimSpace(opening) + "[^1]"},
		{Text: "Contact"}, {Text: "Ana Brito, keeper"}, {Text: "ana@lamps.example"}, {Kind: source.Note, Label: "1", Text: "Issued in May."}}
	tr, _, err := Document(&source.Document{Name: "x.docx", Format: "docx", Blocks: blocks}, Options{Report: "x", Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if len(tr.Units) != 2 || tr.Units[1].Kind != report.Footnote {
		t.Errorf("left: %+v", tr.Units)
	}
}
