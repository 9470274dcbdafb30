package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// How much of a ledger is told: all of what the page does not have, and of
// what is in the page as many texts of a kind as can be looked over. The
// ledger has the rest.
const (
	toldTexts  = 8
	toldPlaces = 12
	toldWidth  = 92 // of a text, in characters
)

// told are the actions, the weightiest first; those that take words out of the
// page are told in full.
var told = []struct {
	action report.Action
	full   bool
}{
	{report.Added, true}, {report.Removed, true}, {report.Lifted, true}, {report.Split, true},
	{report.Moved, false}, {report.Joined, false}, {report.Marked, false},
}

// A telling is one text and the places at which one thing was done to it.
type telling struct {
	text, to string
	places   []string
}

// explain prints a ledger for reading: what was done, why, and where, what is
// alike together.
func (c *command) explain(ledger *report.Ledger) {
	w := ledger.Words
	c.print("explain_words", message.Data{"Source": w.Source, "Page": w.Page, "Lifted": w.Lifted, "Removed": w.Removed, "Added": w.Added})
	for _, t := range told {
		var reasons []string
		byReason := map[string][]*report.Entry{}
		for k := range ledger.Entries {
			e := &ledger.Entries[k]
			if e.Action != t.action {
				continue
			}
			reason := e.Reason
			if e.Action == report.Lifted {
				reason = "" // the keys of the front matter say what it was
			}
			if byReason[reason] == nil {
				reasons = append(reasons, reason)
			}
			byReason[reason] = append(byReason[reason], e)
		}
		for _, reason := range reasons {
			entries := byReason[reason]
			title := c.say.Say("action_"+string(t.action), nil)
			if reason != "" {
				title += ": " + c.say.Say("reason_"+strings.ReplaceAll(reason, "-", "_"), nil)
			}
			fmt.Fprintf(c.stdout, "\n%s (%d)\n", title, len(entries))
			c.tell(tellings(entries), t.full)
		}
	}
	fmt.Fprintln(c.stdout)
}

// tellings puts entries of one kind together by their texts.
func tellings(entries []*report.Entry) []*telling {
	var list []*telling
	at := map[[2]string]*telling{}
	for _, e := range entries {
		key := [2]string{e.Text, e.To}
		if at[key] == nil {
			text, to := e.Text, e.To
			switch {
			case e.Action == report.Lifted:
				text, to = e.To+": "+page.Plain(text), ""
			case e.Reason != "markup" && e.Reason != "literal": // where the marks are what it is about
				text = page.Plain(text)
			}
			at[key] = &telling{text: short(text, toldWidth), to: short(to, toldWidth/2)}
			list = append(list, at[key])
		}
		place := strconv.Itoa(e.Line)
		switch {
		case e.Page > 0:
			place = strconv.Itoa(e.Page) + ":" + place
		case e.Line == 0:
			place = "–"
		}
		if t := at[key]; !slices.Contains(t.places, place) {
			t.places = append(t.places, place)
		}
	}
	return list
}

// tell prints texts with their places: a line, or page and line of a paged
// source.
func (c *command) tell(list []*telling, full bool) {
	rest := 0
	if !full && len(list) > toldTexts+2 {
		rest = len(list) - toldTexts
		list = list[:toldTexts]
	}
	for _, t := range list {
		places, more := t.places, ""
		if len(places) > toldPlaces {
			places, more = places[:toldPlaces], " …"
		}
		line := fmt.Sprintf("  %7s  ", places[0])
		if t.text == "" {
			line = "  " + strings.Repeat(" ", max(0, 7-len(places[0]))) + strings.Join(places, " ") + more
			fmt.Fprintln(c.stdout, line)
			continue
		}
		line += t.text
		if t.to != "" {
			line += " → " + t.to
		}
		if len(places) > 1 {
			line += "  (" + strings.Join(places[1:], " ") + more + ")"
		}
		fmt.Fprintln(c.stdout, line)
	}
	if rest > 0 {
		fmt.Fprintln(c.stdout, "           "+c.say.Say("explain_more", message.Data{"Number": rest}))
	}
}

// short is a text on one line, cut where it grows long.
func short(s string, width int) string {
	text := []rune(strings.Join(strings.Fields(s), " "))
	if len(text) > width {
		text = append(text[:width-1], '…')
	}
	return string(text)
}
