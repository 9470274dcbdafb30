package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// decode gives a text as UTF-8 in normal form C with line ends \n. What is
// valid UTF-8 is UTF-8, whatever statistics say; what is not is Windows-1252,
// the one other encoding that reports in the archive's languages were found in.
func decode(data []byte) (text, encoding string) {
	encoding = "utf-8"
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		encoding = "utf-16"
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		data, _ = decoder.Bytes(data) // what cannot be read becomes U+FFFD
	}
	if !utf8.Valid(data) {
		encoding = "windows-1252"
		data, _ = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	s, twice := decodeTwice(string(data))
	if twice {
		encoding += " twice"
	}
	s = norm.NFC.String(s)
	return lineEnds.Replace(s), encoding
}

// lineEnds are those of other systems. A soft hyphen and a byte order mark in
// the text are marks that no reader sees, and are dropped.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\v", "\n",
	"\u00ad", "", "\ufeff", "", "\x00", "")
