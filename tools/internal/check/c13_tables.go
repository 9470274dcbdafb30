package check

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// tables (C13) finds rows that have more or fewer cells than their table has
// columns, and sums that are not the sum.
func tables(c *Context) {
	for i := 0; i < len(c.units); {
		if c.units[i].Kind != report.Row {
			i++
			continue
		}
		end := i + 1
		for end < len(c.units) && c.units[end].Kind == report.Row && !c.units[end].Header {
			end++
		}
		rows := c.units[i:end]
		if !c.ragged(rows) {
			c.sums(rows)
		}
		i = end
	}
}

// ragged looks at the file itself: Markdown drops cells that are too many and
// adds those that are missing.
func (c *Context) ragged(rows []report.Unit) (found bool) {
	for k := range rows {
		line := rows[k].Line
		if line < 1 || line > len(c.lines) || !strings.Contains(c.lines[line-1], "|") {
			continue
		}
		if n := cellCount(c.lines[line-1]); n != len(rows[0].Cells) {
			c.vary("ragged", report.Warning, &rows[k], "Count", strconv.Itoa(n), "Columns", strconv.Itoa(len(rows[0].Cells)), "Text", c.lines[line-1])
			found = true
		}
	}
	return found
}

func cellCount(line string) int {
	line = strings.TrimLeft(strings.TrimSpace(line), "> ")
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	return 1 + strings.Count(line, "|") - strings.Count(line, `\|`)
}

// sums compares a row or a column that is named a total with what it sums up.
func (c *Context) sums(rows []report.Unit) {
	var body []*report.Unit
	for k := range rows {
		if len(rows[k].Cells) < 2 {
			return
		}
		if !rows[k].Header {
			body = append(body, &rows[k])
		}
	}
	if len(body) < 2 {
		return
	}
	width := len(rows[0].Cells)
	if last := body[len(body)-1]; c.isTotal(last.Cells[0]) {
		for column := 1; column < min(width, len(last.Cells)); column++ {
			var cells []string
			for _, u := range body[:len(body)-1] {
				if c.isTotal(u.Cells[0]) || column >= len(u.Cells) {
					cells = nil // a subtotal: what is summed up is not sure
					break
				}
				cells = append(cells, u.Cells[column])
			}
			c.sum(last, cells, last.Cells[column])
		}
	}
	if !rows[0].Header || width < 4 || !c.isTotal(rows[0].Cells[width-1]) {
		return
	}
	for _, u := range body {
		if len(u.Cells) == width {
			c.sum(u, u.Cells[1:width-1], u.Cells[width-1])
		}
	}
}

func (c *Context) isTotal(cell string) bool {
	return c.words.totals[strings.ToLower(strings.Trim(page.Plain(cell), " :："))]
}

// sum adds a finding if every cell is a number and they do not add up.
func (c *Context) sum(u *report.Unit, cells []string, total string) {
	want, ok := amount(total)
	if !ok || len(cells) < 2 {
		return
	}
	sum, numbers := 0.0, 0
	for _, cell := range cells {
		n, ok := amount(cell)
		if !ok {
			if nothing := strings.Trim(page.Plain(cell), " -–—−.…"); nothing != "" {
				return
			}
			continue
		}
		sum += n
		numbers++
	}
	if numbers >= 2 && math.Abs(sum-want) > 0.005*math.Abs(want) && math.Abs(sum-want) > 0.011*float64(numbers) {
		c.say(u, "Sum", strconv.FormatFloat(sum, 'f', -1, 64), "Total", page.Plain(total))
	}
}

var plainAmount = regexp.MustCompile(`^[-−]?\d+(?:\.\d+)?$`)

// amount reads a cell that is a number and nothing else.
func amount(cell string) (float64, bool) {
	s := strings.TrimSpace(foldDigits(page.Plain(cell)))
	switch {
	case thousand.FindString(s) == s && s != "":
		s = digitsOnly(s)
	default:
		s = strings.ReplaceAll(s, ",", ".")
	}
	if !plainAmount.MatchString(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, "−", "-"), 64)
	return n, err == nil
}
