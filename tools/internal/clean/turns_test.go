package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

func TestTurns(t *testing.T) {
	for _, c := range []struct{ name, lang, in, want string }{
		{"every layout", "en", "ANA BRITO:\n\nGood morning.\n\n**JON VIK:** Thank you.\n\nMR. SILVA (Portugal): Fees are high.\n\n>> I am from the island.\n\n>>\n\nSo am I.\n\n>> LEE WONG: Yes.\n\nANA BRITO:\u00a0\u00a0\u00a0\u00a0 Bye.\n",
			"ANA BRITO=Good morning.|JON VIK=Thank you.|MR. SILVA (Portugal)=Fees are high.|=I am from the island.|=So am I.|LEE WONG=Yes.|ANA BRITO=Bye."},
		{"a cut before a name", "en", "ANA BRITO: We are\n\n---\n\nJON VIK: all here.\n\nANA BRITO: Yes.\n", "ANA BRITO=We are|JON VIK=all here.|ANA BRITO=Yes."},
		{"mixed case", "en", "Ana Brito: Good morning.\n\nJon Vik: Thank you.\n\nAna Brito: Any questions?\n\nJon Vik: No.\n", "Ana Brito=Good morning.|Jon Vik=Thank you.|Ana Brito=Any questions?|Jon Vik=No."},
		{"Chinese", "zh", "主席：早上好。\n\n王明：谢谢。\n\n主席：请讲。\n\n王明：好。\n", "主席=早上好。|王明=谢谢。|主席=请讲。|王明=好。"},
		{"Arabic", "ar", "الرئيس: صباح الخير.\n\nالسيدة ليلى: شكرا.\n\nالرئيس: تفضلي.\n", "الرئيس=صباح الخير.|السيدة ليلى=شكرا.|الرئيس=تفضلي."},
		{"Russian", "ru", "ПРЕДСЕДАТЕЛЬ: Доброе утро.\n\nГ-жа ИВАНОВА: Спасибо.\n\nПРЕДСЕДАТЕЛЬ: Прошу.\n", "ПРЕДСЕДАТЕЛЬ=Доброе утро.|Г-жа ИВАНОВА=Спасибо.|ПРЕДСЕДАТЕЛЬ=Прошу."},
		{"time stamps", "en", "00:01:02 ANA BRITO: Good morning.\n\n00:02:00 JON VIK: Thanks.\n\n00:03:11 ANA BRITO: Bye.\n", "ANA BRITO=Good morning.|JON VIK=Thanks.|ANA BRITO=Bye."},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, c.in)
			var got []string
			for _, u := range tr.Units {
				if u.Kind == report.Turn {
					got = append(got, u.Speaker+"="+u.Text)
				} else {
					got = append(got, u.Text)
				}
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got\n%s\nwant\n%s", s, c.want)
			}
			if tr.Meta.Type != report.Transcript {
				t.Errorf("type %q", tr.Meta.Type)
			}
		})
	}
}

func TestNoTurns(t *testing.T) {
	tr, _ := imported(t, "en", "# Report\n\n"+opening+"Note: fees rose.\n\nResult: all agreed.\n\nWhat follows: nothing.\n")
	for _, u := range tr.Units {
		if u.Kind == report.Turn {
			t.Errorf("%q was taken for a turn", u.Speaker)
		}
	}
}
