package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

func TestContents(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"tabs", "en", opening + "## Contents\n\nIntroduction\t1\nFees\t4\nLights\t9\n\n## Introduction\n\nText.\n", opening + "## Introduction\n\nText."},
		{"leaders", "ru", opening + "Содержание\n\nВведение ........ 1\nСборы ........ 4\nМаяки ........ 9\n\n## Введение\n\nТекст.\n", opening + "## Введение\n\nТекст."},
		{"a list of links", "es", opening + "## Índice\n\n- [Tarifas](#tarifas)\n- [Faros](#faros)\n- [Redes](#redes)\n\n## Tarifas\n\nUno.\n\n## Faros\n\nDos.\n\n## Redes\n\nTres.\n",
			opening + "## Tarifas\n\nUno.\n\n## Faros\n\nDos.\n\n## Redes\n\nTres."},
		{"a table of numbers is none", "en", opening + "Group\tTotal\nPorts\t11\nIslands\t9\nTowns\t3\n",
			opening + "| Group | Total |\n| --- | ---: |\n| Ports | 11 |\n| Islands | 9 |\n| Towns | 3 |"},
	})
}

func TestFurniture(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"page numbers", "en", opening + "One.\n\n---\n\n3\n\nTwo.\n\n---\n\nPage 4 of 9\n\nThree.\n", opening + "One.\n\nTwo.\n\nThree."},
		{"headings that count are no running head", "en", opening + "**Article 1**\n\nLamps are lit.\n\n**Article 2**\n\nBuoys are laid.\n\n**Article 3**\n\nPorts are open.\n\n**Article 4**\n\nShips are free.\n",
			opening + "## Article 1\n\nLamps are lit.\n\n## Article 2\n\nBuoys are laid.\n\n## Article 3\n\nPorts are open.\n\n## Article 4\n\nShips are free."},
		{"job codes", "en", opening + "One.\n\nGE.20-02503(E)\n\nTwo.\n\n11-33055 (F)\n", opening + "One.\n\nTwo."},
		{"a year is no page", "en", opening + "2019\n\nOne.\n", opening + "2019\n\nOne."},
		{"icons", "pt", opening + "- [Ícone] Águas\n- [Ícone] Redes\n- [Ícone] Faróis\n- [sic] fica\n", opening + "- Águas\n- Redes\n- Faróis\n- [sic] fica"},
		{"images", "en", opening + "![](page_0.jpeg)\n\nOne ![logo](x.png) two.\n", opening + "One two."},
		{"dead links", "en", opening + "[Fees](#) and [lights](https://example.org/l).\n", opening + "Fees and [lights](https://example.org/l)."},
		{"padding", "en", opening + "One\u00a0\u00a0\u00a0\u00a0two and 3\u00a0500.\n", opening + "One two and 3\u00a0500."},
		{"HTML", "en", opening + "<b>One</b> <i>two</i> <u>three</u> <<four>>.\n", opening + "**One** *two* three \\<\\<four>>."},
		{"links above contacts", "en", opening + "The ports have agreed on this.\nRelated links\nThe statement of the ports of 2019\nHarbour Office\nMedia contact\nHarbour Press Office\npress@example.org\n", opening + "The ports have agreed on this."},
		{"contacts", "en", opening + "Media contact\nHarbour Press Office\npress@example.org\nFollow us on X: @harbours\n", opening},
		{"an address in the text stays", "en", opening + "Comments may be sent to office@example.org until the end of the year, as was said.\n\nThe Forum will meet again next year in another town.\n",
			opening + "Comments may be sent to office@example.org until the end of the year, as was said.\n\nThe Forum will meet again next year in another town."},
	})
}

func TestTables(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"a head over two lines", "en", opening + "<i>Group</i>\t<i>Written</i>\t\t<b>Total</b>\n\t<i>Oral</i>\t\t\nPorts\t11\t2\t<b>13</b>\nIslands\t9\t1\t<b>10</b>\n",
			opening + "| Group | Written | Oral | Total |\n| --- | ---: | ---: | ---: |\n| Ports | 11 | 2 | **13** |\n| Islands | 9 | 1 | **10** |"},
		{"a head over two lines with units", "en", opening + "Group\tWritten\t\tTotal\n\t(in pages)\tOral (in hours)\t(in days)\nPorts\t11\t2\t13\nIslands\t9\t1\t10\n",
			opening + "| Group | Written (in pages) | Oral (in hours) | Total (in days) |\n| --- | ---: | ---: | ---: |\n| Ports | 11 | 2 | 13 |\n| Islands | 9 | 1 | 10 |"},
		{"pipes", "ar", opening + "| المجموعة | العدد |\n|---|---|\n| الموانئ | ١١ |\n", opening + "| المجموعة | العدد |\n| --- | ---: |\n| الموانئ | ١١ |"},
		{"a tab in a line", "en", opening + "Total\tof all ports\n", opening + "Total of all ports"},
	})
}

func TestNumbers(t *testing.T) {
	long := " The ports agreed that tables should be public and that everybody should be able to read them on a telephone at no cost."
	checkBodies(t, []bodyCase{
		{"over headings", "en", "# R\n\n## I. One\n\n1. First." + long + "\n\n2. Second." + long + "\n\n## II. Two\n\n3. Third." + long + "\n",
			"## I. One\n\n1\\. First." + long + "\n\n2\\. Second." + long + "\n\n## II. Two\n\n3\\. Third." + long},
		{"bold and escaped", "en", "# R\n\n" + opening + "**1.** First." + long + "\n\n2\\. Second." + long + "\n\n**3**. Third." + long + "\n",
			opening + "1\\. First." + long + "\n\n2\\. Second." + long + "\n\n3\\. Third." + long},
		{"a list", "en", "# R\n\n" + opening + "1. one\n2. two\n3. three\n", opening + "1. one\n2. two\n3. three"},
	})
}

func TestNotices(t *testing.T) {
	for _, c := range []struct{ lang, in, kind, inLang, who string }{
		{"en", "*This translation was made with the kind assistance of Ana Brito. The Secretariat assumes no responsibility for discrepancies.*", "translation", "", "Ana Brito"},
		{"fr", "*This translation was made with the kind assistance of Ana Brito. The Secretariat assumes no responsibility for discrepancies.*", "translation", "en", "Ana Brito"},
		{"fr", "Avertissement : les opinions exprimées ne reflètent pas nécessairement celles de l'Organisation ni de ses membres.", "views", "", ""},
		{"es", "*Nota: esta transcripción de un archivo de audio puede ser incompleta por pasajes inaudibles.*", "transcription", "", ""},
		{"pt", "Esta tradução é uma contribuição voluntária de Rui Lemos. Em caso de discrepâncias prevalece a versão original.", "translation", "", "Rui Lemos"},
		{"es", "Esta traducción es una contribución voluntaria de la Sra. Eva Sol y del Sr. Luis Mar (Faro Joven). En caso de discrepancias prevalece la versión original.", "translation", "", "Sra. Eva Sol,Sr. Luis Mar"},
		{"fr", "*La traduction de ce texte a été, par souci de clarté, réalisée à titre gracieux par M. Ivo Lac, de l'Union des ports. Le Secrétariat décline toute responsabilité en cas de divergence.*", "translation", "", "M. Ivo Lac"},
		{"fr", "*Traduction assurée par Mme Léa Quai, Ana Brito, Paul Lac et l'Institut des mers. Le Secrétariat décline toute responsabilité en cas de divergence.*", "translation", "", "Mme Léa Quai,Ana Brito,Paul Lac,Institut des mers"},
		{"es", "Esta traducción existe gracias a la contribución voluntaria del Sr. Luis Mar. No representa posición alguna de la organización.", "translation", "", "Sr. Luis Mar"},
		{"fr", "Cette traduction a été réalisée bénévolement par M. Ivo Lac et relue par Mme Léa Quai. Elle n'engage pas l'Organisation.", "translation", "", "M. Ivo Lac"},
		{"ar", "هذه الترجمة متاحة بفضل المساهمة التطوعية للسيدة هالة نجار. وهي لا تمثل أي موقف للمنظمة.", "translation", "", "هالة نجار"},
		{"en", "*This text was translated with great care by the Ministry of Ports and Harbours. The Secretariat assumes no responsibility for discrepancies.*", "translation", "", "Ministry of Ports and Harbours"},
		{"ru", "Примечание: мнения, выраженные в документе, не обязательно отражают точку зрения Секретариата.", "views", "", ""},
		{"zh", "免责声明：本文件中的观点不一定反映秘书处的立场，所用名称也不意味着任何判断。", "views", "", ""},
		{"ar", "إخلاء مسؤولية: الآراء الواردة في هذه الوثيقة لا تعبر بالضرورة عن وجهات النظر الرسمية للأمانة.", "views", "", ""},
		{"en", "[Advance unedited version, issued without formal editing by the services]", "editorial", "", ""},
	} {
		tr, ledger := imported(t, c.lang, "# Report\n\n"+c.in+"\n\n"+opening+"- one\n\n"+c.in+"\n\n- two\n")
		if len(tr.Meta.Notices) != 1 {
			t.Errorf("%s: %d notices in %q", c.lang, len(tr.Meta.Notices), c.in)
			continue
		}
		n := tr.Meta.Notices[0]
		if string(n.Kind) != c.kind || n.Lang != c.inLang {
			t.Errorf("%s: kind %q, language %q", c.lang, n.Kind, n.Lang)
		}
		if who := strings.Join(tr.Meta.Credit.Translators, ","); who != c.who {
			t.Errorf("%s: credit %q, want %q", c.lang, who, c.who)
		}
		if got := page.Markdown(tr.Units); strings.TrimSpace(got) != opening+"- one\n- two" {
			t.Errorf("%s: what is left is\n%s", c.lang, got)
		}
		if w := ledger.Words; w.Lifted == 0 || w.Removed == 0 {
			t.Errorf("%s: the ledger says %+v", c.lang, w)
		}
	}
}

func TestCrosswalk(t *testing.T) {
	for lang, line := range map[string]string{
		"en": "[GDC 1, 2](#) - [WSIS C2, C7](#) - [SDG 6, 14](#); *Water, Waste*",
		"fr": "*PNM 1, 2 – SMSI C2, C7 – ODD 6, 14 ; Water, Waste*",
		"es": "PDM 1, 2 - CMSI C2, C7 - ODS 6, 14; Water, Waste",
		"pt": "PDG 1, 2 | CMSI C2, C7 | ODS 6, 14; Water, Waste",
		"ru": "ГЦД 1, 2 - ВВУИО C2, C7 - ЦУР 6, 14; Water, Waste",
		"zh": "全球数字契约 1、2 - 信息社会世界峰会 C2、C7 - 可持续发展目标 6、14；Water、Waste",
		"ar": "الميثاق الرقمي العالمي 1، 2 - القمة العالمية لمجتمع المعلومات C2، C7 - أهداف التنمية المستدامة 6، 14؛ Water، Waste",
	} {
		tr, _ := imported(t, lang, "# R\n\n"+opening+"## Water\n\n"+line+"\n\nText of the section.\n")
		if len(tr.Meta.Sections) != 1 {
			t.Errorf("%s: %d sections", lang, len(tr.Meta.Sections))
			continue
		}
		s := tr.Meta.Sections[0]
		got := strings.Join([]string{s.Heading, strings.Join(s.GDC, " "), strings.Join(s.WSIS, " "), strings.Join(s.SDGs, " "), strings.Join(s.Issues, "+")}, "|")
		if want := "Water|1 2|c2 c7|6 14|Water+Waste"; got != want {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
		if len(tr.Units) < 3 || !strings.Contains(page.Plain(tr.Units[2].Text), "6") {
			t.Errorf("%s: the line is not in the page", lang)
		}
	}
}
