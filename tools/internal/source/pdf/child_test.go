package pdf

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"rapporteur/tools/internal/report"
)

// A child that is gone when it is asked, as one that the system has ended, is
// none of the file's doing.
func TestChildGone(t *testing.T) {
	text := &paper{}
	text.put(plain, 10, 70, 700, "A text of some words that anybody may read.")
	text.read(t)
	for range maxChildren {
		select {
		case c := <-idle:
			c.process.Process.Kill()
			idle <- c
		default:
		}
	}
	text.read(t)
}

// A file that has to be stopped leaves the one that is read beside it, and
// those after it, as they are; what is wrong is said of it alone.
func TestNeighbours(t *testing.T) {
	text := &paper{}
	text.put(plain, 10, 70, 700, "A text of some words that anybody may read.")
	want, good, bad := text.read(t), text.bytes(), endless()
	var readers sync.WaitGroup
	readers.Go(func() {
		ctx, stop := context.WithTimeout(context.Background(), time.Second)
		defer stop()
		_, err := Read(ctx, "bad.pdf", bad)
		if p, ok := err.(*report.Problem); !ok || p.Code != "source-time" || p.File != "bad.pdf" {
			t.Errorf("got %v", err)
		}
	})
	for i := range 20 {
		if i == 10 {
			readers.Wait()
		}
		d, err := Read(context.Background(), fmt.Sprintf("good%d.pdf", i), good)
		if err != nil {
			t.Fatalf("after %d: %v", i, err)
		}
		if got := short(d); got != want {
			t.Errorf("after %d: got %q", i, got)
		}
	}
}

// Where the order of characters may be turned, each is asked for its object.
func TestObjects(t *testing.T) {
	for _, c := range []struct {
		text  string
		ahead bool
	}{{"An ordinary text – with a dash • and 中文", true}, {"نص", false}, {"a\u200fb", false}, {"\U0001d400", false}} {
		if got := (&file{}).objectsOf(0, []rune(c.text)).ahead; got != c.ahead {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}
