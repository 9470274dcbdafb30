package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

const keepers = "Le Comité a examiné le rapport initial des gardiens de phares du nord et a adopté, à sa dernière séance, les observations qui suivent."

// TestOfficialWebCopy: official documents as web copies leave them, their tabs
// and line breaks lost.
func TestOfficialWebCopy(t *testing.T) {
	for _, c := range []struct{ name, lang, in, shape, title, original, symbol string }{
		{"fields above a long title", "fr", "Nations Unies\n\nLHT/C/NOR/CO/1\n\nConvention relative aux phares\n\nDistr. générale\n\n7 juillet 2044\n\nFrançais\n\nOriginal: anglais\n\nComité des phares\n\nObservations finales concernant le rapport soumis par le Nord en application du paragraphe 1 de l’article 8 du Protocole facultatif à la Convention relative aux phares et aux feux de port *\n\n" +
			keepers + "\n\nI.Introduction\n\n" + keepers + "\n\nII.Observations générales\n\nAspects positifs\n\n" + keepers + "\n",
			"p h2 p h2 h3 p", "Observations finales concernant", "en", "LHT/C/NOR/CO/1"},
		{"numbers without their tabs", "es", "Distr.\n\nGENERAL\n\nLHT/C/SUR/CO/431 de julio de 2048\n\nESPAÑOLOriginal: INGLÉS\n\nCOMITÉ DE LOS FAROS93º período de sesionesPuerto Azul, 7 a 25 de julio de 2048\n\nEXAMEN DE LOS INFORMES PRESENTADOS POR LOS PUERTOS\n\nObservaciones finales del Comité de los Faros\n\n1.El Comité examinó el cuarto informe de los fareros del sur y aprobó las observaciones siguientes en su última sesión, celebrada el 22 de julio de 2048 en la aduana vieja de Puerto Azul.\n\nA. Introducción\n\n2.El Comité acoge con satisfacción:\n\na)La lámpara nueva de la isla y el aceite que se compró para ella en el invierno;\n\nb)La reparación de la escalera del faro grande, que estaba rota desde hacía años.\n",
			"p1 h2 p2 p p", "EXAMEN DE LOS INFORMES", "en", "LHT/C/SUR/CO/4"},
		{"an organ, distribution and date in one line", "en", "United Nations A/99/373\n\nGeneral Assembly Distr.: General 6 September 2046\n\nOriginal: English\n\nNinety-first session Item 69 (b) of the provisional agenda* Promotion of lamps: questions of oil, including alternative approaches for improving the use of ports and harbours\n\nPromotion and protection of the lamps of the north\n\nNote by the Secretary-General**\n\nThe Secretary-General has the honour to transmit to the General Assembly the report of the keepers on the lamps of the north, submitted in accordance with resolution 25/2.\n",
			"p", "Promotion and protection of the lamps", "en", "A/99/373"},
		{"a table that lost its form", "en", "| |United Nations |A/LHT/22/L.10 |\n\n|[pic] |General Assembly |Distr.: Limited |\n\n| | |15 May 2045 |\n\n| | |Original: French |\n\nCouncil of the Lamps\n\nTwenty-second session\n\nGeneva, 4-15 May 2045\n\nDraft report on the lamps of the north*\n\nContents\n\nParagraphs Page\n\nIntroduction x–x x\n\nI Summary of the proceedings x–x x\n\nII. Conclusions x–x x\n\nIntroduction\n\n1. The keepers held their twenty-second session from 4 to 15 May 2045 in the old customs house and adopted the report on the lamps at the last of its meetings.\n\n2. The council of the lamps selected the following group of keepers to help with the review of the north, as it had done in the years before.\n",
			"h2 p1 p2", "Draft report on the lamps", "fr", "A/LHT/22/L.10"},
	} {
		tr, _ := imported(t, c.lang, c.in)
		if got := shapeOfUnits(tr.Units); got != c.shape || !strings.HasPrefix(tr.Meta.Title, c.title) || tr.Meta.Original != c.original || len(tr.Meta.Symbols) == 0 || tr.Meta.Symbols[0] != c.symbol {
			t.Errorf("%s: %s\n%+v\n%+v", c.name, got, tr.Meta, tr.Units)
		}
	}
}

// TestTransmitted: the report that a note transmits has its own title, and its
// first section's was run into the text.
func TestTransmitted(t *testing.T) {
	tr, _ := imported(t, "en", "A/99/373\n\nDistr.: General\n6 September 2046\nOriginal: English\n\nProtection of the lamps of the north\n\nNote by the Secretary-General\n\nThe Secretary-General has the honour to transmit to the Assembly the report of the keepers on the lamps of the north, submitted in accordance with resolution 25/2.\n\n16-15396 (E) 270946 *1615396*\n\nReport of the keepers on the lamps of the north and on the oil that they need in the months of the winter\n\nSummary In the present report the keepers say what they think of the lamps, of the oil and of what both cost in the winter.\n\nI. Introduction\n\n1. The lamps of the north were lit for the first time by the keepers of Blue Harbour a hundred years ago.\n")
	if got := shapeOfUnits(tr.Units); got != "p h2 h2 p h2 p1" || tr.Meta.Subtitle != "Note by the Secretary-General" {
		t.Errorf("%s\n%+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestSessionAbove: a symbol and a session stand above a title in capitals that
// is as long as prose, over several lines.
func TestSessionAbove(t *testing.T) {
	for _, fields := range []string{"A/52/250(1)\n19 septembre 2047\nCinquante-deuxième session\n", "Mémoire du Secrétaire général\n\nA/BUR/52/1\n\n[Original : ANGLAIS] [11 septembre 2047]\nCinquante-deuxième session\nBUREAU\n\n"} {
		tr, _ := imported(t, "fr", fields+"ORGANISATION DE LA CINQUANTE-DEUXIÈME SESSION ORDINAIRE\nDE L'ASSEMBLÉE DES PHARES, ADOPTION DE L'ORDRE DU JOUR ET\nRÉPARTITION DES QUESTIONS INSCRITES À\nL'ORDRE DU JOUR\nPremier rapport du Bureau\n\n1. À ses deux séances, les 17 et 18 septembre 2047,\nle Bureau a examiné un mémoire des gardiens\nconcernant l'organisation de la session et\nla répartition des questions inscrites à son ordre du\njour pour les phares.\n2. Comme les gardiens l'ont suggéré\nau paragraphe 3 de leur mémoire, le Bureau appelle l'attention\nde l'Assemblée sur l'huile des phares du nord.\n")
		if !strings.HasPrefix(tr.Meta.Title, "ORGANISATION DE LA") || !strings.HasSuffix(tr.Meta.Title, "L'ORDRE DU JOUR") || !strings.Contains(tr.Meta.Event, "Cinquante-deuxième session") || shapeOfUnits(tr.Units) != "p1 p2" {
			t.Errorf("%+v\n%+v", tr.Meta, tr.Units)
		}
	}
}

// TestSummaryRecord: the masthead of a record of a meeting, its list of what was
// dealt with, and the headings that the list has.
func TestSummaryRecord(t *testing.T) {
	tr, _ := imported(t, "fr", "NATIONS UNIES\n\nDistr.\n\nGÉNÉRALE\n\nLHT/C/SR.434/Add.1\n\n19 juin 2040\n\nOriginal : FRANÇAIS\n\nCOMITÉ DES PHARES\n\nVingt-quatrième session\n\nCOMPTE RENDU ANALYTIQUE DE LA DEUXIÈME PARTIE (PUBLIQUE)*\n\nDE LA 434ème SÉANCE\n\ntenue à l'ancienne douane, à Port Bleu,\n\nle jeudi 17 mai 2040, à 10 heures\n\nPrésident : M. VIK\n\nSOMMAIRE\n\nRAPPORT ANNUEL DU COMITÉ SUR L'HUILE (suite)\n\n_______________\n\n*Le compte rendu analytique de la première partie de la séance est publié sous une autre cote.\n\n_______________\n\nLa deuxième partie de la séance commence à 11 h 45.\n\nRAPPORT ANNUEL DU COMITÉ SUR L'HUILE (point 11 de l'ordre du jour) (suite) (LHT/C/XXIV/CRP.1 et Add.1 à 8)\n\n1.Le PRÉSIDENT invite le Comité à poursuivre l'adoption de son rapport annuel sur l'huile.\n\nChapitre I - Questions d'organisation et questions diverses (LHT/C/XXIV/CRP.1)\n\n2.Le chapitre I est adopté sans vote, après une longue discussion.\n\n3.Le PRÉSIDENT signale aux membres du Comité que le chapitre II leur sera présenté de nouveau.\n")
	if got := shapeOfUnits(tr.Units); got != "p h2 p1 h3 p2 p3" || tr.Meta.EventStart != "2040-05-17" || !strings.HasPrefix(tr.Meta.Title, "COMPTE RENDU") {
		t.Errorf("%s\n%+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestMarksAlone: numbers, letters and pages on lines of their own, in a list of
// contents and in the text, and the number of a page within a sentence.
func TestMarksAlone(t *testing.T) {
	tr, _ := imported(t, "fr", "Table des matières\nPage\nI.\nIntroduction\n..........................\n2\nII.\nDéfinition pratique de la notion de phare..........................\n3\nIII.\nTrouver un terrain d'entente concernant les rôles des gardiens dans les\nports industrialisés et dans les autres\n...\n7\nAnnexe\nComposition du Groupe de travail\n....\n19\nDocument LHT-II/PC-3/DOC/5-F\n1 août 2045\nOriginal: anglais\nGroupe de travail sur les phares\nRAPPORT DU GROUPE DE TRAVAIL SUR LES PHARES ET SUR\nL’HUILE\n- 2 -\nLHT-II/PC-3/DOC/5-F\nI.\nIntroduction\n1.\nLe présent rapport a été établi par le Groupe de travail sur les phares, créé\npar le Secrétaire général conformément au mandat qui lui a été confié au cours\nde la première phase de la réunion.\n2.\nUn rapport de base contenant la plus grande partie des documents produits par\nle Groupe est mis à disposition séparément.\n3.\nLe Groupe s'est réuni quatre fois à Port Bleu pendant l'hiver et le printemps de\nl'année qui vient de finir, et il a\n- 3 -\nLHT-II/PC-3/DOC/5-F\nparlé de l'huile.\nII.\nDéfinition pratique de la notion\nde phare\n5.\nTout le monde ne conçoit pas encore le phare de la même façon, et de grandes\ndivergences sont apparues quant à sa portée.\n")
	if got := shapeOfUnits(tr.Units); got != "h2 p1 p2 p3 h2 p5" || !strings.HasPrefix(tr.Meta.Title, "RAPPORT DU GROUPE") || tr.Units[4].Text != "II. Définition pratique de la notion de phare" {
		t.Errorf("%s\n%+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestResolutionWithin: a clause with the number of a note behind its comma, and
// a resolution that a report recommends.
func TestResolutionWithin(t *testing.T) {
	tr, _ := imported(t, "en", "Page 1 of 5\nUNEDITED\nDraft Resolution for adoption by the Council\n1. The Commission on Lamps recommends to the Economic and Social Council the\nadoption of the following draft resolution:\nAssessment of the lamps 2048\nThe Economic and Social Council,\nRecalling the outcome documents of the keepers,3\nRecalling that access to oil contributes significantly to strengthening the lamps\nof all ports, thus helping all keepers to reach the goals that they have agreed\nupon in the years before,\n")
	if got := shapeOfUnits(tr.Units); got != "p1 h2 p p p" {
		t.Errorf("%s %+v", got, tr.Units)
	}
	tr, _ = imported(t, "en", "Resolution 2043/3: Assessment of the progress made in the implementation of and follow-up to the outcomes of the meeting of the keepers of lamps\n\nResolution adopted by the Economic and Social Council on 7 June 2043\n\n[on the recommendation of the Commission on Lamps (E/2043/31)]\n\n2043/3. Assessment of the progress made in the implementation of and follow-up to the outcomes of the meeting of the keepers of lamps\n\nThe Economic and Social Council,\n\nRecalling the outcome documents of the keepers,11\n\nRecalling also its resolution 2006/46 on the lamps of the north and the mandate that it gave to the keepers,\n")
	if got := shapeOfUnits(tr.Units); got != "p p p" || !strings.HasPrefix(tr.Meta.Title, "2043/3.") {
		t.Errorf("%s %+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestOfficialCover: the cover of a supplement to the records of an organ.
func TestOfficialCover(t *testing.T) {
	tr, _ := imported(t, "es", "E/1999/31 E/CN.16/1999/9\nNaciones Unidas\nComisión de Faros y Lámparas Informe sobre el cuarto período de sesiones de los fareros del norte (17 a 21 de mayo de 2049)\nConsejo Económico y Social Documentos Oficiales, 2049 Suplemento No. 11\nE/1999/31 E/CN.16/1999/9\nNota Las signaturas de los documentos de las Naciones Unidas se componen de letras mayúsculas y cifras.\nISSN 1020-2072\nResumen En su cuarto período de sesiones, los fareros consideraron siete temas, incluido el examen de un informe sobre el aceite y lo que cuesta en el invierno.\n")
	if got := shapeOfUnits(tr.Units); got != "h2 p" || !strings.HasPrefix(tr.Meta.Title, "Comisión de Faros") {
		t.Errorf("%s %+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestFused: a full stop between letters is no number's unless it counts on.
func TestFused(t *testing.T) {
	tr, _ := imported(t, "en", "Lamps and ports\n\nThe site lamps.Example is down. 3.The keepers said so at length and nobody knows what it was that they meant by it.\n\n3.The keepers met once in the old customs house and spoke at length of oil.\n\nB.Vik spoke as well, and said what he had said in the year before about the oil.\n")
	for _, u := range tr.Units {
		if u.Number != "" || u.Kind == report.Heading {
			t.Errorf("%+v", u)
		}
	}
}

// TestPlainContents: lists of contents without pages, which the first heading
// of the text ends.
func TestPlainContents(t *testing.T) {
	text := "1. " + strings.TrimPrefix(keepers, "Le Comité ") + "\n\n2. " + keepers + "\n\n3. " + keepers + "\n"
	for name, in := range map[string]string{
		"first entry again": "Rapport sur les phares du nord\n\nTable des matières\n\nI. Introduction\n\nII. Organisation de la session\n\nIII. Huile\n\nI. Introduction\n\n" + text,
		"counted otherwise": "Rapport sur les phares du nord\n\n  Table des matières\n\n\n  1. INTRODUCTION\n  2. ORGANISATION DE LA SESSION\n  3. HUILE\n\nI.   INTRODUCTION\n\n" + text,
		"pages in no order": "Rapport sur les phares du nord\n\nTABLE DES MATIÈRES\n\nChapitre Page\n\nIntroduction ... 4\n\nI. Huile ... 9\n\nII. Lampes ... 7 Annexes\n\nI. Projets ...\n\nINTRODUCTION\n\n" + text,
	} {
		tr, _ := imported(t, "fr", in)
		if got := shapeOfUnits(tr.Units); got != "h2 p1 p2 p3" {
			t.Errorf("%s: %s %+v", name, got, tr.Units)
		}
	}
}

// TestSiteHead: what a site has above a text.
func TestSiteHead(t *testing.T) {
	in := "Page d'accueil Phares du Nord English | Español\nCopie imprimable\n\nRetour à la page\nde l'Assemblée des phares\n/\n\nMémoire sur les phares du nord\n\n" + keepers + "\n\n" + keepers + "\n"
	tr, ledger := imported(t, "fr", in)
	if tr.Meta.Title != "Mémoire sur les phares du nord" || shapeOfUnits(tr.Units) != "p p" {
		t.Errorf("%+v\n%+v\n%+v", tr.Meta, tr.Units, ledger.Entries)
	}
}

// TestOfficialForms: digits of Arabic, which stay as printed, room instead of a full stop behind the
// number of a section, a title in capitals over lines, a committee's country.
func TestOfficialForms(t *testing.T) {
	long := "3. " + strings.TrimSpace(keepers) + "\n"
	for name, c := range map[string]struct{ lang, in, shape string }{
		"digits": {"ar", "الأمم المتحدة\n\nA/99/77\n\nDistr.: General\n\n14 March 2049\n\nلجنة المنارات\n\nالملاحظات الختامية بشأن التقرير الثالث عن منارات الشمال\n\nأولا ً - مقدمة\n\n" +
			"١- نظرت اللجنة في التقرير الثالث عن منارات الشمال في جلستها المعقودة في الميناء القديم، واعتمدت الملاحظات الختامية التالية في جلستها الأخيرة في المدينة.\n\n" +
			"٢- وترحب اللجنة بتقديم التقرير الثالث عن المنارات وهو ما أتاح فهم حالة المصابيح في الموانئ فهما أفضل من ذي قبل وتشكر الحراس على ما بذلوه.\n\n" +
			"3 - ترحب اللجنة بالتصديق على اتفاقية المصابيح والزيوت وبما قامت به السلطات في الموانئ كلها من صيانة للمنارات خلال السنوات العشر الماضية.\n", "h2 p١ p٢ p3"},
		"room":     {"fr", "Mémoire sur les phares du nord\n\n1     Objet\n\n" + keepers + "\n\n2     Rappel\n\n" + keepers + "\n", "h2 p h2 p"},
		"capitals": {"fr", "Mémoire sur les phares du nord\n\nIntroduction\n\n1. " + keepers + "\n\n2. " + keepers + "\n\nMÉCANISMES POUR RELEVER LE DÉFI\nQUE REPRÉSENTE LE PRIX\nDE L'HUILE\n\n" + long, "h2 p1 p2 h2 p3"},
		"country":  {"zh", "联 合 国\n\nA/99/77\n\nDistr.: General\n\n5 April 2049\n\n灯塔委员会\n\n第四十八届会议\n\n灯塔委员会的结论性意见\n\n南非\n\n1. 委员会在2049年1月21日第967和968次会议(见CEDAW/C/SR.967和968)上审议了南非合并提交的第二、第三和第四次报告(CEDAW/C/ZAF/2-4)。委员会的事项和问题清单载于CEDAW/C/ZAF/Q/4。\n\nA.导言\n\n2. 委员会感谢缔约国合并提交第二、第三和第四次报告,报告条理清楚,总体上遵循了委员会的指南。\n", "p1 h2 p2"},
	} {
		tr, _ := imported(t, c.lang, c.in)
		if got := shapeOfUnits(tr.Units); got != c.shape {
			t.Errorf("%s: %s %+v\n%+v", name, got, tr.Meta, tr.Units)
		}
	}
}
