package edition

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// newKey makes an SSH key, and returns its file and its line for an
// allowed-signers file.
func newKey(t testing.TB, who string) (file, allowed string) {
	t.Helper()
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("ssh-keygen is not installed")
	}
	file = filepath.Join(t.TempDir(), who)
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", who, "-f", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	public, err := os.ReadFile(file + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	return file, who + ` namespaces="rapporteur,git" ` + string(public)
}

func TestSign(t *testing.T) {
	ana, anaLine := newKey(t, "ana@example.org")
	bo, boLine := newKey(t, "bo@example.org")
	eve, _ := newKey(t, "eve@example.org")
	signers := filepath.Join(t.TempDir(), "allowed_signers")
	writeFile(t, signers, anaLine+boLine+strings.Replace(anaLine, "ana@", "alias@", 1))
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")

	// The second is signed as it is published, and its tag too.
	l = l.with("tides.en", "one two THREE")
	p := l.plan(t, mustOpen(t, dir), "2")
	p.Signer = &Signer{Who: "ana@example.org", Key: ana}
	if _, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "body{}")}); err != nil {
		t.Fatal(err)
	}
	git(t, dir, "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile="+signers, "verify-tag", "edition/2")
	trust := func(k int) *Trust { return &Trust{Signers: signers, Threshold: k} }
	check := func(what string, path string, trust *Trust, want ...string) {
		t.Helper()
		v, err := Verify(path, trust)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range v.Problems {
			got = append(got, p.Code+" "+p.Args["Edition"])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v", what, v.Problems)
		}
	}
	check("one of one", dir, trust(1))
	check("one of two", dir, trust(2), "verify-threshold 1", "verify-threshold 2")

	sign := func(name, who, key string) (string, error) {
		_, file, err := mustOpen(t, dir).Sign(t.Context(), name, &Signer{Who: who, Key: key}, false)
		return file, err
	}
	if file, err := sign("2", "alias@example.org", ana); err != nil || file != "editions/2/signatures/alias@example.org.sig" {
		t.Fatal(file, err)
	}
	check("one key under two names", dir, trust(2), "verify-threshold 1", "verify-threshold 2")
	if _, err := sign("1", "bo@example.org", bo); err != nil {
		t.Fatal(err)
	}
	check("the older has two", dir, trust(2), "verify-threshold 2")
	if _, err := sign("2", "bo@example.org", bo); err != nil {
		t.Fatal(err)
	}
	check("two of two", dir, trust(2))

	// By hand.
	copied := unpack(t, dir, "archive")
	sha256sum(t, copied, SumsFile, true)
	cmd := exec.Command("sh", "-c", `sed -n 2p editions.json | ssh-keygen -Y verify -f "$0" -I bo@example.org -n rapporteur -s editions/2/signatures/bo@example.org.sig`, signers)
	cmd.Dir = copied
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("by hand: %v: %s", err, out)
	}

	// The next edition keeps the signatures and has none of its own; nobody but
	// those who are trusted counts.
	l.publish(t, dir, "3")
	check("not signed", dir, trust(1), "verify-threshold 3")
	if _, err := sign("3", "bo@example.org", eve); err != nil {
		t.Fatal(err)
	}
	check("by another", dir, trust(1), "verify-threshold 3", "verify-signature 3")
	if _, err := sign("3", "bo@example.org", bo); err != nil {
		t.Fatal(err)
	}
	check("mended", dir, trust(2), "verify-threshold 3")
	revoked := filepath.Join(t.TempDir(), "revoked")
	data, _ := os.ReadFile(bo + ".pub")
	writeFile(t, revoked, string(data))
	check("revoked", dir, &Trust{Signers: signers, Revoked: revoked, Threshold: 1},
		"verify-signature 1", "verify-signature 2", "verify-threshold 3", "verify-signature 3")

	// What a forger can do with all the hashes, and no key.
	copied = unpack(t, dir, "archive")
	journal, _ := os.ReadFile(filepath.Join(copied, JournalFile))
	writeFile(t, filepath.Join(copied, JournalFile), strings.Replace(string(journal), "v1.0.0", "v6.6.6", 3))
	v := verified(t, copied)
	if len(v.Problems) == 0 {
		t.Error("a forged line was not found")
	}

	for name, err := range map[string]error{
		"rebuild-unknown": func() error { _, err := sign("9", "bo@example.org", bo); return err }(),
		"sign-failed":     func() error { _, err := sign("3", "bo@example.org", filepath.Join(dir, "none")); return err }(),
		"sign-name":       func() error { _, err := sign("3", "../bo", bo); return err }(),
	} {
		if !slices.Equal(codes(err), []string{name}) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A clone says when its branch has lost an edition: by its history, or by a tag
// that was left behind.
func TestVerifyLost(t *testing.T) {
	dir, l := newBare(t), small()
	l.publish(t, dir, "1")
	l.with("tides.en", "one two THREE").publish(t, dir, "2")
	clone := filepath.Join(t.TempDir(), "clone")
	git(t, dir, "clone", "-q", "--branch", "archive", dir, clone)
	if v := verified(t, clone); len(v.Problems) > 0 || v.Commits != 2 || v.Shallow {
		t.Fatalf("%+v", v)
	}
	shallow := filepath.Join(t.TempDir(), "shallow")
	git(t, dir, "clone", "-q", "--depth", "1", "--branch", "archive", "file://"+dir, shallow)
	if v := verified(t, shallow); len(v.Problems) > 0 || v.Commits != 1 || !v.Shallow {
		t.Errorf("shallow: %+v", v)
	}
	if v := verified(t, unpack(t, dir, "archive")); v.Commits != 0 {
		t.Errorf("without a history: %+v", v)
	}
	git(t, clone, "-c", "user.name=A", "-c", "user.email=a@example.org", "revert", "--no-edit", "HEAD")
	if v := verified(t, clone); !slices.Equal(codesOf(v.Problems), []string{"verify-lost-line"}) || v.Problems[0].Args["Edition"] != "2" {
		t.Errorf("undone: %+v", v.Problems)
	}
	git(t, clone, "reset", "-q", "--hard", "edition/1")
	if v := verified(t, clone); !slices.Equal(codesOf(v.Problems), []string{"verify-stray-tag"}) || v.Problems[0].Args["Edition"] != "2" {
		t.Errorf("set back: %+v", v.Problems)
	}
}
