package source

import (
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"a table": {
			"The table shows how many lamps were lit in the two years in question here.\n\n\n\n\n\n\n\n\n\n\n\n\n   Region          2030        2031\n\n   North           14          18\n   Islands         3           3\n",
			"P|R Region+2030+2031|R North+14+18|R Islands+3+3"},
		"a cell over two lines": {
			strings.Repeat("\n", 13) + "   Region          When\n   North           Tuesday\n                         \n   South           Wednesday\n                   (to be confirmed)\n",
			"R Region+When|R North+Tuesday|R South+Wednesday (to be confirmed)"},
		"a masthead": {
			"        United Nations                    A/99/1\n        General Assembly              Distr.: General\n                                      3 May 2030\n\nText.\n",
			"R United Nations+A/99/1|R General Assembly+Distr.: General\\\n3 May 2030|P"},
		"a gap in prose": {strings.Repeat("\n", 13) + "The ports agreed   that fees are high.\nOthers said that they are not.\n", "P|P"},
		"a number":       {strings.Repeat("\n", 13) + "12      See the minutes.\n13      See the report.\n", "P|P"},
		"codes in the first column": {
			strings.Repeat("\n", 13) + "Code        What it is about                Days\nA1          The lamps of the harbour front  4, 5\nA2          Fees                            6\n",
			"R Code+What it is about+Days|R A1+The lamps of the harbour front+4, 5|R A2+Fees+6"},
		"a header that leaves a column empty": {
			strings.Repeat("\n", 13) + "                   Lamps       Lamps      All\n   Harbour         lit         dark       keepers\n   Merrow           3           4           5\n   Blue                         6           7\n",
			"R +Lamps+Lamps+All|R Harbour+lit+dark+keepers|R Merrow+3+4+5|R Blue++6+7"},
		"numbers in the middle of their columns": {
			strings.Repeat("\n", 13) + "   Harbour         Lamps that were lit     Keepers who wrote\n\n   Merrow                   3                       4\n   Blue                     6                       7\n",
			"R Harbour+Lamps that were lit+Keepers who wrote|R Merrow+3+4|R Blue+6+7"},
		"a speaker's name": {strings.Repeat("\n", 13) + "ANA BRITO:      Good morning.\nJON VIK:        Good morning.\n", "P|P"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read("x.txt", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range doc.Blocks {
				if b.Kind == Row {
					got = append(got, "R "+strings.Join(b.Cells, "+"))
				} else {
					got = append(got, "P")
				}
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %q\nwant %q", s, c.want)
			}
		})
	}
}
