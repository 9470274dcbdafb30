package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

// TestComments: drafts on sites that invite comments on each paragraph, and what
// such sites and others print around a text.
func TestComments(t *testing.T) {
	lamps, buoys, _ := strings.Cut(strings.TrimSpace(twoLamps), "\n\n")
	for _, c := range []struct{ name, lang, in, title string }{
		{"numbers before the invitation", "en", "Lights of the North: Synthesis – Draft 0\n\n1 Leave a comment on paragraph 1 6 " + lamps + "\n\n2 Leave a comment on paragraph 2 0 " + buoys + "\n\nPage 18\n\nSource: http://review.example.org/lights/\n", "Lights of the North: Synthesis – Draft 0"},
		{"pilcrows", "en", "Lights of the North: Synthesis – Draft 1\n¶ 1 Leave a comment on paragraph 1 0\n¶ 2 Leave a comment on paragraph 2 0 " + lamps + "\n¶ 3\nLeave a comment on paragraph 3 0\n" + buoys + "\n", "Lights of the North: Synthesis – Draft 1"},
		{"what a search shows", "fr", "Rapport sur les phares du Nord\n\n14 mai 2031 - Lamps are lit at dusk by those who keep them, and nobody is asked to pay for the ...\n404KB taille 6 téléchargements 191 vues\n\n" + twoLamps, "Rapport sur les phares du Nord"},
		{"two months", "fr", "Bulletin des phares du Nord\n\njuillet-août 2031\n\n" + twoLamps, "Bulletin des phares du Nord"},
	} {
		tr, _ := imported(t, c.lang, c.in)
		if body := strings.TrimSpace(page.Markdown(tr.Units)); tr.Meta.Title != c.title || tr.Meta.Subtitle != "" || body != strings.TrimSpace(twoLamps) {
			t.Errorf("%s: title %q, subtitle %q, date %q, text %q", c.name, tr.Meta.Title, tr.Meta.Subtitle, tr.Meta.Date, body)
		}
	}
	checkBodies(t, []bodyCase{
		{"a section right below the date", "fr", "Bulletin des phares\nmai 2031\nTravaux des gardiens\nLes gardiens de phares du Nord ont commencé leurs travaux au mois de mai\ndans la vieille douane de Port Bleu, et les pilotes de tout le fleuve y ont\npris part avec leurs amis de la baie et des îles.\nLes bouées ont été posées au printemps, quand la glace a quitté le fleuve et\nque les premiers navires sont montés à la ville.\n",
			"## Travaux des gardiens\n\nLes gardiens de phares du Nord ont commencé leurs travaux au mois de mai dans la vieille douane de Port Bleu, et les pilotes de tout le fleuve y ont pris part avec leurs amis de la baie et des îles.\n\nLes bouées ont été posées au printemps, quand la glace a quitté le fleuve et que les premiers navires sont montés à la ville."},
	})
}
