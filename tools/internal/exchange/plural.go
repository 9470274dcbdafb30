package exchange

import "strings"

// pluralForms are gettext's formulas, by languages that share one, as the
// manual of GNU gettext (12.6, plural forms) lists them. No report needs them;
// some tools refuse a PO file without.
var pluralForms = []struct{ languages, formula string }{
	{"ja ko zh vi th id ms lo km my bo dz wo", "nplurals=1; plural=0;"},
	{"en de nl sv da nb nn no fo et fi hu el he it es pt ca eu gl bg eo sw af fy is hi bn ur ta te ml mr ne sq ka az tr kk ky uz tk mn so ha yo zu xh st rw am",
		"nplurals=2; plural=(n != 1);"},
	{"fr pt-br hy fa ln mg ti wa oc", "nplurals=2; plural=(n > 1);"},
	{"lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"},
	{"ro", "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);"},
	{"lt", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);"},
	{"ru uk be sr hr bs", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"},
	{"cs sk", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"},
	{"pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"},
	{"sl", "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"},
	{"ga", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);"},
	{"ar", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"},
}

// plurals is the formula of a language, by its tag or else by its language
// alone; empty where gettext lists none.
func plurals(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	for _, want := range []string{tag, language} {
		for _, p := range pluralForms {
			if strings.Contains(" "+p.languages+" ", " "+want+" ") {
				return p.formula
			}
		}
	}
	return ""
}
