package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

// TestRowsOfHeadings: names of messages above them, counted headings in a text
// without empty lines, covers and names that were run into the text.
func TestRowsOfHeadings(t *testing.T) {
	lamps := "Lamps are lit at dusk by those who keep them, and nobody is asked to pay for the light that they give."
	buoys := "Buoys are laid in spring, when the ice has gone from the river and the first ships come up to the town."
	ports := "Ports are open to all who keep the rules of the river, and the pilots say so to those who come from afar."
	checkBodies(t, []bodyCase{
		{"messages", "en", "# R\n\n" + opening + "The lamp messages\n" + lamps + "\nThe buoy messages\n" + buoys + "\nThe port messages\n" + ports + "\n\nThat was all that the young people of the ports had to say this year, and it was heard.\n",
			opening + "## The lamp messages\n\n" + lamps + "\n\n## The buoy messages\n\n" + buoys + "\n\n## The port messages\n\n" + ports + "\n\nThat was all that the young people of the ports had to say this year, and it was heard."},
		{"counted, without empty lines", "en", lamps + "\nWhat was done on the river\n1. The lamps of the river\n" + lamps + "\n" + buoys + "\n2. The ports of the river\n" + ports + "\n" + buoys + "\n",
			lamps + "\n\n## What was done on the river\n\n### 1. The lamps of the river\n\n" + lamps + "\n\n" + buoys + "\n\n### 2. The ports of the river\n\n" + ports + "\n\n" + buoys},
		{"the first section of several", "en", "Lamps of the North, daily paper\n\n6 May 2031\n\nHighlights of yesterday\n\n" + lamps + "\n\nWhat the ports think of it\n\n" + ports + "\n",
			"## Highlights of yesterday\n\n" + lamps + "\n\n## What the ports think of it\n\n" + ports},
		{"lines that links have parted", "fr", "Rapport des gardiens\n\nLes\ntravaux des gardiens de phares ont commencé au mois de mai dans\nla vieille douane de Port Bleu, et les gardiens de tout le Nord y\nont pris part avec leurs amis et\n[2]\nont aussi présenté leurs registres aux pilotes du port et de la\nbaie, qui les ont lus avec soin.\n",
			"Les travaux des gardiens de phares ont commencé au mois de mai dans la vieille douane de Port Bleu, et les gardiens de tout le Nord y ont pris part avec leurs amis et [2] ont aussi présenté leurs registres aux pilotes du port et de la baie, qui les ont lus avec soin."},
		{"lines drawn with dashes, names of pictures", "en", "# R\n\n" + opening + "———- ———- ——— ———-\n\nimg_1136\n\n" + lamps + "\n", opening + lamps},
		{"a theme over two lines", "en", "Communiqué of the forum\n\nTheme: “The keeping of lamps for all\nthe ports of the North”\n\n" + lamps + "\n\n" + buoys + "\n",
			"Theme: “The keeping of lamps for all the ports of the North”\n\n" + lamps + "\n\n" + buoys},
	})
	long := strings.Join([]string{lamps, buoys, ports, lamps}, " ")
	tr, _ := imported(t, "en", "(fkl) blue harbour, 14-17 may 2031 chair's summary\n\n37\nFifth Meeting of the Keepers of Lamps (FKL) Blue Harbour, 14-17 May 2031 Chair’s Summary (Long Version) The fifth meeting of the keepers was held in Blue Harbour. "+long+"\n")
	if want := "The fifth meeting of the keepers was held in Blue Harbour. " + long; strings.TrimSpace(page.Markdown(tr.Units)) != want || !strings.HasPrefix(tr.Meta.Title, "Fifth Meeting") {
		t.Errorf("%+v\n%s", tr.Meta, page.Markdown(tr.Units))
	}
}
