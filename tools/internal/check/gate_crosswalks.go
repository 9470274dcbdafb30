package check

import (
	"strconv"
	"strings"
)

// crosswalkValues finds goals, action lines and objectives that their
// frameworks do not have: SDGs 1 to 17, WSIS c1 to c11, GDC 1 to 5.
func crosswalkValues(c *Context) {
	look := func(key string, values []string, prefix string, most int) {
		for _, v := range values {
			n, err := strconv.Atoi(strings.TrimPrefix(v, prefix))
			if err != nil || n < 1 || n > most || prefix+strconv.Itoa(n) != v {
				c.sayLine(c.lineOf(`"`+v+`"`), "Key", key, "Value", v, "Allowed", prefix+"1–"+prefix+strconv.Itoa(most))
			}
		}
	}
	all := func(sdgs, wsis, gdc []string) {
		look("sdgs", sdgs, "", 17)
		look("wsis", wsis, "c", 11)
		look("gdc", gdc, "", 5)
	}
	all(c.own.Meta.SDGs, c.own.Meta.WSIS, c.own.Meta.GDC)
	for _, s := range c.own.Meta.Sections {
		all(s.SDGs, s.WSIS, s.GDC)
	}
}
