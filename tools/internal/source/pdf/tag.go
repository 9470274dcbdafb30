package pdf

// An element is one of the tagged structure that stands above a piece of
// text: what the program that wrote the file says that it is.
type element struct {
	role  string // H1 … H6, H, Title; LI; TD, TH; Note; of others P
	table int    // of a cell: which table of the page, from 1
	row   int    // which row, from 1
	cell  int    // which cell, from 1
	block int    // which paragraph, heading or item it belongs to, from 1
}

// maxElements bounds a page's structure, and maxDepth its depth.
const (
	maxElements = 50_000
	maxDepth    = 60
)

// structure reads the tagged structure of a page and gives the element of
// every piece of marked content.
func (f *file) structure(handle uint64, p *page) map[int]int {
	tree := f.call("FPDF_StructTree_GetForPage", handle)
	if tree == 0 {
		return nil
	}
	defer f.call("FPDF_StructTree_Close", tree)
	s := &structure{file: f, page: p, marked: map[int]int{}, opened: map[int]bool{}}
	for i := 0; i < f.count("FPDF_StructTree_CountChildren", tree); i++ {
		s.walk(f.call("FPDF_StructTree_GetChildAtIndex", tree, uint64(i)), element{}, 0)
	}
	return s.marked
}

type structure struct {
	*file
	page                     *page
	marked                   map[int]int
	opened                   map[int]bool // items and notes, by their block, that have a paragraph
	seen                     int
	tables, rows, cells, all int
}

func (s *structure) walk(handle uint64, above element, depth int) {
	if s.seen++; handle == 0 || s.seen > maxElements || depth > maxDepth {
		return
	}
	n := s.call("FPDF_StructElement_GetType", handle, s.at(0), 128)
	role := s.wide(min(n, 128))
	here := above
	switch role {
	case "Table":
		s.tables++
		s.rows = 0
		here = element{table: s.tables}
	case "TR":
		s.rows++
		s.cells = 0
		here.row = s.rows
	case "TD", "TH":
		s.cells++
		here.role, here.cell = role, s.cells
	case "H1", "H2", "H3", "H4", "H5", "H6", "H", "Title", "LI", "Note", "P", "Caption", "TOCI":
		inside := role == "P" && (above.role == "LI" || above.role == "Note")
		if inside && s.opened[above.block] { // another paragraph of the item
			here.role = role
		}
		if !inside || s.opened[above.block] {
			s.all++
			here.block = s.all
		} else {
			s.opened[above.block] = true
		}
		if here.table == 0 && !inside {
			here.role = role
		}
	}
	at := -1
	mark := func(id int) {
		if id < 0 {
			return
		}
		if at < 0 {
			at = len(s.page.elements)
			s.page.elements = append(s.page.elements, here)
		}
		s.marked[id] = at
	}
	children := min(s.count("FPDF_StructElement_CountChildren", handle), maxElements)
	for i := 0; i < children; i++ {
		if child := s.call("FPDF_StructElement_GetChildAtIndex", handle, uint64(i)); child != 0 {
			s.walk(child, here, depth+1)
			continue
		}
		mark(s.count("FPDF_StructElement_GetChildMarkedContentID", handle, uint64(i)))
	}
}
