package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

const twoLamps = "Lamps are lit at dusk by those who keep them, and nobody is asked to pay for the light that they give.\n\nBuoys are laid in spring, when the ice has gone from the river and the first ships come up to the town.\n"

// TestSites: what sites put above the texts of others.
func TestSites(t *testing.T) {
	for _, c := range []struct{ name, lang, in, title string }{
		{"a viewer", "fr", "Vous êtes sur la page 1sur 12\n\nRapport sur les phares du Nord\n\nmai 2031\n\n" + twoLamps, "Rapport sur les phares du Nord"},
		{"a viewer", "es", "Está en la página 1de 12\n\nInforme sobre los faros del Norte\n\nMayo de 2031\n\n" + twoLamps, "Informe sobre los faros del Norte"},
		{"the name of the file", "pt", "Relatório dos faróis do Norte reunido em...\n\n12\n\nTranscript of Relatório dos faróis do Norte reunido em...\n\nPage 1: Relatório dos faróis do Norte reunido emexample.org/x.pdf\n\nRelatório dos faróis do Norte reunido em Porto Azul\n\nPage 2: Relatório dos faróis do Norte reunido emexample.org/x.pdf\n\n" + twoLamps, "Relatório dos faróis do Norte reunido em Porto Azul"},
		{"what it offers", "fr", "Rapport sur les phares\n\nDimension: px\nCommencer à balayer dès la page:\n\nDownload \"Rapport sur les phares\"\n\nTranscription\n\n1 Rapport sur les phares du Nord\n\n2 " + strings.ReplaceAll(twoLamps, "\n\n", "\n\n3 "), "Rapport sur les phares du Nord"},
		{"the way home in a line", "fr", "Accueil > Textes > Réunions > Les phares : compte rendu de la réunion du Nord (...)\n\nLes phares : compte rendu de la réunion du Nord\n\nmardi 6 mai 2031, par Ana BRITO\n\n" + twoLamps, "Les phares : compte rendu de la réunion du Nord"},
		{"the way home in steps", "fr", "• Accueil\n  • > Textes\n  • > Rapport sur les phares du Nord\n\nRapport sur les phares du Nord\n\nPosté par anabrito le 6 mai 2031\n\n" + twoLamps, "Rapport sur les phares du Nord"},
		{"a banner", "en", "Welcome to the United Nations | Office of Harbours and Lights\n\nThis document is open for comments. Write them on the slate beside the harbour door.\n\nReport on the northern lights\n\n" + twoLamps, "Report on the northern lights"},
	} {
		tr, _ := imported(t, c.lang, c.in)
		body := strings.TrimSpace(page.Markdown(tr.Units))
		if tr.Meta.Title != c.title || body != strings.TrimSpace(twoLamps) {
			t.Errorf("%s (%s): title %q, subtitle %q, text %q", c.name, c.lang, tr.Meta.Title, tr.Meta.Subtitle, body)
		}
	}
	tr, _ := imported(t, "en", "Lights of the North\n\nTranscription\n\n"+twoLamps)
	if tr.Meta.Title != "Lights of the North" {
		t.Errorf("a title above the word for a transcript stays: %q", tr.Meta.Title)
	}
}

// TestCoverLines: lines of covers that are no text.
func TestCoverLines(t *testing.T) {
	tr, _ := imported(t, "fr", "Le Forum des phares du Nord (FPN)\n\nFaut-il que le Forum rallume les lampes au Nord ?\n\nDocument de synthèse\n\nétabli par les pilotes du FPN\n\naoût 2031\n\nK0312345 300931\nIntroduction\n"+twoLamps)
	if tr.Meta.Title != "Faut-il que le Forum rallume les lampes au Nord ?" || tr.Meta.Date != "2031-08" || tr.Meta.Type != report.Summary || !strings.HasPrefix(page.Markdown(tr.Units), "## Introduction") {
		t.Errorf("%+v\n%s", tr.Meta, page.Markdown(tr.Units))
	}
	tr, _ = imported(t, "fr", "Communiqué du Forum 2031\n\n4e Forum du Nord sur la garde des phares, des bouées et des ports (FPN)\n\nDu 27 au 29 juillet 2031, Maison des pilotes à Port Bleu, Norvanie\n\n"+twoLamps)
	if body := strings.TrimSpace(page.Markdown(tr.Units)); tr.Meta.EventStart != "2031-07-27" || body != strings.TrimSpace(twoLamps) {
		t.Errorf("%+v\n%s", tr.Meta, body)
	}
	for _, c := range []struct{ in, title, event, place string }{
		{"Communiqué du forum 2031\n\nDimanche 8 août 2032\n\nForum des gardiens de la côte et des îles du Nord - FGN, 14-16 octobre 2031, Port Bleu, Norvanie\n\nCommuniqué final\n\n« La garde des phares par ceux qui les ont bâtis »\n\n", "Communiqué du forum 2031", "Forum des gardiens de la côte et des îles du Nord - FGN, 14-16 octobre 2031, Port Bleu, Norvanie", "Port Bleu, Norvanie"},
		{"fr Français\n\nForum des phares du Nord\n\n14-16 octobre 2031, Port Bleu\n\n« La garde des phares par ceux qui les ont bâtis »\n\n", "Forum des phares du Nord", "", "Port Bleu"},
		{"Réunion virtuelle III, 6 mai 2031\n\nGardiens des phares du Nord\n\n- Réunion virtuelle III : 6 mai 2031 -\n\n", "Gardiens des phares du Nord", "Réunion virtuelle III", ""},
	} {
		tr, _ = imported(t, "fr", c.in+twoLamps)
		if body := strings.TrimSpace(page.Markdown(tr.Units)); tr.Meta.Title != c.title || tr.Meta.Event != c.event || tr.Meta.Place != c.place || body != strings.TrimSpace(twoLamps) {
			t.Errorf("%+v\n%s", tr.Meta, body)
		}
	}
	tr, _ = imported(t, "en", "Lights of the North: Report\n\n[ORIGINAL VERSION: FRENCH]\n\n"+twoLamps)
	if tr.Meta.Original != "fr" {
		t.Errorf("original %q", tr.Meta.Original)
	}
}

// TestListsOfForums: a list of contents without pages, numbers of another text, sections
// that end in a colon, bullets.
func TestListsOfForums(t *testing.T) {
	long := " The ports agreed that tables should be public and that everybody should be able to read them on a telephone at no cost."
	checkBodies(t, []bodyCase{
		{"contents without pages", "en", opening + "Table of Contents\n\nI.      Background\n\nII.    Summaries\n\nSession on the river\n\n1.   List of ideas\n\nI. Background\n\nText." + long + "\n", opening + "## I. Background\n\nText." + long},
		{"quoted numbers", "en", "# R\n\n" + opening + "1. First." + long + "\n\n76. Quoted." + long + "\n\n2. Second." + long + "\n\n3. Third." + long + "\n",
			opening + "1\\. First." + long + "\n\n76\\. Quoted." + long + "\n\n2\\. Second." + long + "\n\n3\\. Third." + long},
		{"a section with a colon", "fr", "# R\n\n" + opening + "I. Tâches :\nLe Groupe conseille le Forum sur ses travaux, et le Forum lui dit chaque année ce qui a été fait de ses conseils.\n",
			opening + "## I. Tâches :\n\nLe Groupe conseille le Forum sur ses travaux, et le Forum lui dit chaque année ce qui a été fait de ses conseils."},
		{"stars", "en", "# R\n\n" + opening + "The ports ask for:\n★ lamps\n★ buoys\n", opening + "The ports ask for:\n\n- lamps\n- buoys"},
	})
}
