package edition

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
)

// A commit is the tree of a commit.
type commit struct {
	repo    *repository
	id      string
	objects *reader
	blobs   map[string]string
}

func (r *repository) tree(id string) (*commit, error) {
	objects, err := r.reader()
	if err != nil {
		return nil, err
	}
	return &commit{repo: r, id: id, objects: objects}, nil
}

func (c *commit) list() ([]entry, error) {
	out, err := c.repo.run(context.Background(), nil, "ls-tree", "-r", "-z", "--full-tree", c.id)
	if err != nil {
		return nil, err
	}
	c.blobs = map[string]string{}
	var entries []entry
	for record := range bytes.SplitSeq(bytes.TrimSuffix(out, []byte{0}), []byte{0}) {
		head, path, _ := strings.Cut(string(record), "\t")
		mode, rest, _ := strings.Cut(head, " ")
		_, id, ok := strings.Cut(rest, " ")
		if !ok {
			continue
		}
		c.blobs[path] = id
		entries = append(entries, entry{path: path, plain: strings.HasPrefix(mode, "100"), id: id})
	}
	return entries, nil
}

func (c *commit) open(path string) (io.ReadCloser, error) {
	name := c.id + ":" + path
	if id := c.blobs[path]; id != "" {
		name = id
	}
	data, err := c.objects.read(name)
	if err != nil {
		return nil, err
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

func (c *commit) close() error { return c.objects.close() }

// A reader hands out the objects of a repository, one git for all of them.
type reader struct {
	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

var errGone = errors.New("git has no such object")

// reader starts a git that hands out objects until it is closed.
func (r *repository) reader() (*reader, error) {
	if err := r.before("git cat-file"); err != nil {
		return nil, err
	}
	cmd := r.command(context.Background(), "cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, gitProblem([]string{"cat-file"}, nil, err)
	}
	return &reader{cmd: cmd, in: in, out: bufio.NewReaderSize(out, 64<<10)}, nil
}

// read returns the object of that name, or errGone.
func (o *reader) read(name string) ([]byte, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if _, err := io.WriteString(o.in, name+"\n"); err != nil {
		return nil, err
	}
	head, err := o.out.ReadString('\n')
	if err != nil {
		return nil, gitProblem([]string{"cat-file"}, nil, err)
	}
	if strings.HasSuffix(head, " missing\n") {
		return nil, errGone
	}
	var id, kind string
	var size int64
	if n, _ := fmt.Sscanf(head, "%s %s %d\n", &id, &kind, &size); n != 3 {
		return nil, gitProblem([]string{"cat-file"}, []byte(head), nil)
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(o.out, data); err != nil {
		return nil, err
	}
	return data[:size], nil
}

func (o *reader) close() error {
	o.in.Close()
	return o.cmd.Wait()
}
