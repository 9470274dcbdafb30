package edition

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/report"
)

// published is an archive of two editions, as a folder.
func published(t testing.TB) string {
	t.Helper()
	dir := newBare(t)
	small().publish(t, dir, "1")
	small().with("tides.fr", "un deux TROIS").publish(t, dir, "2")
	return unpack(t, dir, "archive")
}

func verified(t testing.TB, path string) *Verification {
	t.Helper()
	v, err := Verify(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// plainFiles lists a folder's files but Git's.
func plainFiles(t testing.TB, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() && d.Name() == ".git" {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() {
			files = append(files, strings.TrimPrefix(path, dir+"/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestVerify(t *testing.T) {
	dir := published(t)
	if v := verified(t, dir); len(v.Problems) > 0 || v.Editions != 2 || v.Files != len(plainFiles(t, dir)) || v.Frozen < 12 {
		t.Fatalf("Verify = %+v", v)
	}
	for _, sums := range []string{SumsFile, "editions/1/" + SumsFile, "editions/2/" + SumsFile} {
		sha256sum(t, dir, sums, true)
	}
	const page = "en/reports/tides/1/index.html"
	file := func(path string) string { return filepath.Join(dir, path) }
	read := func(path string) string {
		data, err := os.ReadFile(file(path))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	// forge makes the root's manifest agree with the files again.
	forge := func() {
		sums := map[string]string{}
		for _, path := range plainFiles(t, dir) {
			if path != SumsFile {
				sums[path] = sum([]byte(read(path)))
			}
		}
		writeFile(t, file(SumsFile), string(formatSums(sums)))
	}
	replace := func(path, old, new string) {
		text := read(path)
		if !strings.Contains(text, old) {
			t.Fatalf("%s has no %q", path, old)
		}
		writeFile(t, file(path), strings.Replace(text, old, new, 1))
	}
	for name, c := range map[string]struct {
		spoil func()
		want  string // codes and files
	}{
		"changed":  {func() { replace(page, "one", "One") }, "verify-changed " + page},
		"missing":  {func() { os.Remove(file(page)) }, "verify-missing " + page + ", verify-index editions/1/edition.json"},
		"extra":    {func() { writeFile(t, file("x/new.html"), "") }, "verify-extra x/new.html"},
		"link":     {func() { os.Remove(file(page)); os.Symlink(file("index.html"), file(page)) }, "verify-kind " + page},
		"link out": {func() { os.Symlink("/etc", file("etc")) }, "verify-kind etc"},
		"bad sums": {func() { replace(SumsFile, "  index.html", "  ../index.html") }, "verify-sums SHA256SUMS:, verify-extra index.html"},
		"sums twice": {func() {
			writeFile(t, file(SumsFile), read(SumsFile)+read(SumsFile)[:strings.Index(read(SumsFile), "\n")+1])
		}, "verify-sums SHA256SUMS:"},
		"forged page":      {func() { replace(page, "one", "One"); forge() }, "verify-sealed " + page},
		"forged loss":      {func() { os.Remove(file(page)); forge() }, "verify-sealed " + page},
		"forged folder":    {func() { writeFile(t, file("en/reports/tides/1/b.html"), ""); forge() }, "verify-unsealed en/reports/tides/1/b.html"},
		"forged manifest":  {func() { replace(page, "one", "One"); reseal(t, dir, "1"); forge() }, "verify-edition-changed editions/1/SHA256SUMS"},
		"forged line":      {func() { replace(JournalFile, "v1.0.0", "v1.0.1"); forge() }, "verify-chain editions.json:2"},
		"forged last line": {func() { replace(JournalFile, `"name":"2"`, `"name":"3"`); forge() }, "verify-edition-missing editions/3/SHA256SUMS"},
		"lost edition": {func() {
			lines := strings.SplitAfter(read(JournalFile), "\n")
			writeFile(t, file(JournalFile), lines[0]+"]\n")
			forge()
		}, "verify-lost-edition editions/2/SHA256SUMS"},
		"lost first": {func() {
			lines := strings.SplitAfter(read(JournalFile), "\n")
			writeFile(t, file(JournalFile), "["+lines[1][1:]+"]\n")
			forge()
		}, "verify-chain editions.json:1"},
		"cut journal": {func() { replace(JournalFile, "\n]\n", "\n"); forge() }, "verify-chain editions.json:3"},
		"no journal":  {func() { os.Remove(file(JournalFile)); forge() }, "verify-chain editions.json:"},
		"index without its page": {func() { replace("editions/2/edition.json", `"lang":"fr"`, `"lang":"es"`); reseal(t, dir, "2"); forge() },
			"verify-index editions/2/edition.json"},
		"another digest": {func() {
			replace("editions/2/edition.json", `"edition":"2","permalink":"fr/reports/tides/2/"`, `"edition":"1","permalink":"fr/reports/tides/1/"`)
			reseal(t, dir, "2")
			forge()
		}, "verify-index editions/2/edition.json"},
	} {
		keep := map[string]string{}
		for _, path := range plainFiles(t, dir) {
			keep[path] = read(path)
		}
		c.spoil()
		v := verified(t, dir)
		var got []string
		for _, p := range v.Problems {
			got = append(got, fmt.Sprintf("%s %s:%d", p.Code, p.File, p.Line))
		}
		for want := range strings.SplitSeq(c.want, ", ") {
			if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
				t.Errorf("%s: no %s in %v", name, want, got)
			}
		}
		for _, path := range plainFiles(t, dir) {
			if _, ok := keep[path]; !ok {
				os.Remove(file(path))
			}
		}
		for path, data := range keep {
			if info, err := os.Lstat(file(path)); err != nil || !info.Mode().IsRegular() {
				os.Remove(file(path))
			}
			writeFile(t, file(path), data)
		}
	}
	if v := verified(t, dir); len(v.Problems) > 0 {
		t.Errorf("the test did not clear up: %v", v.Problems)
	}
}

// reseal makes an edition's manifest agree with the files again.
func reseal(t testing.TB, dir, name string) {
	file := filepath.Join(dir, Folder(name), SumsFile)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	if _, err := parseSums(file, bytes.NewReader(data), func(_ int, _, path []byte) {
		data, err := os.ReadFile(filepath.Join(dir, string(path)))
		if err != nil {
			t.Fatal(err)
		}
		sums[string(path)] = sum(data)
	}); err != nil {
		t.Fatal(err)
	}
	writeFile(t, file, string(formatSums(sums)))
}

// sha256sum says the same of a manifest, where the system has it.
func sha256sum(t testing.TB, dir, sums string, want bool) {
	t.Helper()
	if _, err := exec.LookPath("sha256sum"); err != nil {
		t.Log("sha256sum is not installed")
		return
	}
	cmd := exec.Command("sha256sum", "--check", "--strict", "--quiet", sums)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); (err == nil) != want {
		t.Errorf("sha256sum -c %s: %v\n%s", sums, err, out)
	}
}

var bits = flag.Int("bits", 300, "how many bits TestVerifyFindsEveryBit turns")

// One bit turned in any file is found, and the file named; in an archive with a
// withdrawal and a signature too.
func TestVerifyFindsEveryBit(t *testing.T) {
	repo := newBare(t)
	small().publish(t, repo, "1")
	small().with("tides.fr", "un deux TROIS").publish(t, repo, "2")
	r := request(t)
	r.Report = "winds"
	if _, err := mustOpen(t, repo).Withdraw(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	key, _ := newKey(t, "ana@example.org")
	if _, _, err := mustOpen(t, repo).Sign(t.Context(), "withdrawn/1", &Signer{Who: "ana@example.org", Key: key}, false); err != nil {
		t.Fatal(err)
	}
	dir := unpack(t, repo, "archive")
	files := plainFiles(t, dir)
	for range *bits {
		path := files[rand.IntN(len(files))]
		data, err := os.ReadFile(filepath.Join(dir, path))
		if err != nil {
			t.Fatal(err)
		}
		if len(data) == 0 {
			continue
		}
		bit := rand.IntN(8 * len(data))
		turned := bytes.Clone(data)
		turned[bit/8] ^= 1 << (bit % 8)
		writeFile(t, filepath.Join(dir, path), string(turned))
		v, err := Verify(dir, nil)
		if err != nil || len(v.Problems) == 0 || path != SumsFile && !slices.ContainsFunc(v.Problems, func(p report.Problem) bool { return p.File == path }) {
			t.Errorf("bit %d of %s: %+v, %v", bit, path, v, err)
		}
		writeFile(t, filepath.Join(dir, path), string(data))
	}
}

func TestVerifyZip(t *testing.T) {
	dir := published(t)
	pack := func(change func(w *zip.Writer)) string {
		t.Helper()
		file := filepath.Join(t.TempDir(), "archive.zip")
		out, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		w := zip.NewWriter(out)
		for _, path := range plainFiles(t, dir) {
			data, err := os.ReadFile(filepath.Join(dir, path))
			if err != nil {
				t.Fatal(err)
			}
			entry, err := w.Create("archive-main/" + path)
			if err != nil {
				t.Fatal(err)
			}
			entry.Write(data)
		}
		if change != nil {
			change(w)
		}
		w.Close()
		out.Close()
		return file
	}
	if v := verified(t, pack(nil)); len(v.Problems) > 0 || v.Editions != 2 {
		t.Errorf("zip: %+v", v)
	}
	if v := verified(t, pack(func(w *zip.Writer) { w.Create("archive-main/x.html") })); !slices.Equal(codesOf(v.Problems), []string{"verify-extra"}) {
		t.Errorf("zip with more: %+v", v)
	}
	for name, c := range map[string]struct {
		change func(w *zip.Writer)
		want   string
	}{
		"climbs": {func(w *zip.Writer) { w.Create("../evil") }, "verify-zip-name"},
		"twice":  {func(w *zip.Writer) { w.Create("archive-main/index.html") }, "verify-zip-name"},
		"claims much": {func(w *zip.Writer) {
			e, _ := w.CreateRaw(&zip.FileHeader{Name: "archive-main/bomb", Method: zip.Deflate, UncompressedSize64: 1 << 33, CompressedSize64: 8})
			e.Write(make([]byte, 8))
		}, "verify-zip-size"},
	} {
		if _, err := Verify(pack(c.change), nil); !slices.Equal(codes(err), []string{c.want}) {
			t.Errorf("%s: %v", name, err)
		}
	}
	other := filepath.Join(t.TempDir(), "x.zip")
	writeFile(t, other, "PK not a zip")
	if _, err := Verify(other, nil); !slices.Equal(codes(err), []string{"verify-not-zip"}) {
		t.Errorf("not a zip: %v", err)
	}
}

func TestVerifyNothing(t *testing.T) {
	if _, err := Verify(filepath.Join(t.TempDir(), "no"), nil); !slices.Equal(codes(err), []string{"verify-no-such"}) {
		t.Errorf("no such folder: %v", err)
	}
	if _, err := Verify(t.TempDir(), nil); !slices.Equal(codes(err), []string{"verify-no-archive"}) {
		t.Errorf("empty folder: %v", err)
	}
	if _, err := Verify(newRepository(t), nil); !slices.Equal(codes(err), []string{"verify-no-archive"}) {
		t.Errorf("no branch: %v", err)
	}
}

// A clone with the branch checked out is a folder; a folder needs no Git.
func TestVerifyClone(t *testing.T) {
	dir, clone := newBare(t), filepath.Join(t.TempDir(), "clone")
	small().publish(t, dir, "1")
	git(t, dir, "clone", "-q", "-c", "core.autocrlf=true", dir, clone) // as on Windows
	if text := git(t, clone, "config", "core.autocrlf"); text != "true" {
		t.Fatalf("core.autocrlf is %s", text)
	}
	t.Setenv("PATH", t.TempDir())
	if v := verified(t, clone); len(v.Problems) > 0 || v.Editions != 1 {
		t.Errorf("clone: %+v", v)
	}
	h, err := Open(clone, DefaultBranch)
	if err != nil || len(h.Editions) > 0 {
		t.Errorf("without git: %+v, %v", h, err)
	}
}

// large is an archive of about 3,000 files, 18 kB each.
func large(t testing.TB) string {
	l := library{}
	for i := range 250 {
		for _, lang := range []string{"ar", "en", "fr"} {
			l[fmt.Sprintf("report-%03d.%s", i, lang)] = strings.Repeat(fmt.Sprint(i, lang, " "), 2000)
		}
	}
	dir := newBare(t)
	begun := time.Now()
	l.publish(t, dir, "1")
	published := time.Since(begun)
	begun = time.Now()
	l.publish(t, dir, "2")
	t.Logf("publishing %d texts took %s; again, unchanged, %s", len(l), published, time.Since(begun))
	return unpack(t, dir, "archive")
}

func BenchmarkVerify(b *testing.B) {
	dir := large(b)
	for b.Loop() {
		if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 || v.Files < 3000 {
			b.Fatalf("%+v, %v", v, err)
		}
	}
}

func FuzzParseJournal(f *testing.F) {
	journal, _ := addLine(nil, line{Name: "1", Moment: aDay, Sums: strings.Repeat("0", 64)})
	f.Add(journal)
	journal, _ = addLine(journal, line{Name: "2", Previous: sum(journal[:len(journal)-2])})
	f.Add(journal)
	f.Add([]byte("[\n]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, problems := parseJournal(data)
		if len(problems) > 0 {
			return
		}
		// What is sound stays sound with one more line, and keeps its bytes.
		next := line{Name: "9999"}
		if len(lines) > 0 {
			next.Previous = lines[len(lines)-1].hash
		}
		for _, l := range lines {
			if l.Name == next.Name {
				return
			}
		}
		more, err := addLine(data, next)
		if err != nil {
			t.Fatal(err)
		}
		if again, problems := parseJournal(more); len(problems) > 0 || len(again) != len(lines)+1 {
			t.Errorf("%q: %v", more, problems)
		}
		if !bytes.HasPrefix(more, bytes.TrimSuffix(data, []byte("]\n"))) {
			t.Errorf("%q lost bytes of %q", more, data)
		}
	})
}

func FuzzParseSums(f *testing.F) {
	f.Add([]byte(strings.Repeat("a", 64) + "  fr/index.html\n"))
	f.Add([]byte(strings.Repeat("0", 64) + " *../x\n\\"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sums := map[string]string{}
		if _, err := parseSums(SumsFile, bytes.NewReader(data), func(_ int, sum, path []byte) {
			if !filepath.IsLocal(string(path)) {
				t.Errorf("%q leads out", path)
			}
			sums[string(path)] = string(sum)
		}); err != nil {
			return
		}
		problems, err := parseSums(SumsFile, bytes.NewReader(formatSums(sums)), func(_ int, sum, path []byte) {
			if sums[string(path)] != string(sum) {
				t.Errorf("%q came back with another hash", path)
			}
		})
		if err != nil || len(problems) > 0 {
			t.Errorf("what was written cannot be read: %v, %v", problems, err)
		}
	})
}
