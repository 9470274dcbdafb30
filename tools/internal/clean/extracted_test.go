package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestExtracted: what converters and sites leave around texts and in them.
func TestExtracted(t *testing.T) {
	front := "# Report\n\n" + opening
	foot := func(n string) string {
		return "Report of the third forum of lamp keepers in Blue Harbour | " + n + "\n\n"
	}
	checkBodies(t, []bodyCase{
		{"feet of pages behind a bar, below notes", "en", front + "The keepers have asked for oil<sup>1</sup> and for\n\n<sup>1</sup> Of the best kind.\n\n" + foot("3") + "bread.\n\nFees rose.\n\n" + foot("4") + "Ports paid.\n\n" + foot("6"),
			opening + "The keepers have asked for oil[^1] and for bread.\n\nFees rose.\n\nPorts paid.\n\n[^1]: Of the best kind."},
		{"a lead-in whose last words stand on a line", "ar", "# تقرير\n\n" + inArabic(" ") + "\n\nاجتمع حراس المنارات في الميناء الأزرق في بداية الصيف وتحدثوا طويلا في ما يأتي\nمسائل كبيرة منها:\n\n• الزيت\n• الخبز\n\n" + inArabic("\n") + "\n",
			inArabic(" ") + "\n\nاجتمع حراس المنارات في الميناء الأزرق في بداية الصيف وتحدثوا طويلا في ما يأتي مسائل كبيرة منها:\n\n- الزيت\n- الخبز\n\n" + inArabic(" ")},
		{"notes in brackets, a line each", "zh", "# 报告\n\n" + inChinese("\n") + "灯塔看守人在蓝港举行会议，讨论灯油的价格以及各港口应当承担的费用[1]，并且\n决定每年夏天再次开会[2]。\n\n[1] 参见灯塔看守人第一次会议的报告，该报告载于蓝港灯塔办公室的年度文件汇编。\n[2] 参见第二次会议的报告。\n",
			inChinese("") + "灯塔看守人在蓝港举行会议，讨论灯油的价格以及各港口应当承担的费用[^1]，并且决定每年夏天再次开会[^2]。\n\n[^1]: 参见灯塔看守人第一次会议的报告，该报告载于蓝港灯塔办公室的年度文件汇编。\n\n[^2]: 参见第二次会议的报告。"},
		{"how a site with related articles ends", "zh", "# 灯塔看守人声明\n\n" + inChinese("\n") + "\n\n标签\n\n灯塔  港口\n\n相关文章\n\n2031年5月3日\n看守人就灯油发表声明\n\n返回页首\n", strings.TrimSpace(inChinese(""))},
		{"pages read one by one", "en", "--- Page 1 ---\n\n" + front + "The fees for the lamps of the harbours rose in the year of\n\n--- Page 2 ---\nthe storm, and fell again.\n", opening + "The fees for the lamps of the harbours rose in the year of the storm, and fell again."},
		{"how a site ends", "en", front + "Fees rose.\n\nShare this:\nFacebook\nX\nEmail\n\nRelated\nThe keepers of the lamps of the north and the oil that burns in the cold\nNews | April 2031\n\nLamp Office\n© 2031 Lamp Office\n",
			opening + "Fees rose."},
		{"the number of a page as marker writes it, before a name", "en", front + "The forum was opened by the keepers of the northern coast and by those of the port of\n\n{4}------------------------------------------------\n\nMerrow, who had come by boat.\n\nIt has been joined by the keepers of Aldon, Brannock, Corve, Dunmore,\n\n{5}------------------------------------------------\n\nEastness, Fell and all the others.\n",
			opening + "The forum was opened by the keepers of the northern coast and by those of the port of Merrow, who had come by boat.\n\nIt has been joined by the keepers of Aldon, Brannock, Corve, Dunmore, Eastness, Fell and all the others."},
		{"a space before the mark of a note", "en", front + "Fees rose <sup>1</sup>.\n\n<sup>1</sup> By half.\n",
			opening + "Fees rose[^1].\n\n[^1]: By half."},
		{"a dash that stands first on its line", "ru", "# Отчет\n\nСмотрители маяков собирались каждое лето в синей гавани и говорили о масле и о\nхлебе, а потом возвращались к своим маякам.\n\nКаждый порт северного берега платил за масло для своих ламп и за хлеб для тех,\nкто смотрел за лампами всю зиму.\n\nДети смотрителей ездили в школу на лодках, потому что дороги северного берега в\nзимние месяцы закрыты.\n\nСамый старый смотритель сказал всем собравшимся в гавани, что маяк без масла \n– просто башня.\n",
			"Смотрители маяков собирались каждое лето в синей гавани и говорили о масле и о хлебе, а потом возвращались к своим маякам.\n\nКаждый порт северного берега платил за масло для своих ламп и за хлеб для тех, кто смотрел за лампами всю зиму.\n\nДети смотрителей ездили в школу на лодках, потому что дороги северного берега в зимние месяцы закрыты.\n\nСамый старый смотритель сказал всем собравшимся в гавани, что маяк без масла – просто башня."},
		{"days, and what was on them", "fr", "Rapport des gardiens\n\n" + opening + "7 mars 2031\n\nSéance avec les ports\n\nLes gardiens ont parlé avec les ports du prix de l'huile et de celui du pain.\n\n• Les ports paieront.\n\n8 mars 2031 (Jour 1 – Réunion des gardiens)\n\nSuite de la séance\n\nLes gardiens ont parlé entre eux des bateaux, de l'école et des longues nuits.\n\n• Les bateaux resteront.\n",
			opening + "## 7 mars 2031\n\n### Séance avec les ports\n\nLes gardiens ont parlé avec les ports du prix de l'huile et de celui du pain.\n\n- Les ports paieront.\n\n## 8 mars 2031 (Jour 1 – Réunion des gardiens)\n\n### Suite de la séance\n\nLes gardiens ont parlé entre eux des bateaux, de l'école et des longues nuits.\n\n- Les bateaux resteront."},
		{"parts without marks whose headings come back, and others after them", "en", "Words of the lamps\n\n" + opening + strings.Join([]string{"Oil", "Bread", "Boats"}, "\n\nThe theme\n\nThe keepers need it in the winter, and the ports should pay for all of it.\n\nThe words\n\n• It is dear.\n\n") + "\n\nThe theme\n\nThe keepers need it in the winter, and the ports should pay for all of it.\n\nThe words\n\n• It is dear.\n\nThose who came\n\nThere were forty keepers from the north, and three from the south.\n",
			opening + strings.Join([]string{"## Oil", "## Bread", "## Boats"}, "\n\n### The theme\n\nThe keepers need it in the winter, and the ports should pay for all of it.\n\n### The words\n\n- It is dear.\n\n") + "\n\n### The theme\n\nThe keepers need it in the winter, and the ports should pay for all of it.\n\n### The words\n\n- It is dear.\n\n## Those who came\n\nThere were forty keepers from the north, and three from the south."},
		{"numbered titles above the first of their parts", "fr", front + "1. Contexte\n\nLes gardiens se réunissent tous les étés dans le port depuis trente ans.\n\n2. Travaux\n\n2.1 Huile\n\nL'huile est chère, et les ports du nord en demandent toujours plus.\n\n3. Demandes\n\nAux ports du nord\n\n- payer l'huile ;\n- payer le pain.\n",
			opening + "## 1. Contexte\n\nLes gardiens se réunissent tous les étés dans le port depuis trente ans.\n\n## 2. Travaux\n\n### 2.1 Huile\n\nL'huile est chère, et les ports du nord en demandent toujours plus.\n\n## 3. Demandes\n\n### Aux ports du nord\n\n- payer l'huile ;\n- payer le pain."},
		{"an item whose line ends in a dash", "fr", "# Rapport\n\n" + opening + "-   Groupe des ports du nord et de ceux du sud, pour le prix de\n    l'huile et du pain\n-   Groupe des écoles et des bateaux qui y mènent les enfants par\n    tous les temps\n-   Groupe A, huile – Mme Ana Brito\n-   Groupe B, pain et sel du port de Merrow -\n    M. Jon Vik\n-   Groupe C, bateaux – M. Rui Lemos\n",
			opening + "- Groupe des ports du nord et de ceux du sud, pour le prix de l'huile et du pain\n- Groupe des écoles et des bateaux qui y mènent les enfants par tous les temps\n- Groupe A, huile – Mme Ana Brito\n- Groupe B, pain et sel du port de Merrow - M. Jon Vik\n- Groupe C, bateaux – M. Rui Lemos"},
		{"days in a text without empty lines", "fr", "Rapport des gardiens\n" + strings.TrimSpace(opening) + "\n7 mars 2031\nSéance avec les ports\nLes gardiens ont parlé avec les ports du prix de l'huile et de celui du pain.\n- Les ports paieront.\n8 mars 2031 (Jour 1 – Réunion)\nSuite de la séance\nLes gardiens ont parlé entre eux des bateaux, de l'école et des longues nuits.\n- Les bateaux resteront.\n",
			opening + "## 7 mars 2031\n\n### Séance avec les ports\n\nLes gardiens ont parlé avec les ports du prix de l'huile et de celui du pain.\n\n- Les ports paieront.\n\n## 8 mars 2031 (Jour 1 – Réunion)\n\n### Suite de la séance\n\nLes gardiens ont parlé entre eux des bateaux, de l'école et des longues nuits.\n\n- Les bateaux resteront."},
		{"parts above their first section, with items below", "en", "Words of the lamps\n\n" + opening + "Light and risk\n\nOil for the winter\n\n• Ports should pay for the oil.\n• Towns should pay for the wicks.\n\nOld lamps\n\n• The old lamps should be kept.\n\nPeace and bread\n\nFlour for the islands\n\n• Boats should bring the flour.\n\nSalt\n\n• Salt should be free for all.\n",
			opening + "## Light and risk\n\n### Oil for the winter\n\n- Ports should pay for the oil.\n- Towns should pay for the wicks.\n\n### Old lamps\n\n- The old lamps should be kept.\n\n## Peace and bread\n\n### Flour for the islands\n\n- Boats should bring the flour.\n\n### Salt\n\n- Salt should be free for all."},
		{"questions that count", "es", "Consulta de los faros\n\n" + opening + "Pregunta 1: ¿Cuáles son los principales logros de los faros del norte?\n\n" + opening + "Pregunta 2: ¿Qué problemas tienen todavía los faros del norte y del sur?\n\n" + opening,
			opening + "## Pregunta 1: ¿Cuáles son los principales logros de los faros del norte?\n\n" + opening + "## Pregunta 2: ¿Qué problemas tienen todavía los faros del norte y del sur?\n\n" + opening},
		{"the word of a resolution as a heading", "en", front + "## resolves\n\n1. that the ports shall pay for oil;\n\n2. that the towns shall pay for bread.\n\n## instructs the Director\n\n1. to bring the oil to the north;\n\n2. to bring the bread to the south.\n",
			opening + "## resolves\n\n1\\. that the ports shall pay for oil;\n\n2\\. that the towns shall pay for bread.\n\n## instructs the Director\n\n1\\. to bring the oil to the north;\n\n2\\. to bring the bread to the south."},
		{"parts that come back, and what the markup sets as high as they", "pt", front + "# **Sessão 1 – Óleo**\n\nTexto.\n\n### **Mensagens**\n\n- Mais óleo.\n\n## **Sessão 2 – Pão**\n\nTexto.\n\n#### **Mensagens**\n\n- Mais pão.\n\n# **Sessão 3 – Sal**\n\nTexto.\n\n#### **Mensagens**\n\n- Mais sal.\n\n# **Participação**\n\nForam muitos.\n",
			opening + "## Sessão 1 – Óleo\n\nTexto.\n\n### Mensagens\n\n- Mais óleo.\n\n## Sessão 2 – Pão\n\nTexto.\n\n### Mensagens\n\n- Mais pão.\n\n## Sessão 3 – Sal\n\nTexto.\n\n### Mensagens\n\n- Mais sal.\n\n## Participação\n\nForam muitos."},
	})
}

// inArabic and inChinese are a paragraph of three lines, with what stands between.
func inArabic(between string) string {
	return strings.Join([]string{"ثم عاد كل واحد منهم إلى منارته في الليلة الأولى بعد أن اتفقوا على موعد آخر",
		"في الصيف القادم من كل سنة في الميناء نفسه وعلى أن تدفع الموانئ ثمن الزيت", "والخبز لجميع الحراس."}, between)
}

func inChinese(between string) string {
	return strings.Join([]string{"灯塔看守人每年夏天都要回到自己的港口，向港口的管理人员说明灯油和面包的价格，", "并且说明他们的孩子在冬天怎样乘船去上学，因为北方各港口的道路在冬天往往不能", "通行。"}, between) + "\n\n"
}

// TestLayout: a text that keeps the layout of its pages.
func TestLayout(t *testing.T) {
	in := "                 OFFICE OF LAMPS\n\n" +
		"     Keepers have met in Blue Harbour each summer of the years 2029-20301 and they\n     have asked the ports of the north for oil that burns in cold weather.\n\n" +
		"               I. FOR THE LAMPS THAT BURN IN THE NORTH AND IN THE\n                                  HARBOURS\n\n" +
		"   1.   Ports pay for the oil of their lamps and for the bread of those who keep them in\n        the winter of every year.\n\n" +
		"               II. FOR THE CHILDREN OF THE KEEPERS\n\n" +
		"     ____________________\n     1 Report of the first meeting, which was held in the old customs house of the\n     harbour.\n\f\n" +
		"     B. Schools\n\n" +
		"   2.   Children go to school by boat, and the boats are paid for by the ports of the\n        north.\n"
	tr, _ := imported(t, "en", in)
	var got []string
	for _, u := range tr.Units {
		if u.Kind == report.Heading || u.Kind == report.Footnote {
			got = append(got, u.Text)
		}
	}
	want := "I. FOR THE LAMPS THAT BURN IN THE NORTH AND IN THE HARBOURS|II. FOR THE CHILDREN OF THE KEEPERS|B. Schools|Report of the first meeting, which was held in the old customs house of the harbour."
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("headings and notes %q, want %q", s, want)
	}
	if !strings.Contains(tr.Units[0].Text, "2029-2030[^1]") {
		t.Errorf("the mark on a year: %q", tr.Units[0].Text)
	}
}

// TestHanging: numbers hang left of the text of a page, and an enumeration within
// a sentence goes on at the beginning of a line.
func TestHanging(t *testing.T) {
	text := "The keepers of the lamps have asked for (i) oil that burns in cold weather; (ii) bread\n         in the winter for the keepers and for those who live with them by the lamps;\n         (iii) boats for the children who go to school in the towns of the coast."
	in := "      Report of the lamps\n\n      " + strings.TrimSpace(opening[:60]) + "\n      " + strings.TrimSpace(opening[60:]) + "\n\n" +
		"    1.   " + text + "\n\n         • for the ports of the north;\n         • for the ports of the south.\n\n      Oil and bread\n\n    2.   " + text + "\n\n      Boats\n\n    3.   " + text + "\n"
	tr, _ := imported(t, "en", in)
	var heads, numbered []string
	for _, u := range tr.Units {
		switch {
		case u.Kind == report.Heading:
			heads = append(heads, u.Text)
		case u.Number != "":
			numbered = append(numbered, u.Text)
		}
	}
	if s := strings.Join(heads, "|"); s != "Oil and bread|Boats" {
		t.Errorf("headings %q", s)
	}
	if len(numbered) != 3 || !strings.HasSuffix(numbered[0], "by the lamps; (iii) boats for the children who go to school in the towns of the coast.") {
		t.Errorf("numbered %q", numbered)
	}
}

// TestClosedSums: words that a page says in its own way, and numbers between those
// of titles, are all there.
func TestClosedSums(t *testing.T) {
	tr, _ := imported(t, "en", "Transcript of the forum\n\nANA BRITO: Good morning, everybody.\n\nUnidentified speaker: Who lights the lamps?\n\nJON VIK: We do.\n")
	if u := tr.Units[1]; u.Kind != report.Turn || u.Speaker != "" {
		t.Errorf("the second turn: %+v", u)
	}
	tr, _ = imported(t, "ru", "Отчет\n\n"+opening+"1. Предложения\n\n"+opening+"Порты должны:\n\n1. платить за масло;\n2. платить за хлеб;\n3. строить лодки.\n\n2. Участники\n\n"+opening+"3. Последующие меры\n\n"+opening)
	var numbers string
	for _, u := range tr.Units {
		if u.Kind == report.Item {
			numbers += u.Number
		}
	}
	if numbers != "123" {
		t.Errorf("items %q", numbers)
	}
	imported(t, "ru", "   3. Доверие\n\n        15.   Мы признаем, что масло имеет значение, и\n\n   4. Хлеб\n")
}

// TestNoSpeech: names behind the names of roles are no speech.
func TestNoSpeech(t *testing.T) {
	in := "# Report\n\n" + opening + strings.Repeat("**Moderator**: Ana Brito\n\n**Panel**: Jon Vik (port), Rui Lemos (oil)\n\nThe panel spoke of lamps, and of the oil that burns in cold weather.\n\n", 3)
	tr, _ := imported(t, "en", in)
	if tr.Meta.Type == report.Transcript {
		t.Error("fields make a transcript")
	}
	for _, u := range tr.Units {
		if u.Kind == report.Turn || u.Kind == report.Heading {
			t.Errorf("%v %q", u.Kind, u.Text)
		}
	}
}

// TestPlainFields: neither are they headings, without bold type.
func TestPlainFields(t *testing.T) {
	in := "Report of the lamps\n\n" + opening + strings.Repeat("Moderation: Ana Brito\n\nPanel: Jon Vik (port), Rui Lemos (oil)\n\nThe panel spoke of lamps, and of the oil that burns in cold weather.\n\n", 3)
	tr, _ := imported(t, "en", in)
	for _, u := range tr.Units {
		if u.Kind == report.Heading || u.Kind == report.Turn {
			t.Errorf("%v %q", u.Kind, u.Text)
		}
	}
}

// TestLongSection: a section that counts as others do may have a long name.
func TestLongSection(t *testing.T) {
	long := "II. What the keepers of the lamps of the northern coast and of the islands have asked of the ports and of the towns at their third meeting"
	in := "Report of the lamps\n\n" + opening + "I. Oil\n\n" + opening + long + "\n\n" + opening + "III. Bread\n\n" + opening
	tr, _ := imported(t, "en", in)
	n := 0
	for _, u := range tr.Units {
		if u.Kind == report.Heading {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d headings, want 3", n)
	}
}

// TestShortNames: a short name above a title that begins with it, a menu above the
// title of a page, and the day at the end of a text.
func TestShortNames(t *testing.T) {
	tr, _ := imported(t, "en", "Lampworld+10\n\nLampworld+10 Statement of keepers\n\n30 April 2031\n\n"+opening)
	if m := tr.Meta; m.Title != "Lampworld+10 Statement of keepers" || m.Event != "Lampworld+10" {
		t.Errorf("%+v", m)
	}
	tr, _ = imported(t, "ru", "**Форум смотрителей\\\nYouth LMP 2031**\n\n**Послания молодежи**\n\n# Введение\n\n"+opening)
	if m := tr.Meta; m.Title != "Послания молодежи" {
		t.Errorf("%+v", m)
	}
	tr, _ = imported(t, "fr", "# Déclaration des gardiens\n\n"+opening+"Les ports paieront.\n\nAdoptée à Port Bleu, le 20 novembre 2031\n")
	if tr.Meta.Date != "2031-11-20" {
		t.Errorf("date %q", tr.Meta.Date)
	}
}

// TestRepeatedHeading: where the source says where pages end, what comes back
// elsewhere is no running head; the first foot goes with its number.
func TestRepeatedHeading(t *testing.T) {
	part := func(name, page string) string {
		return name + "\n\nKyoto words\n\n• The lamps of the north need oil.\n• The ports should pay for it.\n\nLamp words – Forum of 2031\n" + page + "\n\f"
	}
	in := "Forum of lamp keepers 2031\nBlue Harbour, Norway\n4 to 6 May 2031\n\nHarbour Messages\n\n" + opening + "Lamp words – Forum of 2031\n1\n\f" +
		part("Oil and bread", "2") + part("Salt and fish", "3") + part("Boats and schools", "4") + part("Fees and ports", "5")
	tr, _ := imported(t, "en", in)
	heads := 0
	for _, u := range tr.Units {
		if u.Kind == report.Heading && u.Text == "Kyoto words" {
			heads++
		}
		if strings.Contains(u.Text, "Forum of 2031") {
			t.Errorf("the foot of a page: %q", u.Text)
		}
	}
	if heads != 4 {
		t.Errorf("%d headings that come back, want 4", heads)
	}
	if tr.Meta.Title != "Harbour Messages" {
		t.Errorf("title %q", tr.Meta.Title)
	}
}

// TestToCome: a meeting that a text announces is not the one that it is of.
func TestToCome(t *testing.T) {
	tr, _ := imported(t, "en", "# Messages of keepers\n\n7 April 2031, Blue Harbour\n\n"+opening+"The next forum will be held from 4 to 6 May 2032.\n")
	if tr.Meta.EventStart != "" {
		t.Errorf("event %s", tr.Meta.EventStart)
	}
}

// TestVowels: a word with its vowels is the word.
func TestVowels(t *testing.T) {
	if got := folded("تُرجمت الوثيقةُ رسميّاً"); got != "ترجمت الوثيقة رسميا" {
		t.Errorf("folded: %q", got)
	}
}

// TestCells: a table of which each cell stands on a line, and a note below one
// with an asterisk.
func TestCells(t *testing.T) {
	checkBodies(t, []bodyCase{{"a page read piece by piece", "en", "# Report\\*\n\n" + opening + "1.\nThe keepers of the northern coast counted their lamps1 and their wicks in the year\nof the storm, and told the ports of it.\n__________\n\\* In the annex.\n1\nSee the map.\n\n--- Page 2 ---\n2.\nThe figures are below.\nLamps by coast\nCoast\nLamps,\n2030\nLamps,\n2031\nNorth\n24\n37\nSouth and west\n55\n1,069\nEast\n–\n66\n3.\nThe ports have read the letters of the keepers, who wrote of their winter.\n",
		opening + "1. The keepers of the northern coast counted their lamps[^1] and their wicks in the year of the storm, and told the ports of it.\n2. The figures are below.\n\nLamps by coast\n\n" +
			"| Coast | Lamps, 2030 | Lamps, 2031 |\n| --- | ---: | ---: |\n| North | 24 | 37 |\n| South and west | 55 | 1,069 |\n| East | – | 66 |\n\n3. The ports have read the letters of the keepers, who wrote of their winter.\n\n[^1]: See the map."}})
}
