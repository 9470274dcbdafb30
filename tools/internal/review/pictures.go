package review

import (
	"bytes"
	"context"
	"encoding/base64"
	"html/template"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"sync"
	"time"

	"rapporteur/tools/internal/source/pdf"
)

// What the pictures of a review may cost. At this resolution the type of a
// report can be read when a picture is enlarged.
const (
	dotsPerInch = 110
	maxPictures = 120
	maxBytes    = 24 << 20         // of all pictures
	maxDrawing  = 10 * time.Second // of one picture
	maxTime     = 90 * time.Second // for all pictures
)

// A picture is a page of a PDF as it is shown, with the places in it at which
// the import did something.
type picture struct {
	Address       template.URL
	Width, Height int
	Spots         []spot
}

// A spot is a place in a picture, in hundredths.
type spot struct {
	X, Y, W, H string
	Action     string
	Number     int
	Title      string
}

// pictures puts the pictures of pages into the rows, two at a time, until
// there are enough. It gives how many there are, and how many pages where that
// is more.
func (d *desk) pictures(ctx context.Context) (shown, of int) {
	var work sync.WaitGroup
	ctx, stop := context.WithTimeout(ctx, maxTime)
	defer stop()
	total := 0
	for i := 0; i < min(len(d.rows), maxPictures) && total < maxBytes && ctx.Err() == nil; i += 2 {
		sizes := [2]int{}
		for k := i; k < min(i+2, len(d.rows)); k++ {
			work.Go(func() {
				ctx, stop := context.WithTimeout(ctx, maxDrawing)
				defer stop()
				data, err := pdf.PagePNG(ctx, d.File, d.Data, k+1, dotsPerInch)
				if err == nil {
					d.rows[k].Picture, sizes[k-i] = compressed(data)
				}
			})
		}
		work.Wait()
		total += sizes[0] + sizes[1]
	}
	for i := range d.rows {
		if p := d.rows[i].Picture; p != nil {
			p.spots(d.rows[i].Pieces)
			shown++
		}
	}
	if shown < len(d.rows) {
		of = len(d.rows)
	}
	return shown, of
}

// compressed is a picture in the smaller of two forms: sixteen greys, if it
// has no colour, or JPEG.
func compressed(data []byte) (*picture, int) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, 0
	}
	kind, out := "jpeg", new(bytes.Buffer)
	if grey := greys(img); grey != nil {
		kind = "png"
		err = png.Encode(out, grey)
	} else {
		err = jpeg.Encode(out, img, &jpeg.Options{Quality: 62})
	}
	if err != nil {
		return nil, 0
	}
	b := img.Bounds()
	return &picture{
		Address: template.URL("data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(out.Bytes())),
		Width:   b.Dx(), Height: b.Dy(),
	}, out.Len()
}

// greys is a picture in sixteen greys, or nil where a hundredth of it has
// colour.
func greys(img image.Image) *image.Paletted {
	src, ok := img.(*image.NRGBA)
	var at func(x, y int) (r, g, b uint8)
	if ok {
		at = func(x, y int) (r, g, b uint8) {
			i := src.PixOffset(x, y)
			return src.Pix[i], src.Pix[i+1], src.Pix[i+2]
		}
	} else if src, ok := img.(*image.RGBA); ok {
		at = func(x, y int) (r, g, b uint8) {
			i := src.PixOffset(x, y)
			return src.Pix[i], src.Pix[i+1], src.Pix[i+2]
		}
	} else {
		return nil
	}
	palette := make(color.Palette, 16)
	for i := range palette {
		palette[i] = color.Gray{Y: uint8(i * 17)}
	}
	b := img.Bounds()
	out := image.NewPaletted(b, palette)
	coloured, enough := 0, b.Dx()*b.Dy()/100
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := out.Pix[(y-b.Min.Y)*out.Stride:]
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl := at(x, y)
			if max(r, g, bl)-min(r, g, bl) > 24 {
				if coloured++; coloured > enough {
					return nil
				}
			}
			row[x-b.Min.X] = uint8((int(r)*299 + int(g)*587 + int(bl)*114) * 15 / 255000)
		}
	}
	return out
}

// spots marks in a picture the pieces that have marks.
func (p *picture) spots(pieces []piece) {
	for i := range pieces {
		q := &pieces[i]
		if len(q.marks) == 0 || q.box[2] <= q.box[0] || q.box[3] <= q.box[1] {
			continue
		}
		number := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
		m := q.marks[0]
		p.Spots = append(p.Spots, spot{
			X: number(q.box[0]), Y: number(q.box[1]), W: number(q.box[2] - q.box[0]), H: number(q.box[3] - q.box[1]),
			Action: m.action, Number: m.note, Title: m.title,
		})
	}
}
