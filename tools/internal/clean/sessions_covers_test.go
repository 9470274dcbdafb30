package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

// TestCovers imports reports with covers: the title says of which session or
// meeting it is, a series and an imprint stand around it, chapters have labels
// above their titles.
func TestCovers(t *testing.T) {
	for name, c := range map[string]struct{ lang, in, shape, title, event, start string }{
		"official records": {"en", "E/2045/31\nE/LN.16/2045/4\nUnited Nations\n\nCommission on Lamps\nfor Harbours\n\nReport on the twenty-eighth session\n(7–11 April 2045)\n\nEconomic and Social Council\nOfficial Records, 2045\nSupplement No. 11\n\n\fE/2045/31\nE/LN.16/2045/4\nEconomic and Social Council\nOfficial Records, 2045\nSupplement No. 11\n\nCommission on Lamps\nfor Harbours\n\nReport on the twenty-eighth session\n(7–11 April 2045)\n\nUnited Nations • New York, 2045\n\n\fE/2045/31\nE/LN.16/2045/4\n\nNote\n\nSymbols of United Nations documents are composed of letters combined with figures.\nMention of such a symbol indicates a reference to a United Nations document.\n\n\fE/2045/31\nE/LN.16/2045/4\n\n" +
			"Chapter I\nMatters that call for action by the harbours, or that were\nbrought to their attention\n\nA. Draft letter of the keepers\n\n1. The Commission asks the harbours to count their oil twice a year, and to tell the others what\nthey have found.\n\nChapter II\nOrganization of the session\n\nA. Officers\n\n2. The Commission elected the following officers by acclamation:\n\nChair:\nAna Brito (Norvania)\nVice-Chairs:\nJon Vik (Ostland)\nPeter van der Meer (Westmark)\n\n3. The Commission met in the old customs house, as it has done since the great storm of the north\nthat took the new one.\n",
			"h2 h3 h3 p1 h2 h3 h3 p2 p p p p p p3", "Commission on Lamps for Harbours", "", "2045-04-07"},
		"the meeting above the title": {"es", "NACIONES UNIDAS\n\nDistr.\nLIMITADA\nLC/FARO.9/5\n20 de noviembre de 2044\nORIGINAL: ESPAÑOL\n\nNovena Conferencia Ministerial sobre los Faros de la Costa del Norte\n\nPuerto Azul, 7 y 8 de noviembre de 2044\n\nINFORME DE LA NOVENA CONFERENCIA MINISTERIAL SOBRE LOS FAROS DE LA COSTA DEL NORTE\n\nA. TEMARIO\n\n1. La Conferencia aprobó el siguiente temario de los faros, que los guardianes habían escrito:\n\n1. Lámparas.\n2. Mechas.\n\n2. La Conferencia oyó a los guardianes del norte, que contaron su invierno.\n",
			"", "INFORME DE LA NOVENA", "Novena Conferencia Ministerial sobre los Faros", "2044-11-07"},
		"a session of a kind": {"fr", "**UNION DES PHARES** | **UNIÃO DOS FARÓIS**\n\n**CONSEIL EXÉCUTIF**\n**Quarantième session ordinaire**\n**14 – 15 février 2044**\n**Port-Bleu (Norvanie)**\n\n**EX.LX/1483(XL)**\n**Original : anglais**\n\n# **RAPPORT SUR LES LAMPES ET LES MÈCHES DU NORD**\n\n## **A. INTRODUCTION**\n\n1. Le Conseil a lu les lettres des gardiens, qui avaient passé l'hiver sans huile ni mèches.\n\n## **B. SUITE**\n\n2. Le Conseil lira les autres lettres au printemps, quand la glace sera partie.\n",
			"h2 p1 h2 p2", "RAPPORT SUR LES LAMPES", "CONSEIL EXÉCUTIF, Quarantième session ordinaire", "2044-02-14"},
	} {
		t.Run(name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, c.in)
			if got := shapeOfUnits(tr.Units); c.shape != "" && got != c.shape {
				t.Errorf("%s\n%s", got, page.Markdown(tr.Units))
			}
			if m := tr.Meta; !strings.HasPrefix(m.Title, c.title) || !strings.HasPrefix(m.Event, c.event) || m.EventStart != c.start {
				t.Errorf("%+v", m)
			}
		})
	}
}

// TestFootOfPage: the text of a note under its number at the foot of a page, and
// a list above it that is none.
func TestFootOfPage(t *testing.T) {
	checkBodies(t, []bodyCase{{"layout", "en", "Letters of the lamps1\n\n1.    The keepers read the letters of the pilots, who had gone out in all weathers and had come\nback with the ferry in the morning.\n\n2.    The Conference agreed on what follows:\n\n      1.   Lamps of the north.\n      2.   Wicks.\n\n\n1\n    The letters are in the annex.\n\f\n3.    The keepers of the east had no oil left, and they asked the others for some of theirs before\nthe ice came.\n",
		"1\\. The keepers read the letters of the pilots, who had gone out in all weathers and had come back with the ferry in the morning.\n\n2\\. The Conference agreed on what follows:\n\n1. Lamps of the north.\n2. Wicks.\n\n3\\. The keepers of the east had no oil left, and they asked the others for some of theirs before the ice came.\n\n[^1]: The letters are in the annex."}})
}
