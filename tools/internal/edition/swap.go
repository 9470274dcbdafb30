package edition

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// An update is what publishing does to the references: branch goes from old to
// commit, and tag, if there is one, comes to be.
type update struct{ branch, old, commit, tag, tagged string }

// noTag stands in the swap file where there is no tag.
const noTag = "-"

// swap makes the update if the references are still what they were, after
// between has succeeded while they are locked.
func (w *work) swap(ctx context.Context, u update, between func() error) error {
	plan := fmt.Sprintf("%s %s\n%s %s\n", u.branch, u.commit, cmp.Or(u.tag, noTag), cmp.Or(u.tagged, noTag))
	if err := w.repo.before("write " + swapFile); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(w.dir, swapFile), []byte(plan), 0o644); err != nil {
		return err
	}
	if err := w.repo.before("git update-ref"); err != nil {
		return err
	}
	// It is never killed from here: it must take its locks away itself.
	cmd := w.repo.command(context.WithoutCancel(ctx), "update-ref", "--stdin")
	if w.lock != nil {
		cmd.ExtraFiles = []*os.File{w.lock}
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return gitProblem([]string{"update-ref"}, nil, err)
	}
	answers := bufio.NewReader(out)
	say := func(words string, answer string) error {
		if _, err := io.WriteString(in, words); err != nil {
			return err
		}
		for {
			got, err := answers.ReadString('\n')
			if err != nil || got == answer {
				return err
			}
		}
	}
	old := u.old
	if old == "" {
		old = strings.Repeat("0", len(u.commit))
	}
	committed := false
	words := fmt.Sprintf("start\nupdate %s %s %s\n", u.branch, u.commit, old)
	if u.tag != "" {
		words += fmt.Sprintf("create %s %s\n", u.tag, u.tagged)
	}
	err = say(words+"prepare\n", "prepare: ok\n")
	prepared := err == nil
	if prepared {
		if err = w.repo.before("commit"); err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = between()
		}
		if err == nil {
			committed = say("commit\n", "commit: ok\n") == nil
		}
	}
	in.Close()
	exit := cmd.Wait()
	switch {
	case committed:
		return nil
	case !prepared:
		return w.lost(ctx, u, stderr.Bytes(), errors.Join(err, exit))
	case err != nil:
		return err
	}
	return gitProblem([]string{"update-ref"}, stderr.Bytes(), errors.Join(exit, io.ErrUnexpectedEOF))
}

// lost tells why the references could not be locked: most often because another
// publisher was first.
func (w *work) lost(ctx context.Context, u update, stderr []byte, err error) error {
	now, e := w.repo.value(ctx, u.branch)
	tag, f := "", error(nil)
	if u.tag != "" {
		tag, f = w.repo.value(ctx, u.tag)
	}
	if e == nil && f == nil && (now != u.old || tag != "") || bytes.Contains(stderr, []byte(".lock'")) {
		return problem("publish-raced", "", "Branch", short(u.branch))
	}
	return gitProblem([]string{"update-ref"}, stderr, err)
}

// value returns what a reference holds; nothing if there is none.
func (r *repository) value(ctx context.Context, ref string) (string, error) {
	out, err := r.run(ctx, nil, "for-each-ref", "--format=%(objectname)", ref)
	return strings.TrimSpace(string(out)), err
}

// push sends branch and tag, both or neither, without a hook of the user's.
func (r *repository) push(ctx context.Context, u update) error {
	args := []string{"push", "--atomic", "--porcelain", "--no-verify", "--no-follow-tags", "--no-signed",
		"--recurse-submodules=no", remoteName, u.commit + ":" + u.branch}
	if u.tag != "" {
		args = append(args, u.tagged+":"+u.tag)
	}
	out, err := r.run(ctx, nil, args...)
	if err != nil && bytes.Contains(out, []byte("[rejected]")) {
		return problem("publish-push-raced", "", "Branch", short(u.branch), "Remote", remoteName)
	}
	return err
}
