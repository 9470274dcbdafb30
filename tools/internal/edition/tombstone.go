package edition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"rapporteur/tools/internal/message"
)

// tombstone returns what stands in the place of a file from now on. Where one
// unit goes and the file shows which, the rest of it stays.
func (m *mason) tombstone(name string, data []byte, t Text) []byte {
	if unit := m.request.Unit; unit != "" {
		var rest []byte
		switch path.Ext(name) {
		case ".html":
			words := m.epitaph(name, "withdrawn_unit", nil)
			if rest = cutPage(data, unit, words, false); rest != nil && m.says(name, rest) {
				rest = cutPage(data, unit, words, true)
			}
		case ".json":
			rest = cutTwin(data, unit, m.request.Moment.Format(time.DateOnly), m.request.Reason)
		case ".txt":
			rest = cutText(data, unit, m.epitaph(name, "withdrawn_unit", nil))
		default:
			if readable(name) {
				rest = data
			}
		}
		if rest != nil && !m.says(name, rest) {
			return rest
		}
	}
	old := sum(data)
	switch path.Ext(name) {
	case ".html":
		return m.page(name, old, t)
	case ".json":
		out, _ := compact(map[string]any{"withdrawn": map[string]string{"date": m.request.Moment.Format(time.DateOnly), "reason": m.request.Reason, "sha256": old}})
		return append(out, '\n')
	}
	return []byte(m.epitaph(name, "withdrawn_title", nil) + "\n\n" + m.epitaph(name, "withdrawn_text", nil) + "\n" + m.epitaph(name, "withdrawn_hash", message.Data{"Hash": old}) + "\n")
}

// says reports whether a file still says what was withdrawn.
func (m *mason) says(name string, data []byte) bool {
	letters := fold(name, data)
	return slices.ContainsFunc(m.needles, func(n []byte) bool { return bytes.Contains(letters, n) })
}

// epitaph is a sentence of a tombstone in the language of the file's page.
func (m *mason) epitaph(name, key string, data message.Data) string {
	lang, _, _ := strings.Cut(name, "/")
	all := message.Data{"Date": m.request.Moment.Format(time.DateOnly), "Reason": m.request.Reason}
	for k, v := range data {
		all[k] = v
	}
	return m.request.Catalog.Printer(lang).Say(key, all)
}

// tombstonePage stands alone: it leans on no style sheet, and keeps the ids of
// the page that it replaces.
var tombstonePage = template.Must(template.New("").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{.Title}}</title>
</head>
<body dir="auto">
<main>
<h1>{{.Title}}</h1>
<p>{{.Text}}</p>
<p>{{.Hash}}</p>
<p><a href="{{.Up}}editions.json">editions.json</a></p>
{{range .Units}}<p id="{{.}}" data-unit="{{.}}" data-state="withdrawn">{{.}}</p>
{{end -}}
</main>
</body>
</html>
`))

func (m *mason) page(name, old string, t Text) []byte {
	lang, _, _ := strings.Cut(name, "/")
	var out bytes.Buffer
	if err := tombstonePage.Execute(&out, map[string]any{
		"Lang": lang, "Title": m.epitaph(name, "withdrawn_title", nil), "Text": m.epitaph(name, "withdrawn_text", nil),
		"Hash": m.epitaph(name, "withdrawn_hash", message.Data{"Hash": old}), "Up": strings.Repeat("../", strings.Count(name, "/")), "Units": t.Units,
	}); err != nil {
		panic(err) // strings always print
	}
	return out.Bytes()
}

// cutPage takes the text of one unit out of a page and leaves its element, its
// id, and the units that stand in it; with links also what links to it say, as
// the outline does of headings. Nil: the page has no such unit.
func cutPage(data []byte, unit, words string, links bool) []byte {
	var out bytes.Buffer
	found := false
	z := html.NewTokenizer(bytes.NewReader(data))
	depth, inner := 0, 0 // open elements since the unit's own, and since one of another unit in it
	for {
		kind := z.Next()
		raw := bytes.Clone(z.Raw())
		if kind == html.ErrorToken {
			break
		}
		if kind == html.TextToken || kind == html.CommentToken || kind == html.DoctypeToken {
			if depth == 0 || inner > 0 {
				out.Write(raw)
			}
			continue
		}
		token := z.Token()
		own := attribute(token, "data-unit")
		if links && depth == 0 && token.Data == "a" && attribute(token, "href") == "#"+unit {
			own = unit
		}
		switch {
		case kind == html.EndTagToken:
			if inner > 0 {
				inner--
			}
			if depth > 0 {
				depth--
			}
		case depth == 0 && own != unit, inner > 0:
			if depth > 0 && !void(token, kind) {
				depth, inner = depth+1, inner+1
			}
		case depth == 0: // the unit begins
			found = found || attribute(token, "data-unit") == unit
			if !void(token, kind) {
				depth = 1
			}
			token.Attr = append(token.Attr, html.Attribute{Key: "data-withdrawn"})
			fmt.Fprintf(&out, "%s%s", token.String(), withdrawnMark(token.Data, words))
			continue
		case own != "" && own != unit: // another unit, in it
			if !void(token, kind) {
				depth, inner = depth+1, 1
			}
		case void(token, kind):
			continue
		default:
			depth++
			token.Attr = slices.DeleteFunc(token.Attr, func(a html.Attribute) bool {
				return a.Key != "class" && a.Key != "id" && a.Key != "lang" && a.Key != "dir" && a.Key != "scope"
			})
			raw = []byte(token.String())
		}
		out.Write(raw)
	}
	if !found {
		return nil
	}
	return out.Bytes()
}

// withdrawnMark is the sentence in the place of a unit; a table's row can hold
// a cell alone.
func withdrawnMark(element, words string) string {
	text := "<em>[" + html.EscapeString(words) + "]</em>"
	if element == "tr" {
		return "<td>" + text + "</td>"
	}
	return text
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func void(t html.Token, kind html.TokenType) bool {
	switch t.Data {
	case "img", "br", "hr", "input", "wbr", "meta", "link", "source", "col", "area", "base", "embed", "track":
		return true
	}
	return kind == html.SelfClosingTagToken
}

// cutTwin takes one unit's words out of report.json. Nil: it has no such unit.
func cutTwin(data []byte, unit, date, reason string) []byte {
	var twin map[string]any
	if json.Unmarshal(data, &twin) != nil {
		return nil
	}
	units, _ := twin["units"].([]any)
	found := false
	for _, u := range units {
		if u, _ := u.(map[string]any); u != nil && u["id"] == unit {
			for _, key := range []string{"text", "cells", "speaker"} {
				delete(u, key)
			}
			u["withdrawn"] = map[string]string{"date": date, "reason": reason}
			found = true
		}
	}
	if !found {
		return nil
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if e.Encode(twin) != nil {
		return nil
	}
	return out.Bytes()
}

// cutText takes one unit out of report.txt, where each stands after its
// address. Nil: it has no such unit.
func cutText(data []byte, unit, words string) []byte {
	mark := []byte("\n[#" + unit + "] ")
	at := bytes.Index(data, mark)
	if at < 0 {
		return nil
	}
	end := bytes.Index(data[at+len(mark):], []byte("\n\n[#"))
	rest := []byte("\n")
	if end >= 0 {
		rest = data[at+len(mark)+end:]
	}
	return slices.Concat(data[:at+len(mark)], []byte("["+words+"]"), rest)
}
