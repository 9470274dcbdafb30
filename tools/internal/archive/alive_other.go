//go:build !unix

package archive

// alive cannot be known here, so that nothing is taken for abandoned.
func alive(pid int) bool { return true }
