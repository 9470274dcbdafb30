package edition

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// formatSums is a manifest as sha256sum writes and reads it, its paths sorted
// by their bytes.
func formatSums(sums map[string]string) []byte {
	var b bytes.Buffer
	for _, path := range sortedKeys(sums) {
		b.WriteString(sums[path])
		b.WriteString("  ")
		b.WriteString(path)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// parseSums reads the manifest file and calls each for its lines. A line that
// sha256sum would not take, or a path that leads out of the archive, is a
// problem.
func parseSums(file string, r io.Reader, each func(line int, sum, path []byte)) ([]report.Problem, error) {
	var problems []report.Problem
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<16)
	n := 0
	bad := func(n int) {
		p := problem("verify-sums", file)
		p.Line = n
		problems = append(problems, *p)
	}
	for s.Scan() {
		n++
		text := s.Bytes()
		if len(text) < 67 || !isSum(text[:64]) || text[64] != ' ' || text[65] != ' ' && text[65] != '*' || !isPath(string(text[66:])) {
			bad(n)
			continue
		}
		each(n, text[:64], text[66:])
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		bad(n + 1)
		return problems, nil
	}
	return problems, s.Err()
}

func isSum(b []byte) bool {
	for _, c := range b {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return len(b) == 64
}

// isPath reports whether p can be the path of a file in an archive: local,
// with slashes, as it is in a manifest, a Git tree, a zip and a URL.
func isPath(p string) bool {
	if p == "" || len(p) > 4096 || !utf8.ValidString(p) || strings.ContainsFunc(p, func(r rune) bool {
		return r < ' ' || r == 0x7f || r == '\\'
	}) {
		return false
	}
	for part := range strings.SplitSeq(p, "/") {
		if part == "" || part == "." || part == ".." || strings.EqualFold(part, ".git") {
			return false
		}
	}
	return true
}

func sortedKeys[V any](m map[string]V) []string {
	paths := make([]string, 0, len(m))
	for p := range m {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	return paths
}
