package pdf

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"time"
	"unicode/utf16"

	lib "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// maxMemory is how much a document may take in PDFium, in pages of 64 KiB.
const maxMemory = 8192

// A pdfium is an instance of PDFium. Its functions are called directly: the
// library's own calls look up names, take memory and make records, which for
// some ten thousand characters costs more than all the reading.
type pdfium struct {
	module  api.Module
	memory  api.Memory
	named   map[string]api.Function
	stack   [16]uint64
	scratch uint32 // scratchSize bytes for what functions give back
	failed  error  // the first failure; after it every call gives zero
}

const scratchSize = 64 << 10

// A library is PDFium compiled, of which a document takes one instance or two.
type library struct {
	pool      pooled
	instances []*pdfium
}

type pooled interface {
	GetInstance(timeout time.Duration) (lib.Pdfium, error)
}

// maxInstances is how many pages are read at a time.
const maxInstances = 2

// compile compiles PDFium, or takes it as compiled before from dir. It sees no
// file system.
func compile(dir string) (*library, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(maxMemory)
	if dir != "-" && os.MkdirAll(dir, 0o700) == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "pdfium")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxTotal: maxInstances, FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, err
	}
	return &library{pool: pool}, nil
}

// instance is the nth, from 0.
func (l *library) instance(n int) (*pdfium, error) {
	for len(l.instances) <= n {
		p, err := l.start()
		if err != nil {
			return nil, err
		}
		l.instances = append(l.instances, p)
	}
	return l.instances[n], nil
}

func (l *library) start() (*pdfium, error) {
	instance, err := l.pool.GetInstance(time.Minute)
	if err != nil {
		return nil, err
	}
	inner, ok := instance.(interface{ GetImplementation() any })
	if !ok {
		return nil, errors.New("go-pdfium: no implementation")
	}
	field := reflect.Indirect(reflect.ValueOf(inner.GetImplementation())).FieldByName("Module")
	if !field.IsValid() {
		return nil, errors.New("go-pdfium: no module")
	}
	p := &pdfium{named: map[string]api.Function{}}
	if p.module, ok = field.Interface().(api.Module); !ok {
		return nil, errors.New("go-pdfium: no module")
	}
	p.memory = p.module.Memory()
	p.scratch = uint32(p.call("malloc", scratchSize))
	return p, p.failed
}

// spent reports whether an instance has failed or grown large.
func (l *library) spent() bool {
	for _, p := range l.instances {
		if p.failed != nil || p.memory.Size() > 128<<20 {
			return true
		}
	}
	return false
}

// call calls a function by its name.
func (p *pdfium) call(name string, args ...uint64) uint64 { return p.run(p.function(name), args...) }

// function looks a function up.
func (p *pdfium) function(name string) api.Function {
	f := p.named[name]
	if f == nil {
		if f = p.module.ExportedFunction(name); f == nil {
			p.fail(errors.New("pdfium has no " + name))
			return nil
		}
		p.named[name] = f
	}
	return f
}

// run calls a function that was looked up before.
func (p *pdfium) run(f api.Function, args ...uint64) uint64 {
	if p.failed != nil {
		return 0
	}
	p.stack[0] = 0
	n := copy(p.stack[:], args)
	if err := f.CallWithStack(context.Background(), p.stack[:max(n, 1)]); err != nil {
		p.fail(err)
		return 0
	}
	return p.stack[0]
}

func (p *pdfium) fail(err error) {
	if p.failed == nil {
		p.failed = err
	}
}

// count is call for a function that gives an int.
func (p *pdfium) count(name string, args ...uint64) int { return int(int32(p.call(name, args...))) }

// at is a place in the scratch memory.
func (p *pdfium) at(offset uint32) uint64 { return uint64(p.scratch + offset) }

func (p *pdfium) float32(offset uint32) float64 {
	v, _ := p.memory.ReadFloat32Le(p.scratch + offset)
	return finite(float64(v))
}

func (p *pdfium) float64(offset uint32) float64 {
	v, _ := p.memory.ReadFloat64Le(p.scratch + offset)
	return finite(v)
}

// finite is v, or zero where a hostile file has made it no number.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.Abs(v) > 1e6 {
		return 0
	}
	return v
}

// bytes is the text that a function wrote into the scratch memory, without
// its closing zero.
func (p *pdfium) bytes(n uint64) string {
	b, ok := p.memory.Read(p.scratch, uint32(min(n, scratchSize)))
	if !ok {
		return ""
	}
	for len(b) > 0 && b[len(b)-1] == 0 {
		b = b[:len(b)-1]
	}
	return string(b)
}

// wide is bytes for a function that writes UTF-16.
func (p *pdfium) wide(n uint64) string {
	b, ok := p.memory.Read(p.scratch, uint32(min(n, scratchSize)))
	if !ok {
		return ""
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		if u := binary.LittleEndian.Uint16(b[i:]); u != 0 {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}
