package site

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestOffline(t *testing.T) {
	for in, want := range map[string]string{
		`<a href="../">`:                               `<a href="../index.html">`,
		`<a href="./">`:                                `<a href="./index.html">`,
		`<a href="reports/x/#p1" lang="ar">`:           `<a href="reports/x/index.html#p1" lang="ar">`,
		`<a href="#p1">`:                               `<a href="#p1">`,
		`<a href="https://a.example/x/">`:              `<a href="https://a.example/x/">`,
		`<link rel=stylesheet href="../a.css"> a/ b/ `: `<link rel=stylesheet href="../a.css"> a/ b/ `,
	} {
		if got := string(offline([]byte(in))); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// Two zips of one site are the same bytes, whenever its files were written.
func TestPack(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "site", "en", "index.html")
	var zips [2][]byte
	for i := range zips {
		if err := writeNew(page, []byte(`<a href="reports/">`)); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, "archive.zip")
		if err := Pack(filepath.Join(dir, "site"), file); err != nil {
			t.Fatal(err)
		}
		var err error
		if zips[i], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(page); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(zips[0], zips[1]) {
		t.Error("the same site has other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(zips[0]), int64(len(zips[0])))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("en/index.html")
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := io.ReadAll(f); string(text) != `<a href="reports/index.html">` {
		t.Errorf("the page in the zip is %s", text)
	}
}
