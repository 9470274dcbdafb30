package clean

import (
	"strings"
	"testing"
)

const audioNotice = "Remarque : Ces pages sont la transcription qu'un gardien a faite d'un fichier audio pendant la nuit. Pour l'essentiel, la transcription suit les voix du quai, dont une est parfois inaudible. Cette transcription n'est en aucun cas un texte faisant autorité."

// TestRunTogether imports pages of transcripts whose lines an extractor left
// out, as sites that share documents show them.
func TestRunTogether(t *testing.T) {
	long := "Bonjour à tous et bienvenue à cette réunion. Nous avons trois points à l’ordre du jour, et je voudrais commencer par le premier, qui est le prix des lampes dans les ports du nord et dans ceux du sud."
	checkBodies(t, []bodyCase{
		{"title, notice, day, place and speakers in one line", "fr", "port-merrow lampes fr · phares du nord fr remarque : ces...\n\n53\nPORT MERROW – Réunion des gardiens FR " + audioNotice + " PORT MERROW – Réunion des gardiens Jeudi 14 mars 2030 – 09h15 à 10h30 CET PORTS21 | Port Merrow, Norvanie ODILE ROUX : " + long + " LUC BLAIN-MOREL : Merci. C’est CGPN qui paie. DR. ANNE VIK (par téléphone) : Non. NORVANIE : Je parle au nom des îles.\n",
			"**ODILE ROUX:** " + long + "\n\n**LUC BLAIN-MOREL:** Merci. C’est CGPN qui paie.\n\n**DR. ANNE VIK (par téléphone):** Non.\n\n**NORVANIE:** Je parle au nom des îles."},
		{"a notice in the middle, and the name at the end of the head", "fr", "Appel no 6 des gardiens – 5 mai 2031 ODILE ROUX: FR\nBienvenue à tous. " + long + " LUC BLAIN: Merci Odile. ODILE ROUX: Nous passons au point suivant. " + audioNotice + "\n",
			"**ODILE ROUX:** Bienvenue à tous. " + long + "\n\n**LUC BLAIN:** Merci Odile.\n\n**ODILE ROUX:** Nous passons au point suivant."},
		{"names in mixed case below a notice", "fr", "MERROW Ports and Lamps\n\nMERROW_Ports and Lamps FR " + strings.Replace(audioNotice, " :", ":", 1) + " Odile Roux: " + long + " Nous commençons donc: tout le monde est là.\n",
			"**Odile Roux:** " + long + " Nous commençons donc: tout le monde est là."},
	})
	tr, _ := imported(t, "fr", "PORT MERROW – Réunion des gardiens FR "+audioNotice+" PORT MERROW – Réunion des gardiens Jeudi 14 mars 2030 – 09h15 à 10h30 CET PORTS21 | Port Merrow, Norvanie ODILE ROUX : "+long+"\n")
	if tr.Meta.Title != "PORT MERROW – Réunion des gardiens" || tr.Meta.EventStart != "2030-03-14" || len(tr.Meta.Notices) != 1 || tr.Meta.Notices[0].Text != audioNotice {
		t.Errorf("title %q, day %q, notices %v", tr.Meta.Title, tr.Meta.EventStart, tr.Meta.Notices)
	}
}

// TestNotRunTogether holds that acronyms before a colon, and long texts with one
// name, stay what they are.
func TestNotRunTogether(t *testing.T) {
	text := "The ports met in spring to speak about lamps and fees, and the people who keep them came from many towns. They asked one question of the council: WHO PAYS. Nobody answered it then, and the harbour masters wrote to the fund, which replied in June with two lines and no money, so that the lamps stayed dark in seven towns until the end of the year."
	checkBodies(t, []bodyCase{{"one paragraph", "en", "# Lamps of the North\n\n" + text + "\n", text}})
}

// TestNoticeAtFoot holds that text which goes on below a notice and the head of
// the next page is not part of the notice.
func TestNoticeAtFoot(t *testing.T) {
	checkBodies(t, []bodyCase{{"lines", "fr", "PORT MERROW – Réunion des gardiens\nFR\nPORT MERROW – Réunion des gardiens\nMardi 6 novembre 2029 – 08:00 à 09:15\n\nODILE ROUX:\nAcaso les ports du nord peuvent payer les lampes de tous, car c’est\nplus simple et plus direct de le faire dans leurs propres villes et\nRemarque : Ces pages sont la transcription qu'un gardien a faite d'un fichier audio pendant une nuit d'hiver.\nPour l'essentiel, la transcription suit les voix du quai, dont une est parfois inaudible ; elle ne peut pas\nêtre lue comme un texte faisant autorité.\nPORT MERROW – Réunion des gardiens\nFR\nensuite porter ce travail au conseil des gardiens, qui est ouvert à\ntous.\nLUC BLAIN:\nMerci.\n",
		"**ODILE ROUX:** Acaso les ports du nord peuvent payer les lampes de tous, car c’est plus simple et plus direct de le faire dans leurs propres villes et ensuite porter ce travail au conseil des gardiens, qui est ouvert à tous.\n\n**LUC BLAIN:** Merci."}})
}

// TestSpokenOfNetworks holds that a sentence which speaks of a network is no
// contact line, though it ends the text.
func TestSpokenOfNetworks(t *testing.T) {
	checkBodies(t, []bodyCase{{"the last words", "en", ">> ANA BRITO: Good morning.\n\n>> JON VIK: Those of you on Facebook, please also share your views of the lamps with us and with the ports.\n",
		"**ANA BRITO:** Good morning.\n\n**JON VIK:** Those of you on Facebook, please also share your views of the lamps with us and with the ports."}})
}
