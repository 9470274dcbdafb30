package page

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"rapporteur/tools/internal/report"
)

// Revise writes t, which Parse read from data and which was changed since,
// back into data, and touches nothing there but what was changed: the text of
// units, units that are new (their Line is 0) and the plain texts of the front
// matter. What comes out reads as t; where data is written in a way that does
// not allow for that, ok is false.
func Revise(data []byte, t *report.Translation) (revised []byte, ok bool) {
	was, _ := Parse(t.Report, t.Lang, t.File, data)
	if was == nil {
		return nil, false
	}
	if bytes.Equal(Format(was), data) {
		revised = Format(t)
	} else if revised, ok = splice(data, was, t); !ok {
		return nil, false
	}
	got, problems := Parse(t.Report, t.Lang, t.File, revised)
	return revised, got != nil && len(problems) == 0 && reflect.DeepEqual(got.Meta, t.Meta) && slices.EqualFunc(got.Units, t.Units, alike)
}

// Settle gives u the text that it has once it was written and read again: what
// would begin another kind of block is escaped. It is false for a text that
// cannot be one unit of that kind.
func Settle(u *report.Unit) bool {
	alone := *u
	if alone.Quote = false; alone.Kind == report.Item {
		alone.Level = 1
	} else if alone.Kind != report.Heading {
		alone.Level = 0
	}
	units := []report.Unit{alone}
	if u.Kind == report.Row && !u.Header {
		alone.Header = true
		units = []report.Unit{alone, units[0]}
	}
	got := parseBody([]byte(Markdown(units)), 1, u.Kind == report.Turn)
	if len(got) != len(units) {
		return false
	}
	read := got[len(got)-1]
	if read.Kind != u.Kind || read.Number != u.Number || read.Label != u.Label || len(read.Cells) != len(u.Cells) || words(read) != words(*u) {
		return false
	}
	u.Speaker, u.Text, u.Cells = read.Speaker, read.Text, read.Cells
	return true
}

// words is what a unit says, without markup and white space.
func words(u report.Unit) string {
	return strings.Join(strings.Fields(Plain(u.Text)+" "+Plain(strings.Join(u.Cells, " "))), "")
}

// alike compares all of two units but where they stand and how they are named.
func alike(a, b report.Unit) bool {
	a.ID, a.Line, b.ID, b.Line = "", 0, "", 0
	return reflect.DeepEqual(a, b)
}

// A change puts text in the place of a part of a file.
type change struct {
	extent
	text string
}

// splice makes t of a file that was was read from, change by change.
func splice(data []byte, was, t *report.Translation) ([]byte, bool) {
	front, body, bodyLine, problem := open(t.File, data)
	if problem != nil {
		return nil, false
	}
	text := bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	changes, ok := frontChanges(front, &was.Meta, &t.Meta)
	if !ok {
		return nil, false
	}
	shift(changes, bytes.IndexByte(text, '\n')+1)
	more, ok := bodyChanges(body, bodyLine, t)
	if !ok {
		return nil, false
	}
	shift(more, len(text)-len(body))
	return apply(data, append(changes, more...)), true
}

func shift(changes []change, by int) {
	for i := range changes {
		changes[i].from += by
		changes[i].to += by
	}
}

// apply makes the changes, whose places are those of data without its byte
// order mark and with \n for line ends; what is new gets the file's own.
func apply(data []byte, changes []change) []byte {
	sort.SliceStable(changes, func(i, j int) bool { return changes[i].from < changes[j].from })
	mark := len(data) - len(bytes.TrimPrefix(data, []byte("\ufeff")))
	var returns []int // where a line end has two bytes, in the places of changes
	for i := mark; i+1 < len(data); i++ {
		if data[i] == '\r' && data[i+1] == '\n' {
			returns = append(returns, i-mark-len(returns))
		}
	}
	place := func(at int) int { return at + mark + sort.SearchInts(returns, at) }
	var b bytes.Buffer
	last := 0
	for _, c := range changes {
		b.Write(data[last:place(c.from)])
		if len(returns) > 0 {
			c.text = strings.ReplaceAll(c.text, "\n", "\r\n")
		}
		b.WriteString(c.text)
		last = place(c.to)
	}
	b.Write(data[last:])
	return b.Bytes()
}

// bodyChanges finds what in a body is to be changed for it to read as t.
func bodyChanges(body []byte, bodyLine int, t *report.Translation) ([]change, bool) {
	old, extents := parseExtents(body, bodyLine, t.Meta.Type == report.Transcript)
	pieces := pieces(t.Units)
	var changes []change
	k, end, ruled := 0, 0, false // units of old that are behind; where the last of them ends, and if a line of dashes follows
	for i := range t.Units {
		u := &t.Units[i]
		if u.Line == 0 {
			at, text := end, pieces[i]
			if u.Kind == report.Footnote {
				at = len(body)
			}
			at = lineEnd(body, at)
			if ruled {
				at = lineEnd(body, at)
			}
			switch {
			case k == 0 && u.Kind != report.Footnote:
				at, text = 0, "\n"+text+"\n"
			case at == len(body) && !bytes.HasSuffix(body, []byte("\n")):
				text = "\n" + text
			}
			changes = append(changes, change{extent{at, at}, text})
			continue
		}
		if k == len(old) || extents[k].to == 0 && !alike(old[k], *u) {
			return nil, false
		}
		if !alike(old[k], *u) {
			changes = append(changes, unitChange(body, extents[k], u))
		}
		end = extents[k].to
		ruled = u.Header || u.Kind == report.Heading && rule.Match(body[lineEnd(body, end):])
		k++
	}
	return changes, k == len(old)
}

// rule is what makes the line before it a heading.
var rule = regexp.MustCompile(`^[ \t>]*(?:-+|=+)[ \t]*(?:\n|$)`)

// lineEnd is where the line after the one at begins.
func lineEnd(body []byte, at int) int {
	if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(body)
}

// pieces is the Markdown of each unit, with the blank line before it.
func pieces(units []report.Unit) []string {
	pieces := make([]string, len(units))
	w := &writer{}
	for i := range units {
		from := w.b.Len()
		w.unit(&units[i])
		pieces[i] = w.b.String()[from:]
	}
	return pieces
}

// unitChange writes u in the place of a unit whose text stands at e.
func unitChange(body []byte, e extent, u *report.Unit) change {
	begin := bytes.LastIndexByte(body[:e.from], '\n') + 1
	var text string
	switch u.Kind {
	case report.Heading:
		text = headingText(u)
	case report.Item, report.Footnote:
		text = guardLines(u.Text)
	case report.Row:
		line := body[begin:lineEnd(body, begin)]
		e = extent{begin + len(line) - len(bytes.TrimLeft(line, "> \t")), begin + len(bytes.TrimRight(line, " \n"))}
		text, _, _ = strings.Cut(row(u), "\n")
	default:
		text = unitText(u)
	}
	margin := strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, string(body[begin:e.from]))
	return change{e, strings.ReplaceAll(text, "\n", "\n"+margin)}
}

// frontChanges finds what in front matter is to be changed for its plain texts
// and the day that it is based on to be those of now.
func frontChanges(front []byte, was, now *report.Meta) ([]change, bool) {
	values, ok := frontValues(front)
	if !ok {
		return nil, false
	}
	var changes []change
	before := "" // the key that a new one follows
	for _, key := range []struct{ name, was, now string }{
		{"title", was.Title, now.Title}, {"subtitle", was.Subtitle, now.Subtitle}, {"event", was.Event, now.Event},
		{"place", was.Place, now.Place}, {"organisation", was.Organisation, now.Organisation},
	} {
		value, there := values[key.name]
		switch {
		case key.was == key.now:
		case there:
			changes = append(changes, change{value, tomlString(key.now)})
		case before != "":
			at := lineEnd(front, values[before].to)
			changes = append(changes, change{extent{at, at}, key.name + " = " + tomlString(key.now) + "\n"})
		default:
			return nil, false
		}
		if there {
			before = key.name
		}
	}
	if was.Credit.BasedOn != now.Credit.BasedOn {
		changes = append(changes, basedOnChange(front, now.Credit.BasedOn))
	}
	return changes, true
}

var (
	basedOn     = regexp.MustCompile(`(?m)^[ \t]*based_on[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|[0-9-]+)`)
	translation = regexp.MustCompile(`(?m)^[ \t]*\[translation\][^\n]*\n`)
)

// basedOnChange sets the day that a translation is based on, where that stands,
// or stands to reason.
func basedOnChange(front []byte, day string) change {
	value := tomlString(day)
	if _, bare := tomlDate(day).(toml.LocalDate); bare {
		value = day
	}
	if at := basedOn.FindSubmatchIndex(front); at != nil {
		return change{extent{at[2], at[3]}, value}
	}
	if at := translation.FindIndex(front); at != nil {
		return change{extent{at[1], at[1]}, "based_on = " + value + "\n"}
	}
	return change{extent{len(front), len(front)}, "\n[translation]\nbased_on = " + value + "\n"}
}

// frontValues says where the strings stand that front matter sets before its
// first table.
func frontValues(front []byte) (values map[string]extent, ok bool) {
	values = make(map[string]extent)
	var p unstable.Parser
	p.Reset(front)
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind != unstable.KeyValue {
			break
		}
		key := e.Key()
		if !key.Next() || !key.IsLast() || e.Value().Kind != unstable.String {
			continue
		}
		raw := e.Value().Raw
		values[string(key.Node().Data)] = extent{int(raw.Offset), int(raw.Offset + raw.Length)}
	}
	return values, p.Error() == nil
}

// tomlString quotes a string as Format does.
func tomlString(s string) string {
	line, err := toml.Marshal(map[string]string{"s": s})
	if err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(strings.TrimPrefix(readableStrings(string(line)), "s = "), "\n")
}
