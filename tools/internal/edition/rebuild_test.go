package edition

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestRebuild(t *testing.T) {
	dir := newRepository(t)
	source := git(t, dir, "rev-parse", "HEAD")
	l := small()
	l.publish(t, dir, "1")
	l = l.with("tides.en", "one two THREE")
	l.publish(t, dir, "2")
	l.with("tides.en", "one two four").publish(t, dir, "3")
	r, err := mustOpen(t, dir).Rebuild(t.Context(), "2")
	if err != nil || r.Edition.Name != "2" || len(r.Before.Editions) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	p := l.plan(t, r.Before, "2")
	site := l.build(t, p, "body{}")
	if problems, files, err := r.Compare(site, p); err != nil || len(problems) > 0 || files < 20 {
		t.Errorf("%v, %d files, %v", problems, files, err)
	}
	writeFile(t, filepath.Join(site, "en/reports/tides/2/index.html"), "other")
	writeFile(t, filepath.Join(site, "more.html"), "more")
	problems, _, err := r.Compare(site, p)
	var got []string
	for _, p := range problems {
		got = append(got, p.Code+" "+p.File)
	}
	for _, want := range []string{"rebuild-differs en/reports/tides/2/index.html", "rebuild-extra more.html", "rebuild-differs SHA256SUMS"} {
		if err != nil || !slices.Contains(got, want) {
			t.Errorf("no %s in %v, %v", want, got, err)
		}
	}
	if with, err := r.Searchable("en"); err != nil || !with {
		t.Errorf("Searchable = %v, %v", with, err)
	}

	// Its source is not here; then it is.
	out := filepath.Join(t.TempDir(), "x")
	if _, err := r.Checkout(t.Context(), out); !slices.Equal(codes(err), []string{"rebuild-source"}) {
		t.Errorf("no such commit: %v", err)
	}
	r.Edition.Source = source
	found, err := r.Checkout(t.Context(), filepath.Join(t.TempDir(), "y"))
	if err != nil || git(t, found, "rev-parse", "HEAD") != source || !strings.Contains(git(t, found, "ls-files"), "config.toml") {
		t.Errorf("Checkout = %s, %v", found, err)
	}
	if _, err := mustOpen(t, dir).Rebuild(t.Context(), "7"); !slices.Equal(codes(err), []string{"rebuild-unknown"}) {
		t.Errorf("no such edition: %v", err)
	}
}
