package scaffold

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"rapporteur/tools/internal/report"
)

// recipes are the ways to serve an archive: for each target its files, and the
// templates they are made of. deploy/tool.sh is the one place that says which
// release of the tool machines build.
var recipes = map[string]map[string]string{
	"github": {
		".github/workflows/contribution.yml": "github-contribution.yml",
		".github/workflows/archive.yml":      "github-archive.yml",
		"deploy/tool.sh":                     "tool.sh",
	},
	"gitlab": {
		".gitlab-ci.yml": "gitlab-ci.yml",
		"deploy/tool.sh": "tool.sh",
	},
	"forgejo": {
		".forgejo/workflows/contribution.yml": "forgejo-contribution.yml",
		".forgejo/workflows/archive.yml":      "forgejo-archive.yml",
		"deploy/tool.sh":                      "tool.sh",
	},
	"netlify":    {"deploy/netlify.md": "netlify.md"},
	"cloudflare": {"deploy/cloudflare.md": "cloudflare.md"},
	"nginx":      {"deploy/nginx.conf": "nginx.conf", "deploy/pull.sh": "pull.sh"},
	"caddy":      {"deploy/Caddyfile": "Caddyfile", "deploy/pull.sh": "pull.sh"},
	"rclone":     {"deploy/rclone.sh": "rclone.sh"},
}

// always comes with every recipe: what they all have in common.
var always = map[string]string{"deploy/README.md": "README.md"}

// Targets lists what a recipe is there for.
func Targets() []string { return slices.Sorted(maps.Keys(recipes)) }

// IsForge reports whether a target is a forge, on which people work too.
func IsForge(target string) bool { return recipes[target]["deploy/tool.sh"] != "" }

// BuildsTool reports whether a target has a machine build the tool.
func (o *Options) BuildsTool() bool {
	return slices.ContainsFunc(o.Deploy, IsForge)
}

// Recipes are the files of the targets that o names.
func Recipes(o Options) ([]File, error) {
	if err := o.checkForge(func(code, value string) error {
		return &report.Problem{Code: code, Severity: report.Error, Args: map[string]string{"Value": value}}
	}); err != nil {
		return nil, err
	}
	files := make(map[string]string)
	for _, target := range o.Deploy {
		recipe, ok := recipes[target]
		if !ok {
			return nil, &report.Problem{Code: "init-target", Severity: report.Error,
				Args: map[string]string{"Value": target, "Targets": strings.Join(Targets(), ", ")}}
		}
		maps.Copy(files, recipe)
		maps.Copy(files, always)
	}
	list, err := o.fill("deploy", files)
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list, err
}
