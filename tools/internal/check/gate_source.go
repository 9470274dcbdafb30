package check

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/report"
)

// sourceFile finds a source that is not there, is not the report's own, or is
// not the file that was received.
func sourceFile(c *Context) {
	source := c.own.Meta.Source
	if source.File == "" {
		return
	}
	line := c.lineOf(source.File)
	if !strings.HasPrefix(source.File, "source.") || strings.ContainsAny(source.File, `/\`) {
		c.sayLine(line, "Source", source.File)
		return
	}
	name := filepath.Join(c.archive.Root, filepath.FromSlash(c.report.Dir), source.File)
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		c.sayLine(line, "Source", source.File)
		return
	}
	sum, err := hashFile(name)
	if err == nil && sum == strings.ToLower(source.SHA256) {
		return
	}
	c.check = &Check{Code: "source-changed", Severity: report.Error}
	c.sayLine(line, "Source", source.File, "Want", source.SHA256, "Got", sum)
}

func hashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
