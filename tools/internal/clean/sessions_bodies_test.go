package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

// TestBodies imports reports of bodies that set them in ways of their own.
func TestBodies(t *testing.T) {
	for name, c := range map[string]struct{ lang, in, shape, title, symbol string }{
		"tabs behind numbers": {"en", "Council 2044\nPort Merrow, 4–14 June 2044\n\nDocument L44/8-E\n22 March 2044\nOriginal: English\n\nReport by the Chair of the Working Group on Lamps and Wicks\n\nSUMMARY\nThis document tells what the keepers have said at their two meetings of the year, and what they ask of the Council.\n\nAction required\nThe Council is invited to note the report and to count the wicks again.\n\n" +
			"1\tIntroduction\n\n1.1\tSince its last session the Group has held two meetings, in spring and in autumn.\n\n1.2\tForty keepers came to the second meeting, and some of them wrote\n\nL44/8-E\n2\n\nletters.\n\n2\tLamps of the north\n\n2.1\tThe keepers said that the lamps of the north had burned through the winter.\n",
			"h2 p h2 p h2 p p h2 p", "Report by the Chair of the Working Group on Lamps and Wicks", "L44/8-E"},
		"the number of a session in the symbol": {"fr", "Conseil des phares\nCent dixième session\n110 LX/5.I.C\n\nPORT-BLEU, le 9 février 2044\nOriginal anglais\n\nPoint 5 de l'ordre du jour provisoire\n\nSUIVI DES LETTRES ENVOYÉES PAR LES GARDIENS À LEURS SESSIONS ANTÉRIEURES\n\nC. Mise en œuvre du conseil sur les mèches\n\nRÉSUMÉ\n\nLe présent document dit ce que les gardiens ont fait des mèches qui leur ont été envoyées au printemps.\n\nI. Contexte\n\n" +
			"1. Le conseil sur les mèches a été donné par les gardiens du nord, qui avaient passé l'hiver sans huile.\n\n2. Les gardiens ont compté leurs mèches et en ont trouvé dans chaque tour du nord et de l'est plus de\n\n110 LX/5.I.C – page 2\n\n20 par lampe.\n\nA. Tours du nord\n\n3. Les tours du nord ont gardé leurs mèches pour l'hiver prochain.\n\nB. Tours de l'est\n\n4. Les tours de l'est ont brûlé les leurs.\n\nII. Suite\n\n5. Le Conseil lira les lettres au printemps.\n",
			"h2 p h2 p1 p2 h3 p3 h3 p4 h2 p5", "SUIVI DES LETTRES", "110 LX/5.I.C"},
		"parts in small letters": {"en", "Port Merrow, 15 December 2043\n\nLMP(2043)21\n\nSTEERING COMMITTEE ON LAMPS\n\n______\n\n24th meeting\n29 November – 1 December 2043\n\nMeeting report\n\n______\n\nExecutive summary\n\nDuring the meeting, the Committee:\n\n- read the letters of the pilots;\n- counted the wicks of the north.\n\nItem 1. Letters\n\n1. The Committee read the letters of the pilots, who had gone out in all weathers.\n\na. Letters of the north\n\n2. The letters of the north told of the ice and of the oil.\n\nb. Letters of the east\n\n3. The letters of the east told of the storm.\n\nItem 2. Dates\n\n4. The Committee will meet again when the ice has gone.\n\nAppendix I – Agenda\n\n1. Letters\n2. Dates\n",
			"h2 p i1 i1 h2 p1 h3 p2 h3 p3 h2 p4 h2 i1 i1", "", "LMP(2043)21"},
		"an Arabic resolution": {"ar", "الأمم المتحدة\n\nA/RES/99/94\n\nالجمعية العامة\n\nDistr.: General\n31 December 2044\n\nالدورة التاسعة والتسعون\nالبند 15 من جدول الأعمال\n\nقرار اتخذته الجمعية العامة في 19 كانون الأول/ديسمبر 2044\n\n99/94 - مصابيح الموانئ وزيتها\n\nإن الجمعية العامة،\n\nإذ تشير إلى رسالة الحراس المعنونة \"مصابيح الشمال\"(1)، وإلى سائر الرسائل التي كتبها المرشدون في الشتاء الماضي،\n\nوإذ تحيط علما برسائل المرشدين(2)،\n\n1 - تطلب إلى الموانئ أن تعد زيتها مرتين في السنة، وأن تخبر بعضها بعضا بما تجده فيها؛\n\n2 - تقرر أن تعود إلى هذه المسألة في دورتها القادمة.\n\n__________\n(1) رسالة الحراس.\n(2) رسائل المرشدين.\n",
			"p p p p1 p2 n1 n2", "99/94 - مصابيح الموانئ وزيتها", "A/RES/99/94"},
	} {
		t.Run(name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, c.in)
			if got := shapeOfUnits(tr.Units); got != c.shape {
				t.Errorf("%s\n%s", got, page.Markdown(tr.Units))
			}
			if m := tr.Meta; !strings.HasPrefix(m.Title, c.title) || len(m.Symbols) == 0 || m.Symbols[0] != c.symbol {
				t.Errorf("%+v", m)
			}
		})
	}
}
