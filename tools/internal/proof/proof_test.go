package proof

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
)

const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">`

func TestPages(t *testing.T) {
	tests := []struct{ name, file, page, want string }{
		{"all is well", "en/index.html", strict + `<a href="reports/">r</a><a href="../index.html#top">t</a><a href="https://a.example/">out</a><link rel="canonical" href="https://site.example/x/en/">`, ""},
		{"no policy", "en/index.html", `<p>`, "site-policy"},
		{"inline allowed", "en/index.html", strings.Replace(strict, "style-src 'self'", "style-src 'unsafe-inline'", 1), "site-policy"},
		{"a script in the page", "en/index.html", strict + `<script>1</script>`, "site-policy"},
		{"data in the page", "en/index.html", strict + `<script type="application/ld+json">{}</script>`, ""},
		{"WebAssembly elsewhere", "en/index.html", strings.Replace(strict, "style-src", "script-src 'wasm-unsafe-eval'; style-src", 1), "site-policy"},
		{"WebAssembly in search", "en/find/index.html", strings.Replace(strict, "style-src", "script-src 'wasm-unsafe-eval'; style-src", 1), ""},
		{"a link to nowhere", "en/index.html", strict + `<a href="no/">`, "site-link"},
		{"a link from the root of the host", "en/index.html", strict + `<a href="/en/reports/">`, "site-link"},
		{"an anchor that is not there", "en/index.html", strict + `<a href="../#no">`, "site-link"},
		{"an address of the site that is not there", "en/index.html", strict + `<link rel="canonical" href="https://site.example/x/fr/">`, "site-link"},
		{"a picture from elsewhere", "en/index.html", strict + `<img alt="" src="//a.example/p.gif">`, "site-foreign"},
		{"a stylesheet from elsewhere", "en/index.html", strict + `<link rel="stylesheet" href="https://a.example/s.css">`, "site-foreign"},
		{"a form to elsewhere", "en/index.html", strict + `<form action="https://a.example/">`, "site-foreign"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := &proof{archive: &archive.Archive{Config: archive.Config{BaseURL: "https://site.example/x/"}}, files: map[string]bool{}, pages: map[string]*htmlPage{}}
			for _, file := range []string{"index.html", "en/index.html", "en/reports/index.html", "en/find/index.html"} {
				p.files[file], p.pages[file] = true, readPage([]byte(`<main id="top">`))
			}
			page := readPage([]byte(test.page))
			p.links(test.file, page)
			p.policy(test.file, page)
			var got []string
			for i := range p.problems {
				got = append(got, p.problems[i].Code)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %v, want %q", got, test.want)
			}
		})
	}
}

// What typography and markup change is no loss; a word that is gone is.
func TestOwed(t *testing.T) {
	d := debt{notices: []string{`The "English" text alone is authoritative: see above.`}, names: []string{"Ana O'Neil"}}
	if notices, names := d.owed("<x> The “English” text alone is\u00a0authoritative\u202f: see *above*. Ana O’Neil", nil); len(notices)+len(names) > 0 {
		t.Errorf("lost: %v %v", notices, names)
	}
	if notices, names := d.owed("The English text is authoritative: see above. Ana", nil); len(notices) != 1 || len(names) != 1 {
		t.Errorf("not seen: %v %v", notices, names)
	}
}

// A search result shows the parts of a page that are marked for it.
func TestSearch(t *testing.T) {
	page := readPage([]byte(`<ul data-pagefind-meta="credit"><li>Ana</li></ul><p>between</p><div data-pagefind-meta="notices"><p>One<br>two</p></div><p>after`))
	if got := page.search; got != "AnaOnetwo" {
		t.Errorf("a result would show %q", got)
	}
}
