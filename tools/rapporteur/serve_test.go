package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestServe: a page is served, follows an edit, survives a mistake, and the
// server stops when it is asked to.
func TestServe(t *testing.T) {
	dir := shipped(t, "en", "fr")
	cmd := child(dir, "serve", "--address", "127.0.0.1:0")
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	base := regexp.MustCompile(`http://\S+?/`).FindString(line)
	if base == "" {
		t.Fatalf("no address in %q", line)
	}
	get := func(path string) (int, string) {
		t.Helper()
		r, err := http.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		data, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r.StatusCode, string(data)
	}
	until := func(want string) {
		t.Helper()
		for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			if _, body := get("fr/reports/harbour-2025-messages/"); strings.Contains(body, want) {
				return
			}
			if time.Now().After(deadline) {
				t.Fatalf("the page never said %q\n%s", want, stderr.String())
			}
		}
	}
	until("48 séances")
	if _, body := get("fr/"); !strings.Contains(body, reloadMark) {
		t.Error("the page does not reload itself")
	}
	if status, _ := get("no/such/page/"); status != http.StatusNotFound {
		t.Errorf("a page that is not there answers %d", status)
	}
	if status, _ := get("..%2f..%2fconfig.toml"); status != http.StatusNotFound {
		t.Errorf("a file outside the site answers %d", status)
	}

	// A page that is open is told.
	told := make(chan string, 1)
	go func() {
		r, err := http.Get(base + strings.TrimPrefix(reloadMark, "/"))
		if err != nil {
			return
		}
		defer r.Body.Close()
		data, _ := io.ReadAll(r.Body)
		told <- string(data)
	}()
	page := filepath.Join(dir, "content/reports/harbour-2025-messages/index.fr.md")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	write := func(old, new string) {
		t.Helper()
		if err := os.WriteFile(page, bytes.Replace(text, []byte(old), []byte(new), 1), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("48 séances", "49 séances")
	until("49 séances")
	select {
	case s := <-told:
		if !strings.Contains(s, "data:") {
			t.Errorf("the page was told %q", s)
		}
	case <-time.After(10 * time.Second):
		t.Error("the page that was open was not told")
	}

	write("+++", "---")
	time.Sleep(time.Second)
	until("49 séances") // what cannot be built leaves what was there
	write("48 séances", "50 séances")
	until("50 séances")

	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("it stopped with %v\n%s", err, stderr.String())
		}
	case <-time.After(20 * time.Second):
		t.Error("it did not stop")
	}
	if !strings.Contains(stderr.String(), "index.fr.md:1: ") {
		t.Errorf("the mistake was not said:\n%s", stderr.String())
	}
}

const reloadMark = "/.rapporteur/reload"
