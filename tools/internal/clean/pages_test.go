package clean

import "testing"

// TestPages: pages of a report that were run together into one paragraph each.
func TestPages(t *testing.T) {
	lamps := "Les phares du fleuve ont été comptés par les gardiens au mois de mai, et leur nombre est le même que celui de l’an passé, selon le registre du port et les cartes que tiennent les pilotes."
	buoys := "Les bouées ont été posées au printemps, quand la glace a quitté le fleuve, et la première est au même endroit que l’an passé, devant la vieille douane et la maison des pilotes."
	checkBodies(t, []bodyCase{
		{"a section and what counts below it", "fr", "# R\n\n" + opening + "I. Introduction 1. " + lamps + " 2. " + buoys + "\n",
			opening + "## I. Introduction\n\n1\\. " + lamps + "\n\n2\\. " + buoys},
		{"a section in capitals", "pt", "# R\n\n" + opening + "1. INTRODUÇÃO A Liga dos Faróis contou os faróis do rio no mês de maio, e o número é o mesmo do ano passado, segundo o registro do porto e as cartas dos pilotos do Norte e do Sul.\n",
			opening + "## 1. INTRODUÇÃO\n\nA Liga dos Faróis contou os faróis do rio no mês de maio, e o número é o mesmo do ano passado, segundo o registro do porto e as cartas dos pilotos do Norte e do Sul."},
		{"a section in capitals without a number", "fr", "# R\n\n" + opening + "À PROPOS DE LA LIGUE La Ligue des phares a compté les phares du fleuve au mois de mai, et leur nombre est le même que celui de l’an passé, selon le registre du port et les cartes des pilotes.\n",
			opening + "## À PROPOS DE LA LIGUE\n\nLa Ligue des phares a compté les phares du fleuve au mois de mai, et leur nombre est le même que celui de l’an passé, selon le registre du port et les cartes des pilotes."},
		{"a section within", "pt", "# R\n\n" + opening + "A Liga contou os faróis do rio no mês de maio, e o número é o mesmo do ano passado. 2. TEMAS DISCUTIDOS Foram identificados como temas os faróis do rio, as boias da baía e os portos do Norte e do Sul.\n",
			opening + "A Liga contou os faróis do rio no mês de maio, e o número é o mesmo do ano passado.\n\n## 2. TEMAS DISCUTIDOS\n\nForam identificados como temas os faróis do rio, as boias da baía e os portos do Norte e do Sul."},
		{"capitals that are no section", "en", "# R\n\n" + opening + "UNESCO ITU UNDP The three agencies counted the lamps of the river in May, and found as many as in the year before, by the register of the port and by the maps that the pilots keep in their house.\n",
			opening + "UNESCO ITU UNDP The three agencies counted the lamps of the river in May, and found as many as in the year before, by the register of the port and by the maps that the pilots keep in their house."},
		{"a list of contents", "fr", "# R\n\nTable des matières I. Introduction II. Les phares A. Le fleuve B. La mer III. Les ports page 2\n\n" + opening + "## I. Introduction\n\n" + lamps + "\n",
			opening + "## I. Introduction\n\n" + lamps},
		{"bullets behind a colon", "en", "# R\n\n" + opening + "The ports ask for: • lamps on the river • buoys in the bay\n", opening + "The ports ask for:\n\n- lamps on the river\n- buoys in the bay"},
	})
}
