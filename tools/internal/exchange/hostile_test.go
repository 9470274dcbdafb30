package exchange_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/report"
)

// TestHostile reads files that are made to cost much.
func TestHostile(t *testing.T) {
	begin := time.Now()
	head := "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"fr\"><file id=\"r\">"
	unit := func(id, target string) string {
		return "<unit id=\"" + id + "\"><segment><source>One item of the list</source><target>" + target + "</target></segment></unit>"
	}
	dir, _ := written(t, reference)
	a := open(t, dir)
	for name, data := range map[string]string{
		"deep elements":  strings.Repeat("<xliff>", 1<<20),
		"deep tags":      head + unit("item1", strings.Repeat("<pc id=\"1\">", 1<<18)),
		"many tags":      head + unit("item1", strings.Repeat("<ph id=\"1\"/>", 1<<18)),
		"long text":      head + unit("item1", strings.Repeat("a", 8<<20)),
		"entities":       "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + head + unit("item1", "&b;"),
		"a file of ours": "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + head + unit("item1", "&a;"),
		"brackets":       po("item1", "One item of the list", strings.Repeat("[a](<", 12000)),
		"stars":          po("item1", "One item of the list", strings.Repeat("*a_", 20000)),
		"PO strings":     po("item1", "a", "b") + strings.Repeat("\"aaaaaaaa\"\n", 1<<20),
		"units":          head + strings.Repeat(unit("item1", "x"), 1<<17),
		"no end":         head + unit("item1", "x"),
		"binary":         "\x00\x01\x02<xliff>",
		"empty":          "",
	} {
		files, err := exchange.Read("f", []byte(data))
		var problem *report.Problem
		switch {
		case err == nil:
			for _, f := range files {
				if result, err := exchange.Merge(a, "f", f); err != nil || result.Data != nil || len(result.Conflicts) == 0 {
					t.Errorf("%s: %v, %+v", name, err, result)
				}
			}
		case !errors.As(err, &problem):
			t.Errorf("%s: %v has no sentence", name, err)
		}
	}
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("they took %v", took)
	}
}
