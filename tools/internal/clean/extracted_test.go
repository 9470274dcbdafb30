package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestExtracted: what converters and sites leave around texts and in them.
func TestExtracted(t *testing.T) {
	front := "# Report\n\n" + opening
	foot := func(n string) string {
		return "Report of the third forum of lamp keepers in Blue Harbour | " + n + "\n\n"
	}
	checkBodies(t, []bodyCase{
		{"feet of pages behind a bar, below notes", "en", front + "The keepers have asked for oil<sup>1</sup> and for\n\n<sup>1</sup> Of the best kind.\n\n" + foot("3") + "bread.\n\nFees rose.\n\n" + foot("4") + "Ports paid.\n\n" + foot("6"),
			opening + "The keepers have asked for oil[^1] and for bread.\n\nFees rose.\n\nPorts paid.\n\n[^1]: Of the best kind."},
		{"a lead-in whose last words stand on a line", "ar", "# تقرير\n\n" + inArabic(" ") + "\n\nاجتمع حراس المنارات في الميناء الأزرق في بداية الصيف وتحدثوا طويلا في ما يأتي\nمسائل كبيرة منها:\n\n• الزيت\n• الخبز\n\n" + inArabic("\n") + "\n",
			inArabic(" ") + "\n\nاجتمع حراس المنارات في الميناء الأزرق في بداية الصيف وتحدثوا طويلا في ما يأتي مسائل كبيرة منها:\n\n- الزيت\n- الخبز\n\n" + inArabic(" ")},
		{"notes in brackets, a line each", "zh", "# 报告\n\n" + inChinese("\n") + "灯塔看守人在蓝港举行会议，讨论灯油的价格以及各港口应当承担的费用[1]，并且\n决定每年夏天再次开会[2]。\n\n[1] 参见灯塔看守人第一次会议的报告，该报告载于蓝港灯塔办公室的年度文件汇编。\n[2] 参见第二次会议的报告。\n",
			inChinese("") + "灯塔看守人在蓝港举行会议，讨论灯油的价格以及各港口应当承担的费用[^1]，并且决定每年夏天再次开会[^2]。\n\n[^1]: 参见灯塔看守人第一次会议的报告，该报告载于蓝港灯塔办公室的年度文件汇编。\n\n[^2]: 参见第二次会议的报告。"},
		{"how a site ends", "en", front + "Fees rose.\n\nShare this:\nFacebook\nX\nEmail\n\nRelated\nThe keepers of the lamps of the north and the oil that burns in the cold\nNews | April 2031\n\nLamp Office\n© 2031 Lamp Office\n",
			opening + "Fees rose."},
		{"parts that come back, and what the markup sets as high as they", "pt", front + "# **Sessão 1 – Óleo**\n\nTexto.\n\n### **Mensagens**\n\n- Mais óleo.\n\n## **Sessão 2 – Pão**\n\nTexto.\n\n#### **Mensagens**\n\n- Mais pão.\n\n# **Sessão 3 – Sal**\n\nTexto.\n\n#### **Mensagens**\n\n- Mais sal.\n\n# **Participação**\n\nForam muitos.\n",
			opening + "## Sessão 1 – Óleo\n\nTexto.\n\n### Mensagens\n\n- Mais óleo.\n\n## Sessão 2 – Pão\n\nTexto.\n\n### Mensagens\n\n- Mais pão.\n\n## Sessão 3 – Sal\n\nTexto.\n\n### Mensagens\n\n- Mais sal.\n\n## Participação\n\nForam muitos."},
	})
}

// inArabic and inChinese are a paragraph of three lines, with what stands between.
func inArabic(between string) string {
	return strings.Join([]string{"ثم عاد كل واحد منهم إلى منارته في الليلة الأولى بعد أن اتفقوا على موعد آخر",
		"في الصيف القادم من كل سنة في الميناء نفسه وعلى أن تدفع الموانئ ثمن الزيت", "والخبز لجميع الحراس."}, between)
}

func inChinese(between string) string {
	return strings.Join([]string{"灯塔看守人每年夏天都要回到自己的港口，向港口的管理人员说明灯油和面包的价格，", "并且说明他们的孩子在冬天怎样乘船去上学，因为北方各港口的道路在冬天往往不能", "通行。"}, between) + "\n\n"
}

// TestLayout: a text that keeps the layout of its pages.
func TestLayout(t *testing.T) {
	in := "                 OFFICE OF LAMPS\n\n" +
		"     Keepers have met in Blue Harbour each summer of the years 2029-20301 and they\n     have asked the ports of the north for oil that burns in cold weather.\n\n" +
		"               I. FOR THE LAMPS THAT BURN IN THE NORTH AND IN THE\n                                  HARBOURS\n\n" +
		"   1.   Ports pay for the oil of their lamps and for the bread of those who keep them in\n        the winter of every year.\n\n" +
		"               II. FOR THE CHILDREN OF THE KEEPERS\n\n" +
		"     ____________________\n     1 Report of the first meeting, which was held in the old customs house of the\n     harbour.\n\f\n" +
		"     B. Schools\n\n" +
		"   2.   Children go to school by boat, and the boats are paid for by the ports of the\n        north.\n"
	tr, _ := imported(t, "en", in)
	var got []string
	for _, u := range tr.Units {
		if u.Kind == report.Heading || u.Kind == report.Footnote {
			got = append(got, u.Text)
		}
	}
	want := "I. FOR THE LAMPS THAT BURN IN THE NORTH AND IN THE HARBOURS|II. FOR THE CHILDREN OF THE KEEPERS|B. Schools|Report of the first meeting, which was held in the old customs house of the harbour."
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("headings and notes %q, want %q", s, want)
	}
	if !strings.Contains(tr.Units[0].Text, "2029-2030[^1]") {
		t.Errorf("the mark on a year: %q", tr.Units[0].Text)
	}
}

// TestNoTurns: names behind the names of roles are no speech.
func TestNoSpeech(t *testing.T) {
	in := "# Report\n\n" + opening + strings.Repeat("**Moderator**: Ana Brito\n\n**Panel**: Jon Vik (port), Rui Lemos (oil)\n\nThe panel spoke of lamps, and of the oil that burns in cold weather.\n\n", 3)
	tr, _ := imported(t, "en", in)
	if tr.Meta.Type == report.Transcript {
		t.Error("fields make a transcript")
	}
	for _, u := range tr.Units {
		if u.Kind == report.Turn || u.Kind == report.Heading {
			t.Errorf("%v %q", u.Kind, u.Text)
		}
	}
}

// TestRepeatedHeading: where the source says where pages end, what comes back
// elsewhere is no running head; the first foot goes with its number.
func TestRepeatedHeading(t *testing.T) {
	part := func(name, page string) string {
		return name + "\n\nKyoto words\n\n• The lamps of the north need oil.\n• The ports should pay for it.\n\nLamp words – Forum of 2031\n" + page + "\n\f"
	}
	in := "Forum of lamp keepers 2031\nBlue Harbour, Norway\n4 to 6 May 2031\n\nHarbour Messages\n\n" + opening + "Lamp words – Forum of 2031\n1\n\f" +
		part("Oil and bread", "2") + part("Salt and fish", "3") + part("Boats and schools", "4") + part("Fees and ports", "5")
	tr, _ := imported(t, "en", in)
	heads := 0
	for _, u := range tr.Units {
		if u.Kind == report.Heading && u.Text == "Kyoto words" {
			heads++
		}
		if strings.Contains(u.Text, "Forum of 2031") {
			t.Errorf("the foot of a page: %q", u.Text)
		}
	}
	if heads != 4 {
		t.Errorf("%d headings that come back, want 4", heads)
	}
	if tr.Meta.Title != "Harbour Messages" {
		t.Errorf("title %q", tr.Meta.Title)
	}
}

// TestToCome: a meeting that a text announces is not the one that it is of.
func TestToCome(t *testing.T) {
	tr, _ := imported(t, "en", "# Messages of keepers\n\n7 April 2031, Blue Harbour\n\n"+opening+"The next forum will be held from 4 to 6 May 2032.\n")
	if tr.Meta.EventStart != "" {
		t.Errorf("event %s", tr.Meta.EventStart)
	}
}

// TestVowels: a word with its vowels is the word.
func TestVowels(t *testing.T) {
	if got := folded("تُرجمت الوثيقةُ رسميّاً"); got != "ترجمت الوثيقة رسميا" {
		t.Errorf("folded: %q", got)
	}
}
