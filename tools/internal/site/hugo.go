package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur/tools/internal/report"
)

// HugoVerb is the first argument by which the command knows that it is to be
// Hugo. Hugo is linked in and run as a child, so that one file is all there is
// to install, its memory goes when a language is done, and nothing of the
// user's environment or the contributor's configuration reaches it.
const HugoVerb = "__hugo"

// configure writes the configuration of one language's run.
func (c *composer) configure() error {
	root := c.archive.Root
	mount := func(source, target string) map[string]any {
		return map[string]any{"source": source, "target": target}
	}
	l := c.language
	config := map[string]any{
		"title": l.Title, "baseURL": "/", "timeZone": "UTC",
		"defaultContentLanguage": l.Tag, "defaultContentLanguageInSubdir": true, "disableDefaultLanguageRedirect": true,
		"disableHugoGeneratorInject": true, "disableAliases": true, "enableInlineShortcodes": false,
		"disableKinds": []string{"RSS", "sitemap", "robotsTXT", "404"},
		"languages": map[string]any{l.Tag: map[string]any{
			"label": l.Label, "locale": l.Locale, "direction": l.Direction, "weight": 1, "title": l.Title,
		}},
		"taxonomies": map[string]any{"theme": "themes", "sdg": "sdgs", "wsis": "wsis", "gdc": "gdc"},
		"params":     map[string]any{"composed": true, "editions": len(c.opts.Editions) > 0},
		"markup":     map[string]any{"goldmark": map[string]any{"renderer": map[string]any{"unsafe": false}}},
		"security": map[string]any{
			"allowContent": []string{"^text/markdown$"}, "enableInlineShortcodes": false,
			"exec":  map[string]any{"allow": []string{"none"}, "osEnv": []string{"none"}},
			"funcs": map[string]any{"getenv": []string{"none"}},
			"http":  map[string]any{"methods": []string{"none"}, "urls": []string{"none"}},
		},
		"module": map[string]any{"mounts": []any{
			mount("content", "content"),
			mount(filepath.Join(root, "layouts"), "layouts"),
			mount(filepath.Join(root, "i18n"), "i18n"),
			mount(filepath.Join(root, "assets"), "assets"),
		}},
	}
	data, err := json.MarshalIndent(config, "", " ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(c.dir, "content"), 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.dir, "hugo.json"), data, 0o666)
}

// runHugo builds one language into public. A warning fails it: a message that
// is not there, two pages at one path.
func runHugo(ctx context.Context, dir, public string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self, HugoVerb,
		"--source", dir, "--config", "hugo.json", "--configDir", filepath.Join(dir, "none"),
		"--destination", public, "--cacheDir", filepath.Join(dir, "cache"),
		"--panicOnWarning", "--printPathWarnings", "--printI18nWarnings", "--noBuildLock", "--noTimes")
	cmd.Env = []string{"HOME=" + dir, "TMPDIR=" + dir, "TZ=UTC", "LC_ALL=C", "HUGO_MEMORYLIMIT=1", "PATH=", Held}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if _, err := cmd.StdinPipe(); err != nil { // held open until Hugo is done: EndWithParent
		return err
	}
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &report.Problem{Code: "hugo", Severity: report.Error, Args: map[string]string{"Error": hugoError(out.String(), err)}}
	}
	return nil
}

// Held is the environment of a child whose standard input its build holds.
const Held = "RAPPORTEUR_HELD=1"

// EndWithParent is for the child that is Hugo: it ends when the build that
// began it does, however that ends, and does not go on writing where the next
// build has swept. A person who runs it by hand holds nothing.
func EndWithParent() {
	if !slices.Contains(os.Environ(), Held) {
		return
	}
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(1)
	}()
}

// hugoError picks from Hugo's output what is wrong.
func hugoError(out string, err error) string {
	var lines []string
	for _, line := range strings.Split(out, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "ERROR") || strings.HasPrefix(line, "WARN") || strings.HasPrefix(line, "Error:") || strings.HasPrefix(line, "panic:") || strings.Contains(line, "MISSING_TRANSLATION") {
			if len(line) > 600 {
				line = line[:600] + "…"
			}
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return fmt.Sprint(err, " ", strings.TrimSpace(out))
	}
	return strings.Join(lines[:min(3, len(lines))], "; ")
}
