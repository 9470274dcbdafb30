//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package archive

import (
	"os"
	"syscall"
)

// hold locks a temporary file or folder until release is called or the process
// ends, however it ends. It reports false where somebody swept the thing away
// before it was held.
func hold(name string) (release func(), ok bool) {
	f, err := os.Open(name)
	if err != nil {
		return nil, false
	}
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX) != nil {
		// Some network file systems have no locks: nothing is swept there either.
		return func() { f.Close() }, true
	}
	mine, err := f.Stat()
	if err == nil {
		var there os.FileInfo
		if there, err = os.Stat(name); err == nil && os.SameFile(mine, there) {
			return func() { f.Close() }, true
		}
	}
	f.Close()
	return nil, false
}

// removeAbandoned removes the thing if no process holds it.
func removeAbandoned(name string) {
	f, err := os.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
		os.RemoveAll(name)
	}
}
