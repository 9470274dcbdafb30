package site

// Search is how the texts of a site are indexed.
type Search struct {
	Pagefind string // the program
}
