package site

import "golang.org/x/sys/unix"

// swap exchanges two names at one stroke.
func swap(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
