package edition

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"
)

// Options say what Publish publishes.
type Options struct {
	Plan     *Plan
	Site     string                // the folder that was built for the plan; Publish seals it
	Push     bool                  // to the remote origin, branch and tag and nothing else
	Progress func(done, total int) // of the site's files; may be nil
}

// Identity of those whom Git does not know.
const (
	fallbackName  = "Rapporteur"
	fallbackEmail = "rapporteur@localhost"
)

// Publish writes the site as the plan's edition: one commit on the history's
// branch, after the commit that the history was read from, and one tag, both
// or neither. No work tree, index or HEAD is touched. The same plan and site
// give the same commit.
//
// The error is a Problem or a Refusal that names every reason. Whatever fails,
// and whenever the process is killed, the branch is what it was or what it was
// to be.
func Publish(ctx context.Context, o Options) (id string, err error) {
	h := o.Plan.history
	if h.repo == nil {
		return "", problem("publish-no-repository", h.dir)
	}
	w, err := h.begin(ctx)
	if err != nil {
		return "", err
	}
	defer w.end()
	if err := h.ready(ctx, o.Push); err != nil {
		return "", err
	}
	past, err := h.past()
	if err != nil {
		return "", err
	}
	built, err := seal(o.Site, o.Plan, past)
	if err != nil {
		return "", err
	}
	blobs, err := w.blobs(ctx, o.Site, sortedKeys(built), o.Progress)
	if err != nil {
		return "", err
	}
	for path := range past.sealed {
		if blobs[path] == "" {
			blobs[path] = past.ids[path]
		}
	}
	return w.commit(ctx, h, blobs, o.Plan.note(), o.Push)
}

// commit makes the blobs the branch's next commit, and pushes it if told to.
func (w *work) commit(ctx context.Context, h *History, blobs map[string]string, n note, push bool) (string, error) {
	tree, err := w.tree(ctx, blobs)
	if err != nil {
		return "", err
	}
	u, err := w.record(ctx, h, tree, n)
	if err != nil {
		return "", err
	}
	return u.commit, w.swap(ctx, u, func() error {
		if !push {
			return nil
		}
		return h.repo.push(ctx, u)
	})
}

// ready says at once what would only fail at the end.
func (h *History) ready(ctx context.Context, push bool) error {
	out, err := h.repo.run(ctx, nil, "worktree", "list", "--porcelain")
	if err != nil {
		return err
	}
	for text := range strings.Lines(string(out)) {
		if strings.TrimSpace(text) == "branch "+h.branch {
			return problem("publish-checked-out", "", "Branch", h.name())
		}
	}
	if now, err := h.repo.value(ctx, h.branch); err != nil || now != h.old {
		if err == nil {
			err = problem("publish-raced", "", "Branch", h.name())
		}
		return err
	}
	if push {
		if _, err := h.repo.run(ctx, nil, "remote", "get-url", remoteName); err != nil {
			return problem("publish-no-remote", "", "Remote", remoteName)
		}
	}
	return nil
}

// blobs stores the site's files and returns their ids by path. No filter and
// no line ending of the user's is applied.
func (w *work) blobs(ctx context.Context, site string, paths []string, progress func(done, total int)) (map[string]string, error) {
	site, err := filepath.Abs(site)
	if err != nil {
		return nil, err
	}
	args := []string{"hash-object", "-w", "--no-filters", "--stdin-paths"}
	if err := w.repo.before("git hash-object"); err != nil {
		return nil, err
	}
	cmd := w.repo.command(ctx, args...)
	var names, stderr bytes.Buffer
	for _, path := range paths {
		names.WriteString(filepath.Join(site, filepath.FromSlash(path)))
		names.WriteByte('\n')
	}
	cmd.Stdin, cmd.Stderr = &names, &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, gitProblem(args, nil, err)
	}
	ids := make(map[string]string, len(paths))
	s := bufio.NewScanner(out)
	for s.Scan() && len(ids) < len(paths) {
		ids[paths[len(ids)]] = s.Text()
		if progress != nil {
			progress(len(ids), len(paths))
		}
	}
	io.Copy(io.Discard, out)
	if err := cmd.Wait(); err != nil {
		return nil, gitProblem(args, stderr.Bytes(), err)
	}
	if len(ids) != len(paths) {
		return nil, gitProblem(args, nil, io.ErrUnexpectedEOF)
	}
	return ids, nil
}

// tree stores the folder that holds the blobs at their paths, by way of an
// index of its own.
func (w *work) tree(ctx context.Context, blobs map[string]string) (string, error) {
	var records bytes.Buffer
	for _, path := range sortedKeys(blobs) {
		fmt.Fprintf(&records, "100644 %s\t%s\x00", blobs[path], path)
	}
	if _, err := w.indexed(ctx, &records, "update-index", "-z", "--index-info"); err != nil {
		return "", err
	}
	return w.indexed(ctx, nil, "write-tree")
}

func (w *work) indexed(ctx context.Context, stdin io.Reader, args ...string) (string, error) {
	cmd := w.repo.command(ctx, args...)
	cmd.Env = append(cmd.Env, "GIT_INDEX_FILE="+filepath.Join(w.dir, "index"))
	cmd.Stdin = stdin
	out, err := w.repo.output(cmd, args)
	return strings.TrimSpace(string(out)), err
}

// A note is what the commit and the tag of an edition or a withdrawal say.
type note struct {
	tag    string // empty: there is none
	title  string
	fields []string // key and value, a line each
	moment time.Time
	signer *Signer // of the tag; may be nil
}

func (p *Plan) note() note {
	return note{Tag(p.Name), "Edition " + p.Name,
		[]string{"Moment: " + p.Moment.Format(time.RFC3339), "Source: " + p.Source, "Tool: " + p.Tool}, p.Moment, p.Signer}
}

// record stores the commit and the tag. They are written out here, not by git
// commit-tree, so that no setting of the user's signs, encodes or dates them.
func (w *work) record(ctx context.Context, h *History, tree string, n note) (update, error) {
	u := update{branch: h.branch, old: h.old}
	name, err := w.repo.config(ctx, "user.name", fallbackName)
	if err != nil {
		return u, err
	}
	email, err := w.repo.config(ctx, "user.email", fallbackEmail)
	if err != nil {
		return u, err
	}
	who := fmt.Sprintf("%s <%s> %d +0000", name, email, n.moment.Unix())
	words := n.title + "\n\n" + strings.Join(n.fields, "\n") + "\n"
	parent := ""
	if h.tip != "" {
		parent = "parent " + h.tip + "\n"
	}
	u.commit, err = w.object(ctx, "commit", fmt.Sprintf("tree %s\n%sauthor %s\ncommitter %s\n\n%s", tree, parent, who, who, words))
	if err != nil || n.tag == "" {
		return u, err
	}
	text := fmt.Sprintf("object %s\ntype commit\ntag %s\ntagger %s\n\n%s", u.commit, n.tag, who, words)
	if n.signer != nil { // as git tag --sign does with gpg.format=ssh
		signature, err := n.signer.sign(ctx, tagNamespace, []byte(text))
		if err != nil {
			return u, err
		}
		text += string(signature)
	}
	u.tag = "refs/tags/" + n.tag
	u.tagged, err = w.object(ctx, "tag", text)
	return u, err
}

func (w *work) object(ctx context.Context, kind, text string) (string, error) {
	out, err := w.repo.run(ctx, strings.NewReader(text), "hash-object", "-w", "-t", kind, "--stdin")
	return strings.TrimSpace(string(out)), err
}
