package archive

import "fmt"

// A tally counts what is called stale against what is.
type tally struct{ fresh, calledStale, stale, calledFresh int }

func (c *tally) add(stale, called bool) {
	switch {
	case stale:
		c.stale++
		if !called {
			c.calledFresh++
		}
	default:
		c.fresh++
		if called {
			c.calledStale++
		}
	}
}

// wrong is the share of what is fresh that is called stale, and of what is
// stale that is called fresh.
func (c *tally) wrong() (falseStale, falseFresh float64) {
	return float64(c.calledStale) / float64(max(1, c.fresh)), float64(c.calledFresh) / float64(max(1, c.stale))
}

func (c *tally) String() string {
	s, f := c.wrong()
	return fmt.Sprintf("false stale %d of %d (%.2f %%), false fresh %d of %d (%.2f %%)", c.calledStale, c.fresh, 100*s, c.calledFresh, c.stale, 100*f)
}
