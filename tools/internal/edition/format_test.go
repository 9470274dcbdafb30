package edition

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was sealed in format 1 verifies as it did, and new editions follow it.
func TestFormat1(t *testing.T) {
	const file = "testdata/format1.zip"
	if v := verified(t, file); len(v.Problems) > 0 || v.Editions != 2 || v.Frozen < 12 {
		t.Fatalf("Verify = %+v", v)
	}
	tree := t.TempDir()
	r, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(tree, f.Name), string(data))
	}
	git(t, tree, "init", "-q", "-b", "archive")
	git(t, tree, "add", "-A")
	git(t, tree, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "x")
	git(t, tree, "checkout", "-q", "--orphan", "main")

	l := small().with("tides.fr", "un deux TROIS", "winds.en", "four five six")
	l.publish(t, tree, "3")
	h := mustOpen(t, tree)
	for key, want := range map[string]string{"tides.en": "1", "tides.fr": "2", "winds.en": "3"} {
		id, lang, _ := strings.Cut(key, ".")
		if text, _ := h.LastChanged(id, lang); text.Edition != want {
			t.Errorf("%s: %+v", key, text)
		}
	}
	if v := verified(t, unpack(t, tree, "archive")); len(v.Problems) > 0 || v.Editions != 3 {
		t.Errorf("Verify = %+v", v)
	}
}

// An edition that changes one text adds what changed, whatever the size of the
// archive; what is newer than this release is told.
func TestEditionHoldsWhatChanged(t *testing.T) {
	dir, l := newBare(t), small()
	l.publish(t, dir, "1")
	l.with("tides.fr", "un deux TROIS").publish(t, dir, "2")
	l = library{"tides.en": "one two three", "tides.fr": "un deux TROIS", "winds.ar": "أربعة خمسة ستة"}
	p := l.plan(t, mustOpen(t, dir), "3")
	site := l.build(t, p, "body{}")
	writeFile(t, filepath.Join(site, "en/reports/winds/index.html"), "there is none in this language")
	if _, err := Publish(t.Context(), Options{Plan: p, Site: site}); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{"editions/2/edition.json": 3, "editions/2/SHA256SUMS": 6, "editions/3/edition.json": 3} {
		if n := strings.Count(show(t, dir, path)+"\n", "\n"); n != want {
			t.Errorf("%s has %d lines:\n%s", path, n, show(t, dir, path))
		}
	}
	h := mustOpen(t, dir)
	if n := len(h.Latest().Texts); n != 3 {
		t.Errorf("%d texts", n)
	}
	if _, ok := h.LastChanged("winds", "en"); ok {
		t.Error("a text that went is still there")
	}
	copied := unpack(t, dir, "archive")
	for _, name := range []string{"1", "2", "3"} {
		sha256sum(t, copied, Folder(name)+SumsFile, true)
	}
	if _, err := parseIndex([]byte(`{"format":3}`)); err == nil {
		t.Error("a newer format was read")
	}
	os.Remove(filepath.Join(copied, "editions/2/edition.json"))
	if v := verified(t, copied); len(v.Problems) == 0 {
		t.Error("no problem without an index")
	}
}
