package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestSeams: what stands between the halves of a sentence at a page's end.
func TestSeams(t *testing.T) {
	front := "# Report\n\n" + opening
	checkBodies(t, []bodyCase{
		{"two counted feet", "en", front + "The keepers of the lamps have asked for\n\nLamp Forum – Blue Harbour 3\n\noil that burns in cold weather.\n\nFees rose.\n\nLamp Forum – Blue Harbour 7\n",
			opening + "The keepers of the lamps have asked for oil that burns in cold weather.\n\nFees rose."},
		{"the head of a page and its number, below a line that is cut", "en", front + "The keepers of the lamps have asked the ports of the north for oil and for\n\nLamps 2030 – Final report\n\n4\n\nbread in the winter.\n\nFees rose, and the ports have paid for none of the\n\nLamps 2030 – Final report\n5\n---\n\nlamps.\n",
			opening + "The keepers of the lamps have asked the ports of the north for oil and for bread in the winter.\n\nFees rose, and the ports have paid for none of the lamps."},
		{"clauses in lower case, a paragraph a line", "fr", front + "Nous, gardiens des phares du nord et du sud,\nnotant que les lampes sont vieilles et que l'huile se fait rare dans les ports du nord et dans ceux des îles du large,\nréaffirmant que chaque port doit payer sa part,\nsoulignant que les enfants des gardiens vont à l'école en bateau tous les matins de l'hiver,\ndéclarons ce qui suit.\n",
			opening + "Nous, gardiens des phares du nord et du sud,\n\nnotant que les lampes sont vieilles et que l'huile se fait rare dans les ports du nord et dans ceux des îles du large,\n\nréaffirmant que chaque port doit payer sa part,\n\nsoulignant que les enfants des gardiens vont à l'école en bateau tous les matins de l'hiver,\n\ndéclarons ce qui suit."},
		{"a number between dashes, and the same line at the end", "en", front + "The keepers of the lamps have asked for\n\n- 1 -\n\nDraft, not yet agreed\n\noil that burns in cold weather.\n\nFees rose.\n\n- 2 -\n\nDraft, not yet agreed\n",
			opening + "The keepers of the lamps have asked for oil that burns in cold weather.\n\nFees rose."},
		{"after the full stop of an abbreviation", "ru", front + "Заседания смотрителей проводятся каждый день с 9 ч. 00 м.\n\n---\n\nи до 14 ч. 00 м.\n",
			opening + "Заседания смотрителей проводятся каждый день с 9 ч. 00 м. и до 14 ч. 00 м."},
		{"a number beside the head of its page", "es", "PUERTO AZUL – Sesión de los fareros\n\nANA BRITO: Buenos días a todos los que han venido hoy. Tenemos\n\n1\n\nPUERTO AZUL – Sesión de los fareros\nES\n\naceite para dos años.\n\nMUJER NO IDENTIFICADA: ¿Quién paga?\n\nANA BRITO: Los puertos.\n",
			"**ANA BRITO:** Buenos días a todos los que han venido hoy. Tenemos aceite para dos años.\n\n**MUJER NO IDENTIFICADA:** ¿Quién paga?\n\n**ANA BRITO:** Los puertos."},
		{"the heading that each section has", "pt", "# Mensagens\n\nTraduzido por Marta Lemos, com o apoio do porto.\n\nAs mensagens foram redigidas pelos faroleiros em três dias.\n\n**1. Óleo**\n\n*O que está em jogo*\n\nO óleo é caro.\n\n**2. Lâmpadas**\n\n*O que está em jogo*\n\nAs lâmpadas são velhas.\n",
			"As mensagens foram redigidas pelos faroleiros em três dias.\n\n## 1. Óleo\n\n### O que está em jogo\n\nO óleo é caro.\n\n## 2. Lâmpadas\n\n### O que está em jogo\n\nAs lâmpadas são velhas."},
		{"names of pictures", "fr", front + "Les thèmes sont :\n\n- [Icône phare] Phares\n- [Image : port] Ports\n- [Renforcement des capacités] Écoles\n\n[Image]\n\nFin du texte.\n",
			opening + "Les thèmes sont :\n\n- Phares\n- Ports\n- [Renforcement des capacités] Écoles\n\nFin du texte."},
		{"bullets that are letters, in lower case", "fr", front + "Les critères sont :\n\n- o la diversité des ports ;\n- o l'équilibre des taxes ; **o** la pertinence.\n",
			opening + "Les critères sont :\n\n- la diversité des ports ;\n- l'équilibre des taxes ;\n- la pertinence."},
	})
}

// TestBoldTitles: sections of minutes have numbers and are bold.
func TestBoldTitles(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"over text, in minutes", "en", "**MINUTES OF THE MEETING OF LAMP KEEPERS**\n\n**Present:** Ms A. Brito (Chairperson), Mr J. Vik\n\n**Apologies:** Ms R. Lemos\n\n**1. Opening**\n\nThe Chairperson opened the meeting.\n\n**2. Other business**\n\nNone.\n",
			"**Present:** Ms A. Brito (Chairperson), Mr J. Vik\n\n**Apologies:** Ms R. Lemos\n\n## 1. Opening\n\nThe Chairperson opened the meeting.\n\n## 2. Other business\n\nNone."},
		{"bold items of a list", "en", "# Report\n\n" + opening + "Themes:\n\n1. **Lamps**\n2. **Oil**\n\nThey were many.\n", opening + "Themes:\n\n1. **Lamps**\n2. **Oil**\n\nThey were many."},
		{"days without a year", "fr", "# Rapport\n\n" + opening + "### **Premier jour – 26 juin**\n\n#### **Ouverture**\n\nTexte.\n\n### **Deuxième jour – 27 juin**\n\n## **Sessions**\n\nTexte.\n",
			opening + "## Premier jour – 26 juin\n\n### Ouverture\n\nTexte.\n\n## Deuxième jour – 27 juin\n\n### Sessions\n\nTexte."},
	})
}

// TestResolutionPages: a resolution as its pages are set: number and title,
// who reported, the organ that speaks, numbers and notes on lines of their own.
func TestResolutionPages(t *testing.T) {
	tr, _ := imported(t, "en", "United Nations\nGeneral Assembly\nA/RES/99/132\nDistr.: General\n11 February 2045\nNinety-ninth session\nAgenda item 44\nResolution adopted by the General Assembly\n[on the report of the Second Committee (A/99/480)]\n99/132. World decade of lamps\nThe General Assembly,\nRecalling its resolutions 86/183 of 21 December 2031 and 87/238 of\n20 December 2032,\nReaffirming the worth of lamps to all who sail by night in the waters of\nthe northern coast, as set out in the charter of the keepers,1\n1.\nThanks the keepers of the lamps for the work that they have done in the\nharbours of the coast;\n2.\nTakes note of the report of the keepers on the first phase of the decade;\n3.\nDecides to hold a second phase of the decade in the years after the first\none has ended.2\n1\nSee resolution 85/2.\n2\nA/99/80, annex.\n")
	if tr.Meta.Title != "99/132. World decade of lamps" || tr.Meta.Organisation != "United Nations; General Assembly" {
		t.Errorf("title %q, organisation %q", tr.Meta.Title, tr.Meta.Organisation)
	}
	want := []report.Unit{
		{Kind: report.Paragraph, Text: "The General Assembly,"},
		{Kind: report.Paragraph, Text: "Recalling its resolutions 86/183 of 21 December 2031 and 87/238 of 20 December 2032,"},
		{Kind: report.Paragraph, Text: "Reaffirming the worth of lamps to all who sail by night in the waters of the northern coast, as set out in the charter of the keepers,[^1]"},
		{Kind: report.Paragraph, Number: "1", Text: "Thanks the keepers of the lamps for the work that they have done in the harbours of the coast;"},
		{Kind: report.Paragraph, Number: "2", Text: "Takes note of the report of the keepers on the first phase of the decade;"},
		{Kind: report.Paragraph, Number: "3", Text: "Decides to hold a second phase of the decade in the years after the first one has ended.[^2]"},
		{Kind: report.Footnote, Label: "1", Text: "See resolution 85/2."},
		{Kind: report.Footnote, Label: "2", Text: "A/99/80, annex."},
	}
	checkUnits(t, said(tr.Units), said(want))
}

// TestCommuniqueFront: a meeting with its days in one line, its town in another.
func TestCommuniqueFront(t *testing.T) {
	tr, _ := imported(t, "fr", "Communiqué du Forum 2042\n\nMardi 21 août 2042\n\n5e Forum des gardiens de phares de l’Ouest, Western Lamp Forum (WLF) Du 2 au 4 juillet 2042\n\nPort-Bleu, Sierra Azul\n\nCommuniqué final\n\nNous, les participants au Forum des gardiens de phares réunis à Port-Bleu :\n\n  • Rappelant les forums d’avant ;\n  • Rappelant le prix de l’huile ;\n")
	if tr.Meta.Place != "Port-Bleu, Sierra Azul" || tr.Meta.EventStart != "2042-07-02" || !strings.HasPrefix(tr.Meta.Event, "5e Forum") || tr.Meta.Type != report.Statement {
		t.Errorf("front: %+v", tr.Meta)
	}
	if len(tr.Units) != 3 {
		t.Errorf("%d units: %+v", len(tr.Units), tr.Units)
	}
	tr, _ = imported(t, "fr", "WLF Communiqué 2043\n\n6ème FORUM DES GARDIENS DE PHARES DE L’OUEST\n\nThème : \"LA LUMIERE AU SERVICE DE LA PAIX : UNE RESPONSABILITE PARTAGEE DES PORTS ET DES ILES\"\n\nDU 3 AU 5 JUILLET 2043 à la Maison Vieille, Port-Bleu\n\nCOMMUNIQUE FINAL\n\nNous, les participants au Forum des gardiens de phares réunis à Port-Bleu :\n\n  • Rappelant les forums d’avant ;\n  • Rappelant le prix de l’huile ;\n")
	if len(tr.Units) != 4 || tr.Meta.EventEnd != "2043-07-05" || !strings.HasPrefix(tr.Units[0].Text, "Thème") || tr.Units[0].Kind != report.Paragraph {
		t.Errorf("a front in capitals: %+v %+v", tr.Meta, tr.Units)
	}
}

// TestDateline: a date, a town and an office in one line are long in some
// languages, and no prose.
func TestDateline(t *testing.T) {
	tr, _ := imported(t, "es", "La Liga de Faros emite una declaración conjunta sobre el aceite de las lámparas\nDeclaración\nEl 30 de marzo de 2043 – Puerto Azul (Costa del Norte) – Ministerio de Faros y Puertos\nLa Liga de Faros ha emitido la siguiente declaración:\n«La Liga está preocupada por el precio del aceite que queman los faros de la costa.\n«Nos comprometemos a:\n- comprar aceite entre todos;\n- repararlo todo.\n")
	if tr.Meta.Date != "2043-03-30" || tr.Meta.Place != "Puerto Azul (Costa del Norte)" || tr.Meta.Organisation != "Ministerio de Faros y Puertos" || len(tr.Units) != 5 {
		t.Errorf("front: %+v\n%+v", tr.Meta, tr.Units)
	}
}
