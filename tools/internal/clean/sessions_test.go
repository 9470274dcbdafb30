package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

// TestDraftReport imports the report of a committee's session: its symbol says
// which issue of the document it is, items of the agenda stand above numbered
// paragraphs, and what the printer says stands in brackets.
func TestDraftReport(t *testing.T) {
	const in = `E

LHT/34/9 PROV.

ORIGINAL: FRENCH

DATE: JULY 18, 2045

Committee on Lamps

Thirty-fourth Session

Port Merrow, May 5 to 9, 2045

DRAFT REPORT

1.The Committee on Lamps held its thirty-fourth session in Port Merrow, and forty harbours sent a keeper to it.

AGENDA ITEM 1: OPENING OF THE SESSION

2.The keeper of the north opened the session and spoke at some length of the oil that had not come in the

LHT/34/9 Prov.
page 2

winter.

AGENDA ITEM 2: LETTERS FROM THE PORTS OF THE NORTH AND OF THE EAST, WITH WHAT THE PILOTS HAVE SAID OF THE OIL AND WICKS THERE

Reading of document LHT/34/2, a letter of the pilots of the eastern ports on the wicks that were sent to them last spring

3.The keepers read the letter of the pilots and asked the harbours of the east to count their wicks again.

LHT/34/9 Prov.
page 3

4.The Committee took note of the letter and will come back to the wicks.

[Annex I follows]

LHT/34/9 Prov.
ANNEX I

LETTERS RECEIVED BY THE SEASON

Season	Letters	Answered
Winter	31	12
Spring	42	40

[End of Annex I and of document]
`
	tr, _ := imported(t, "en", in)
	if m := tr.Meta; len(m.Symbols) != 1 || m.Symbols[0] != "LHT/34/9 PROV." || m.Subtitle != "" || m.EventStart != "2045-05-05" || m.Type != "report" {
		t.Errorf("%+v", m)
	}
	if got := shapeOfUnits(tr.Units); got != "p1 h2 p2 h2 h3 p3 p4 h2 h3 p p p" {
		t.Errorf("%s\n%+v", got, tr.Units)
	}
}

// TestOutcomeDocument imports an outcome document that an assembly adopted: the
// number of the resolution stands alone, no comma follows the organ, titles
// count between paragraphs that count, and every page has the title over lines.
func TestOutcomeDocument(t *testing.T) {
	const head = "Outcome document of the great meeting of the keepers of\nthe lamps, on the care of all harbours and their oil\n"
	const in = `United Nations

A/RES/99/73

General Assembly

Distr.: General
29 December 2045

Ninety-ninth session
Agenda item 16

Resolution adopted by the General Assembly
17 December 2045
[without reference to a Main Committee (A/99/L.41)]

99/73.

` + head + `
The General Assembly

Adopts the following outcome document of the great meeting of the keepers of the lamps,
on the care of all harbours and their oil:

Introduction

1. We, the keepers of the lamps, say again that the lights of the harbours are for all who
come over the sea, whatever flag they carry and whoever has sent them.

2. We have heard what the pilots told us of the winter, and we know that without oil in
the stores of the
` + "\f" + `A/RES/99/73
` + head + `
north no lamp will burn to the morning.

1. Oil and wicks for the ports

3. We note that oil has become dear, and that the ports of the east have burned what they
had laid by for the years to come.

1.1. Stores of the north

4. We ask the harbours of the north to count their stores twice a year, and to tell each
other what they have found when the ice has gone.

2. Pilots and their boats

5. We thank the pilots, who have gone out in all weathers, and we ask the harbours to give
them the boats that they have been waiting for since the
` + "\f" + head + `A/RES/99/73

great storm.

66th plenary meeting,
17 December 2045
`
	tr, _ := imported(t, "en", in)
	if m := tr.Meta; m.Title != "99/73. Outcome document of the great meeting of the keepers of the lamps, on the care of all harbours and their oil" {
		t.Errorf("%+v", m)
	}
	if got := shapeOfUnits(tr.Units); got != "p p h2 p1 p2 h2 p3 h3 p4 h2 p5 p" {
		t.Errorf("%s\n%+v", got, tr.Units)
	}
}

// TestColumnReader imports a report as programs leave it that read a page column
// by column: no empty line, numbers and letters alone on their lines, a note
// right above the number of its page, and the title below two items of an agenda.
func TestColumnReader(t *testing.T) {
	const in = `Naciones Unidas
A/HRC/99/47
Asamblea General
Distr. general
14 de noviembre de 2044
Español
Original: inglés
Consejo de Derechos Humanos
99º período de sesiones
24 de febrero a 4 de abril de 2045
Temas 2 y 3 de la agenda
Cartas anuales de los guardianes de los faros
y de la Oficina del puerto
Cuidado de todas las lámparas, de las mechas y del aceite,
incluido el derecho a la luz
Informe del Grupo de Trabajo sobre los faros del norte y las
lámparas del este acerca de su segundo período de sesiones
Presidenta-Relatora: Inés Farola Luz (Norvania)
I. Introducción
1.
El Grupo de Trabajo sobre los faros del norte se reunió en el puerto durante cinco días
y oyó a los guardianes de cada torre, que contaron cómo habían pasado el invierno sin
aceite y sin mechas1.
2.
Los guardianes dijeron que la luz de las torres no debía apagarse mientras hubiera en la
mar un solo
1 Carta de los guardianes.
2
GE.44-20318
A/HRC/99/47
barco.
3.
El Grupo de Trabajo pide a los puertos que:
a)
Cuenten el aceite dos veces al año, y digan a los demás lo que han encontrado en sus
almacenes cuando se va el hielo;
b)
Envíen mechas a las torres del este;
c)
Den a los pilotos los barcos que
GE.44-20318
3
A/HRC/99/47
esperan.
4.
El Grupo de Trabajo volverá a reunirse cuando los puertos hayan contestado a la carta.
`
	tr, _ := imported(t, "es", in)
	if m := tr.Meta; !strings.HasPrefix(m.Title, "Informe del Grupo de Trabajo") || m.Subtitle != "" {
		t.Errorf("%+v", m)
	}
	if got := shapeOfUnits(tr.Units); got != "h2 p1 p2 p3 p p p p4 n1" {
		t.Errorf("%s\n%+v", got, tr.Units)
	}
	if got := page.Markdown(tr.Units); !strings.Contains(got, "un solo barco.") || !strings.Contains(got, "los barcos que esperan.") {
		t.Error(got)
	}
}

// TestHeadOverLines: a header over three lines, of which only the last names the
// first column, in a table set with spaces.
func TestHeadOverLines(t *testing.T) {
	checkBodies(t, []bodyCase{{"spaces", "en", strings.Repeat("\n", 12) + `The table says how many lamps the harbours have and how many of them were lit last winter.

                              Lamps        Lamps       Number
                              of the       lit in      of
   Harbour                    harbour      winter      keepers

   Port Merrow                  31           12            4
   Blue Harbour                 42           40            7
`, `The table says how many lamps the harbours have and how many of them were lit last winter.

| Harbour | Lamps of the harbour | Lamps lit in winter | Number of keepers |
| --- | ---: | ---: | ---: |
| Port Merrow | 31 | 12 | 4 |
| Blue Harbour | 42 | 40 | 7 |`}})
}

// TestTitlesCount: titles and paragraphs count each for themselves, in the ways
// in which readers of pages leave them.
func TestTitlesCount(t *testing.T) {
	const in = "United Nations **A/RES/99/74**\n\n# **99/74. The great meeting of the keepers**\n\n## **Chair-Rapporteur: Ana Brito (Norvania)**\n\n"
	for name, c := range map[string]struct{ in, shape string }{
		"paragraphs set further in": {`Letter of the keepers

        1.    We, the keepers of the lamps, say again that the lights of the harbours are for all
        who come over the sea.

        2.    We have heard what the pilots told us of the winter, and we know that without oil no
        lamp will burn to the morning.

   1. Oil and wicks for the ports

        3.    We note that oil has become dear, and that the ports of the east have burned what they
        had laid by for the years to come.

   2. Pilots and their boats

        4.    We thank the pilots, who have gone out in all weathers, and we ask the harbours to give
        them boats.
`, "p1 p2 h2 p3 h2 p4"},
		"numbers of paragraphs alone": {`Letter of the keepers
1.
We, the keepers of the lamps, say again that the lights of the harbours are for all
who come over the sea.
2.
We have heard what the pilots told us of the winter, and we know that without oil no
lamp will burn to the morning.
1. Oil and wicks for the ports
3.
We note that oil has become dear, and that the ports of the east have burned what they
had laid by for the years to come.
2. Pilots and their boats
4.
We thank the pilots, who have gone out in all weathers, and we ask the harbours to give
them boats.
`, "p1 p2 h2 p3 h2 p4"},
		"heads below the symbol": {in + `## **Introduction**

1. We, the keepers of the lamps, say again that the lights of the harbours are for

A/RES/99/74

The great meeting of the keepers

all who come over the sea.

2. We have heard what the pilots told us of the winter, and that without oil and wicks

A/RES/99/74

The great meeting of the keepers

no lamp will burn to the morning.
`, "h2 p1 p2"},
	} {
		t.Run(name, func(t *testing.T) {
			tr, _ := imported(t, "en", c.in)
			if got := shapeOfUnits(tr.Units); got != c.shape {
				t.Errorf("%s\n%s", got, page.Markdown(tr.Units))
			}
			if strings.HasPrefix(c.in, in) && (len(tr.Meta.Symbols) != 1 || tr.Meta.Subtitle != "") {
				t.Errorf("%+v", tr.Meta)
			}
		})
	}
}
