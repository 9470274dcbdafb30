package clean

import (
	"reflect"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestDrafts: what an extractor that marks headings, notes and lists by sight
// leaves of minutes, of speech and of reports with numbers.
func TestDrafts(t *testing.T) {
	front := "# Rapport\n\n" + opening
	checkBodies(t, []bodyCase{
		{"an o is the bullet of the second level already", "fr", front + "- Les gardiens ont formé des groupes :\n  - Groupe 1 – Huile\n  - o Groupe 2 – Verre\n  - o Groupe 3 – Bois\n- Le port a payé.\n",
			opening + "- Les gardiens ont formé des groupes :\n  - Groupe 1 – Huile\n  - Groupe 2 – Verre\n  - Groupe 3 – Bois\n- Le port a payé."},
		{"a lettered title run into the end of a paragraph", "fr", front + "## **I. Les ports**\n\n### **A. Nord**\n\n1. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme promis. B. Ports du sud\n\n2. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme promis.\n\n### **C. Ouest**\n\n3. Le port de l'ouest a lu la lettre du conseil, qui demandait des lampes au chantier de M. Vik, annexe D. Carte\n\n## **II. La suite**\n\n4. Les ports se reverront.\n",
			opening + "## I. Les ports\n\n### A. Nord\n\n1\\. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme promis.\n\n### B. Ports du sud\n\n2\\. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme promis.\n\n### C. Ouest\n\n3\\. Le port de l'ouest a lu la lettre du conseil, qui demandait des lampes au chantier de M. Vik, annexe D. Carte\n\n## II. La suite\n\n4\\. Les ports se reverront."},
		{"sessions that count, one marked deeper", "fr", front + "## Lundi\n\n### Séance 1 : Nord\n\nTexte.\n\n#### Séance 2 : Sud\n\nTexte.\n\n### Séance 3 : Ouest\n\nTexte.\n\n## Mardi\n\nTexte.\n",
			opening + "## Lundi\n\n### Séance 1 : Nord\n\nTexte.\n\n### Séance 2 : Sud\n\nTexte.\n\n### Séance 3 : Ouest\n\nTexte.\n\n## Mardi\n\nTexte."},
		{"a title and a paragraph run into an item above another list", "fr", front + "## Lundi\n\n### Séance 1 : Nord\n\n- Le nord a payé ses lampes.\n- Le sud a proposé de mettre en commun ses mèches. Séance 2 : Huile et verre du port Sous la conduite de Mme Brito, les gardiens ont compté leurs lampes. Deux points ont été retenus :\n- les lampes devraient être payées avant les mèches ;\n- les mèches devraient être payées avant l'hiver.\n\n#### Séance 3 : Ouest\n\nTexte.\n",
			opening + "## Lundi\n\n### Séance 1 : Nord\n\n- Le nord a payé ses lampes.\n- Le sud a proposé de mettre en commun ses mèches.\n\n### Séance 2 : Huile et verre du port\n\nSous la conduite de Mme Brito, les gardiens ont compté leurs lampes. Deux points ont été retenus :\n\n- les lampes devraient être payées avant les mèches ;\n- les mèches devraient être payées avant l'hiver.\n\n### Séance 3 : Ouest\n\nTexte."},
		{"a title run into a sentence whose subject is a name", "fr", front + "## Jour\n\n### Séances\n\nMéthode suivie par le Port Le Port a reçu vingt demandes de lampes neuves pendant l'hiver dernier.\n\n- Une.\n",
			opening + "## Jour\n\n### Séances\n\n#### Méthode suivie par le Port\n\nLe Port a reçu vingt demandes de lampes neuves pendant l'hiver dernier.\n\n- Une."},
		{"a head without the number of its section, before a day", "fr", front + "## Jour\n\n### 2. Nouvelles des ports voisins\n\n- Le port du nord a dit que le questionnaire sur les lampes restait ouvert jusqu'au\n\nNouvelles des ports voisins\n\n15 septembre.\n- Le port du sud a payé.\n",
			opening + "## Jour\n\n### 2. Nouvelles des ports voisins\n\n- Le port du nord a dit que le questionnaire sur les lampes restait ouvert jusqu'au 15 septembre.\n- Le port du sud a payé."},
		{"bold titles that count apart from the paragraphs", "fr", front + "## I. Les ports\n\n### **1. Nord**\n\n11. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme il l'avait promis.\n\n**2. Sud**\n\n12. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme il l'avait promis.\n\n**3. Îles**\n\n13. Le port des îles a remplacé son bois et payé les gardiens de ses six phares pendant l'automne, comme il l'avait promis.\n\n## II. Les gardiens\n\n14. Les gardiens ont été payés par les ports, qui ont tenu leur promesse pour la première fois depuis vingt ans.\n",
			opening + "## I. Les ports\n\n### 1. Nord\n\n11\\. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme il l'avait promis.\n\n### 2. Sud\n\n12\\. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme il l'avait promis.\n\n### 3. Îles\n\n13\\. Le port des îles a remplacé son bois et payé les gardiens de ses six phares pendant l'automne, comme il l'avait promis.\n\n## II. Les gardiens\n\n14\\. Les gardiens ont été payés par les ports, qui ont tenu leur promesse pour la première fois depuis vingt ans."},
		{"speech that a page cuts behind a colon", "fr", "PORT BLEU – Réunion des gardiens\n\nANA BRITO: Bonjour à tous ceux qui sont venus. Il faut se rappeler ceci :\n\n---\n\nvingt ports ont des lampes, mais dix ont de l'huile.\n\nJON VIK: Merci Ana.\n\nANA BRITO: Merci Jon.\n",
			"**ANA BRITO:** Bonjour à tous ceux qui sont venus. Il faut se rappeler ceci : vingt ports ont des lampes, mais dix ont de l'huile.\n\n**JON VIK:** Merci Ana.\n\n**ANA BRITO:** Merci Jon."},
		{"who said the words above", "fr", "Déclaration sur les lampes\nLes gardiens ont dit au port ce qu'ils pensent des lampes neuves et de l'huile que l'on y brûle.\nCitations\n« Les lampes sont belles, et les gardiens du nord comme ceux du sud en prendront soin tous les hivers. »\n– Ana Brito, gardienne du nord\nFaits en bref\n- Il y a vingt lampes.\n- Il y a dix gardiens.\n",
			"Les gardiens ont dit au port ce qu'ils pensent des lampes neuves et de l'huile que l'on y brûle.\n\n## Citations\n\n« Les lampes sont belles, et les gardiens du nord comme ceux du sud en prendront soin tous les hivers. »\n\n– Ana Brito, gardienne du nord\n\n## Faits en bref\n\n- Il y a vingt lampes.\n- Il y a dix gardiens."},
		{"one heading larger than its siblings, and annexes", "fr", front + "### **Huile**\n\nTexte.\n\n### **Verre**\n\nTexte.\n\n## **Bois**\n\nTexte.\n\n#### **Chêne**\n\nTexte.\n\n### **Divers**\n\nTexte.\n\n**Annexe – Gardiens**\n\n<b>Nom</b>\t<b>Port</b>\nAna Brito\tNord\nJon Vik\tSud\n",
			opening + "## Huile\n\nTexte.\n\n## Verre\n\nTexte.\n\n## Bois\n\nTexte.\n\n### Chêne\n\nTexte.\n\n## Divers\n\nTexte.\n\n## Annexe – Gardiens\n\n| Nom | Port |\n| --- | --- |\n| Ana Brito | Nord |\n| Jon Vik | Sud |"},
		{"a heading of each part, once in bold and once run into its text", "fr", front + "## Huile\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n- Une.\n\n## Verre\n\n**Le thème**\n\nTexte.\n\n### Les messages\n\n- Deux lampes ont été payées par le\n\n### Les messages\n\nport du nord.\n\n## Bois\n\nLe thème Vingt tours ont été peintes pendant l'hiver par les gardiens du sud.\n\n**Les messages**\n\n- Trois.\n\n## Feux\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n- Quatre.\n",
			opening + "## Huile\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n- Une.\n\n## Verre\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n- Deux lampes ont été payées par le port du nord.\n\n## Bois\n\n### Le thème\n\nVingt tours ont été peintes pendant l'hiver par les gardiens du sud.\n\n### Les messages\n\n- Trois.\n\n## Feux\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n- Quatre."},
		{"titles with numbers and days run into items", "fr", front + "## Jour 1 (26 juin)\n\n### 1. Huile\n\n- Le port a payé l'huile des lampes.\n- Les gardiens l'ont remercié. 2. Choix des lampes\n- Les lampes neuves sont en verre.\n- Elles viennent du sud. 27 juin 2031 (Jour 2 - Ports)\n- Les ports ont été repeints.\n- Les gardiens sont partis.\n",
			opening + "## Jour 1 (26 juin)\n\n### 1. Huile\n\n- Le port a payé l'huile des lampes.\n- Les gardiens l'ont remercié.\n\n### 2. Choix des lampes\n\n- Les lampes neuves sont en verre.\n- Elles viennent du sud.\n\n## 27 juin 2031 (Jour 2 - Ports)\n\n- Les ports ont été repeints.\n- Les gardiens sont partis."},
		{"days, a title between lists and a number in plain type beside marked ones", "fr", front + "### **26 juin 2031 (Jour 1 - Huile)**\n\n#### **1. Ouverture**\n\n- Le port a payé l'huile des lampes.\n\nChoix des lampes neuves\n\n- Les lampes neuves sont en verre.\n\n27 juin 2031 (Jour 2 - Réunion des ports de la côte)\n\n2. Nouvelles des ports\n\nLes ports de la côte ont été repeints par les gardiens pendant l'hiver dernier.\n\n### **28 juin 2031 (Jour 3 - Départ)**\n\n#### **3. Départ**\n\n- Les gardiens sont partis.\n",
			opening + "## 26 juin 2031 (Jour 1 - Huile)\n\n### 1. Ouverture\n\n- Le port a payé l'huile des lampes.\n\n### Choix des lampes neuves\n\n- Les lampes neuves sont en verre.\n\n## 27 juin 2031 (Jour 2 - Réunion des ports de la côte)\n\n### 2. Nouvelles des ports\n\nLes ports de la côte ont été repeints par les gardiens pendant l'hiver dernier.\n\n## 28 juin 2031 (Jour 3 - Départ)\n\n### 3. Départ\n\n- Les gardiens sont partis."},
		{"a title with a number run into its text", "fr", front + "### **1. Ouverture**\n\n- Le port a payé l'huile des lampes.\n\n2. Choix des lampes neuves Le port a présenté trois lampes aux gardiens réunis dans la salle.\n\n- Une lampe est en verre.\n\n### **3. Départ**\n\n- Les gardiens sont partis.\n",
			opening + "## 1. Ouverture\n\n- Le port a payé l'huile des lampes.\n\n## 2. Choix des lampes neuves\n\nLe port a présenté trois lampes aux gardiens réunis dans la salle.\n\n- Une lampe est en verre.\n\n## 3. Départ\n\n- Les gardiens sont partis."},
		{"a long title in bold between paragraphs that count", "fr", front + "## I. Les ports\n\n1. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme il l'avait promis.\n\n**II. Manière dont les ports du nord, du sud et des îles ont payé les gardiens en application de la promesse faite au printemps**\n\n2. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme il l'avait promis.\n\n## III. Divers\n\n3. Le port des îles a remplacé son bois et payé les gardiens de ses six phares pendant l'automne, comme il l'avait promis.\n",
			opening + "## I. Les ports\n\n1\\. Le port du nord a remplacé ses lampes et payé les gardiens de ses trois phares pendant l'hiver, comme il l'avait promis.\n\n## II. Manière dont les ports du nord, du sud et des îles ont payé les gardiens en application de la promesse faite au printemps\n\n2\\. Le port du sud a remplacé son huile et payé les gardiens de ses deux phares pendant l'été, comme il l'avait promis.\n\n## III. Divers\n\n3\\. Le port des îles a remplacé son bois et payé les gardiens de ses six phares pendant l'automne, comme il l'avait promis."},
		{"a few words between two page ends", "fr", "PORT BLEU – Réunion des gardiens\n\nANA BRITO: Bonjour à tous ceux qui sont venus ce matin par le bateau de la\n\n---\n\ncôte et par la route qui vient du\n\n---\n\nport du nord.\n\nJON VIK: Merci Ana.\n\nANA BRITO: Merci Jon.\n",
			"**ANA BRITO:** Bonjour à tous ceux qui sont venus ce matin par le bateau de la côte et par la route qui vient du port du nord.\n\n**JON VIK:** Merci Ana.\n\n**ANA BRITO:** Merci Jon."},
		{"an annex after parts built alike", "fr", front + "## Huile\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n## **Lampes**\n\n- Une.\n\n## Verre\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n### **Tours**\n\n- Deux.\n\n## **Annexe : chiffres**\n\nTexte.\n",
			opening + "## Huile\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n#### Lampes\n\n- Une.\n\n## Verre\n\n### Le thème\n\nTexte.\n\n### Les messages\n\n#### Tours\n\n- Deux.\n\n## Annexe : chiffres\n\nTexte."},
	})
}

// TestDraftMastheads: bold lines of which one names the forum, with its initials
// and the year, another the house and its room, another day and hours.
func TestDraftMastheads(t *testing.T) {
	text := "\n\n" + opening
	for _, c := range []struct {
		name, text string
		want       report.Meta
	}{
		{"forum, meeting, house and days", "**Forum des gardiens de phare (FGP) 2031**  \n**Deuxièmes consultations et réunion du Conseil des gardiens (CG)**  \nMaison des ports de Port Bleu, Salle IV  \n26-28 juin 2031  \n**Résumé du Secrétariat**" + text,
			report.Meta{Title: "Deuxièmes consultations et réunion du Conseil des gardiens (CG)", Subtitle: "Résumé du Secrétariat", Event: "Forum des gardiens de phare (FGP) 2031", Place: "Maison des ports de Port Bleu, Salle IV", EventStart: "2031-06-26", EventEnd: "2031-06-28", Type: report.Summary}},
		{"day and hours without minutes", "## **FGP 2031 – Réunion en ligne IV du CG**\n\n**Compte rendu sommaire**  \n**Mardi 17 mai 2031, 14 h-16 h UTC**" + text,
			report.Meta{Title: "FGP 2031 – Réunion en ligne IV du CG", Event: "FGP 2031", Date: "2031-05-17", EventStart: "2031-05-17", EventEnd: "2031-05-17", Type: report.Summary}},
		{"a site's day below the title", "Déclaration de Port Bleu sur les lampes et sur l'huile\nPublié le 27 juillet 2031\n" + opening + "Fait à Port Bleu.",
			report.Meta{Title: "Déclaration de Port Bleu sur les lampes et sur l'huile", Date: "2031-07-27", Type: report.Statement}},
		{"who wrote the report, in bold", "# Assemblée générale\n\nDistr. générale  \n6 mars 2031\n\n## Entretien des lampes dans les ports de la côte\n\n**Rapport du Groupe des lampes que le Conseil des ports a réuni au printemps**\n\n### *Note du Secrétaire*\n\n#### *Résumé*\n\n" + opening + "## I. Huile\n\n1. " + opening,
			report.Meta{Title: "Entretien des lampes dans les ports de la côte", Subtitle: "Rapport du Groupe des lampes que le Conseil des ports a réuni au printemps – Note du Secrétaire", Date: "2031-03-06", Type: report.Outcome}},
		{"the number and name of a resolution, in bold", "# Assemblée générale\n\nDistr. générale  \n6 mars 2031\n\n## **Résolution adoptée par l'Assemblée générale le 7 mars 2031**\n\n**86/189. Les lampes**\n\n*L'Assemblée générale*,\n\n*Rappelant* ses résolutions sur les lampes et sur l'huile que l'on y brûle,\n\n1. *Remercie* les gardiens de leur travail;\n\n2. *Prie* les ports de payer.\n",
			report.Meta{Title: "86/189. Les lampes", Subtitle: "Résolution adoptée par l'Assemblée générale le 7 mars 2031", Date: "2031-03-06"}},
		{"a report that another hands on", "# Assemblée générale\n\nDistr. générale  \n6 mars 2031\n\n## Entretien des lampes dans les ports de la côte\n\n### **Rapport du Groupe des lampes**\n\n### *Note du Secrétaire*\n\n#### *Résumé*\n\n" + opening + "## I. Huile\n\n1. " + opening,
			report.Meta{Title: "Entretien des lampes dans les ports de la côte", Subtitle: "Rapport du Groupe des lampes – Note du Secrétaire", Date: "2031-03-06", Type: report.Outcome}},
	} {
		tr, _ := imported(t, "fr", c.text)
		got := report.Meta{Title: tr.Meta.Title, Subtitle: tr.Meta.Subtitle, Event: tr.Meta.Event, Place: tr.Meta.Place, Date: tr.Meta.Date, EventStart: tr.Meta.EventStart, EventEnd: tr.Meta.EventEnd, Type: tr.Meta.Type}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\ngot  %+v\nwant %+v", c.name, got, c.want)
		}
	}
}

// TestCreditAtEnd: who translated a text is said below it.
func TestCreditAtEnd(t *testing.T) {
	tr, _ := imported(t, "fr", "# Messages de Port Bleu\n\n## Huile\n\n"+opening+"- L'huile est chère.\n- Le bois est rare.\n\nCes messages ont été traduits en français par Mme Ana Brito, que le port remercie.\n")
	if got := tr.Meta.Credit.Translators; len(got) != 1 || got[0] != "Mme Ana Brito" {
		t.Errorf("translators %q", got)
	}
	if last := tr.Units[len(tr.Units)-1]; last.Text != "Le bois est rare." {
		t.Errorf("last unit %q", last.Text)
	}
}
