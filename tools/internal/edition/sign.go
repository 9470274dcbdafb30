package edition

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"strconv"
	"time"
)

func itoa(n int) string { return strconv.Itoa(n) }

// label is what people call a line: the edition's name, or withdrawn/1.
func (l *line) label() string {
	if l.Withdrawal > 0 {
		return "withdrawn/" + itoa(l.Withdrawal)
	}
	return l.Name
}

// Signer returns who signs with key: who, or else the address that Git knows
// the user by.
func (h *History) Signer(ctx context.Context, key, who string) (*Signer, error) {
	if who == "" && h.repo != nil {
		var err error
		if who, err = h.repo.config(ctx, "user.email", fallbackEmail); err != nil {
			return nil, err
		}
	}
	return &Signer{Who: who, Key: key}, nil
}

// Sign adds a signature of the edition name, or of withdrawn/1, to the branch,
// in one commit, and returns that and the signature's file.
func (h *History) Sign(ctx context.Context, name string, s *Signer, push bool) (commit, file string, err error) {
	if h.repo == nil {
		return "", "", problem("publish-no-repository", h.dir)
	}
	if err := h.standingOnly(); err != nil {
		return "", "", err
	}
	var signed *line
	for i := range h.lines {
		if h.lines[i].label() == name {
			signed = &h.lines[i]
		}
	}
	if signed == nil {
		return "", "", problem("rebuild-unknown", "", "Edition", name, "Branch", h.name())
	}
	signature, err := s.sign(ctx, Namespace, signed.raw)
	if err != nil {
		return "", "", err
	}
	w, err := h.begin(ctx)
	if err != nil {
		return "", "", err
	}
	defer w.end()
	if err := h.ready(ctx, push); err != nil {
		return "", "", err
	}
	past, err := h.past()
	if err != nil {
		return "", "", err
	}
	file = signatureFile(signed.folder(), s.Who)
	sums := maps.Clone(past.sums)
	delete(sums, SumsFile)
	sums[file] = sum(signature)
	site := filepath.Join(w.dir, "signature")
	if err := errors.Join(h.write(site, file, signature), h.write(site, SumsFile, formatSums(sums))); err != nil {
		return "", "", err
	}
	blobs, err := w.blobs(ctx, site, []string{file, SumsFile}, nil)
	if err != nil {
		return "", "", err
	}
	all := maps.Clone(past.ids)
	maps.Copy(all, blobs)
	// At the moment of the edition, so that the same signature is the same commit.
	commit, err = w.commit(ctx, h, all, note{title: "Signature of " + name, fields: []string{"Signer: " + s.Who, "Moment: " + signed.Moment.Format(time.RFC3339)},
		moment: signed.Moment}, push)
	return commit, file, err
}

// keepSignatures takes over the signatures that the branch has.
func keepSignatures(past *past) {
	for path := range past.sums {
		if isSignature(path) {
			past.sealed[path] = true
		}
	}
}
