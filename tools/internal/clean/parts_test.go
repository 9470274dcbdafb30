package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// shape is the sequence of units as letters: h2, p, i1, t, with printed numbers.
func shapeOfUnits(units []report.Unit) string {
	var s []string
	for _, u := range units {
		switch u.Kind {
		case report.Heading:
			s = append(s, "h"+string(rune('0'+u.Level)))
		case report.Item:
			s = append(s, "i"+string(rune('0'+u.Level)))
		case report.Turn:
			s = append(s, "t")
		case report.Footnote:
			s = append(s, "n"+u.Label)
		default:
			s = append(s, "p"+u.Number)
		}
	}
	return strings.Join(s, " ")
}

// TestParts: what kinds of report have that no markup tells.
func TestParts(t *testing.T) {
	text := "The keepers met in the old customs house and spoke at length of the lamps, of the oil and of what both cost in the winter."
	arabic := "اجتمع الحراس في الجمارك القديمة وتحدثوا طويلا عن المصابيح وعن الزيت وعما يكلفه الاثنان في الشتاء على الساحل الشمالي."
	for _, c := range []struct{ name, lang, in, want string }{
		{"days and what happened on them", "ar", "ملخص الرئيس\n\n" + arabic + "\n\nاليوم الأول: 7 تشرين الثاني/نوفمبر 2043\n\nالجلسة الافتتاحية\n\n" + arabic + "\n\nاليوم الثاني: 8 تشرين الثاني/نوفمبر 2043\n\nجلسة المصابيح\n\n" + arabic + "\n", "p h2 h3 p h2 h3 p"},
		{"a section and its first part", "en", "# Lamps\n\n" + text + "\n", "p"},
		{"stacked", "en", "The lamps of the north\n\n" + text + "\n\nDecision of the keepers\n\nArticle 10\n\n" + text + "\n\nArticle 41\n\n" + text + "\n", "p h2 h2 p h2 p"},
		{"numbers set apart by room", "es", "RESOLUCIÓN 75 (Rev. Puerto Azul, 2042)\n\nFunción de los faros en los trabajos sobre la costa\n\nLa Asamblea de los Faros (Puerto Azul, 2042),\n\nconsiderando\n\na) los resultados de las dos reuniones de los faros;\n\nb) la Resolución 71 de la Conferencia,\n\nresuelve\n\n1     que prosigan las actividades de los faros de la costa en el marco de su mandato;\n\n2     que los faros colaboren con las demás partes interesadas,\n\nencarga al Director de los Faros\n\nque presente un informe anual.\n", "p p p p p p1 p2 p p"},
		{"a foot of a page in Chinese", "zh", "灯塔会议纪要\n2044年4月16日\n\n一、会议开幕\n\n主席宣布会议开幕，并欢迎各位成员出席本次会议，本次会议将讨论明年的主题，所有会议\n\n第 1 页\n\n室均符合标准。\n\n二、其他事项\n\n会议通过了议程，没有修改。\n\n第 2 页\n", "h2 p h2 p"},
		{"an office and who holds it", "en", "The Chair: Good morning. We go on with the lamps.\n\nMs Ana Brito (Northport): I beg to move that the lamps be lit.\n\nThe Minister for Lamps (Sir Jon Vik): I am grateful. The lamps are lit.\n\nMs Ana Brito: When?\n\nSir Jon Vik: Now.\n\nClause 12\n\nThe Chair: That is the end.\n", "t t t t t h2 t"},
		{"the last heading of minutes", "pt", "# Ata\n\n**1. Abertura**\n\n" + text + "\n\n**2. Óleo**\n\n" + text + "\n\n**Encerramento**\n\nA reunião foi encerrada às 17h30 pelo Coordenador dos faróis da costa.\n", "h2 p h2 p h2 p"},
	} {
		tr, _ := imported(t, c.lang, c.in)
		if got := shapeOfUnits(tr.Units); got != c.want {
			t.Errorf("%s: got %s, want %s\n%+v", c.name, got, c.want, tr.Units)
		}
	}
}

// TestLinkedContents: the list above the sections of a web page that names them.
func TestLinkedContents(t *testing.T) {
	doc, err := source.Read("a.html", []byte(`<html><body><article><h1>Resolutions of the keepers</h1><ol><li><a href="#1">Agenda</a>:<ol type="a"><li>Minutes</li><li>New keepers</li></ol></li><li><a href="#2">Main agenda</a></li></ol><h2>1. Agenda:</h2><h3>a. Minutes</h3><p>The keepers approve the minutes of the meeting in Blue Harbour.</p><h3>b. New keepers</h3><p>The keepers name Ana Brito.</p><h2>2. Main agenda</h2><p>Nothing was decided:</p><ul><li>no oil;</li><li>no lamps;</li><li>no ports.</li></ul></article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	tr, _, err := Document(doc, Options{Report: "x", Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got := shapeOfUnits(tr.Units); got != "h2 h3 p h3 p h2 p i1 i1 i1" {
		t.Errorf("%s: %+v", got, tr.Units)
	}
}

// TestNoteWithPoint: a note that counts with a point, at the foot of a page.
func TestNoteWithPoint(t *testing.T) {
	tr, _ := imported(t, "en", "The lamps of the north\n\nIn today’s judgment1 in the case of the keepers of the northern coast (application no.\n12345/46) the court of the lamps held that there had been a breach of the charter and that\nthe right of those who sail by night had been\n\n1. Under Article 43 this judgment is not final. During three months any party may ask that it be\nheard by the great chamber of the court.\n\f                                                                              2\n\nset aside.\n\nThe dark of the coast was an extreme measure, and the ports could have avoided it with little oil.\n")
	if got := shapeOfUnits(tr.Units); got != "p p n1" || !strings.Contains(tr.Units[0].Text, "judgment[^1] in") || !strings.HasSuffix(tr.Units[0].Text, "had been set aside.") {
		t.Errorf("%s: %+v", got, tr.Units)
	}
}
