package site

import (
	"cmp"
	"slices"
	"strings"
)

// The policies of pages. Each page states its own in its head; hosts that can
// send headers repeat it there, with what only a header can say: that no other
// site may frame the page.
const (
	policyBase   = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
	policyEnd    = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	policyPlain  = policyBase + policyEnd
	policyReport = policyBase + "script-src 'self'; " + policyEnd
	policySearch = policyBase + "script-src 'self' 'wasm-unsafe-eval'; " + policyEnd
)

// always are the headers of every file.
var always = [][2]string{
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"X-Frame-Options", "DENY"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
}

const immutable = "public, max-age=31536000, immutable"

// mediaTypes are those that hosts often do not know, by ending.
var mediaTypes = [][2]string{
	{"bib", "text/x-bibtex; charset=utf-8"},
	{"epub", "application/epub+zip"},
	{"jsonld", "application/ld+json"},
	{"link", "application/link-format"},
	{"md", "text/markdown; charset=utf-8"},
	{"ris", "application/x-research-info-systems; charset=utf-8"},
	{"sig", "text/plain; charset=utf-8"},
	{"tmx", "text/xml; charset=utf-8"},
	{"tsv", "text/tab-separated-values; charset=utf-8"},
	{"ttl", "text/turtle; charset=utf-8"},
	{"txt", "text/plain; charset=utf-8"},
}

// headers writes what makes a host send the right headers: _headers for hosts
// of static files (Netlify, Cloudflare Pages), and in headers/ what nginx and
// Caddy include.
func (t *taking) headers() error {
	for file, text := range map[string]string{"_headers": t.underscore(), "headers/nginx.conf": t.nginx(), "headers/Caddyfile": t.caddy()} {
		if err := t.write(file, []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

// search is whether pages may search.
func (t *taking) search() bool { return t.opts.Search != nil }

// searchPolicy is that of the search pages, where there are any.
func (t *taking) searchPolicy() string {
	if t.search() {
		return policySearch
	}
	return policyPlain
}

// underscore is the file _headers. Hosts join the values of a header that
// several rules give, and a browser keeps to all policies that it gets, so no
// two rules with a policy match the same page.
func (t *taking) underscore() string {
	var b strings.Builder
	rule := func(path string, headers ...[2]string) {
		b.WriteString(path + "\n")
		for _, h := range headers {
			b.WriteString("  " + h[0] + ": " + h[1] + "\n")
		}
	}
	policy := func(path, value string) { rule(path, [2]string{"Content-Security-Policy", value}) }
	rule("/*", always...)
	for _, path := range []string{"/", "/404.html", "/:lang/", "/editions/*", "/data/*"} {
		policy(path, policyPlain)
	}
	for _, dir := range append([]string{"themes", "editions", "data", "index", "crosswalk", "status"}, wayKeys...) {
		policy("/:lang/"+dir+"/*", policyPlain)
	}
	for _, f := range frameworks {
		policy("/:lang/"+f.key+"/*", policyPlain)
	}
	policy("/:lang/reports/*", policyReport)
	policy("/:lang/find/*", t.searchPolicy())
	if t.search() {
		policy("/"+SearchFolder+"/*", policySearch)
	}
	rule("/assets/*", [2]string{"Content-Security-Policy", policyPlain}, [2]string{"Cache-Control", immutable})
	// Hosts take a hundred rules, and editions go on: one for all names that
	// begin with the same digit, as nothing else there begins with one.
	begun := make(map[string]bool)
	for _, e := range t.opts.Editions {
		if digit := e.Name[:1]; !begun[digit] {
			begun[digit] = true
			rule("/:lang/reports/:report/"+digit+"*", [2]string{"Cache-Control", immutable})
			rule("/editions/"+digit+"*", [2]string{"Cache-Control", immutable})
		}
	}
	for _, m := range mediaTypes {
		rule("/*."+m[0], [2]string{"Content-Type", m[1]})
	}
	return b.String()
}

// frozenPattern matches the folders whose files never change: an edition's name
// begins with a digit, as nothing else beside a report's page does.
const frozenPattern = `^/(.*/)?(assets/|editions/[0-9]|reports/[^/]+/[0-9])`

// nginx is what a server block of nginx includes. A location that adds a header
// takes none from the level above, so each has all of them.
func (t *taking) nginx() string {
	var b strings.Builder
	b.WriteString("# For nginx, in a server block whose root is this folder:\n#\n#     include /path/to/this/folder/headers/nginx.conf;\n\n")
	add := func(indent, name, value string) {
		b.WriteString(indent + "add_header " + name + ` "` + value + "\" always;\n")
	}
	common := func(policy, cache string) {
		for _, h := range always {
			add("    ", h[0], h[1])
		}
		add("    ", "Content-Security-Policy", policy)
		add("    ", "Cache-Control", cache)
	}
	b.WriteString("index index.html;\nerror_page 404 /404.html;\ncharset utf-8;\ncharset_types text/plain text/css text/markdown text/turtle text/x-bibtex application/javascript application/json application/xml;\n\n")
	for _, m := range mediaTypes {
		media, _, _ := strings.Cut(m[1], ";")
		b.WriteString("location ~ \\." + m[0] + "$ {\n    types { " + media + " " + m[0] + "; }\n")
		common(policyPlain, "no-cache")
		b.WriteString("}\n")
	}
	location := func(pattern, policy, cache string) {
		b.WriteString(cmp.Or(pattern, "location /") + " {\n")
		common(policy, cache)
		b.WriteString("}\n")
	}
	location(`location ~ "`+frozenPattern+`"`, policyReport, immutable)
	if t.search() {
		location(`location ~ "^/(.*/)?([^/]+/find|`+SearchFolder+`)/"`, policySearch, "no-cache")
	}
	location(`location ~ "^/(.*/)?reports/[^/]+/"`, policyReport, "no-cache")
	location("", policyPlain, "no-cache")
	return b.String()
}

// caddy is what a site block of Caddy imports.
func (t *taking) caddy() string {
	var b strings.Builder
	b.WriteString("# For Caddy, in a site block whose root is this folder:\n#\n#     import /path/to/this/folder/headers/Caddyfile\n#     file_server\n\nheader {\n")
	for _, h := range always {
		b.WriteString("\t" + h[0] + ` "` + h[1] + "\"\n")
	}
	// A question mark leaves be what a matcher has set; in one block, Caddy
	// would take either both or none.
	b.WriteString("}\nheader ?Content-Security-Policy \"" + policyPlain + "\"\nheader ?Cache-Control \"no-cache\"\n")
	match := func(name, pattern, header, value string) {
		b.WriteString("@" + name + " path_regexp `" + pattern + "`\nheader @" + name + " " + header + ` "` + value + "\"\n")
	}
	match("reports", `/reports/[^/]+/`, "Content-Security-Policy", policyReport)
	if t.search() {
		match("search", `/([^/]+/find|`+SearchFolder+`)/`, "Content-Security-Policy", policySearch)
	}
	match("frozen", frozenPattern, "Cache-Control", immutable)
	for _, m := range mediaTypes {
		match(m[0], `\.`+m[0]+`$`, "Content-Type", m[1])
	}
	b.WriteString("handle_errors {\n")
	for _, h := range append(slices.Clone(always), [2]string{"Content-Security-Policy", policyPlain}, [2]string{"Cache-Control", "no-cache"}) {
		b.WriteString("\theader " + h[0] + ` "` + h[1] + "\"\n")
	}
	b.WriteString("\trewrite * /404.html\n\tfile_server\n}\n")
	return b.String()
}
