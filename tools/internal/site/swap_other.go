//go:build !linux

package site

import "errors"

// swap is Linux's; elsewhere the old site is moved aside first.
func swap(a, b string) error { return errors.ErrUnsupported }
