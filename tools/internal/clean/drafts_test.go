package clean

import "testing"

// TestDrafts: what an extractor that marks headings, notes and lists by sight
// leaves of minutes, of speech and of reports with numbers.
func TestDrafts(t *testing.T) {
	front := "# Rapport\n\n" + opening
	checkBodies(t, []bodyCase{
		{"an o is the bullet of the second level already", "fr", front + "- Les gardiens ont formé des groupes :\n  - Groupe 1 – Huile\n  - o Groupe 2 – Verre\n  - o Groupe 3 – Bois\n- Le port a payé.\n",
			opening + "- Les gardiens ont formé des groupes :\n  - Groupe 1 – Huile\n  - Groupe 2 – Verre\n  - Groupe 3 – Bois\n- Le port a payé."},
		{"a title run into a sentence whose subject is a name", "fr", front + "## Jour\n\n### Séances\n\nMéthode suivie par le Port Le Port a reçu vingt demandes de lampes neuves pendant l'hiver dernier.\n\n- Une.\n",
			opening + "## Jour\n\n### Séances\n\n#### Méthode suivie par le Port\n\nLe Port a reçu vingt demandes de lampes neuves pendant l'hiver dernier.\n\n- Une."},
		{"a head without the number of its section, before a day", "fr", front + "## Jour\n\n### 2. Nouvelles des ports voisins\n\n- Le port du nord a dit que le questionnaire sur les lampes restait ouvert jusqu'au\n\nNouvelles des ports voisins\n\n15 septembre.\n- Le port du sud a payé.\n",
			opening + "## Jour\n\n### 2. Nouvelles des ports voisins\n\n- Le port du nord a dit que le questionnaire sur les lampes restait ouvert jusqu'au 15 septembre.\n- Le port du sud a payé."},
		{"bold titles that count apart from the paragraphs", "fr", front + "## I. Les ports\n\n### **1. Nord**\n\n11. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme il l'avait promis.\n\n**2. Sud**\n\n12. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme il l'avait promis.\n\n**3. Îles**\n\n13. Le port des îles a remplacé son bois et payé les gardiens de ses six phares pendant l'automne, comme il l'avait promis.\n\n## II. Les gardiens\n\n14. Les gardiens ont été payés par les ports, qui ont tenu leur promesse pour la première fois depuis vingt ans.\n",
			opening + "## I. Les ports\n\n### 1. Nord\n\n11\\. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme il l'avait promis.\n\n### 2. Sud\n\n12\\. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme il l'avait promis.\n\n### 3. Îles\n\n13\\. Le port des îles a remplacé son bois et payé les gardiens de ses six phares pendant l'automne, comme il l'avait promis.\n\n## II. Les gardiens\n\n14\\. Les gardiens ont été payés par les ports, qui ont tenu leur promesse pour la première fois depuis vingt ans."},
		{"speech that a page cuts behind a colon", "fr", "PORT BLEU – Réunion des gardiens\n\nANA BRITO: Bonjour à tous ceux qui sont venus. Il faut se rappeler ceci :\n\n---\n\nvingt ports ont des lampes, mais dix ont de l'huile.\n\nJON VIK: Merci Ana.\n\nANA BRITO: Merci Jon.\n",
			"**ANA BRITO:** Bonjour à tous ceux qui sont venus. Il faut se rappeler ceci : vingt ports ont des lampes, mais dix ont de l'huile.\n\n**JON VIK:** Merci Ana.\n\n**ANA BRITO:** Merci Jon."},
	})
}
