package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestLinesApart: an extractor has left an empty line after every line.
func TestLinesApart(t *testing.T) {
	lines := []string{
		"Guided by the charter of the keepers of the lamps on the northern coast, and all that",
		"it says of the ports and of those who sail by night between them,",
		"Recalling all that the keepers have said of the lamps, of the oil and of the long nights",
		"of the winter, and in particular what they said at the second meeting in Blue Harbour,",
		"Welcoming the oil of the southern ports, and recognizing that the spread of lamps along",
		"the coast has great potential to bring those home who would otherwise not find it,",
		"1. Affirms that the same lamps that burn in the harbours must also burn on the islands",
		"before them, in particular in the months of the winter when the nights are long;",
		"2. Calls upon all ports to keep the oil that they have been given for the lamps that it",
		"was given for, and for no other lamp that they may have or wish to have;",
		"3. Decides to meet again in the year after this one, and in every year after that, for as",
		"long as there are lamps to be kept on this coast.",
		"40th meeting", "5 July 2048", "[Adopted without a vote.]",
	}
	tr, _ := imported(t, "en", "99/7. The lamps of the northern coast\n\nThe Council of Keepers,\n\n"+strings.Join(lines, "\n\n")+"\n")
	var got []string
	for _, u := range tr.Units {
		word, _, _ := strings.Cut(u.Text, " ")
		got = append(got, u.Number+word)
	}
	if s := strings.Join(got, " "); s != "The Guided Recalling Welcoming 1Affirms 2Calls 3Decides 40th 5 [Adopted" && s != `The Guided Recalling Welcoming 1Affirms 2Calls 3Decides 40th 5 \[Adopted` {
		t.Errorf("%s\n%+v", s, tr.Units)
	}
}

// TestClausesStayApart: what ends in a comma, or in a word that says that one
// more follows, goes on in a paragraph of its own.
func TestClausesStayApart(t *testing.T) {
	text := "Nous, les gardiens de phares réunis à Port-Bleu, représentant les ports de la côte,\n\nrappelant les engagements pris lors des réunions précédentes de la ligue des phares,\n\nayant à l'esprit le prix de l’huile et la longueur des nuits d’hiver sur la côte ; et\n\nNotant la charte des gardiens et ce qui y est dit des îles les plus lointaines,\n\nsommes convenus de ce qui suit.\n"
	tr, _ := imported(t, "fr", "# Phares\n\n## Préambule\n\n"+text)
	n := 0
	for _, u := range tr.Units {
		if u.Kind == report.Paragraph {
			n++
		}
	}
	if n < 4 {
		t.Errorf("%d paragraphs: %+v", n, tr.Units)
	}
}

// TestPointedNames: a title, a name in capitals, a full stop and a dash.
func TestPointedNames(t *testing.T) {
	tr, _ := imported(t, "es", "   El señor BRITO (Presidente accidental).- Se abre la sesión.\n\n   La señora VIK.- Señor Presidente, ¿quién enciende los faros?\n\n)---------------(\n\n   El señor BRITO (Presidente accidental).— Tiene la palabra el señor Ministro.\n\n   La señora VIK.- Gracias.\n")
	var got []string
	for _, u := range tr.Units {
		got = append(got, u.Speaker)
	}
	if s := strings.Join(got, "|"); s != "El señor BRITO (Presidente accidental)|La señora VIK|El señor BRITO (Presidente accidental)|La señora VIK" {
		t.Errorf("%s: %+v", s, tr.Units)
	}
	if tr.Meta.Type != report.Transcript {
		t.Errorf("type %q", tr.Meta.Type)
	}
}

// TestLooseNoteMark: the mark of a note after the space that its raised number
// left, within a line.
func TestLooseNoteMark(t *testing.T) {
	tr, _ := imported(t, "en", "The General Assembly,\nRecalling what the keepers of the lamps said in the waters of the northern\ncoast, as set out in the charter,1 and at length in later years by others who\nkeep lamps,\nEndorses the plan of the keepers on 12 December 2043, 2 and welcomes the\nlight that it has brought to the ports of the whole of the northern coast.\n1\nSee resolution 85/2.\n2\nA/99/80, annex.\n")
	body := ""
	for _, u := range tr.Units {
		body += u.Text + "\n"
	}
	if !strings.Contains(body, "2043,[^2] and welcomes") || !strings.Contains(body, "charter,[^1] and") {
		t.Error(body)
	}
}

// TestLevelsOfDays: what stands below a day is of one level, though some of it
// is marked higher than the day.
func TestLevelsOfDays(t *testing.T) {
	text := "\n\nThe keepers met and spoke of the lamps, of the oil, and of what they cost in winter.\n\n"
	tr, _ := imported(t, "en", "# Lamps\n"+text+"### 13 May 2041\n\n#### Oil"+text+"#### Wicks"+text+"### 14 May 2041\n\n## Ports"+text+"#### Islands"+text)
	want := map[string]int{"13 May 2041": 2, "14 May 2041": 2, "Oil": 3, "Wicks": 3, "Ports": 3, "Islands": 3}
	for _, u := range tr.Units {
		if u.Kind == report.Heading && want[u.Text] != u.Level {
			t.Errorf("%s: level %d, want %d", u.Text, u.Level, want[u.Text])
		}
	}
}

// TestListBelowNumber: bullets below a numbered paragraph begin a list.
func TestListBelowNumber(t *testing.T) {
	long := " The keepers have said so at every meeting since the first, and will say so again until it is done by all ports."
	tr, _ := imported(t, "en", "# Lamps\n\n## Light\n\n1. We need oil."+long+"\n\n2. We recognise:\n\n   - the cost of it;\n   - the need of it.\n\n3. We need wicks."+long+"\n\n4. We need ports."+long+"\n")
	for _, u := range tr.Units {
		if u.Kind == report.Item && u.Level != 1 {
			t.Errorf("%+v", u)
		}
	}
}
