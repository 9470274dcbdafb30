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
		{"fields above a long title", "fr", "Nations Unies\n\nLHT/C/NOR/CO/1\n\nConvention des phares et des lampes\n\nDistr. générale\n\n7 juillet 2044\n\nFrançais\n\nOriginal: anglais\n\nComité des phares\n\nObservations finales du Comité des phares sur le mémoire des gardiens du Nord au sujet de l’huile, comme le veulent le Règlement des lampes et la Charte des feux de port *\n\n" +
			keepers + "\n\nI.Introduction\n\n" + keepers + "\n\nII.Remarques du Comité\n\nLampes allumées\n\n" + keepers + "\n",
			"p h2 p h2 h3 p", "Observations finales du Comité des phares sur le mémoire", "en", "LHT/C/NOR/CO/1"},
		{"numbers without their tabs", "es", "Distr.\n\nGENERAL\n\nLHT/C/SUR/CO/431 de julio de 2048\n\nESPAÑOLOriginal: INGLÉS\n\nCOMITÉ DE LOS FAROS93º período de sesionesPuerto Azul, 7 a 25 de julio de 2048\n\nLECTURA DE LAS CARTAS ENVIADAS POR LOS PUERTOS\n\nObservaciones finales del Comité de los Faros\n\n1.El Comité examinó el cuarto informe de los fareros del sur y aprobó las observaciones siguientes en su última sesión, celebrada el 22 de julio de 2048 en la aduana vieja de Puerto Azul.\n\nA. Introducción\n\n2.El Comité ha visto con mucho gusto:\n\na)La lámpara nueva de la isla y el aceite que se compró para ella en el invierno;\n\nb)La reparación de la escalera del faro grande, que estaba rota desde hacía años.\n",
			"p1 h2 p2 p p", "LECTURA DE LAS CARTAS", "en", "LHT/C/SUR/CO/4"},
		{"an organ, distribution and date in one line", "en", "United Nations A/99/512\n\nGeneral Assembly Distr.: General 3 October 2046\n\nOriginal: English\n\nNinety-first session Item 84 (c) of the provisional agenda* Care of lamps: questions of oil, with what the ferries have said of the stairs and stores of harbours\n\nCare and repair of the lamps of the north\n\nNote by the Secretary-General**\n\nThe Secretary-General sends to the General Assembly what the keepers have written on the lamps of the north, as resolution 18/7 had asked them in the spring.\n",
			"p", "Care and repair of the lamps", "en", "A/99/512"},
		{"a table that lost its form", "en", "| |United Nations |A/LHT/31/L.4 |\n\n|[pic] |General Assembly |Distr.: Limited |\n\n| | |12 April 2047 |\n\n| | |Original: French |\n\nCouncil of the Lamps\n\nThirty-first session\n\nBlue Harbour, 2-12 April 2047\n\nDraft report on the lamps of the north*\n\nContents\n\nParagraphs Page\n\nIntroduction x–x x\n\nI What the keepers said x–x x\n\nII. Oil x–x x\n\nIntroduction\n\n1. The keepers came by ferry for their thirty-first session, which went on until 12 April 2047 in the old customs house, and they wrote this report on its last day.\n\n2. The council of the lamps asked three pilots to count the barrels of oil in the stores of the north, as it had done in the years before.\n",
			"h2 p1 p2", "Draft report on the lamps", "fr", "A/LHT/31/L.4"},
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
	tr, _ := imported(t, "en", "A/99/512\n\nDistr.: General\n3 October 2046\nOriginal: English\n\nProtection of the lamps of the north\n\nNote by the Secretary-General\n\nThe Secretary-General sends to the Assembly what the keepers have written on the lamps of the north, as they were asked to do in spring by resolution 18/7.\n\n46-20817 (E) 151046 *4620817*\n\nReport of the keepers on the lamps of the north and on the oil that they need in the months of the winter\n\nSummary In the present report the keepers say what they think of the lamps, of the oil and of what both cost in the winter.\n\nI. Introduction\n\n1. The lamps of the north were lit for the first time by the keepers of Blue Harbour a hundred years ago.\n")
	if got := shapeOfUnits(tr.Units); got != "p h2 h2 p h2 p1" || tr.Meta.Subtitle != "Note by the Secretary-General" {
		t.Errorf("%s\n%+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestSessionAbove: a symbol and a session stand above a title in capitals that
// is as long as prose, over several lines.
func TestSessionAbove(t *testing.T) {
	for _, fields := range []string{"A/43/408(1)\n14 octobre 2047\nQuarante-troisième session\n", "Lettre du Secrétaire général\n\nA/BUR/43/6\n\n[Original : RUSSE] [2 octobre 2047]\nQuarante-troisième session\nBUREAU\n\n"} {
		tr, _ := imported(t, "fr", fields+"PRÉPARATION DE LA QUARANTE-TROISIÈME SESSION D'AUTOMNE\nDE L'ASSEMBLÉE DES PHARES, LECTURE DE L'ORDRE DU JOUR ET\nPARTAGE DES LETTRES QUI TOUCHENT À\nL'ORDRE DU JOUR\nSecond rapport du Bureau\n\n1. En deux matinées, les 8 et 9 octobre 2047,\nle Bureau a lu une longue lettre des ports\nqui disait ce que coûtent les lampes et\nce que les gardiens des îles ont payé pour l'huile du\nprintemps et de l'été.\n2. Puisque les ports le demandent\nà la page 5 de leur lettre, le Bureau rappelle les gardiens\nà leur promesse pour l'huile des phares du nord.\n")
		if !strings.HasPrefix(tr.Meta.Title, "PRÉPARATION DE LA") || !strings.HasSuffix(tr.Meta.Title, "L'ORDRE DU JOUR") || !strings.Contains(tr.Meta.Event, "Quarante-troisième session") || shapeOfUnits(tr.Units) != "p1 p2" {
			t.Errorf("%+v\n%+v", tr.Meta, tr.Units)
		}
	}
}

// TestSummaryRecord: the masthead of a record of a meeting, its list of what was
// dealt with, and the headings that the list has.
func TestSummaryRecord(t *testing.T) {
	tr, _ := imported(t, "fr", "NATIONS UNIES\n\nDistr.\n\nGÉNÉRALE\n\nLH/C/SR.43/Add.2\n\n5 novembre 2040\n\nOriginal : FRANÇAIS\n\nCOMITÉ DES PHARES\n\nSeizième session\n\nCOMPTE RENDU ANALYTIQUE DE LA SECONDE PARTIE (OUVERTE)*\n\nDE LA 43ème SÉANCE\n\ntenue à l'ancienne douane, à Port Bleu,\n\nle mardi 9 octobre 2040, à 15 heures\n\nPrésident : M. VIK\n\nSOMMAIRE\n\nRAPPORT D'HIVER DU COMITÉ SUR L'HUILE (suite)\n\n_______________\n\n*Ce que les gardiens ont dit à huis clos avant la pause figure dans un cahier à part.\n\n_______________\n\nLa seconde partie de la séance s'ouvre à 16 h 20.\n\nRAPPORT D'HIVER DU COMITÉ SUR L'HUILE (point 6 de l'ordre du jour) (suite) (LH/C/XVI/CRP.7 et Add.2 à 5)\n\n1.Le PRÉSIDENT prie les gardiens de reprendre la lecture de leur rapport sur l'huile.\n\nChapitre I - Prix d'hiver et soucis divers (LH/C/XVI/CRP.7)\n\n2.Le chapitre I est gardé sans vote, après une longue lecture.\n\n3.Le PRÉSIDENT dit à ceux qui sont venus par le bac que la suite du rapport sera lue au printemps.\n")
	if got := shapeOfUnits(tr.Units); got != "p h2 p1 h3 p2 p3" || tr.Meta.EventStart != "2040-10-09" || !strings.HasPrefix(tr.Meta.Title, "COMPTE RENDU") {
		t.Errorf("%s\n%+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestMarksAlone: numbers, letters and pages on lines of their own, in a list of
// contents and in the text, and the number of a page within a sentence.
func TestMarksAlone(t *testing.T) {
	tr, _ := imported(t, "fr", "Table des matières\nPage\nI.\nIntroduction\n..........................\n2\nII.\nManière commune de compter les feux de port..........................\n3\nIII.\nChercher avec les pilotes ce que l'huile des lampes doit coûter dans les\nports de la côte et dans ceux des îles\n...\n7\nAnnexe\nNoms des gardiens entendus\n....\n19\nDocument LHT-IV/PC-2/DOC/8-F\n6 mars 2045\nOriginal: anglais\nGroupe de travail sur les lampes\nRAPPORT DU GROUPE DE TRAVAIL SUR LES LAMPES ET SUR\nL’HUILE\n- 2 -\nLHT-IV/PC-2/DOC/8-F\nI.\nIntroduction\n1.\nCes pages ont été écrites en hiver par le Groupe de travail sur les lampes, que\nles gardiens avaient réuni à Port Bleu pour qu'il leur dise combien les tours\nde la côte brûlent d'huile.\n2.\nUn cahier où chacun peut lire toutes les lettres que les ports ont envoyées à\nce Groupe est gardé dans l'ancienne douane.\n3.\nLe Groupe s'est réuni quatre fois à Port Bleu pendant l'hiver et le printemps de\nl'année qui vient de finir, et il a\n- 3 -\nLHT-IV/PC-2/DOC/8-F\nparlé de l'huile.\nII.\nManière commune de compter les feux\nde port\n5.\nLes ports du nord ne comptent pas leurs feux comme le font ceux du sud, et les\ngardiens en ont ri tout un hiver.\n")
	if got := shapeOfUnits(tr.Units); got != "h2 p1 p2 p3 h2 p5" || !strings.HasPrefix(tr.Meta.Title, "RAPPORT DU GROUPE") || tr.Units[4].Text != "II. Manière commune de compter les feux de port" {
		t.Errorf("%s\n%+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestResolutionWithin: a clause with the number of a note behind its comma, and
// a resolution that a report recommends.
func TestResolutionWithin(t *testing.T) {
	tr, _ := imported(t, "en", "Page 1 of 5\nUNEDITED\nDraft Resolution for a reading by the Council\n1. The Committee on Lighthouses asks the Economic and Social Council to agree\nupon this draft resolution:\nStairs of the towers 2048\nThe Economic and Social Council,\nRecalling the letters that the keepers wrote,3\nRecalling that a ferry which finds no lamp at the mouth of the harbour has to wait\nin the dark, with all who are on board and with the oil that they have brought\nfrom the islands,\n")
	if got := shapeOfUnits(tr.Units); got != "p1 h2 p p p" {
		t.Errorf("%s %+v", got, tr.Units)
	}
	tr, _ = imported(t, "en", "Resolution 2043/8: Repair of the stairs and of the oil-lamps in the towers that were shown to the meeting of the keepers of lamps\n\nResolution adopted by the Economic and Social Council on 21 June 2043\n\n[on the recommendation of the Committee on Ports (E/2043/52)]\n\n2043/8. Repair of the stairs and of the oil-lamps in the towers that were shown to the meeting of the keepers of lamps\n\nThe Economic and Social Council,\n\nRecalling the letters that the keepers wrote,11\n\nRecalling also its resolution 2039/14 on the lamps of the north and the oil that was owed to the keepers,\n")
	if got := shapeOfUnits(tr.Units); got != "p p p" || !strings.HasPrefix(tr.Meta.Title, "2043/8.") {
		t.Errorf("%s %+v\n%+v", got, tr.Meta, tr.Units)
	}
}

// TestOfficialCover: the cover of a supplement to the records of an organ.
func TestOfficialCover(t *testing.T) {
	tr, _ := imported(t, "es", "E/2049/44 E/CN.3/2049/12\nNaciones Unidas\nComisión de Faros y Lámparas Informe sobre el sexto período de sesiones de los fareros del norte (4 a 9 de octubre de 2049)\nConsejo Económico y Social Documentos Oficiales, 2049 Suplemento No. 7\nE/2049/44 E/CN.3/2049/12\nNota Las signaturas de los documentos de las Naciones Unidas llevan siempre el nombre de un puerto.\nISSN 9900-0011\nResumen Durante seis días, los fareros leyeron las cartas de los puertos y contaron los barriles que quedan, para saber qué aceite hace falta en el invierno.\n")
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
		"first entry again": "Rapport sur les phares du nord\n\nTable des matières\n\nI. Introduction\n\nII. Travaux des gardiens\n\nIII. Huile\n\nI. Introduction\n\n" + text,
		"counted otherwise": "Rapport sur les phares du nord\n\n  Table des matières\n\n\n  1. INTRODUCTION\n  2. TRAVAUX DES GARDIENS\n  3. HUILE\n\nI.   INTRODUCTION\n\n" + text,
		"pages in no order": "Rapport sur les phares du nord\n\nTABLE DES MATIÈRES\n\nChapitre Page\n\nIntroduction ... 6\n\nI. Huile ... 14\n\nII. Lampes ... 11 Annexes\n\nI. Projets ...\n\nINTRODUCTION\n\n" + text,
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
			"٢- وتشكر اللجنة الحراس الذين كتبوا في الشتاء رسائلهم عن المنارات وقالوا فيها كم تحتاج المصابيح في الموانئ من الزيت قبل أن يأتي الربيع.\n\n" +
			"3 - ترحب اللجنة بالتصديق على اتفاقية المصابيح والزيوت وبما قامت به السلطات في الموانئ كلها من صيانة للمنارات خلال السنوات العشر الماضية.\n", "h2 p١ p٢ p3"},
		"room":     {"fr", "Mémoire sur les phares du nord\n\n1     Objet\n\n" + keepers + "\n\n2     Rappel\n\n" + keepers + "\n", "h2 p h2 p"},
		"capitals": {"fr", "Mémoire sur les phares du nord\n\nIntroduction\n\n1. " + keepers + "\n\n2. " + keepers + "\n\nMOYENS TROUVÉS PAR LES PORTS\nQUE GÊNE TANT LE PRIX\nDE L'HUILE\n\n" + long, "h2 p1 p2 h2 p3"},
		"country":  {"zh", "联 合 国\n\nA/99/77\n\nDistr.: General\n\n5 April 2049\n\n灯塔委员会\n\n第十六届会议\n\n灯塔委员会的结论性意见\n\n北港\n\n1. 委员会在2049年3月14日第43和44次会议(见LH/C/SR.43和44)上读了北港看守人一起写的第五、第六和第七封信(LH/C/NOR/5-7)。看守人想问的事情都写在LH/C/NOR/Q/7里面。\n\nA.导言\n\n2. 委员会感谢北港的看守人在冬天寄来这几封信,信写得很清楚,也说了灯塔里还剩下多少桶灯油。\n", "p1 h2 p2"},
	} {
		tr, _ := imported(t, c.lang, c.in)
		if got := shapeOfUnits(tr.Units); got != c.shape {
			t.Errorf("%s: %s %+v\n%+v", name, got, tr.Meta, tr.Units)
		}
	}
}
