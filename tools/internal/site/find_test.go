package site

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// made is a report of the texts given, by language; the first is the original.
func made(t testing.TB, id string, texts ...string) *archive.Report {
	t.Helper()
	r := &archive.Report{Report: report.Report{ID: id}, Aligned: map[string][]unit.Aligned{}}
	for i := 0; i < len(texts); i += 2 {
		front, body, _ := strings.Cut(texts[i+1], "\n\n")
		tr, problems := page.Parse(id, texts[i], "index."+texts[i]+".md", []byte("+++\ntitle = \"x\"\noriginal = \""+texts[0]+"\"\n"+front+"\n+++\n\n"+body))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		r.Translations = append(r.Translations, tr)
	}
	r.Sort()
	ref := r.Reference()
	r.Register = unit.Identify(ref.Units, nil)
	for _, tr := range r.Translations {
		if tr != ref {
			r.Aligned[tr.Lang] = unit.Fresh(ref, tr, nil)
		}
	}
	return r
}

func wayOf(t testing.TB, key string, reports ...*archive.Report) []*keyword {
	t.Helper()
	for _, w := range findWays(&archive.Archive{Reports: reports}) {
		if w.key == key {
			return w.keywords
		}
	}
	t.Fatal("there is no way " + key)
	return nil
}

func slugs(keywords []*keyword) string {
	var list []string
	for _, k := range keywords {
		list = append(list, strings.Join(k.slugs, "="))
	}
	return strings.Join(list, " ")
}

// TestSlug: an address is words where words are enough, and never that of
// another key.
func TestSlug(t *testing.T) {
	seen := map[string]string{}
	for _, tc := range []struct{ name, want string }{
		{"KOFI BRANNOCK", "kofi-brannock"},
		{"TOBIAS AMARO-LIND", "tobias-amaro-lind"},
		{"O’Brien", "o-brien"},
		{"Lucía Paz", "lucia-paz-"},
		{"林汐舟", ""},
		{"رنا المرفئي", ""},
		{"Анна", ""},
		{"Анна K", "k-"},
		{strings.Repeat("word ", 30), "word-word"},
		{"deadbeef", "deadbeef-"},
		{"", ""},
	} {
		key := nameKey(tc.name)
		got := slug(key, ' ')
		if !strings.HasPrefix(got, tc.want) || strings.IndexFunc(got, func(r rune) bool { return r > 0x7f || r == ' ' || r == '/' }) >= 0 || len(got) > mostSlug+9 || got == "" {
			t.Errorf("%q: %q, not %q", tc.name, got, tc.want)
		}
		if other, ok := seen[got]; ok && other != key {
			t.Errorf("%q and %q share %q", key, other, got)
		}
		seen[got] = key
	}
	for a, b := range map[string]string{"Lucía Paz": "Lucia Paz", "A/66/77": "A-66/77", "Анна": "Инна"} {
		if slug(strings.ToLower(a), '/') == slug(strings.ToLower(b), '/') || slug(nameKey(a), ' ') == slug(nameKey(b), ' ') && nameKey(a) != nameKey(b) {
			t.Errorf("%q and %q share an address", a, b)
		}
	}
	if got := symbolSlug("A/66/77"); got != "a-66-77" {
		t.Error(got)
	}
	if got := symbolSlug("E/CN.16/2012/2"); got != "e-cn.16-2012-2" {
		t.Error(got)
	}
}

// FuzzSlug: whatever a name is, its address is safe, and the same again.
func FuzzSlug(f *testing.F) {
	f.Add("Ana ..", "ana")
	f.Add("../x", "%2e")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := slug(nameKey(a), ' '), slug(nameKey(b), ' ')
		if x == "" || strings.Trim(x, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" || strings.HasPrefix(x, ".") || strings.Contains(x, "..") {
			t.Errorf("%q: %q", a, x)
		}
		if x == y && nameKey(a) != nameKey(b) {
			t.Errorf("%q and %q share %q", a, b, x)
		}
	})
}

// TestEvents: an event is one whatever language names it; the same meeting of
// another year is another.
func TestEvents(t *testing.T) {
	both := made(t, "a", "en", "event = \"Annual Meeting\"\nevent_start = 2024-05-01\n\nText.\n", "fr", "event = \"Réunion annuelle\"\n\nTexte.\n")
	french := made(t, "b", "fr", "event = \"Réunion annuelle\"\nevent_start = 2024-05-02\n\nTexte.\n")
	later := made(t, "c", "en", "event = \"ANNUAL MEETING\"\nevent_start = 2025-05-01\n\nText.\n")
	alone := wayOf(t, "events", french)
	all := wayOf(t, "events", both, french, later)
	if len(all) != 2 || len(all[0].reports) != 2 || all[0].labels["fr"] != "Réunion annuelle" || all[0].labels["en"] != "Annual Meeting" {
		t.Fatalf("%s", slugs(all))
	}
	if want := "annual-meeting-2024=" + alone[0].slugs[0] + " annual-meeting-2025"; slugs(all) != want {
		t.Errorf("%s, not %s: an address must not depend on other reports", slugs(all), want)
	}
}

// TestSpeakers: a speaker is found under the label that the reference prints,
// named as each translation writes it, with every turn.
func TestSpeakers(t *testing.T) {
	r := made(t, "a",
		"en", "report_type = \"transcript\"\n\n**ANA LIM:** Good morning to all 12 of you.\n\n**Unidentified speaker:** Thank you.\n\n**Ana Lim:** We close at 5.\n",
		"zh", "report_type = \"transcript\"\n\n**林安娜：** 12位，早上好。\n\n**Unidentified speaker:** 谢谢。\n\n**林安娜：** 我们5点结束。\n")
	k := wayOf(t, "speakers", r)
	if len(k) != 1 || slugs(k) != "ana-lim" || k[0].labels["en"] != "ANA LIM" || len(k[0].units) != 2 || k[0].units[1].unit != "turn3" {
		t.Fatalf("%s %+v", slugs(k), k)
	}
	if own := r.Translation("zh").Units[0].Speaker; own != "" && k[0].labels["zh"] != own {
		t.Errorf("in Chinese %q, not %q", k[0].labels["zh"], own)
	}
}

// TestSymbols: documents are found by their symbols, those that have one and
// those that are merely named; what only looks like one is not.
func TestSymbols(t *testing.T) {
	r := made(t, "a", "en", "symbols = [\"A/66/77\"]\n\nSee A/66/77, para. 3, and (E/CN.16/2012/2).\n\nOver TCP/IP, 24/7, and/or 3/4 of A/B tests.\n\n| x |\n| - |\n| A/RES/79/1. |\n")
	k := wayOf(t, "symbols", r)
	if got, want := slugs(k), "a-66-77 a-res-79-1 e-cn.16-2012-2"; got != want {
		t.Fatalf("%s, not %s", got, want)
	}
	if len(k[0].reports) != 1 || len(k[0].units) != 1 || len(k[1].reports) != 0 || k[1].units[0].unit != "row2" {
		t.Errorf("%+v %+v", k[0], k[1])
	}
}

// TestLetters: each language has its own letters, Chinese those of pinyin;
// words of another script have theirs after them.
func TestLetters(t *testing.T) {
	for lang, tc := range map[string]struct{ words, want string }{
		"en": {"Zone Éclair apple 2025 A/66/77 ñandú رسائل", "A[A/66/77 apple] E[Éclair] N[ñandú] Z[Zone] ر[رسائل] 0–9[2025]"},
		"es": {"Zona ñandú nube ola", "N[nube] Ñ[ñandú] O[ola] Z[Zona]"},
		"ar": {"رسائل أمن ثقة Ana", "ا[أمن] ث[ثقة] ر[رسائل] A[Ana]"},
		"zh": {"数字信任 人工智能 海港论坛 安全 Ana", "A[Ana 安全] H[海港论坛] R[人工智能] S[数字信任]"},
	} {
		say := printer(t, lang)
		order := newCollator(lang)
		var lines []indexed
		for _, w := range strings.Fields(tc.words) {
			lines = append(lines, indexed{link: link{Title: w}, key: w})
		}
		slices.SortStableFunc(lines, func(a, b indexed) int { return order.CompareString(a.Title, b.Title) })
		var got []string
		ids := map[string]bool{}
		for _, l := range group(lines, alphabet(say.Say("index_letters", nil)), order) {
			var words []string
			for _, line := range l.Lines {
				words = append(words, line.Title)
			}
			got = append(got, l.Name+"["+strings.Join(words, " ")+"]")
			if ids[l.ID] {
				t.Errorf("%s: two letters have the address %s", lang, l.ID)
			}
			ids[l.ID] = true
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s:\n%s, not\n%s", lang, strings.Join(got, " "), tc.want)
		}
	}
}

// TestWithoutArticle: an index does not file everything under its article.
func TestWithoutArticle(t *testing.T) {
	for title, want := range map[string]string{
		"الثقة الرقمية": "ثقة الرقمية", "ال": "ال", "أمانة": "أمانة",
		"The Hague": "Hague", "Theory": "Theory", "L’accès": "accès", "La Paz": "Paz", "Las": "Las",
	} {
		if got := withoutArticle(title, []string{"The", "L’", "La", "ال"}); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}

// TestIsWay: addresses of ways are kept, those of other pages are not touched.
func TestIsWay(t *testing.T) {
	for dir, want := range map[string]bool{
		"speakers/ana": true, "crosswalk/2025": true, "symbols": true,
		"reports/x": false, "reports/x/2025.1": false, "speakers/a/b": false, "": false,
	} {
		if isWay(dir) != want {
			t.Error(dir)
		}
	}
}

// TestOpening: the first words of a unit are whole words of any script.
func TestOpening(t *testing.T) {
	long := opening(&report.Unit{Kind: report.Paragraph, Text: strings.Repeat("word ", 60)})
	if !strings.HasSuffix(long, "word…") || len(long) > 110 {
		t.Error(long)
	}
	if s := opening(&report.Unit{Kind: report.Row, Cells: []string{"*a*", "b"}}); s != "a | b" {
		t.Error(s)
	}
	if s := opening(&report.Unit{Kind: report.Paragraph, Text: strings.Repeat("字", 200)}); len([]rune(s)) != mostOpening+1 {
		t.Error(len([]rune(s)))
	}
}
