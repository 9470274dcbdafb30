package clean

import (
	"strings"
	"testing"
)

// onPages are the lines of a text with the same head on every page, as a program
// that keeps the layout of a page leaves them.
func onPages(pages ...string) string {
	var b strings.Builder
	for i, p := range pages {
		b.WriteString(strings.Repeat("\f", min(i, 1)) + "   PORTS\n   Moderator: Ana Brito\n   06-26-31/1:30 pm\n   Confirmation # 7522\n   Page " + string(rune('1'+i)) + "\n\n\n" + p + "\n\n")
	}
	return b.String()
}

// TestSittings imports records of who said what as they are printed on pages
// and shown on sites.
func TestSittings(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"a head of several lines, speech set apart from names", "en", onPages(
			"                Transcript of the Ports\n\nJon Vik:          Thank you, Ana. We have twenty-three keepers in the Harbour\n                  Room and nobody in the queue. May I remind everyone to say who\n                  they are before they speak of the lamps?\n\nAna Brito:        Thanks, Jon. On the screen you see the plan of the lamps, and",
			"                  you will notice that it has three colours.\n\nJon Vik:          I see two of them from here, and so do the keepers of the\n                  Islands, who have the sun in their eyes.",
			"Ana Brito:        Then let us close the curtains. The meeting is adjourned."),
			"**Jon Vik:** Thank you, Ana. We have twenty-three keepers in the Harbour Room and nobody in the queue. May I remind everyone to say who they are before they speak of the lamps?\n\n**Ana Brito:** Thanks, Jon. On the screen you see the plan of the lamps, and you will notice that it has three colours.\n\n**Jon Vik:** I see two of them from here, and so do the keepers of the Islands, who have the sun in their eyes.\n\n**Ana Brito:** Then let us close the curtains. The meeting is adjourned."},
		{"times between paragraphs, offices in long brackets, heads on two sides", "fr", "Comité des phares\nTÉMOIGNAGES\nLe lundi 21 novembre 2031\n\n● (1535)\n\nLe président (M. Luc Blain (Port-Bleu—Les Îles,\nLib.)): Bonjour à tous. Nous parlons ce soir des phares du nord.\n\nMme Odile Roux (directrice, Lampes et lentilles, Autorité du\nport de Port-Bleu et des îles du nord): Merci. Les phares du\nnord coûtent cher, et ceux qui les gardent le savent depuis les\n\n\f2 PHAR-47 21 novembre 2031\n\npremières nuits de l'hiver.\n\nLe président: Merci beaucoup. Monsieur Vik, nous vous écoutons,\nsi vous êtes en mesure de nous entendre depuis la plus grande des\n\n\f21 novembre 2031 PHAR-47 3\n\nîles du nord.\n\nM. Jon Vik: Je vous entends.\n\n● (1550)\n\nLe président: Nous vous écoutons donc.\n\nDes députés: Bravo!\n\nM. Jon Vik: La lampe est vieille. Nous attendons une pièce depuis\nle mois de mars, et nous avons la nuit plus longue que vous ne\nl'avez ici.\n\n\f21 novembre 2031 PHAR-47 5\n\nLe président: Je vous remercie.\n\nPublié en conformité de l'autorité du Président des ports\n\nPERMISSION DU PRÉSIDENT\n\nLes délibérations des ports sont mises à la disposition du public.\n",
			"**Le président (M. Luc Blain (Port-Bleu—Les Îles, Lib.)):** Bonjour à tous. Nous parlons ce soir des phares du nord.\n\n**Mme Odile Roux (directrice, Lampes et lentilles, Autorité du port de Port-Bleu et des îles du nord):** Merci. Les phares du nord coûtent cher, et ceux qui les gardent le savent depuis les premières nuits de l'hiver.\n\n**Le président:** Merci beaucoup. Monsieur Vik, nous vous écoutons, si vous êtes en mesure de nous entendre depuis la plus grande des îles du nord.\n\n**M. Jon Vik:** Je vous entends.\n\n**Le président:** Nous vous écoutons donc.\n\n**Des députés:** Bravo!\n\n**M. Jon Vik:** La lampe est vieille. Nous attendons une pièce depuis le mois de mars, et nous avons la nuit plus longue que vous ne l'avez ici.\n\n**Le président:** Je vous remercie."},
		{"a tab between name and speech", "en", "Transcript of the Ports\n\nAna Brito:\tGood afternoon. We speak of the lamps.\n\n\tWe have an hour for it.\n\nJon Vik:\tThank you, Ana.\nAna Brito:\tPlease go on.\nJon Vik:\tI will, if I may.\n",
			"**Ana Brito:** Good afternoon. We speak of the lamps.\n\nWe have an hour for it.\n\n**Jon Vik:** Thank you, Ana.\n\n**Ana Brito:** Please go on.\n\n**Jon Vik:** I will, if I may."},
		{"who presided, in bold between dashes", "fr", "**Mardi 4 juin 2030**\n\n**- Présidence de Mme Odile Roux, présidente -**\n\n**Éclairage des ports**\n\n**Mme Odile Roux, présidente. –** Mes chers collègues, la séance est ouverte.\n\n**M. Luc Blain, rapporteur. –** Je vous remercie. Les phares coûtent cher.\n\n**Mme Odile Roux, présidente. –** La séance est levée.\n",
			"Présidence de Mme Odile Roux, présidente\n\n## Éclairage des ports\n\n**Mme Odile Roux, présidente:** Mes chers collègues, la séance est ouverte.\n\n**M. Luc Blain, rapporteur:** Je vous remercie. Les phares coûtent cher.\n\n**Mme Odile Roux, présidente:** La séance est levée."},
		{"years in brackets are no times", "en", "# Lamps\n\n" + opening + "(1998)\n\n" + opening + "(2015)\n\n" + opening,
			opening + "(1998)\n\n" + opening + "(2015)\n\n" + strings.TrimSpace(opening)},
		{"the foot of a site below what was said", "es", "Usted está aquí\n\nInicio\n\nFPN 2031 - Sala 9: Los faros del norte\n\n" + captions + "\n\n\\*\\*\\*\n\n>> ANA BRITO: Muy buenas tardes.\n\n>> JON VIK: Gracias.\n\n(Aplausos).\n\nThe Lamp Forum\n\nSecretariat of the Lamp Forum\nOld Customs House\n1211 Blue Harbour\n\nlamps [at] ports [dot] example\n\nCopyright © 2031 Lamp Forum\n",
			"**ANA BRITO:** Muy buenas tardes.\n\n**JON VIK:** Gracias.\n\n(Aplausos)."},
	})
}

const captions = "The following are the outputs of the captioning taken during a meeting of keepers. Although it is largely accurate, in some cases it may be incomplete or inaccurate due to inaudible passages or transcription errors."

// TestMinutes imports what secretariats write of a meeting, by way of programs
// that make text of it.
func TestMinutes(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"bullets of the second level at the margin", "fr", "Réunion des gardiens\n\nLes gardiens des phares du nord sont convenus de ce qui suit pour l'année qui vient, à la\ndemande des ports :\n\n• les lampes seront nettoyées chaque semaine par celles et ceux qui les gardent, en hiver comme\nen été ;\n• les séances seront limitées à :\no une séance par phare retenu ;\no une séance consacrée aux îles du nord et à celles et ceux qui y vivent pendant toute\nl'année ;\no une séance pour les ports.\n\nLes gardiens ont remercié les ports de leur accueil et de la vieille douane où ils se sont\nréunis.\n",
			"Les gardiens des phares du nord sont convenus de ce qui suit pour l'année qui vient, à la demande des ports :\n\n- les lampes seront nettoyées chaque semaine par celles et ceux qui les gardent, en hiver comme en été ;\n- les séances seront limitées à :\n  - une séance par phare retenu ;\n  - une séance consacrée aux îles du nord et à celles et ceux qui y vivent pendant toute l'année ;\n  - une séance pour les ports.\n\nLes gardiens ont remercié les ports de leur accueil et de la vieille douane où ils se sont réunis."},
		{"a note with an asterisk at the foot of pages, within lists set in", "fr", "Réunion des gardiens\n\n1.  Les gardiens des phares du nord sont convenus de ce qui suit pour l'année qui vient, à la\n    demande des ports :\n\n        • les lampes seront nettoyées chaque semaine par celles et ceux qui les gardent, en\n          hiver comme en été ;\n\n  * Ce résumé a été traduit par des bénévoles. Les ports déclinent toute responsabilité.\n\n\f        • les phares seront peints.\n\n2.  Les gardiens ont remercié les ports de leur accueil et de la vieille douane où ils se\n    sont réunis, et ils ont salué,\n\n  * Ce résumé a été traduit par des bénévoles. Les ports déclinent toute responsabilité.\n\n\f    comme chaque année, les îles du nord.\n\n    Prochaines étapes\n\n3.  Les gardiens se réuniront de nouveau au printemps dans la vieille douane, avec les ports et\n    les îles du nord.\n",
			"1\\. Les gardiens des phares du nord sont convenus de ce qui suit pour l'année qui vient, à la demande des ports :\n\n- les lampes seront nettoyées chaque semaine par celles et ceux qui les gardent, en hiver comme en été ;\n- les phares seront peints.\n\n2\\. Les gardiens ont remercié les ports de leur accueil et de la vieille douane où ils se sont réunis, et ils ont salué, comme chaque année, les îles du nord.\n\n## Prochaines étapes\n\n3\\. Les gardiens se réuniront de nouveau au printemps dans la vieille douane, avec les ports et les îles du nord."},
		{"signs of two levels at one margin, a table below a heading", "es", "Reunión de fareros\n\nLos fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n\nLámparas\nLos fareros acordaron lo que sigue para el año que viene, a petición de los puertos del norte.\n• Las lámparas se limpian.\n• Los puertos pagan:\n◦ las lámparas;\n◦ la pintura.\n• Los faros se pintan.\n\nTareas\nTarea\tPlazo\nLimpiar\tmayo\nPintar\tjunio\n",
			"Los fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n\n## Lámparas\n\nLos fareros acordaron lo que sigue para el año que viene, a petición de los puertos del norte.\n\n- Las lámparas se limpian.\n- Los puertos pagan:\n  - las lámparas;\n  - la pintura.\n- Los faros se pintan.\n\n## Tareas\n\n| Tarea | Plazo |\n| --- | --- |\n| Limpiar | mayo |\n| Pintar | junio |"},
		{"a head below a rule and the number of a page", "es", "# Foro de los Faros del Norte\n\n## **FFN 17**\n\n# **Tercera reunión de los guardianes**\n\nPuerto Azul, 6 y 7 de mayo de 2031\n\n#### *Ayuda memoria: tareas*\n\nLos fareros se reunieron en la vieja aduana y hablaron los días 6 y 7 de\n\n1\n\n---\n\n**FFN 17** – Ayuda memoria\n\nmayo de las lámparas del norte.\n\n## **Lámparas**\n\nSon viejas.\n",
			"Los fareros se reunieron en la vieja aduana y hablaron los días 6 y 7 de mayo de las lámparas del norte.\n\n## Lámparas\n\nSon viejas."},
		{"a table whose head was left empty", "es", "# Reunión de fareros\n\nLos fareros acordaron lo que sigue para el año que viene, a petición de los puertos.\n\n|   |   |\n| --- | --- |\n| **Tarea** | **Plazo** |\n| Limpiar las lámparas | mayo |\n| Pintar los faros | junio |\n",
			"Los fareros acordaron lo que sigue para el año que viene, a petición de los puertos.\n\n| Tarea | Plazo |\n| --- | --- |\n| Limpiar las lámparas | mayo |\n| Pintar los faros | junio |"},
		{"sections beside the days", "es", "# Reunión de fareros\n\nLos fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n\n## Asistentes\n\nVinieron veinte fareros.\n\n## Primera jornada - 6 de mayo de 2031\n\n### Las lámparas\n\nLas lámparas son viejas.\n\n## Segunda jornada - 7 de mayo de 2031\n\n### Los puertos\n\nLos puertos son caros.\n\n## Tareas\n\nLimpiar las lámparas.\n",
			"Los fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n\n## Asistentes\n\nVinieron veinte fareros.\n\n## Primera jornada - 6 de mayo de 2031\n\n### Las lámparas\n\nLas lámparas son viejas.\n\n## Segunda jornada - 7 de mayo de 2031\n\n### Los puertos\n\nLos puertos son caros.\n\n## Tareas\n\nLimpiar las lámparas."},
		{"the office whose addresses stand at the end", "es", "# Reunión de fareros\n\nLos fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n\nSecretaría de los Faros\n\n[faros@puerto.example](mailto:faros@puerto.example) | [www.faros.example](http://www.faros.example)\n\nSíganos en X: @faros\n",
			"Los fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas."},
		{"whose position it is not", "es", "**Reunión de fareros**\n\n*Nota: Este documento fue preparado por la Secretaría de los faros y no refleja necesariamente la posición de los puertos.*\n\nLos fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas.\n",
			"Los fareros se reunieron en la vieja aduana y hablaron dos días de las lámparas."},
	})
}

// TestDaysOfCaptions: the notice of captioners says when the meeting was.
func TestDaysOfCaptions(t *testing.T) {
	notice := strings.Replace(captions, "a meeting of keepers", "the Third Annual Meeting of Keepers in Oslo, from 5 to 9 December 2031", 1)
	tr, _ := imported(t, "es", "FPN 2031 - Sala 9: Los faros\n\n"+notice+"\n\n>> ANA BRITO: Buenas tardes.\n\n>> JON VIK: Gracias.\n")
	if m := tr.Meta; m.Event != "FPN 2031" || m.EventStart != "2031-12-05" || m.EventEnd != "2031-12-09" {
		t.Errorf("the meeting is %q, %s to %s", m.Event, m.EventStart, m.EventEnd)
	}
}
