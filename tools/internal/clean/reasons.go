package clean

// A Reason is a word that says in a ledger why something was done.
type Reason struct {
	Word  string
	Means string // in English; the command's messages have it in every language
	wordy bool   // texts that are removed for it may read like content: such is their nature
}

// Reasons lists the words that stand in a ledger, in the order of the passes.
var Reasons = []Reason{
	{"markup", "markup that Markdown has not was written in Markdown", false},
	{"literal", "markup was broken and stands as text", false},
	{"comment", "a comment in the markup, which no reader sees", true},
	{"remark", "what somebody wrote in the margin, which is no part of the text", true},
	{"image", "the description of an image, which the page cannot show", true},
	{"navigation", "a row of links of the web page around the text", true},
	{"icon", "the name of a picture, repeated before blocks", false},
	{"contents", "the list of contents, which the page makes itself", true},
	{"running-head", "a head that every page repeats", true},
	{"page-number", "the number of a page", false},
	{"page-break", "the end of a page, or the sentence that it cut", false},
	{"job-code", "a code of the printing office", false},
	{"language-code", "the code of the language, on every page", false},
	{"number", "a number alone on its line, and the paragraph that it counts", false},
	{"hyphen", "a word that the end of a line had cut at a hyphen", false},
	{"line", "a line of a paragraph that was broken into lines", false},
	{"line-break", "a line break within a paragraph that was meant", false},
	{"translation-notice", "a notice about the translation", true},
	{"views-notice", "a notice about whose views these are", true},
	{"transcription-notice", "a notice about the transcription", true},
	{"editorial-notice", "a notice about the editing", true},
	{"repeated-notice", "a notice that stands elsewhere already", true},
	{"contact", "whom to contact, at the end", true},
	{"web", "a part of the web page around the text", true},
	{"turn", "the name of a speaker, and the speech that it opens", false},
	{"speech", "speech below the name of its speaker", false},
	{"time-stamp", "the time at which something was said", false},
	{"title", "the title", false},
	{"subtitle", "the subtitle", false},
	{"event", "the meeting", false},
	{"session", "the session of an organ, which is the meeting", false},
	{"organisation", "who issued the text", false},
	{"date", "the date of the text or of the meeting", false},
	{"hour", "the time of day of the meeting", false},
	{"place", "the place of the meeting", false},
	{"symbol", "the symbol of the document", false},
	{"original", "the language in which the text was written", false},
	{"language", "the language of this text, which its file name has", false},
	{"status", "whether the text is final", false},
	{"report-type", "the type of the text", false},
	{"distribution", "to whom a document goes", false},
	{"agenda", "the item of the agenda that a document is for", true},
	{"field", "a line of a form that has no key in the front matter", false},
	{"masthead-note", "a note to the masthead", true},
	{"footnote", "the text of a footnote, to the end of the page", false},
	{"numbered-paragraph", "a paragraph with a number, not an item", false},
	{"table-head", "the second line of a table's head", false},
	{"bullet", "a bullet that had stayed in the text", false},
	{"fused-lines", "lines of a page that were run together", false},
	{"fused-items", "an item that was run into the one before", false},
	{"lead-in", "a sentence that leads into a list, not an item of it", false},
	{"heading", "a heading that no markup told", false},
	{"fused-heading", "a heading that was run into the text", false},
	{"other-language", "the language that the text is in, which is not the one declared", false},
	{"foreign-text", "text in another language than the rest", false},
	{"title-unknown", "no title was found", false},
}

// wordy reports whether texts that are removed for a reason may read like
// content.
func wordy(reason string) bool {
	for i := range Reasons {
		if Reasons[i].Word == reason {
			return Reasons[i].wordy
		}
	}
	return false
}
