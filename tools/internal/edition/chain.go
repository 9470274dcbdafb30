package edition

import "strings"

// chain holds editions.json against itself, and each edition's manifest and
// index against the files that there are.
func (v *inspection) chain(t tree) error {
	if v.sums[JournalFile] == "" {
		v.add(problem("verify-chain", JournalFile, "Reason", "missing"))
		return nil
	}
	data, err := readAll(t, JournalFile)
	if err != nil {
		return err
	}
	lines, problems := parseJournal(data)
	v.Problems = append(v.Problems, problems...)
	if err := v.withdrawals(t, lines); err != nil {
		return err
	}
	known := map[string]bool{}
	digests := map[string]string{}
	folders := map[string]bool{}
	for _, l := range lines {
		v.Head = l.hash
		if l.Withdrawal > 0 {
			folders[l.folder()] = true
			continue
		}
		known[l.Name] = true
		v.Editions++
		covered, err := v.manifest(t, l)
		if err != nil {
			return err
		}
		if covered != nil {
			v.index(t, l, covered, digests)
			folders[Folder(l.Name)] = true
		}
	}
	for path := range v.sums {
		rest, ok := strings.CutPrefix(path, "editions/")
		name, file, deeper := strings.Cut(rest, "/")
		if ok && deeper && file == SumsFile && !known[name] && IsName(name) {
			v.add(problem("verify-lost-edition", path, "Edition", name))
		}
	}
	for permalink := range digests {
		folders[permalink] = true
	}
	for path := range v.sums {
		if !v.sealed[path] && !isSignature(path) && inside(path, folders) {
			v.add(problem("verify-unsealed", path))
		}
	}
	v.Frozen = len(v.sealed)
	return nil
}

// manifest holds an edition's SHA256SUMS against the files, and returns the
// paths that it covers, or nil if there is none. What the root's manifest has
// told of a file already is not told again.
func (v *inspection) manifest(t tree, l line) (map[string]bool, error) {
	file := Folder(l.Name) + SumsFile
	v.sealed[file] = true
	if v.sums[file] == "" {
		v.add(problem("verify-edition-missing", file, "Edition", l.Name))
		return nil, nil
	}
	if v.sums[file] != l.Sums {
		v.add(problem("verify-edition-changed", file, "Edition", l.Name))
	}
	f, err := t.open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	told := v.told()
	covered := map[string]bool{}
	problems, err := parseSums(file, f, func(n int, want, path []byte) {
		have, ok := v.sums[string(path)]
		if ok {
			covered[string(path)] = true
			v.sealed[string(path)] = true
		}
		if have != string(want) && (have == "" || have != v.tombstones[string(path)]) && !told[string(path)] {
			v.add(problem("verify-sealed", string(path), "Edition", l.Name))
		}
	})
	v.Problems = append(v.Problems, problems...)
	return covered, err
}

// told is the files that have a problem already.
func (v *inspection) told() map[string]bool {
	told := make(map[string]bool, len(v.Problems))
	for i := range v.Problems {
		told[v.Problems[i].File] = true
	}
	return told
}

// index holds edition.json against its line in the chain, against the files
// that the edition covers, and against the digests that earlier editions gave
// the texts that it did not change.
func (v *inspection) index(t tree, l line, covered map[string]bool, digests map[string]string) {
	file := Folder(l.Name) + indexFile
	fail := func(reason string) { v.add(problem("verify-index", file, "Edition", l.Name, "Reason", reason)) }
	if !covered[file] {
		fail("not sealed")
		return
	}
	data, err := readAll(t, file)
	if err != nil {
		fail(err.Error())
		return
	}
	x, err := parseIndex(data)
	if err != nil {
		fail(err.Error())
		return
	}
	last := v.latest
	v.texts, v.latest = x.after(v.texts), l.Name
	switch {
	case x.Format != l.Format, x.Name != l.Name, !x.Moment.Equal(l.Moment), x.Source != l.Source, x.Tool != l.Tool, len(v.texts) != l.Texts:
		fail("not what " + JournalFile + " says")
	case l.Format > 1 && last != "" && !covered[Folder(last)+SumsFile]:
		fail("does not lead to edition " + last)
	}
	for _, text := range x.Texts {
		_, old := digests[text.Permalink]
		switch {
		case !covered[text.Permalink+"index.html"] && (l.Format < 2 || !old):
			fail("no page at " + text.Permalink)
		case !old && text.Edition == l.Name:
			digests[text.Permalink] = text.Digest
		}
		if digests[text.Permalink] != text.Digest {
			fail("another digest than edition " + text.Edition + " gave " + text.Permalink)
		}
	}
}
