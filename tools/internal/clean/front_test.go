package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestLetterhead: names in several languages, an address, a meeting and its
// title over several lines, and the title again on the first page.
func TestLetterhead(t *testing.T) {
	tr, _ := imported(t, "fr", `LAMP UNION
UNION DES PHARES
P. O. Box 32, Port Azur, ALISIE Tel.: (251-11) 5182402 Fax: (251-11) 5182400
Website: www.phares.example
PREMIERE SESSION EXTRAORDINAIRE DU
COMITE TECHNIQUE DES GARDIENS (CTG)
DE L’UNION DES PHARES SUR LA
LUMIERE ET LES PORTS (CLP)
PORT AZUR, ALISIE
14-16 SEPTEMBRE 2041
PROJET DE DÉCLARATION DE L’UNION DES PHARES SUR LA
LUMIÈRE DES PORTS
Page 1 of 8
PROJET DE DÉCLARATION DE L’UNION DES PHARES SUR LA
LUMIÈRE DES PORTS
1.
Nous, gardiens des phares de l’Union, réunis dans la vieille douane de Port
Azur en session extraordinaire ;
2. Reconnaissant que la lumière est un outil essentiel pour toutes les
personnes qui prennent la mer, et rappelant la charte des gardiens de
l’Union.
3.
Rappelant les engagements pris à Port Azur lors des deux premières
réunions des gardiens de phares.
Page 2 of 8
Sur les principes de la lumière des ports
4. Décidons de garder allumés tous les phares de la côte, y compris ceux des
îles les plus lointaines.
`)
	m := tr.Meta
	if m.Title != "PROJET DE DÉCLARATION DE L’UNION DES PHARES SUR LA LUMIÈRE DES PORTS" || m.Place != "PORT AZUR, ALISIE" || m.EventEnd != "2041-09-16" || !strings.HasPrefix(m.Event, "PREMIERE SESSION") || m.Organisation != "LAMP UNION; UNION DES PHARES" {
		t.Errorf("%+v", m)
	}
	if len(tr.Units) != 5 || tr.Units[0].Number != "1" || tr.Units[3].Kind != report.Heading || tr.Units[3].Level != 2 {
		t.Errorf("%+v", tr.Units)
	}
}

// TestOfficialFront: a masthead that an extractor has left in short lines,
// without an empty one between agenda and title.
func TestOfficialFront(t *testing.T) {
	tr, _ := imported(t, "es", `FAR/GC/19/1/Add.1 Archivo de Ana Brito
Anuncio
NACIONES
UNIDAS
Consejo de Administración
del Programa de las
Naciones Unidas para los
Faros de la Costa
Distr.
GENERAL
FAR/GC/19/1/Add.1
27 de enero de 2043
ESPAÑOL
Original: INGLÉS
19º período de sesiones
Puerto Azul, 5 a 9 de mayo de 2043
Tema 3 del programa provisional
APROBACIÓN DEL PROGRAMA Y ORGANIZACIÓN DE LOS TRABAJOS
Anotaciones al programa provisional de la reunión de los faros
Nota de la secretaría
Apertura del período de sesiones
1.
La ceremonia de apertura del período de sesiones del Consejo tendrá lugar el lunes por la mañana en
la vieja aduana, presidida por el Presidente del Consejo de Administración o, en su ausencia, por uno
de los demás miembros de la Mesa.
Tema 1. Elección de la Mesa
2.
De conformidad con el artículo 12 de su Reglamento, el Consejo de Administración elegirá un
Presidente, tres Vicepresidentes y un Relator en la primera de las sesiones.
`)
	m := tr.Meta
	if m.Title != "Anotaciones al programa provisional de la reunión de los faros" || m.Subtitle != "Nota de la secretaría" || m.Date != "2043-01-27" || m.Original != "en" || m.EventStart != "2043-05-05" {
		t.Errorf("%+v", m)
	}
	want := []report.Unit{{Kind: report.Heading, Text: "Apertura del período de sesiones"}, {Kind: report.Paragraph, Number: "1"}, {Kind: report.Heading, Text: "Tema 1. Elección de la Mesa"}, {Kind: report.Paragraph, Number: "2"}}
	for i, u := range tr.Units {
		if len(tr.Units) != len(want) || u.Kind != want[i].Kind || u.Number != want[i].Number || want[i].Text != "" && u.Text != want[i].Text {
			t.Fatalf("%+v", tr.Units)
		}
	}
}

// TestTwoOrgans: the front of a report to two organs, side by side, and what
// stands in the page below numbered paragraphs set further in.
func TestTwoOrgans(t *testing.T) {
	tr, _ := imported(t, "fr", "Nations Unies                                     A/99/62–E/2044/3\n\n             Assemblée générale                  Distr. générale\n             Conseil économique et social        10 janvier 2044\n                                                 Français\n                                                 Original : anglais\n\n\nAssemblée générale                Conseil économique et social\nQuatre-vingt-dix-neuvième session     Session de 2044\nPoint 16 de l’ordre du jour       Point 18 b) de l’ordre du jour\n\n\n      Lumière des phares de la côte du Nord et de ses îles\n\n      Rapport du Secrétaire général\n\n      I. Introduction\n\n1.    Le présent rapport repose sur les informations communiquées par les gardiens\ndes phares de la côte, et met en évidence ce que coûtent la lumière et les ports.\n\n      II. Tendances\n\n      A. Huile\n\n2.    Au cours des vingt dernières années, le prix de l’huile a doublé dans tous les\nports de la côte, mais il reste plus bas que celui des lampes et des mèches.\n\n      B. Lampes\n\n3.    Les lampes se sont rapidement répandues. Les gardiens ont créé un organe de\nhaut niveau, qui se réunira chaque année dans l’un des ports de la côte.\n")
	if tr.Meta.Title != "Lumière des phares de la côte du Nord et de ses îles" || tr.Meta.Subtitle != "Rapport du Secrétaire général" || tr.Meta.Original != "en" || len(tr.Meta.Symbols) != 2 {
		t.Errorf("%+v", tr.Meta)
	}
	if got := shapeOfUnits(tr.Units); got != "h2 p1 h2 h3 p2 h3 p3" {
		t.Errorf("%s: %+v", got, tr.Units)
	}
}

// TestNumberOfAct: its number, its name, and its adoption in brackets.
func TestNumberOfAct(t *testing.T) {
	for lang, c := range map[string]struct{ in, title, symbol, first string }{
		"en": {"Resolution 140 (Rev. Blue Harbour, 2038)\n\n# The keepers' part in lighting the ports\n\n(Adopted at the fourth plenary meeting, held on 28 June 2038)\n\nThe Conference of the Lamp Union,\n\nrecalling the words of the keepers,\n", "The keepers' part in lighting the ports", "Resolution 140 (Rev. Blue Harbour, 2038)", "The Conference of the Lamp Union,"},
		"ar": {"القرار 140 (المراجَع في الميناء الأزرق، 2038)\n\n# دور الحراس في إنارة الموانئ\n\nإن مؤتمر اتحاد المنارات،\n\nإذ يذكِّر بكلام الحراس،\n", "دور الحراس في إنارة الموانئ", "القرار 140 (المراجَع في الميناء الأزرق، 2038)", "إن مؤتمر اتحاد المنارات،"},
	} {
		tr, _ := imported(t, lang, c.in)
		if tr.Meta.Title != c.title || len(tr.Meta.Symbols) != 1 || tr.Meta.Symbols[0] != c.symbol || tr.Units[0].Text != c.first {
			t.Errorf("%s: %+v %+v", lang, tr.Meta, tr.Units)
		}
	}
}

// TestFieldOfText: a field that says a sentence is the first line of the text.
func TestFieldOfText(t *testing.T) {
	tr, _ := imported(t, "fr", "Forum des phares du nord\nCompte rendu de la table ronde\nOslo, le 4 juin 2031\n\nParticipants : vingt-deux gardiens de neuf ports.\n\nOuverture\n\n"+keepers+"\n")
	if len(tr.Units) < 1 || tr.Units[0].Text != "Participants : vingt-deux gardiens de neuf ports." {
		t.Errorf("%+v", tr.Units)
	}
}
