package main

import (
	"runtime/debug"
	"strings"

	"rapporteur"
	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/scaffold"
)

// init begins a new archive in an empty folder; in one that is an archive, it
// adds the recipes that --deploy names.
func (c *command) init(args []string) error {
	f := c.flags()
	var o scaffold.Options
	var languages, deploy list
	f.StringVar(&o.Name, "name", "", "")
	f.Var(&languages, "languages", "")
	f.Var(&deploy, "deploy", "")
	f.StringVar(&o.Forge.Kind, "forge", "", "")
	f.StringVar(&o.Forge.URL, "url", "", "")
	f.StringVar(&o.Forge.Branch, "branch", "", "")
	f.StringVar(&o.BaseURL, "base-url", "", "")
	tool := f.String("tool", "", "")
	rest, err := c.parse(f, args, 0, 1)
	if err != nil {
		return err
	}
	dir := "."
	if len(rest) > 0 {
		dir = rest[0]
	}
	o.Languages, o.Deploy = languages, deploy
	if len(o.Languages) == 0 {
		o.Languages = []string{"en"}
	}
	o.Tool.URL, o.Tool.Revision, _ = strings.Cut(*tool, "@")
	if *tool == "" {
		o.Tool.Revision = builtFrom()
	}
	for _, target := range o.Deploy {
		if o.Forge.Kind == "" && o.Forge.URL != "" && scaffold.IsForge(target) {
			o.Forge.Kind = target // its own recipe says what the forge is
		}
	}
	if a, err := archive.Open(dir); err == nil && len(o.Deploy) > 0 && o.Name == "" {
		return c.addRecipes(a, o)
	}
	if o.Name == "" {
		return required("name")
	}
	files, err := scaffold.Files(o, scaffold.Carried{Messages: rapporteur.Messages, Pages: rapporteur.Pages, Catalog: c.catalog})
	if err != nil {
		return err
	}
	if err := scaffold.Create(dir, files); err != nil {
		return err
	}
	c.print("init_done", message.Data{"Dir": dir, "Count": len(files)})
	c.sayOfTool(o)
	c.print("init_next", nil)
	return nil
}

// addRecipes writes recipes into an archive that is there.
func (c *command) addRecipes(a *archive.Archive, o scaffold.Options) error {
	o.Name, o.Forge, o.BaseURL = a.Config.Title, a.Config.Forge, a.Config.BaseURL
	files, err := scaffold.Recipes(o)
	if err != nil {
		return err
	}
	names, err := scaffold.Add(a.Root, files)
	if err != nil {
		return err
	}
	for _, name := range names {
		c.print("init_wrote", message.Data{"File": name})
	}
	c.sayOfTool(o)
	return nil
}

// sayOfTool says that a recipe builds the tool from a place that nobody has
// named yet.
func (c *command) sayOfTool(o scaffold.Options) {
	if o.BuildsTool() && (o.Tool.URL == "" || o.Tool.Revision == "") {
		c.warn("init_tool", nil)
	}
}

// builtFrom is the commit that this binary was built from, or "" where it was
// built from files that no commit holds.
func builtFrom() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	commit := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			return ""
		}
	}
	return commit
}

// A list is a flag that may be given more than once, and holds several values
// between commas.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Set(value string) error {
	for _, v := range strings.Split(value, ",") {
		if v = strings.TrimSpace(v); v != "" {
			*l = append(*l, v)
		}
	}
	return nil
}
