package clean

import (
	"reflect"
	"testing"

	"rapporteur/tools/internal/report"
)

func TestMasthead(t *testing.T) {
	for _, c := range []struct {
		name, lang, in string
		want           report.Meta
	}{
		{"a title block", "en", "**HCF 2024**  \n**Planning Meeting**  \n**3-5 June 2024**  \n**Summary of actions**\n\n" + opening,
			report.Meta{Title: "Planning Meeting", Subtitle: "Summary of actions", Event: "HCF 2024", EventStart: "2024-06-03", EventEnd: "2024-06-05", Type: report.Summary}},
		{"a report to an organ", "es", "A/99/12\n\n**Asamblea General**\n**Nonagésimo período de sesiones**\nTema 7 de la lista preliminar\\*\n\nDistr. general\n3 de mayo de 2030\nEspañol\nOriginal: inglés\n\n## **Faros y desarrollo**\n\n### **Informe del Secretario General**\n\n#### *Resumen*\n\nEl presente informe se presenta en cumplimiento de la resolución de la Asamblea sobre los faros y el desarrollo.\n\n\\* A/99/50.\n",
			report.Meta{Title: "Faros y desarrollo", Subtitle: "Informe del Secretario General", Date: "2030-05-03", Original: "en", Event: "Asamblea General, Nonagésimo período de sesiones", Organisation: "Asamblea General", Symbols: []string{"A/99/12"}, Type: report.Outcome}},
		{"lines that are headings by their type", "en", "A/99/12\n\n# General Assembly\nDistr.: General\n3 May 2030\nOriginal: French\n\n## **Commission on Harbours**\n### Executive Committee\n#### Ninth session\nGeneva, 4-5 May 2030\nItem 8 of the provisional agenda\n#### Working Group on Lamps\n\n## Report of the Working Group on Lamps on its first meeting\n\n## I. Introduction\n\n1. " + opening,
			report.Meta{Title: "Report of the Working Group on Lamps on its first meeting", Date: "2030-05-03", Original: "fr", Event: "Executive Committee, Ninth session", EventStart: "2030-05-04", EventEnd: "2030-05-05", Place: "Geneva", Organisation: "General Assembly; Commission on Harbours; Executive Committee", Symbols: []string{"A/99/12"}, Type: report.Outcome}},
		{"a town and its country below the day", "fr", "**Forum des phares**\n\n**3 - 5 mars 2030**\n\n**Oslo, Norvège orientale**\n\n**Résumé**\n\n" + keepers + "\n",
			report.Meta{Title: "Forum des phares", EventStart: "2030-03-03", EventEnd: "2030-03-05", Place: "Oslo, Norvège orientale"}},
		{"who met, and where", "fr", "PORT BLEU – les phares du nord\n\nLundi 8 avril 2030 – 17:00 à 19:00\n\nCGP - Lisbonne, République du grand phare\n\nANA BRITO: Bonjour à tous.\n\nJON VIK: Merci.\n\nANA BRITO: Je vous en prie.\n",
			report.Meta{Title: "PORT BLEU – les phares du nord", Date: "2030-04-08", EventStart: "2030-04-08", EventEnd: "2030-04-08", Place: "Lisbonne, République du grand phare", Organisation: "CGP", Type: report.Transcript}},
		{"how long it takes to read is no place", "fr", "Déclaration conjointe : les phares pour tous\nPublié le 21 mai 2030 | Temps de lecture : 6 minutes\n" + keepers + "\n",
			report.Meta{Title: "Déclaration conjointe : les phares pour tous", Date: "2030-05-21", Type: report.Statement}},
		{"what an item of the agenda is about", "es", "**Asamblea General**\n\nA/99/12\n\nDistr. general\n3 de mayo de 2030\nEspañol\nOriginal: inglés\n\n**Consejo de Faros**  \n**50º período de sesiones**  \nTemas 2 y 3 de la agenda  \n**Informe anual del Consejo**\n\n**Promoción de todos los faros,**  \n**grandes y pequeños**\n\n**Los apagones y sus efectos en los puertos**\n\n**Informe de la Oficina de los Faros**\n\n" + keepers + "\n",
			report.Meta{Title: "Los apagones y sus efectos en los puertos", Subtitle: "Informe de la Oficina de los Faros", Date: "2030-05-03", Original: "en", Event: "Consejo de Faros, 50º período de sesiones", Organisation: "Asamblea General; Consejo de Faros", Symbols: []string{"A/99/12"}, Type: report.Outcome}},
		{"a kind of text below a meeting with its short name", "fr", "**FPN 2030**  \n**Deuxièmes consultations ouvertes et réunion des gardiens**  \n**26-28 juin 2030**  \n**Oslo, Norvège**  \n**Rapport de synthèse**\n\n1. " + keepers + "\n\n2. " + keepers + "\n\n3. " + keepers + "\n",
			report.Meta{Title: "Deuxièmes consultations ouvertes et réunion des gardiens", Subtitle: "Rapport de synthèse", Event: "FPN 2030", EventStart: "2030-06-26", EventEnd: "2030-06-28", Place: "Oslo, Norvège", Type: report.Outcome}},
		{"a meeting, its day and the title in one line", "fr", "FPN 2030 – Jour 3 – Forum ouvert n° 86 Les phares et les langues du nord\n\n\\*\\*\\*\n\n>> ANA BRITO: Bonjour à tous.\n\n>> JON VIK: Merci.\n\n>> ANA BRITO: Je vous en prie.\n",
			report.Meta{Title: "FPN 2030 – Jour 3 – Forum ouvert n° 86 Les phares et les langues du nord", Event: "FPN 2030", Type: report.Transcript}},
		{"a meeting, its day and a short title", "en", "You are here\n\nPKC 2031 - Day 1 - Lamps and Orientation\n\n>> ANA BRITO: Good afternoon.\n\n>> JON VIK: Thank you.\n\n>> ANA BRITO: Please go on.\n",
			report.Meta{Title: "PKC 2031 - Day 1 - Lamps and Orientation", Event: "PKC 2031", Type: report.Transcript}},
		{"a zone below its hour", "en", "Third session of the Lamp Council\n\nTuesday, 26 June 2031 at 13:30\n\nUTC\n\nAna Brito: Good afternoon.\n\nJon Vik: Thank you.\n\nAna Brito: Please go on.\n\nJon Vik: I will.\n",
			report.Meta{Title: "Third session of the Lamp Council", Date: "2031-06-26", EventStart: "2031-06-26", EventEnd: "2031-06-26", Type: report.Transcript}},
		{"a kind of text above the meeting", "en", "FINISHED TRANSCRIPT\nThird session of the Lamp Council\nBlue Harbour, 26 June 2031\n\nAna Brito: Good afternoon.\n\nJon Vik: Thank you.\n\nAna Brito: Please go on.\n\nJon Vik: I will.\n",
			report.Meta{Title: "Third session of the Lamp Council", Date: "2031-06-26", EventStart: "2031-06-26", EventEnd: "2031-06-26", Place: "Blue Harbour", Type: report.Transcript}},
		{"who helped to translate, in many words", "fr", "**Réunion des gardiens**\n\n*Ce résumé a été traduit de l'anglais grâce au concours bénévole et précieux d'ISOC Norvège. Le Secrétariat décline toute responsabilité.*\n\n" + keepers + "\n",
			report.Meta{Title: "Réunion des gardiens", Credit: report.Credit{Method: report.Human, Translators: []string{"ISOC Norvège"}},
				Notices: []report.Notice{{Kind: report.TranslationNotice, Text: "Ce résumé a été traduit de l'anglais grâce au concours bénévole et précieux d'ISOC Norvège. Le Secrétariat décline toute responsabilité."}}}},
		{"a kind of text by its organ, a meeting and its town, an hour and its zone", "en", "PKC Transcription\nPKC62 Blue Harbour\nLamp Council: Third session of the drafting team\nTuesday, 26 June 2031 at 13:30 EST\n\nAna Brito: Good afternoon.\n\nJon Vik: Thank you.\n\nAna Brito: Please go on.\n\nJon Vik: I will.\n",
			report.Meta{Title: "Lamp Council: Third session of the drafting team", Date: "2031-06-26", EventStart: "2031-06-26", EventEnd: "2031-06-26", Event: "PKC62", Place: "Blue Harbour", Organisation: "PKC", Type: report.Transcript}},
		{"a forum, its short name, and one of its meetings", "es", "**Foro de los Faros del Norte**\n\n**FFN 17**\n\n**Tercera reunión de los guardianes de las lámparas**\n\n**Puerto Azul, 6 y 7 de mayo de 2031**\n\n**Ayuda memoria: tareas**\n\nLos fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n",
			report.Meta{Title: "Tercera reunión de los guardianes de las lámparas", Subtitle: "Ayuda memoria: tareas", EventStart: "2031-05-06", EventEnd: "2031-05-07", Event: "FFN 17", Place: "Puerto Azul", Organisation: "Foro de los Faros del Norte", Type: report.Summary}},
		{"a house and its town below the day", "fr", "FPN 2031\nPremières consultations ouvertes et réunion des gardiens\n20-22 mars 2031\nSiège de l'UPN, Oslo (Norvège)\nRapport de synthèse\n\nIntroduction\n\n1. " + keepers + "\n",
			report.Meta{Title: "Premières consultations ouvertes et réunion des gardiens", Subtitle: "Rapport de synthèse", EventStart: "2031-03-20", EventEnd: "2031-03-22", Event: "FPN 2031", Place: "Siège de l'UPN, Oslo (Norvège)", Type: report.Outcome}},
		{"an item of the agenda over a colon", "fr", "A/99/12\n\n**Assemblée générale**\n**Quatre-vingt-dix-neuvième session**\nPoint 7 de la liste préliminaire\\*\n**Questions relatives aux ports et aux mers :  \nla science au service des phares**\n\nDistr. générale\n3 mai 2030\nFrançais\nOriginal : anglais\n\n## **Progrès accomplis dans la mise en œuvre des phares**\n\n**Rapport du Secrétaire général**\n\n1. " + keepers + "\n",
			report.Meta{Title: "Progrès accomplis dans la mise en œuvre des phares", Date: "2030-05-03", Original: "en", Event: "Assemblée générale, Quatre-vingt-dix-neuvième session", Organisation: "Assemblée générale", Symbols: []string{"A/99/12"}, Type: report.Outcome}},
		{"symbols that are cited are not its own", "en", "# Report on lights\n\n" + opening + "See A/97/3 and E/2011/100.\n",
			report.Meta{Title: "Report on lights", Type: report.Outcome}},
		{"a statement", "ru", "Совместное заявление о маяках\n\n14 марта 2023 года – Лиссабон – Министерство моря\n\nСтраны, подписавшие настоящее заявление, считают, что маяки нужны всем, кто выходит в море, и обязуются содержать их.\n",
			report.Meta{Title: "Совместное заявление о маяках", Date: "2023-03-14", Place: "Лиссабон", Organisation: "Министерство моря", Type: report.Statement}},
		{"Arabic", "ar", "# بيان مشترك بشأن المنارات\n\n١٤ آذار/مارس ٢٠٢٣\n\nالأصل: بالإنكليزية\n\nترى البلدان الموقعة على هذا البيان أن المنارات ضرورية لكل من يخرج إلى البحر وتتعهد بصيانتها وتمويلها في السنوات المقبلة على نحو مستدام ومنصف.\n",
			report.Meta{Title: "بيان مشترك بشأن المنارات", Date: "2023-03-14", Original: "en", Type: report.Statement}},
		{"Chinese", "zh", "# 灯塔联合声明\n\n2023年3月14日\n\n原文：英文\n\n签署本声明的国家认为，灯塔对于所有出海的人都是必要的，并承诺在今后几年以可持续的方式加以维护并提供资金。\n",
			report.Meta{Title: "灯塔联合声明", Date: "2023-03-14", Original: "en", Type: report.Statement}},
		{"line breaks and months", "en", "# Report on lights\n\nPORTS ASSEMBLY\\\nBlue Harbour, 25 October – 3 November 2030\n\n" + opening,
			report.Meta{Title: "Report on lights", Event: "PORTS ASSEMBLY", EventStart: "2030-10-25", EventEnd: "2030-11-03", Place: "Blue Harbour", Type: report.Outcome}},
		{"nothing to find", "en", "- one\n- two\n", report.Meta{Title: "x"}},
		{"a table", "en", "| United Nations | A/99/12 |\n| --- | --- |\n| General Assembly | Distr.: General<br>3 May 2030<br>Original: French |\n\n# Lighthouses and development\n\n" + opening,
			report.Meta{Title: "Lighthouses and development", Date: "2030-05-03", Original: "fr", Organisation: "United Nations; General Assembly", Symbols: []string{"A/99/12"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, c.in)
			got := tr.Meta
			got.Source = report.Source{}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"5 mai 2012":                                "2012-05-05",
		"Mardi, Mai 14, 2019 – 09:30 à 11:00":       "2019-05-14",
		"6-9 Mars 2018":                             "2018-03-06/2018-03-09",
		"du 24 au 28 juin 2019":                     "2019-06-24/2019-06-28",
		"le 1er octobre 2009":                       "2009-10-01",
		"May 4, 2011":                               "2011-05-04",
		"June 3–5, 2024":                            "2024-06-03/2024-06-05",
		"30 June to 4 July 2025":                    "2025-06-30/2025-07-04",
		"30 December 2024 - 3 January 2025":         "2024-12-30/2025-01-03",
		"4 de mayo de 2011":                         "2011-05-04",
		"del 2 al 4 de septiembre de 2024":          "2024-09-02/2024-09-04",
		"de 2 a 4 de setembro de 2024":              "2024-09-02/2024-09-04",
		"с 23 по 27 июня 2025 года":                 "2025-06-23/2025-06-27",
		"2025年6月23日至27日":                            "2025-06-23/2025-06-27",
		"٥ حزيران/يونيو ٢٠٢٤":                       "2024-06-05",
		"من 23 إلى 27 يونيو 2025":                   "2025-06-23/2025-06-27",
		"2024-02-30":                                "",
		"31 April 2024":                             "",
		"29 February 2024":                          "2024-02-29",
		"June 2025":                                 "2025-06",
		"the 27 June":                               "",
		"resolution 60/252 of the General Assembly": "",
	} {
		got := ""
		if found := datesIn(in); len(found) > 0 {
			got = found[0].start
			if found[0].end != "" {
				got += "/" + found[0].end
			}
		}
		if got != want {
			t.Errorf("datesIn(%q) = %q, want %q", in, got, want)
		}
	}
}
