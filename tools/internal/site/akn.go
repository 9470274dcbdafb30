package site

import (
	"rapporteur/tools/internal/akn"
	"rapporteur/tools/internal/cite"
	"rapporteur/tools/internal/message"
)

// aknTwin is a report as Akoma Ntoso: report.xml.
func aknTwin(w *cite.Work, ps []piece, say *message.Printer) []byte {
	units := make([]akn.Unit, len(ps))
	for i, p := range ps {
		units[i] = akn.Unit{Unit: p.Unit, State: p.State}
		if p.Lang != nil {
			units[i].Lang = p.Lang.Locale
		}
	}
	return akn.Format(w, units, say)
}
