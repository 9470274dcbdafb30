package edition

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/message"
)

func catalog(t testing.TB) *message.Catalog {
	t.Helper()
	c, err := message.Load(os.DirFS("../../.."), "i18n")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func request(t testing.TB) Request {
	return Request{Report: "tides", Reason: "Court order\n 7/2026 <b>", Moment: aDay, Tool: "v1.0.0", Catalog: catalog(t)}
}

// show is a file of the branch.
func show(t testing.TB, dir, path string) string { return git(t, dir, "show", "archive:"+path) }

func TestWithdrawText(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	l = l.with("tides.fr", "un deux TROIS")
	before := l.publish(t, dir, "2")
	r := request(t)
	r.Lang = "fr"
	done, err := mustOpen(t, dir).Withdraw(t.Context(), r)
	if err != nil || len(done.Files) != 6 {
		t.Fatalf("%+v, %v", done, err)
	}
	if got := git(t, dir, "rev-parse", "archive~1", "withdrawal/1^{commit}"); got != before+"\n"+done.Commit {
		t.Errorf("references: %s", got)
	}
	for _, path := range []string{"fr/reports/tides/1/index.html", "fr/reports/tides/2/index.html", "fr/reports/tides/index.html"} {
		page := show(t, dir, path)
		for _, want := range []string{"Retiré", "Court order 7/2026 &lt;b&gt;", `id="p3"`, "2025-07-14"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no %q:\n%s", path, want, page)
			}
		}
		if strings.Contains(page, "deux") {
			t.Errorf("%s still says it", path)
		}
	}
	if page := show(t, dir, "en/reports/tides/1/index.html"); !strings.Contains(page, "two") {
		t.Errorf("another language went too: %s", page)
	}
	v, err := Verify(dir, nil)
	if err != nil || len(v.Problems) > 0 || len(v.Withdrawn) != 4 || v.Editions != 2 {
		t.Fatalf("Verify = %+v, %v", v, err)
	}
	copied := unpack(t, dir, "archive")
	sha256sum(t, copied, SumsFile, true)
	sha256sum(t, copied, "editions/withdrawn/1/"+SumsFile, true)
	sha256sum(t, copied, "editions/1/"+SumsFile, false) // it lists what was sealed

	// A tombstone is sealed as what it replaced was.
	writeFile(t, filepath.Join(copied, "fr/reports/tides/1/index.html"), "other")
	if v := verified(t, copied); len(v.Problems) == 0 || v.Problems[0].File != "fr/reports/tides/1/index.html" {
		t.Errorf("a changed tombstone: %+v", v)
	}

	// Again: nothing is left to withdraw; the text itself cannot come back.
	if _, err := mustOpen(t, dir).Withdraw(t.Context(), r); !slices.Equal(codes(err), []string{"withdraw-nothing"}) {
		t.Errorf("again: %v", err)
	}
	for _, again := range []library{l, small()} {
		if _, err := mustOpen(t, dir).Plan(Edition{Name: "3", Texts: again.texts()}); !slices.Equal(codes(err), []string{"publish-withdrawn"}) {
			t.Errorf("came back: %v", err)
		}
	}
	// Changed it can be published, and its latest page is a page again; left
	// out, the tombstone stays at the latest address.
	gone := library{"tides.en": "one two three", "winds.en": "four five", "winds.ar": "أربعة خمسة"}
	gone.publish(t, dir, "3")
	if page := show(t, dir, "fr/reports/tides/index.html"); !strings.Contains(page, "Retiré") {
		t.Errorf("the latest address lost its tombstone: %s", page)
	}
	l.with("tides.fr", "un deux quatre").publish(t, dir, "4")
	if page := show(t, dir, "fr/reports/tides/index.html"); !strings.Contains(page, "quatre") {
		t.Errorf("the latest page: %s", page)
	}
	if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 || len(v.Withdrawn) != 4 || v.Editions != 4 {
		t.Errorf("Verify = %+v, %v", v, err)
	}
}

// A report that is withdrawn in every language may leave content/ for good.
func TestWithdrawReport(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	if _, err := mustOpen(t, dir).Withdraw(t.Context(), request(t)); err != nil {
		t.Fatal(err)
	}
	library{"winds.en": "four five", "winds.ar": "أربعة خمسة"}.publish(t, dir, "2")
	if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 || len(v.Withdrawn) != 4 {
		t.Errorf("Verify = %+v, %v", v, err)
	}

	// The history can be cut off, as the README says, and the copy still
	// verifies and can be published to.
	old := git(t, dir, "rev-parse", "edition/1:en/reports/tides/1/index.html")
	tip := git(t, dir, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit-tree", "-m", "Withdrawn", "archive^{tree}")
	git(t, dir, "update-ref", "refs/heads/archive", tip)
	git(t, dir, "tag", "-d", "edition/1", "edition/2", "withdrawal/1")
	git(t, dir, "reflog", "expire", "--expire=now", "--all")
	git(t, dir, "gc", "-q", "--prune=now")
	if r, err := findRepository(dir); err != nil {
		t.Fatal(err)
	} else if _, err := r.run(t.Context(), nil, "cat-file", "-e", old); err == nil {
		t.Error("the old bytes are still there")
	}
	library{"winds.en": "four five six", "winds.ar": "أربعة خمسة"}.publish(t, dir, "3")
	if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 || v.Editions != 3 {
		t.Errorf("Verify = %+v, %v", v, err)
	}
}

func TestWithdrawUnit(t *testing.T) {
	dir := newRepository(t)
	p := small().plan(t, mustOpen(t, dir), "1")
	site := small().build(t, p, "body{}")
	secret := "The name of the witness is Zoë Kade."
	page := `<title>T</title><meta name="description" content="x"><ul><li id="p1" data-unit="p1">The name of the <b title="Zoë">witness</b> is Zoë Kade.<ul><li id="p2" data-unit="p2">kept &amp; sound</li></ul></li></ul><p id="p3" data-unit="p3">third</p><img src="a.png">`
	for _, folder := range []string{"en/reports/tides/", "en/reports/tides/1/"} {
		writeFile(t, filepath.Join(site, folder, "index.html"), page+`<a href="assets/source.0123456789abcdef.txt">`)
		writeFile(t, filepath.Join(site, folder, "report.json"), `{"report":"tides","units":[{"id":"p1","text":"`+secret+`"},{"id":"p2","text":"kept & sound"}]}`)
		writeFile(t, filepath.Join(site, folder, "report.txt"), "T\n\n[#p1] "+secret+"\n\n[#p2] kept\n")
		writeFile(t, filepath.Join(site, folder, "report.md"), secret+"\n")
		writeFile(t, filepath.Join(site, folder, "cite.bib"), "@misc{x}\n")
	}
	writeFile(t, filepath.Join(site, "assets/source.0123456789abcdef.txt"), secret)
	writeFile(t, filepath.Join(site, "en/index.html"), "<p>News: the name of the <i>witness</i> is Zoë&nbsp;Kade")
	if _, err := Publish(t.Context(), Options{Plan: p, Site: site}); err != nil {
		t.Fatal(err)
	}
	r := request(t)
	r.Unit, r.Lang = "p1", "en"
	done, err := mustOpen(t, dir).Withdraw(t.Context(), r)
	if err != nil || !slices.Equal(done.Left, []string{"en/index.html"}) {
		t.Fatalf("%+v, %v", done, err)
	}
	for path, want := range map[string][2]string{
		"en/reports/tides/1/index.html":      {`<li id="p2" data-unit="p2">kept &amp; sound</li></ul></li></ul><p id="p3" data-unit="p3">third</p><img src="a.png">`, "Zoë"},
		"en/reports/tides/index.html":        {`<li id="p1" data-unit="p1" data-withdrawn="">`, "witness"},
		"en/reports/tides/1/report.json":     {`"kept & sound"`, "Zoë"},
		"en/reports/tides/1/report.txt":      {"]\n\n[#p2] kept", "Zoë"},
		"en/reports/tides/1/report.md":       {"Withdrawn", "Zoë"},
		"en/reports/tides/1/cite.bib":        {"@misc{x}", "Withdrawn"},
		"assets/source.0123456789abcdef.txt": {"7/2026", "Zoë"},
	} {
		if text := show(t, dir, path); !strings.Contains(text, want[0]) || strings.Contains(text, want[1]) {
			t.Errorf("%s:\n%s", path, text)
		}
	}
	if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 || len(v.Withdrawn) == 0 {
		t.Errorf("Verify = %+v, %v", v, err)
	}
}

// A heading goes from the outline too, and the rest of the page stays.
func TestCutPageLinks(t *testing.T) {
	page := `<nav><a href="#h1">Zoë Kade</a> <a href="#h2">Tides</a></nav><h2 id="h1" data-unit="h1">Zoë Kade</h2><p id="p1" data-unit="p1">x<a href="#h1">above</a></p>`
	for links, want := range map[bool]string{
		false: `<nav><a href="#h1">Zoë Kade</a> <a href="#h2">Tides</a></nav><h2 id="h1" data-unit="h1" data-withdrawn=""><em>[gone]</em></h2><p id="p1" data-unit="p1">x<a href="#h1">above</a></p>`,
		true:  `<nav><a href="#h1" data-withdrawn=""><em>[gone]</em></a> <a href="#h2">Tides</a></nav><h2 id="h1" data-unit="h1" data-withdrawn=""><em>[gone]</em></h2><p id="p1" data-unit="p1">x<a href="#h1" data-withdrawn=""><em>[gone]</em></a></p>`,
	} {
		if got := string(cutPage([]byte(page), "h1", "gone", links)); got != want {
			t.Errorf("links %v:\n%s", links, got)
		}
	}
	if got := cutPage([]byte(page), "h7", "gone", true); got != nil {
		t.Errorf("no such unit: %s", got)
	}
}

func TestWithdrawRefuses(t *testing.T) {
	dir := newRepository(t)
	small().publish(t, dir, "1")
	for name, c := range map[string]struct {
		change func(*Request)
		want   string
	}{
		"no reason":  {func(r *Request) { r.Reason = " \n" }, "withdraw-no-reason"},
		"no report":  {func(r *Request) { r.Report = "storms" }, "withdraw-nothing"},
		"no lang":    {func(r *Request) { r.Lang = "ar" }, "withdraw-nothing"},
		"no edition": {func(r *Request) { r.Edition = "7" }, "withdraw-nothing"},
		"no unit":    {func(r *Request) { r.Unit = "p99" }, "withdraw-nothing"},
		"no remote":  {func(r *Request) { r.Push = true }, "publish-no-remote"},
	} {
		r := request(t)
		c.change(&r)
		if _, err := mustOpen(t, dir).Withdraw(t.Context(), r); !slices.Equal(codes(err), []string{c.want}) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
