package archive

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// What is written stands under a hidden name until it is whole. The name has
// the number of the process, so that what a killed one left can be told from
// what another is writing now.
const tempPrefix = ".rapporteur-"

func tempPattern(base string) string {
	return fmt.Sprintf("%s%d-%s-*", tempPrefix, os.Getpid(), base)
}

// TempDir makes a folder in parent, on the same file system as what stands
// there, and gives the function that removes it.
func TempDir(parent string) (dir string, done func(), err error) {
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return "", nil, err
	}
	sweep(parent)
	dir, err = os.MkdirTemp(parent, tempPattern("build"))
	if err != nil {
		return "", nil, err
	}
	return dir, func() { os.RemoveAll(dir) }, nil
}

// sweep removes from dir what processes left that run no more.
func sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, tempPrefix+"*"))
	for _, name := range left {
		number, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(name), tempPrefix), "-")
		if pid, err := strconv.Atoi(number); err == nil && pid != os.Getpid() && !alive(pid) {
			os.RemoveAll(name)
		}
	}
}
