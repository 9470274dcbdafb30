package archive

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A crowd is a second made-up archive, with other texts and worse habits than
// the forum's: pages are retitled, split and merged, sections move, tables come
// of lists, bots go over everything, and volunteers forget what they should
// say, or say it and do nothing. It knows what each unit was made from.
type crowd struct {
	rnd   *rand.Rand
	day   int
	pages []*leaf
	uids  int
	langs []string
	lies  int // units that are fresh by a declaration alone, nobody having looked
}

// A leaf is a page of a crowd.
type leaf struct {
	name    string
	day     int // of the original
	touched int
	units   []passage
	before  []passage // as they were before the last edit
	texts   map[string]*rendition
}

// A passage is a unit of the original.
type passage struct {
	uid, version int
	kind         report.Kind
	level        int
	sentences    []string
	dress        int // how its quotes and dashes are set
}

// A rendition is a page in another language.
type rendition struct {
	units   []piece
	basedOn int
	touched int
	voice   int
	ever    map[int]bool // by uid: what it has had, or had before it when it was made
}

// A piece is a unit of a rendition. English says that it is the original's own
// text still, and then says nothing.
type piece struct {
	says    map[int]int // by uid, the version that it was made from
	kind    report.Kind
	level   int
	text    string
	cells   []string
	english bool
}

var names = strings.Fields("Brannock Lisbon UNESCO ITU Geneva Okafor NRI Kyoto WSIS Ferreira Tallinn IGF")

var syllables = map[string][]string{
	"ar": strings.Fields("ما را سي لو نا كم تب دو في عل حر شا قط من بد"), "ru": strings.Fields("да ро ми ке ста во гну лиш про тел за ни ву жа"),
	"el": strings.Fields("τα ρο μι κε στα βο γνω λις προ τελ ζα νι ου"), "he": strings.Fields("של מי נו דב רה תק לו שמ בא קר"),
	"zh": strings.Split("海港船员夜间市场桥梁风暴灯塔码头渔网潮水铁锚货物仓库会议代表发言主席报告", ""), "ja": strings.Split("みなとふねよるいちばはしあらしひかりおかあみしおいかりにもつ会議代表発言", ""),
	"th": strings.Fields("กา รา มี เล ทำ นา ขอ สู่ ดี ปลา"), "": strings.Fields("ba re ti mo lun sa ver di ko nar pli en tur ga os mi fel da quo"),
}

// spaceless are languages that set no spaces between words.
var spaceless = map[string]bool{"zh": true, "ja": true, "th": true}

func seeded(parts ...any) *rand.Rand {
	h := fnv.New64a()
	fmt.Fprint(h, parts...)
	return rand.New(rand.NewPCG(h.Sum64(), 1))
}

// english writes a new sentence.
func (c *crowd) english() string {
	var words []string
	for n := 5 + c.rnd.IntN(16); n > 0; n-- {
		switch x := c.rnd.IntN(60); {
		case x == 0:
			words = append(words, fmt.Sprintf("%d,%03d", 1+c.rnd.IntN(80), c.rnd.IntN(1000)))
		case x < 2:
			words = append(words, fmt.Sprint(2+c.rnd.IntN(90)))
		case x < 4:
			words = append(words, names[c.rnd.IntN(len(names))])
		case x < 25:
			words = append(words, []string{"the", "of", "and", "to", "in", "that", "for", "with", "on", "as"}[c.rnd.IntN(10)])
		default:
			n := int(900 * c.rnd.Float64() * c.rnd.Float64()) // few words are often said
			r := seeded("en", n)
			w := ""
			for range 1 + r.IntN(4) {
				w += string("bcdfglmnprst"[r.IntN(12)]) + []string{"a", "e", "i", "o", "ou", "ea"}[r.IntN(6)]
			}
			words = append(words, w+[]string{"", "n", "ing", "s", "tion"}[r.IntN(5)])
		}
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, " ") + "."
}

// speak says a sentence in another language: in another order of words, without
// articles, with numbers as that language writes them.
func speak(lang string, voice int, sentence string) string {
	var words []string
	for _, word := range strings.Fields(strings.TrimSuffix(sentence, ".")) {
		switch {
		case word[0] >= '0' && word[0] <= '9' || slices.Contains(names, word):
			words = append(words, word)
			continue
		case word == "the" && lang != "fr" && lang != "es":
			continue
		}
		key := strings.ToLower(word)
		r := seeded(lang, key)
		if r.IntN(4) == 0 {
			r = seeded(lang, key, voice) // said so by one and otherwise by another
		}
		list, known := syllables[lang]
		if !known {
			list = syllables[""]
		}
		w := ""
		if !known && len(key) > 6 && r.IntN(3) == 0 {
			w = key[:5] // kindred words
		}
		for range max(1, (len(key)+r.IntN(4))/3) {
			w += list[r.IntN(len(list))]
		}
		words = append(words, w)
	}
	for i := 2; i+1 < len(words); i += 3 {
		words[i], words[i+1] = words[i+1], words[i]
	}
	if spaceless[lang] {
		end := map[string]string{"zh": "。", "ja": "。"}[lang]
		return strings.Join(words, "") + end
	}
	return strings.Join(words, " ") + "."
}

// local writes numbers as the language does.
func local(lang, text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if r == ',' && i > 0 && i+1 < len(runes) && runes[i-1] <= '9' && runes[i-1] >= '0' && runes[i+1] <= '9' && runes[i+1] >= '0' {
			runes[i] = map[string]rune{"fr": '\u202f', "de": '.', "es": '.', "ru": '\u00a0', "ar": '٬'}[lang]
			if runes[i] == 0 {
				runes[i] = ','
			}
		}
		if lang == "ar" && r >= '0' && r <= '9' {
			runes[i] = '٠' + r - '0'
		}
	}
	return string(runes)
}

func (c *crowd) passage(kind report.Kind) passage {
	c.uids++
	p := passage{uid: c.uids, kind: kind}
	switch kind {
	case report.Heading:
		words := strings.Fields(strings.TrimSuffix(c.english(), "."))
		p.level, p.sentences = 2+c.rnd.IntN(2), []string{strings.Join(words[:min(len(words), 1+c.rnd.IntN(5))], " ")}
	case report.Item:
		p.level, p.sentences = 1, []string{c.english()}
	default:
		for range 1 + c.rnd.IntN(5) {
			p.sentences = append(p.sentences, c.english())
		}
	}
	return p
}

// section is a heading with what stands under it.
func (c *crowd) section() []passage {
	list := []passage{c.passage(report.Heading)}
	for range 1 + c.rnd.IntN(4) {
		list = append(list, c.passage(report.Paragraph))
	}
	if c.rnd.IntN(2) == 0 {
		for range 3 + c.rnd.IntN(4) {
			list = append(list, c.passage(report.Item))
		}
	}
	return list
}

func newCrowd(seed uint64, pages int, langs []string) *crowd {
	c := &crowd{rnd: rand.New(rand.NewPCG(seed, 7)), langs: langs}
	for n := range pages {
		p := &leaf{name: fmt.Sprintf("page-%02d", n), texts: make(map[string]*rendition)}
		for range 3 + c.rnd.IntN(5) {
			p.units = append(p.units, c.section()...)
		}
		c.pages = append(c.pages, p)
	}
	return c
}

// text is a passage as it is written.
func (p *passage) text() string {
	s := strings.Join(p.sentences, " ")
	words := strings.Fields(s)
	if len(words) < 5 {
		return s
	}
	if p.uid%3 == 0 { // it quotes a word
		words[1] = []string{"“" + words[1] + "”", "\"" + words[1] + "\"", "« " + words[1] + " »", "'" + words[1] + "'"}[p.dress%4]
	}
	if p.dress > 1 {
		words[3] = []string{"*", "**"}[p.dress%2] + words[3] + []string{"*", "**"}[p.dress%2]
	}
	s = strings.Join(words, []string{" ", "\n"}[p.dress%2])
	if p.kind == report.Heading || p.kind == report.Row {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return s
}

// render translates a passage as it stands.
func (c *crowd) render(p *passage, lang string, t *rendition) piece {
	q := piece{says: map[int]int{p.uid: p.version}, kind: p.kind, level: p.level}
	t.ever[p.uid] = true
	var list []string
	for _, s := range p.sentences {
		list = append(list, speak(lang, t.voice, s))
	}
	if q.kind == report.Row {
		q.kind = report.Item
		q.level = 1
	}
	q.text = local(lang, strings.Join(list, map[bool]string{true: "", false: " "}[lang == "zh" || lang == "ja"]))
	if p.kind == report.Heading {
		q.text = strings.TrimRight(q.text, ".。")
	}
	return q
}

func date(day int) string {
	return time.Date(2015, 1, 1+day, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
}

func (p *leaf) files() map[string][]byte {
	meta := report.Meta{Title: "Harbour", Date: date(p.day), Type: report.Messages, Original: "en"}
	write := func(lang string, units []report.Unit, meta report.Meta) []byte {
		for i := range units {
			u := &units[i]
			if u.Kind == report.Row {
				u.Level = 0
				u.Header = i == 0 || units[i-1].Kind != report.Row
				if u.Cells == nil {
					u.Cells, u.Text = []string{strings.ReplaceAll(u.Text, "\n", " ")}, ""
				}
			}
		}
		return page.Format(&report.Translation{Report: p.name, Lang: lang, Units: units, Meta: meta})
	}
	var units []report.Unit
	for i := range p.units {
		u := &p.units[i]
		units = append(units, report.Unit{Kind: u.kind, Level: u.level, Text: u.text()})
	}
	texts := map[string][]byte{"en": write("en", units, meta)}
	for lang, t := range p.texts {
		units = nil
		for _, u := range t.units {
			r := report.Unit{Kind: u.kind, Level: u.level, Text: u.text}
			if u.cells != nil {
				r.Text, r.Cells = "", u.cells
			}
			units = append(units, r)
		}
		meta.Credit = report.Credit{Method: report.Human}
		if t.basedOn >= 0 {
			meta.Credit.BasedOn = date(t.basedOn)
		}
		texts[lang] = write(lang, units, meta)
	}
	return texts
}

func (p *leaf) id() string { return p.name }

func (p *leaf) languages() []string { return sortedKeys(p.texts) }

// truth says of each unit of the original whether the translation of it is
// stale, or that there is none.
func (p *leaf) truth(lang string) []truth {
	list := make([]truth, len(p.units))
	for i := range p.units {
		if !p.texts[lang].ever[p.units[i].uid] {
			list[i] = isStale // it has come since
		}
		for _, u := range p.texts[lang].units {
			if version, said := u.says[p.units[i].uid]; said {
				list[i] = max(list[i], isFresh)
				if version != p.units[i].version {
					list[i] = isStale
				}
			}
		}
	}
	return list
}

// dated is what dates say: stale, if the original was committed to later.
func (p *leaf) dated(lang string) bool { return p.touched > p.texts[lang].touched }
