package archive

import (
	"fmt"
	"hash/fnv"
	"math/rand"
	"slices"
	"strings"
	"time"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A forum is a made-up archive that editors and volunteers work on, commit by
// commit, as they were seen to on public sites: editors change one unit or two,
// often nothing that a reader would hear, and now and then revise the whole;
// volunteers catch up in part or wholly, and fix what is not stale at all. It
// knows of every unit what it was made from, which is the truth to measure by.
type forum struct {
	rnd     *rand.Rand
	day     time.Time
	langs   []string
	reports []*folder
	uids    int
}

// A folder is a report of a forum.
type folder struct {
	name         string
	ref          []said
	date         string
	changed      int // commit in which the reference was last touched, whatever for
	translations map[string]*translated
}

// said is a unit of the reference.
type said struct {
	uid, version int
	kind         report.Kind
	text         string
}

// translated is a text in another language.
type translated struct {
	units   []rendered
	basedOn string
	changed int // commit in which it was last touched
	voice   uint32
	ever    map[int]bool // by uid: what it has had, or had before it when it was made
}

// rendered is a unit of a translation: of one unit of the reference, of two, of
// half of one, or of none.
type rendered struct {
	made map[int]int // by uid, the version it was made from
	kind report.Kind
	text string
}

var alphabets = map[string]string{
	"ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ru": "абвгдежзиклмнопрстуфхцчшэюя", "el": "αβγδεζηθικλμνξοπρστυφχψω", "zh": "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长",
}

var vocabulary = func() []string {
	rnd := rand.New(rand.NewSource(7))
	list := strings.Fields("the of and to in a is that for on with as by this be at from are it not or an have which")
	for len(list) < 500 {
		w := ""
		for range 2 + rnd.Intn(3) {
			w += string("bcdfghlmnprstv"[rnd.Intn(14)]) + string("aeiou"[rnd.Intn(5)])
		}
		list = append(list, w)
	}
	return list
}()

func (f *forum) words(n int) []string {
	list := make([]string, n)
	for i := range list {
		switch x := f.rnd.Intn(40); {
		case x == 0:
			list[i] = fmt.Sprint(2 + f.rnd.Intn(3000))
		case x < 16:
			list[i] = vocabulary[f.rnd.Intn(24)]
		default:
			list[i] = vocabulary[24+f.rnd.Intn(len(vocabulary)-24)]
		}
	}
	return list
}

func (f *forum) sentence() string {
	s := strings.Join(f.words(7+f.rnd.Intn(18)), " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func (f *forum) unit() said {
	f.uids++
	u := said{uid: f.uids, kind: report.Paragraph}
	switch x := f.rnd.Intn(10); {
	case x == 0:
		u.kind, u.text = report.Heading, strings.Join(f.words(2+f.rnd.Intn(4)), " ")
		return u
	case x < 5:
		u.kind = report.Item
	}
	list := make([]string, 1+f.rnd.Intn(4))
	for i := range list {
		list[i] = f.sentence()
	}
	u.text = strings.Join(list, " ")
	return u
}

// translate says a text in another language, in the words of one voice.
func translate(text, lang string, voice uint32) string {
	alphabet := []rune("abcdefghijlmnopqrstuvxz")
	if a, ok := alphabets[lang]; ok {
		alphabet = []rune(a)
	}
	var out []string
	for _, word := range strings.Fields(text) {
		core := strings.Trim(word, ".,")
		if core != "" && core[0] >= '0' && core[0] <= '9' {
			out = append(out, word)
			continue
		}
		h := fnv.New32a()
		fmt.Fprintf(h, "%s %s", lang, strings.ToLower(core))
		if v := h.Sum32() % 7; v < 2 {
			fmt.Fprintf(h, " %d", voice) // a word that each would translate in their own way
		}
		seed := uint64(h.Sum32())
		next := func(n int) int { // cheap, and the same for the same word
			seed = seed*6364136223846793005 + 1442695040888963407
			return int(seed>>33) % n
		}
		n := max(1, len(core)*(8+next(6))/10)
		if lang == "zh" {
			n = 1 + n/5
		}
		w := make([]rune, n)
		for i := range w {
			w[i] = alphabet[next(len(alphabet))]
		}
		out = append(out, string(w)+word[len(strings.TrimRight(word, ".,")):])
	}
	if lang == "zh" {
		return strings.ReplaceAll(strings.Join(out, ""), ".", "。")
	}
	return strings.Join(out, " ")
}

// newForum is an archive of some reports that nobody has translated yet.
func newForum(seed int64, reports, units int) *forum {
	f := &forum{langs: twenty, rnd: rand.New(rand.NewSource(seed)), day: time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)}
	for n := range reports {
		r := &folder{name: fmt.Sprintf("report-%02d", n), date: f.today(), translations: make(map[string]*translated)}
		for range units/2 + f.rnd.Intn(units) {
			r.ref = append(r.ref, f.unit())
		}
		f.reports = append(f.reports, r)
	}
	return f
}

func (f *forum) today() string { return f.day.Format("2006-01-02") }

func (f *forum) chance(percent float64) bool { return 100*f.rnd.Float64() < percent }

// edit is a commit of an editor to a reference.
func (f *forum) edit(r *folder, commit int) {
	r.changed = commit
	if f.chance(21) { // nothing that a reader would hear
		u := &r.ref[f.rnd.Intn(len(r.ref))]
		if words := strings.Fields(u.text); len(words) > 4 {
			words[2] = "*" + strings.Trim(words[2], "*") + "*"
			u.text = strings.Join(words, " ")
		}
		return
	}
	r.date = f.today()
	changes := 1 + f.rnd.Intn(2)
	if f.chance(31) {
		changes = 1 + len(r.ref)*(5+f.rnd.Intn(30))/100
	}
	for range changes {
		i := f.rnd.Intn(len(r.ref))
		switch x := f.rnd.Intn(100); {
		case x < 70:
			u := &r.ref[i]
			words := strings.Fields(u.text)
			for range 1 + f.rnd.Intn(4) {
				at := f.rnd.Intn(len(words))
				end := words[at][len(strings.TrimRight(words[at], ".*")):]
				words[at] = f.words(1)[0] + end
			}
			now := strings.Join(words, " ")
			if f.chance(25) && u.kind != report.Heading {
				now += " " + f.sentence()
			}
			if page.Plain(now) != page.Plain(u.text) {
				u.version++
			}
			u.text = now
		case x < 84:
			r.ref = slices.Insert(r.ref, i, f.unit())
		case x < 94:
			r.ref = slices.Delete(r.ref, i, i+1)
		default:
			u := r.ref[i]
			r.ref = slices.Delete(r.ref, i, i+1)
			r.ref = slices.Insert(r.ref, f.rnd.Intn(len(r.ref)+1), u)
		}
	}
}

func (f *forum) render(u *said, lang string, t *translated) rendered {
	t.ever[u.uid] = true
	return rendered{map[int]int{u.uid: u.version}, u.kind, translate(page.Plain(u.text), lang, t.voice)}
}

// begin is the first commit of a translation: of the reference as it stands, or
// as it stood when the volunteer took it.
func (f *forum) begin(r *folder, lang string, commit int, taken []said, date string) {
	t := &translated{basedOn: date, changed: commit, voice: f.rnd.Uint32(), ever: make(map[int]bool)}
	for i := range taken {
		t.units = append(t.units, f.render(&taken[i], lang, t))
	}
	r.translations[lang] = t
}

// stale lists the units of a translation that were made from an older text.
func (r *folder) stale(t *translated) (list []int) {
	now := make(map[int]int)
	for _, u := range r.ref {
		now[u.uid] = u.version
	}
	for j, u := range t.units {
		for uid, version := range u.made {
			if v, there := now[uid]; there && v != version && !slices.Contains(list, j) {
				list = append(list, j)
			}
		}
	}
	return list
}

// refresh translates a unit again from the reference as it stands.
func (f *forum) refresh(r *folder, t *translated, j int, lang string) {
	u := &t.units[j]
	var text []string
	for _, ref := range r.ref {
		if _, mine := u.made[ref.uid]; mine {
			u.made[ref.uid] = ref.version
			text = append(text, translate(page.Plain(ref.text), lang, t.voice))
		}
	}
	if len(text) > 0 {
		u.text = strings.Join(text, " ")
	}
}

// catchUp brings a whole translation to the reference, in its order.
func (f *forum) catchUp(r *folder, t *translated, lang string) {
	for _, j := range r.stale(t) {
		if f.chance(79) {
			f.refresh(r, t, j, lang)
		} else { // it needs no change
			for _, ref := range r.ref {
				if _, mine := t.units[j].made[ref.uid]; mine {
					t.units[j].made[ref.uid] = ref.version
				}
			}
		}
	}
	var units []rendered
	done := make(map[int]bool)
	for i := range r.ref {
		if done[i] {
			continue
		}
		j := slices.IndexFunc(t.units, func(u rendered) bool { _, mine := u.made[r.ref[i].uid]; return mine })
		if j < 0 {
			units = append(units, f.render(&r.ref[i], lang, t))
			continue
		}
		units = append(units, t.units[j])
		for k := range r.ref {
			if _, mine := t.units[j].made[r.ref[k].uid]; mine {
				done[k] = true
			}
		}
	}
	t.units, t.basedOn = units, r.date
}

// volunteer is a commit of a volunteer to a translation.
func (f *forum) volunteer(r *folder, lang string, commit int) {
	t := r.translations[lang]
	t.changed = commit
	j := f.rnd.Intn(len(t.units))
	u := &t.units[j]
	switch x := f.rnd.Intn(100); {
	case x < 40: // all of it, and says so
		f.catchUp(r, t, lang)
	case x < 45: // all of it, again, in the words of another person
		t.voice = f.rnd.Uint32()
		f.catchUp(r, t, lang)
		for j := range t.units {
			f.refresh(r, t, j, lang)
		}
	case x < 55: // some of what is stale
		for _, j := range r.stale(t) {
			if f.chance(50) {
				f.refresh(r, t, j, lang)
			}
		}
	case x < 68: // a slip of the pen, where nothing is stale: one reads what one has translated
		if !slices.Contains(r.stale(t), j) {
			u.text = slip(u.text, f.rnd)
		}
	case x < 69: // a slip of the pen in what is stale
		if list := r.stale(t); len(list) > 0 {
			u := &t.units[list[f.rnd.Intn(len(list))]]
			u.text = slip(u.text, f.rnd)
		}
	case x < 80: // quotes, emphasis, spaces: all over
		for j := range t.units {
			words := strings.Fields(t.units[j].text)
			if len(words) > 3 && !strings.Contains(t.units[j].text, "*") {
				words[1] = "**" + words[1] + "**"
				t.units[j].text = strings.Join(words, " ")
			}
		}
	case x < 86: // front matter alone
	case x < 90: // a note of the translator's
		note := rendered{nil, report.Paragraph, translate(f.sentence(), lang, t.voice)}
		t.units = slices.Insert(t.units, j, note)
	case x < 94: // two paragraphs in one
		if j+1 < len(t.units) && u.kind == report.Paragraph && t.units[j+1].kind == u.kind && len(u.made) == 1 && len(t.units[j+1].made) == 1 {
			for uid, v := range t.units[j+1].made {
				u.made[uid] = v
			}
			u.text += " " + t.units[j+1].text
			t.units = slices.Delete(t.units, j+1, j+2)
		}
	case x < 96: // one lost
		if len(t.units) > 3 {
			t.units = slices.Delete(t.units, j, j+1)
		}
	default: // catches up some paragraphs that are missing
		for i := range r.ref {
			if !slices.ContainsFunc(t.units, func(u rendered) bool { _, mine := u.made[r.ref[i].uid]; return mine }) && f.chance(50) {
				t.units = slices.Insert(t.units, min(i, len(t.units)), f.render(&r.ref[i], lang, t))
			}
		}
	}
}

// slip changes a letter of a word.
func slip(text string, rnd *rand.Rand) string {
	runes := []rune(text)
	at := rnd.Intn(len(runes))
	if runes[at] == ' ' || runes[at] == '*' || runes[at] == '.' {
		return text
	}
	runes[at] = runes[(at+1)%len(runes)]
	return strings.Join(strings.Fields(string(runes)), " ")
}

// files are the texts of a report as they stand.
func (r *folder) files() map[string][]byte {
	texts := make(map[string][]byte)
	write := func(lang, basedOn string, units []report.Unit) {
		t := &report.Translation{Report: r.name, Lang: lang, Units: units, Meta: report.Meta{Title: "Harbour", Date: r.date, Type: report.Messages, Original: "en"}}
		if lang != "en" {
			t.Meta.Credit = report.Credit{Method: report.Human, BasedOn: basedOn}
		}
		texts[lang] = page.Format(t)
	}
	unit := func(kind report.Kind, text string) report.Unit {
		u := report.Unit{Kind: kind, Text: text}
		switch kind {
		case report.Heading:
			u.Level = 2
		case report.Item:
			u.Level = 1
		}
		return u
	}
	var units []report.Unit
	for _, u := range r.ref {
		units = append(units, unit(u.kind, u.text))
	}
	write("en", "", units)
	for lang, t := range r.translations {
		units = nil
		for _, u := range t.units {
			units = append(units, unit(u.kind, u.text))
		}
		write(lang, t.basedOn, units)
	}
	return texts
}

func (r *folder) id() string { return r.name }

func (r *folder) languages() []string { return sortedKeys(r.translations) }

// truth says of each unit of the reference whether its translation is stale: made
// from another text, or from none, as the reference has got the unit since.
func (r *folder) truth(lang string) []truth {
	made := make(map[int]int)
	for _, u := range r.translations[lang].units {
		for uid, version := range u.made {
			made[uid] = version
		}
	}
	list := make([]truth, len(r.ref))
	for i, u := range r.ref {
		version, there := made[u.uid]
		switch {
		case there && version == u.version:
			list[i] = isFresh
		case there, !r.translations[lang].ever[u.uid]:
			list[i] = isStale
		}
	}
	return list
}

func (r *folder) dated(lang string) bool { return r.changed > r.translations[lang].changed }

// commit is the next thing that somebody does: one commit to one report. It
// returns the report.
func (f *forum) commit(n int) []volume {
	f.day = f.day.AddDate(0, 0, 1+f.rnd.Intn(9))
	r := f.reports[f.rnd.Intn(len(f.reports))]
	lang := f.langs[f.rnd.Intn(len(f.langs))]
	switch {
	case f.chance(12):
		f.edit(r, n)
	case r.translations[lang] == nil && f.chance(15): // taken some time ago, finished now
		taken, date := slices.Clone(r.ref), r.date
		f.edit(r, n)
		f.day = f.day.AddDate(0, 0, 5)
		f.begin(r, lang, n, taken, date)
	case r.translations[lang] == nil:
		f.begin(r, lang, n, r.ref, r.date)
	default:
		f.volunteer(r, lang, n)
	}
	return []volume{r}
}
