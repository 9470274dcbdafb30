//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package edition

import (
	"os"
	"syscall"
)

// lock takes the lock of a git directory, which is a lock on the folder itself
// and leaves no file. It ends with the last process that has it open. busy
// means that another publisher has it; a nil file that there are no such locks
// here, as on some network file systems.
func lock(dir string) (f *os.File, busy bool) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, false
	}
	switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err {
	case nil:
		return f, false
	case syscall.EWOULDBLOCK:
		f.Close()
		return nil, true
	default:
		f.Close()
		return nil, false
	}
}
