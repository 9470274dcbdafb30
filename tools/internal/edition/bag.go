package edition

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rapporteur/tools/internal/archive"
)

// Bag writes one edition of a copy as a BagIt bag (RFC 8493) into the folder
// out, which must not exist: the frozen page of each of its texts, its own
// pages, and the assets that they lean on, below data/ at their paths. It
// refuses a copy that is not as it was sealed. It returns how many files the
// payload has.
func Bag(path, name, out, tool string) (int, error) {
	if _, err := os.Lstat(out); err == nil {
		return 0, problem("bag-taken", out)
	}
	t, err := openTree(path)
	if err != nil {
		return 0, err
	}
	defer t.close()
	v, err := inspect(t)
	if err != nil {
		return 0, err
	}
	if err := refuse(v.Problems); err != nil {
		return 0, err
	}
	l, files, err := v.payload(t, name)
	if err != nil {
		return 0, err
	}
	out, err = filepath.Abs(out)
	if err != nil {
		return 0, err
	}
	work, done, err := archive.TempDir(filepath.Dir(out))
	if err != nil {
		return 0, err
	}
	defer done()
	bag := filepath.Join(work, "bag")
	var octets int64
	payload := map[string]string{}
	for path, sum := range files {
		n, err := copyOut(t, path, filepath.Join(bag, "data", filepath.FromSlash(path)))
		if err != nil {
			return 0, err
		}
		octets += n
		payload["data/"+path] = sum
	}
	tags := map[string]string{}
	for _, tag := range []struct{ name, text string }{
		{"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
		{"bag-info.txt", fmt.Sprintf("Bag-Software-Agent: rapporteur %s\nBagging-Date: %s\nExternal-Identifier: %s\nInternal-Sender-Identifier: %s\nPayload-Oxum: %d.%d\n",
			tool, l.Moment.Format(time.DateOnly), l.Name, l.hash, octets, len(files))},
		{"manifest-sha256.txt", string(formatSums(payload))},
		{"tagmanifest-sha256.txt", ""},
	} {
		if tag.text == "" {
			tag.text = string(formatSums(tags))
		}
		tags[tag.name] = sum([]byte(tag.text))
		if err := os.WriteFile(filepath.Join(bag, tag.name), []byte(tag.text), 0o644); err != nil {
			return 0, err
		}
	}
	return len(files), os.Rename(bag, out)
}

// payload returns an edition's line and the files that make it up, each with
// its SHA-256 as it stands.
func (v *inspection) payload(t tree, name string) (*line, map[string]string, error) {
	journal, err := readAll(t, JournalFile)
	if err != nil {
		return nil, nil, err
	}
	lines, _ := parseJournal(journal)
	files := map[string]string{}
	var texts []Text
	for i := range lines {
		l := &lines[i]
		if l.Withdrawal > 0 {
			continue
		}
		data, err := readAll(t, Folder(l.Name)+indexFile)
		if err != nil {
			return nil, nil, err
		}
		x, err := parseIndex(data)
		if err != nil {
			return nil, nil, err
		}
		texts = x.after(texts)
		f, err := t.open(Folder(l.Name) + SumsFile)
		if err != nil {
			return nil, nil, err
		}
		_, err = parseSums(l.Name, f, func(_ int, _, path []byte) { files[string(path)] = v.sums[string(path)] })
		f.Close()
		if err != nil {
			return nil, nil, err
		}
		if l.Name != name {
			continue
		}
		own := map[string]bool{Folder(name): true}
		for _, text := range texts {
			own[text.Permalink] = true
		}
		for path := range files {
			if !inside(path, own) && !strings.HasPrefix(path, "assets/") {
				delete(files, path)
			}
		}
		files[Folder(name)+SumsFile] = v.sums[Folder(name)+SumsFile]
		return l, files, nil
	}
	return nil, nil, problem("rebuild-unknown", "", "Edition", name, "Branch", DefaultBranch)
}

// copyOut writes a file of the tree to a new file, and returns its size.
func copyOut(t tree, path, to string) (int64, error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return 0, err
	}
	in, err := t.open(path)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	file, err := os.Create(to)
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(file, in)
	if e := file.Close(); err == nil {
		err = e
	}
	return n, err
}
