//go:build !linux

package site

import "errors"

// exchange is Linux's; elsewhere the old site is moved aside first.
func exchange(a, b string) error { return errors.ErrUnsupported }
