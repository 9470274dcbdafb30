// Package rapporteur is what the binary carries, so that one file is enough to
// read any archive and to begin one: the messages of the tool, and what a new
// archive is given.
package rapporteur

import "embed"

// Messages holds i18n/<lang>.toml.
//
//go:embed i18n/*.toml
var Messages embed.FS

// Pages holds layouts/ and assets/: how the pages of a new archive look.
//
//go:embed all:layouts all:assets
var Pages embed.FS
