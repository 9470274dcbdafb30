package edition

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"rapporteur/tools/internal/report"
)

// Namespace is what editions are signed for: a signature that was made for
// something else, by the same key, says nothing of them.
const Namespace = "rapporteur"

// tagNamespace is Git's, for tags.
const tagNamespace = "git"

// A Signer signs with an SSH key, by way of ssh-keygen. What is signed of an
// edition is its line in editions.json, with its line feed: that holds the hash
// of the edition's manifest and of the line before, so that a signature vouches
// for every earlier edition too.
type Signer struct {
	Who string // as allowed-signers files name people
	Key string // file of the private key, or of the public one if an agent has the other
}

var whoPattern = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z@._+-]{0,99}$`)

// signatureFile returns where a signer's signature of a line stands.
func signatureFile(folder, who string) string { return folder + "signatures/" + who + ".sig" }

// isSignature reports whether path is that of a signature. They come after an
// edition is sealed, and are no part of it.
func isSignature(path string) bool {
	rest, ok := strings.CutPrefix(path, "editions/")
	dir, file := filepath.ToSlash(filepath.Dir(rest)), filepath.Base(rest)
	name, inner := strings.CutSuffix(dir, "/signatures")
	name = strings.TrimPrefix(name, "withdrawn/")
	who, sig := strings.CutSuffix(file, ".sig")
	return ok && inner && sig && IsName(name) && whoPattern.MatchString(who)
}

// sign returns the armoured signature of data.
func (s *Signer) sign(ctx context.Context, namespace string, data []byte) ([]byte, error) {
	if !whoPattern.MatchString(s.Who) {
		return nil, problem("sign-name", "", "Name", s.Who)
	}
	cmd := exec.CommandContext(ctx, "ssh-keygen", "-q", "-Y", "sign", "-f", s.Key, "-n", namespace)
	cmd.Stdin = bytes.NewReader(data)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err == nil && !bytes.HasPrefix(out, []byte("-----BEGIN SSH SIGNATURE-----")) {
		err = errors.New("no signature came")
	}
	if err != nil {
		return nil, problem("sign-failed", s.Key, "Reason", lastLine(stderr.Bytes(), err))
	}
	return out, nil
}

func lastLine(stderr []byte, err error) string {
	text := strings.TrimSpace(string(stderr))
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		text = text[at+1:]
	}
	if text == "" {
		return err.Error()
	}
	return strings.TrimSpace(text)
}

// A Trust says whose signatures count.
type Trust struct {
	Signers   string // an allowed-signers file, as ssh-keygen(1) has it
	Revoked   string // a file of keys that are revoked; may be empty
	Threshold int    // so many different keys must vouch for each edition
}

// A Signature is one that was found good.
type Signature struct {
	Name string // of the edition; withdrawn/1 of a withdrawal
	Who  string
}

// signatures checks every signature of the tree against the lines that they
// are of, and that enough keys vouch for each line: by their signature of it,
// or of a later one, which holds its hash.
func (v *inspection) signatures(t tree, trust *Trust) error {
	data, err := readAll(t, JournalFile)
	if err != nil {
		return nil // chain has said so
	}
	lines, _ := parseJournal(data)
	if trust.Threshold < 1 {
		trust.Threshold = 1
	}
	keys := map[string]bool{}
	told := v.told()
	for n := len(lines) - 1; n >= 0; n-- {
		l := &lines[n]
		prefix := l.folder() + "signatures/"
		for _, path := range sortedKeys(v.sums) {
			who, ok := strings.CutPrefix(path, prefix)
			if !ok || !isSignature(path) || told[path] {
				continue
			}
			who = strings.TrimSuffix(who, ".sig")
			signature, err := readAll(t, path)
			if err != nil {
				return err
			}
			if p := trust.check(path, who, signature, l); p != nil {
				v.add(p)
				continue
			}
			keys[keyOf(signature)] = true
			v.Signatures = append(v.Signatures, Signature{Name: l.label(), Who: who})
		}
		if len(keys) < trust.Threshold {
			v.add(problem("verify-threshold", l.folder()+SumsFile, "Edition", l.label(),
				"Have", itoa(len(keys)), "Need", itoa(trust.Threshold)))
		}
	}
	return nil
}

// check asks ssh-keygen whether who signed the line.
func (trust *Trust) check(path, who string, signature []byte, l *line) *report.Problem {
	fail := func(reason string) *report.Problem {
		return problem("verify-signature", path, "Name", who, "Edition", l.label(), "Reason", reason)
	}
	file, err := os.CreateTemp("", "rapporteur-signature-")
	if err != nil {
		return fail(err.Error())
	}
	defer os.Remove(file.Name())
	_, err = file.Write(signature)
	if err = errors.Join(err, file.Close()); err != nil {
		return fail(err.Error())
	}
	args := []string{"-Y", "verify", "-f", trust.Signers, "-I", who, "-n", Namespace, "-s", file.Name(),
		"-O", "verify-time=" + l.Moment.In(time.UTC).Format("20060102150405Z")}
	if trust.Revoked != "" {
		args = append(args, "-r", trust.Revoked)
	}
	cmd := exec.Command("ssh-keygen", args...)
	cmd.Stdin = bytes.NewReader(l.raw)
	if said, err := cmd.CombinedOutput(); err != nil {
		return fail(lastLine(said, err))
	}
	return nil
}

// keyOf returns the public key in an armoured signature, so that one key under
// two names counts once. The format is OpenSSH's PROTOCOL.sshsig.
func keyOf(armoured []byte) string {
	var text []byte
	for row := range bytes.Lines(armoured) {
		if !bytes.HasPrefix(row, []byte("-----")) {
			text = append(text, bytes.TrimSpace(row)...)
		}
	}
	blob, err := base64.StdEncoding.DecodeString(string(text))
	const head = len("SSHSIG") + 4 // and the version
	if err != nil || len(blob) < head+4 {
		return string(text)
	}
	size := int(binary.BigEndian.Uint32(blob[head:]))
	if size < 0 || size > len(blob)-head-4 {
		return string(text)
	}
	return string(blob[head+4 : head+4+size])
}
