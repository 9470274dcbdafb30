package edition

import (
	"slices"
	"strings"
	"testing"
)

// revert undoes commits of the branch, the newest first, in one commit.
func revert(t *testing.T, dir string, commits ...string) {
	t.Helper()
	git(t, dir, "checkout", "-q", "archive")
	git(t, dir, append([]string{"revert", "--no-commit"}, commits...)...)
	git(t, dir, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Undone")
	git(t, dir, "checkout", "-q", "main")
}

// A revert on the branch takes an edition from its readers, and nothing from
// the world: the next edition brings back what was frozen, with its signatures,
// and the chain goes on from there.
func TestPublishAfterRevert(t *testing.T) {
	ana, _ := newKey(t, "ana@example.org")
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	bad := l.with("tides.fr", "un deux TROIS quatre")
	bad.publish(t, dir, "2")
	if _, _, err := mustOpen(t, dir).Sign(t.Context(), "2", &Signer{Who: "ana@example.org", Key: ana}, false); err != nil {
		t.Fatal(err)
	}
	signed := git(t, dir, "rev-parse", "archive")
	revert(t, dir, "archive", "archive~1")
	if page := show(t, dir, "fr/reports/tides/index.html"); strings.Contains(page, "TROIS") {
		t.Errorf("readers still have %s", page)
	}
	if v := verified(t, dir); !slices.Equal(codesOf(v.Problems), []string{"verify-lost-line"}) {
		t.Errorf("taken back: %v", v.Problems)
	}
	h := mustOpen(t, dir)
	if got := h.Restored(); !slices.Equal(got, []string{"2"}) {
		t.Errorf("to be brought back: %v", got)
	}

	// What is not an edition waits for one.
	if _, _, err := h.Sign(t.Context(), "1", &Signer{Who: "ana@example.org", Key: ana}, false); !slices.Equal(codes(err), []string{"publish-taken-back"}) {
		t.Errorf("signed: %v", err)
	}
	if _, err := h.Withdraw(t.Context(), request(t)); !slices.Equal(codes(err), []string{"publish-taken-back"}) {
		t.Errorf("withdrawn: %v", err)
	}
	if _, err := h.Plan(Edition{Name: "2", Texts: bad.texts()}); !slices.Equal(codes(err), []string{"publish-name-used"}) {
		t.Errorf("its name again: %v", err)
	}

	// The source says again what edition 1 said, and knows the ids of edition 2.
	texts := l.texts()
	for i := range texts {
		if texts[i].Report == "tides" {
			texts[i].Units = []string{"h1", "p1", "p2", "p3", "p4"}
		}
	}
	p, err := h.Plan(Edition{Name: "3", Moment: aDay, Source: strings.Repeat("5", 40), Tool: "v1.0.0", Texts: texts})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "body{}")}); err != nil {
		t.Fatal(err)
	}
	v := verified(t, dir)
	if len(v.Problems) > 0 || v.Editions != 3 {
		t.Errorf("brought back: %+v", v)
	}
	if page := show(t, dir, "fr/reports/tides/2/index.html"); !strings.Contains(page, "TROIS") {
		t.Errorf("the permalink says %s", page)
	}
	show(t, dir, "editions/2/signatures/ana@example.org.sig")
	changed := git(t, dir, "diff", "--name-only", signed, "archive", "--", ":(glob)*/reports/*/[12]/**", "editions/1", "editions/2")
	if changed != "" {
		t.Errorf("other bytes than before the revert: %s", changed)
	}
	if r, err := mustOpen(t, dir).Rebuild(t.Context(), "2"); err != nil || r.commit != git(t, dir, "rev-parse", "edition/2^{commit}") {
		t.Errorf("Rebuild = %+v, %v", r, err)
	}
}

// All of a branch can be taken back, one revert after another, and nothing is
// lost of it.
func TestPublishAfterReverts(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	l.with("tides.fr", "un deux TROIS").publish(t, dir, "2")
	revert(t, dir, "archive")
	revert(t, dir, "archive~2")
	h := mustOpen(t, dir)
	if got := h.Restored(); !slices.Equal(got, []string{"1", "2"}) {
		t.Fatalf("to be brought back: %v", got)
	}
	l.publish(t, dir, "3")
	if v := verified(t, dir); len(v.Problems) > 0 || v.Editions != 3 {
		t.Errorf("%+v", v)
	}

	// A revert of the revert is as good.
	revert(t, dir, "archive")
	revert(t, dir, "archive")
	if v := verified(t, dir); len(v.Problems) > 0 || v.Editions != 3 || len(mustOpen(t, dir).Restored()) > 0 {
		t.Errorf("undone twice: %+v", v)
	}
}

// What a revert of a withdrawal puts back goes again with the next edition.
func TestRevertedWithdrawal(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	r := request(t)
	r.Lang = "fr"
	if _, err := mustOpen(t, dir).Withdraw(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	revert(t, dir, "archive")
	library{"tides.en": "one two three", "winds.en": "four five", "winds.ar": "أربعة خمسة"}.publish(t, dir, "2")
	for _, path := range []string{"fr/reports/tides/index.html", "fr/reports/tides/1/index.html"} {
		if page := show(t, dir, path); strings.Contains(page, "deux") {
			t.Errorf("%s says %s", path, page)
		}
	}
	if v := verified(t, dir); len(v.Problems) > 0 || len(v.Withdrawn) == 0 {
		t.Errorf("%+v", v)
	}
}
