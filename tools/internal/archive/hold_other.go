//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package archive

// Without locks that end with their process nothing can be taken for abandoned.

func hold(name string) (release func(), ok bool) { return func() {}, true }

func removeAbandoned(name string) {}
