package unit

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

func translation(t *testing.T, lang, front, body string) *report.Translation {
	t.Helper()
	tr, problems := page.Parse("x", lang, "index."+lang+".md", []byte("+++\ntitle = \"x\"\noriginal = \"en\"\n"+front+"+++\n\n"+body))
	if tr == nil || len(problems) > 0 {
		t.Fatalf("%v", problems)
	}
	return tr
}

func ids(units []report.Unit) []string {
	var s []string
	for _, u := range units {
		s = append(s, u.ID)
	}
	return s
}

func TestHashIgnoresWhatNobodyHears(t *testing.T) {
	one := report.Unit{Kind: report.Paragraph, Text: `He said: "the Internet's *open* - and [free](https://example.org)".`}
	for _, text := range []string{
		"He said: “the Internet’s open – and free”.",
		"He said : « the Internet's open — and **free** ».",
		"He  said:\u00a0\"the Internet's open - and free\".",
	} {
		other := report.Unit{Kind: report.Paragraph, Text: text}
		if Hash(&one) != Hash(&other) {
			t.Errorf("%q folds to %q, not to %q", text, Fold(Words(&other)), Fold(Words(&one)))
		}
	}
	for _, other := range []report.Unit{
		{Kind: report.Item, Text: one.Text},
		{Kind: report.Paragraph, Text: strings.Replace(one.Text, "open", "closed", 1)},
	} {
		if Hash(&one) == Hash(&other) {
			t.Errorf("%+v has the same hash", other)
		}
	}
}

func TestIdentify(t *testing.T) {
	tr := translation(t, "en", "", "## A\n\n1\\. one\n\n2\\. two[^1]\n\nplain\n\n- x\n- y\n\n| a |\n| --- |\n| b |\n\n[^1]: note\n")
	Identify(tr.Units, nil)
	want := []string{"h1", "p1", "p2", "para1", "item1", "item2", "row1", "row2", "note1"}
	if got := ids(tr.Units); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestIdentifyNeverReusesAnID(t *testing.T) {
	texts := []string{"first paragraph", "second paragraph", "third paragraph", "fourth paragraph"}
	body := func(lines ...string) string { return strings.Join(lines, "\n\n") + "\n" }
	at := func(lines ...string) *report.Translation { return translation(t, "en", "", body(lines...)) }

	one := at(texts...)
	r := Identify(one.Units, nil)

	gone := at(texts[0], texts[2], texts[3]) // the second is removed
	r = Identify(gone.Units, r)
	if got, want := ids(gone.Units), []string{"para1", "para3", "para4"}; !reflect.DeepEqual(got, want) {
		t.Errorf("after a removal: got %v, want %v", got, want)
	}
	added := at(texts[0], "something quite new", texts[2], "more that is new", texts[3])
	r = Identify(added.Units, r)
	if got, want := ids(added.Units), []string{"para1", "para5", "para3", "para6", "para4"}; !reflect.DeepEqual(got, want) {
		t.Errorf("after two additions: got %v, want %v", got, want)
	}
	edited := at(texts[0], "something quite new", "third paragraph, edited", "more that is new", texts[3])
	r = Identify(edited.Units, r)
	if got, want := ids(edited.Units), []string{"para1", "para5", "para3", "para6", "para4"}; !reflect.DeepEqual(got, want) {
		t.Errorf("after an edit: got %v, want %v", got, want)
	}
	if len(r.Entries) != 6 || !r.Entries[1].Gone || r.Entries[1].ID != "para2" {
		t.Errorf("the register forgot a unit:\n%s", r.Format())
	}
	again, problem := ParseRegister("f", r.Format())
	if problem != nil || !reflect.DeepEqual(again, r) {
		t.Errorf("the register does not survive its file:\n%s", r.Format())
	}
}

func TestTwoPartsWithTheSamePrintedNumber(t *testing.T) {
	tr := translation(t, "en", "", "1\\. one\n\n2\\. two\n\n## Annex\n\n1\\. again\n")
	Identify(tr.Units, nil)
	seen := make(map[string]bool)
	for _, id := range ids(tr.Units) {
		if seen[id] {
			t.Errorf("%s was given twice", id)
		}
		seen[id] = true
	}
}

// pairs are two made-up languages: the same report, in words that share no
// letter sequence longer than a name, and differ in length by a fifth.
func pair(n int, seed int64) (ref, own []report.Unit) {
	rnd := rand.New(rand.NewSource(seed))
	for i := 0; i < n; i++ {
		kind := report.Paragraph
		level := 0
		switch {
		case i%9 == 0:
			kind, level = report.Heading, 2
		case i%3 == 0:
			kind, level = report.Item, 1
		}
		words := 8 + rnd.Intn(40)
		if kind == report.Heading {
			words = 2 + rnd.Intn(4)
		}
		number := ""
		if rnd.Intn(4) == 0 {
			number = fmt.Sprintf(" %d", 1000+rnd.Intn(9000))
		}
		ref = append(ref, report.Unit{Kind: kind, Level: level, Text: strings.TrimSpace(strings.Repeat("river ", words)) + number})
		own = append(own, report.Unit{Kind: kind, Level: level, Text: strings.TrimSpace(strings.Repeat("fleuve ", words+rnd.Intn(1+words/5))) + number})
	}
	Identify(ref, nil)
	return ref, own
}

func TestAlignSurvivesWhatTranslatorsDo(t *testing.T) {
	var positional, aligned, total int
	for seed := int64(0); seed < 40; seed++ {
		ref, own := pair(60, seed)
		truth := make(map[int]int) // own position now → ref position
		rnd := rand.New(rand.NewSource(seed))
		cut, put, join := 5+rnd.Intn(15), 25+rnd.Intn(10), 45+rnd.Intn(10)
		var changed []report.Unit
		for i := 0; i < len(own); i++ {
			switch {
			case i == cut:
				continue
			case i == put:
				changed = append(changed, report.Unit{Kind: report.Paragraph, Text: "une note de la traductrice qui ne vient de nulle part"})
			case i == join && i+1 < len(own) && own[i].Kind == own[i+1].Kind:
				own[i].Text += " " + own[i+1].Text
				truth[len(changed)] = i
				changed = append(changed, own[i])
				i++
				continue
			}
			truth[len(changed)] = i
			changed = append(changed, own[i])
		}
		for _, p := range Align(ref, changed, nil) {
			if want, ok := truth[p.Own]; p.Own >= 0 && ok {
				total++
				if p.Ref == want {
					aligned++
				}
				if p.Own == want {
					positional++
				}
			}
		}
	}
	t.Logf("paired right: %.2f %%; by position alone: %.2f %%", 100*float64(aligned)/float64(total), 100*float64(positional)/float64(total))
	if aligned*100 < total*99 {
		t.Errorf("%d of %d units paired right", aligned, total)
	}
	if positional >= aligned {
		t.Error("the damage does no damage: this test proves nothing")
	}
}

func TestAlignKeepsWhatMoved(t *testing.T) {
	ref := translation(t, "en", "", "first and only one about rivers\n\nsecond one about harbours\n\nthird one about the sea\n\nfourth about ships\n")
	own := translation(t, "fr", "", "le premier, sur les rivières\n\nle deuxième, sur les ports\n\nle troisième, sur la mer\n\nle quatrième, sur les navires\n")
	Identify(ref.Units, nil)
	lock := Sync(nil, ref, own, nil)
	u := own.Units
	u[0], u[1], u[2], u[3] = u[3], u[0], u[1], u[2]
	for _, a := range Fresh(ref, own, lock) {
		if a.Ref == nil || a.Own == nil || a.State != report.OK {
			t.Errorf("a unit was lost when another moved: %+v", a)
		}
	}
	if u[0].ID != "para4" {
		t.Errorf("the moved unit is %s", u[0].ID)
	}
}

// TestSync follows one translation through a draft and its revision.
func TestSync(t *testing.T) {
	draft := "first sentence of the draft\n\nsecond sentence of the draft\n\nthird sentence of the draft\n"
	final := strings.Replace(strings.Replace(draft, "second", "another", 1), "third", "a later", 1)
	fr := "la première phrase\n\nla deuxième phrase\n\nla troisième phrase\n"

	ref := translation(t, "en", "date = 2025-06-27\n", draft)
	register := Identify(ref.Units, nil)
	lock := Sync(nil, ref, translation(t, "fr", "[translation]\nbased_on = 2025-06-27\n", fr), nil)
	states := func(l *Lock) string {
		var s []string
		for _, line := range l.Lines {
			s = append(s, string(line.State))
		}
		return strings.Join(s, " ")
	}
	step := func(name, date, en, front, fr, want string) {
		t.Helper()
		ref := translation(t, "en", "date = "+date+"\n", en)
		register = Identify(ref.Units, register)
		own := translation(t, "fr", front, fr)
		next := Sync(lock, ref, own, nil)
		if got := states(next); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		if again := Sync(next, ref, own, nil); string(again.Format()) != string(next.Format()) {
			t.Errorf("%s: syncing twice is not syncing once", name)
		}
		parsed, problem := ParseLock("f", next.Format())
		if problem != nil || !reflect.DeepEqual(parsed, next) {
			t.Errorf("%s: the lock does not survive its file", name)
		}
		lock = next
	}
	step("nothing changed", "2025-06-27", draft, "[translation]\nbased_on = 2025-06-27\n", fr, "ok ok ok")
	step("the final text", "2025-07-14", final, "[translation]\nbased_on = 2025-06-27\n", fr, "ok stale stale")
	step("a typo in a neighbour", "2025-07-14", final, "[translation]\nbased_on = 2025-06-27\n", strings.Replace(fr, "première", "toute première", 1), "ok stale stale")
	fr = strings.Replace(fr, "deuxième", "deuxième autre", 1)
	step("one stale unit translated anew", "2025-07-14", final, "[translation]\nbased_on = 2025-06-27\n", fr, "ok ok stale")
	step("the rest confirmed", "2025-07-14", final, "[translation]\nbased_on = 2025-07-14\n", fr, "ok ok confirmed")
	step("half of it lost", "2025-07-14", final, "[translation]\nbased_on = 2025-07-14\n", strings.SplitAfterN(fr, "\n\n", 2)[0], "ok missing missing")
}

// TestPassedOver tells what a translation was made without from what came to the
// reference since.
func TestPassedOver(t *testing.T) {
	en := []string{"the first paragraph of the text", "the second paragraph, on harbours", "the third paragraph, on ships"}
	fr := []string{"le premier paragraphe du texte", "le troisième paragraphe, sur les navires"}
	note := "une note de la traductrice, qui ne vient de nulle part"
	var register *Register
	var lock *Lock
	step := func(name, front string, en, fr []string, want string) {
		t.Helper()
		ref := translation(t, "en", "date = 2025-07-14\n", strings.Join(en, "\n\n"))
		own := translation(t, "fr", front, strings.Join(fr, "\n\n"))
		register = Identify(ref.Units, register)
		lock = Sync(lock, ref, own, nil)
		var got []string
		for _, a := range Fresh(ref, own, lock) {
			state := string(a.State)
			if a.Behind {
				state += "!"
			}
			got = append(got, state)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s\n%s", name, strings.Join(got, " "), want, lock.Format())
		}
	}
	step("made without the second", "", en, fr, "ok missing ok")
	en = append(en, "a fourth paragraph that is new")
	step("a fourth has come", "", en, fr, "ok missing ok missing!")
	en[1] = "the second paragraph, on harbours and quays"
	step("the second has changed", "", en, fr, "ok missing! ok missing!")
	step("said to be up to date", "[translation]\nbased_on = 2025-07-14\n", en, fr, "ok missing ok missing")
	fr = append(fr, note)
	step("a note", "[translation]\nbased_on = 2025-07-14\n", en[:3], fr, "ok missing ok extra")
	en = append(en[:3:3], "a paragraph that came after the note, and has nothing to do with it")
	step("a text that was there is made from nothing that came later", "[translation]\nbased_on = 2025-07-14\n", en, fr, "ok missing ok extra missing!")
	fr = fr[:1]
	step("one is dropped", "[translation]\nbased_on = 2025-07-14\n", en, fr, "ok missing missing missing!")
}

func TestCodesAreNotUntranslated(t *testing.T) {
	ref := translation(t, "en", "", "A harbour that is open to all of them.\n\nharbour.example 3600 IN MX 10 mail.harbour.example in use\n")
	own := translation(t, "fr", "", "Un port ouvert à tous.\n\nharbour.example 3600 IN MX 10 mail.harbour.example in use\n")
	Identify(ref.Units, nil)
	if a := Fresh(ref, own, nil); a[1].Left {
		t.Error("a line of codes counts as untranslated")
	}
}

func TestUntranslated(t *testing.T) {
	ref := translation(t, "en", "", "## Digital trust\n\nNobody should pay twice for a service.\n\nGDC 3, 4\n\n## Access\n\nA harbour is open to all.\n")
	own := translation(t, "zh", "", "## 数字信任\n\n任何人都不应为一项服务付两次费。\n\nGDC 3, 4\n\n## Access\n\nA harbour is open to all.\n")
	Identify(ref.Units, nil)
	var got []bool
	for _, a := range Fresh(ref, own, nil) {
		got = append(got, a.Left)
	}
	if want := []bool{false, false, false, true, true}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzSync(f *testing.F) {
	f.Add("a\n\nb\n", "c\n\nd\n", "based_on\t2025\npara1\taaaaaaaaaaaa\tbbbbbbbbbbbb\tok\n")
	f.Fuzz(func(t *testing.T, en, fr, tsv string) {
		ref, _ := page.Parse("x", "en", "f", []byte("+++\ntitle=\"x\"\n+++\n"+en))
		own, _ := page.Parse("x", "fr", "f", []byte("+++\ntitle=\"x\"\n+++\n"+fr))
		if ref == nil || own == nil {
			return
		}
		Identify(ref.Units, nil)
		lock, _ := ParseLock("f", []byte(tsv))
		next := Sync(lock, ref, own, nil)
		seen := make(map[string]bool)
		for _, line := range next.Lines {
			for _, id := range line.IDs {
				if seen[id] {
					t.Fatalf("%s stands twice", id)
				}
				seen[id] = true
			}
		}
		if len(seen) != len(ref.Units) {
			t.Fatal("a unit of the reference was lost")
		}
		shown := make(map[string]bool)
		for _, a := range Fresh(ref, own, next) {
			if a.Own != nil && shown[a.Own.ID] {
				t.Fatalf("%s is shown twice", a.Own.ID)
			}
			if a.Own != nil {
				shown[a.Own.ID] = true
			}
		}
		if again := Sync(next, ref, own, nil); string(again.Format()) != string(next.Format()) {
			t.Fatalf("syncing twice is not syncing once:\n%s\n%s", next.Format(), again.Format())
		}
	})
}
