package check

// themes finds themes that the archive does not have.
func themes(c *Context) {
	look := func(ids []string) {
		for _, id := range ids {
			if c.archive.Theme(id) == nil {
				c.sayLine(c.lineOf(`"`+id+`"`), "Theme", id)
			}
		}
	}
	look(c.own.Meta.Themes)
	for _, s := range c.own.Meta.Sections {
		look(s.Themes)
	}
}
