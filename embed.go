// Package rapporteur is what the binary carries, so that one file is enough to
// read any archive: the messages of the tool.
package rapporteur

import "embed"

// Messages holds i18n/<lang>.toml.
//
//go:embed i18n/*.toml
var Messages embed.FS
