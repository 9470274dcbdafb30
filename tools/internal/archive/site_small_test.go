package archive

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/history"
)

// TestMeasureSmallSite holds that a measurement counts what is known of a small
// site, whichever way its translations say what they were made from.
func TestMeasureSmallSite(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	const text = "## Harbour\n\nThe harbour opened at dawn.\n\nNine ships came in on the tide.\n\nThe market closed at noon.\n"
	const fr = "## Le port\n\nLe port a ouvert à l’aube.\n\nNeuf navires sont entrés avec la marée.\n\nLe marché a fermé à midi.\n"
	const de = "## Hafen\n\nDer Hafen öffnete im Morgengrauen.\n\nNeun Schiffe kamen mit der Flut.\n\nDer Markt schloss um zwölf.\n"
	edit := func(s string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(s) }
	dated := func(day, s string) string { return "---\ntitle: x\nlastmod: " + day + "\n---\n\n" + s }
	late := edit(text, "Nine", "Ten")
	for name, tc := range map[string]struct {
		table   string // beside the one that is shipped
		commits [][]string
	}{
		"dates": {"", [][]string{
			{"first", "content/en/a.md", dated("2020-01-01", text)},
			{"fr", "content/fr/a.md", dated("2020-01-01", fr)},
			{"de", "content/de/a.md", dated("2020-01-01", de)},
			{"a ship more", "content/en/a.md", dated("2020-03-01", late)},
			{"de", "content/de/a.md", dated("2020-03-01", edit(de, "Neun", "Zehn"))},
			{"fr: a slip", "content/fr/a.md", dated("2020-01-01", edit(fr, "a fermé", "ferma"))},
			{"bold", "content/en/a.md", dated("2020-03-01", edit(late, "market", "**market**"))},
			{"fr: another slip", "content/fr/a.md", dated("2020-01-01", edit(fr, "a fermé", "avait fermé"))},
		}},
		"commits": {"", [][]string{
			{"first", "docs/a.md", text},
			{"fr", "docs/fr/a.md", "---\ndefault_lang_commit: {1}\n---\n" + fr},
			{"de", "docs/de/a.md", "---\ndefault_lang_commit: {1}\n---\n" + de},
			{"a ship more", "docs/a.md", late},
			{"de", "docs/de/a.md", "---\ndefault_lang_commit: {4}\n---\n" + edit(de, "Neun", "Zehn")},
			{"bold", "docs/a.md", edit(late, "market", "**market**")},
			{"fr: a slip", "docs/fr/a.md", "---\ndefault_lang_commit: {1}\n---\n" + edit(fr, "a fermé", "ferma")},
		}},
		"both and trailers": {"both\n", [][]string{
			{"first", "a.en.md", text, "a.fr.md", fr, "a.de.md", de},
			{"a ship more", "a.en.md", late},
			{"de\n\nSynced: de a", "a.de.md", edit(de, "Neun", "Zehn")},
			{"bold", "a.en.md", edit(late, "market", "**market**")},
			{"fr: a slip", "a.fr.md", edit(fr, "a fermé", "ferma")},
		}},
	} {
		dir := t.TempDir()
		var ids []string
		git := func(args ...string) string {
			cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgSign=false"}, args...)...)
			cmd.Dir, cmd.Env = dir, history.Environment()
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("git %v: %v\n%s", args, err, out)
			}
			return strings.TrimSpace(string(out))
		}
		git("init", "-q", "-b", "main")
		for _, c := range tc.commits {
			for k := 1; k < len(c); k += 2 {
				data := c[k+1]
				for n, id := range ids {
					data = strings.ReplaceAll(data, "{"+string(rune('1'+n))+"}", id)
				}
				if _, err := WriteFile(filepath.Join(dir, filepath.FromSlash(c[k])), []byte(data)); err != nil {
					t.Fatal(err)
				}
			}
			git("add", ".")
			git("commit", "-q", "-m", c[0])
			ids = append(ids, git("rev-parse", "HEAD"))
		}
		table := filepath.Join("..", "..", "freshness.tsv")
		if tc.table != "" {
			data, err := os.ReadFile(table)
			if err != nil {
				t.Fatal(err)
			}
			table = filepath.Join(t.TempDir(), "table.tsv")
			if err := os.WriteFile(table, append(data, tc.table...), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		m, err := measure(dir, table)
		if err != nil {
			t.Fatal(err)
		}
		// fr is stale in one of four units; de is fresh, and older than the original's last commit.
		want := tallies{page: tally{fresh: 1, stale: 1}, unit: tally{fresh: 7, stale: 1}}
		if m.translations != 2 || m.told != want || m.untold != want {
			t.Errorf("%s: got %s", name, m)
		}
		if want := (tally{fresh: 1, calledStale: 1, stale: 1, calledFresh: 1}); m.dates.page != want {
			t.Errorf("%s: by dates: got %s", name, m)
		}
	}
}
