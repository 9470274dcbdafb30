package clean

import "testing"

func TestLines(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"one line a paragraph", "en", "The first paragraph stands on one line however long it is, and ends with a full stop.\nThe second one does so too, and no empty line parts it from the first.\nA third.\n",
			"The first paragraph stands on one line however long it is, and ends with a full stop.\n\nThe second one does so too, and no empty line parts it from the first.\n\nA third."},
		{"broken into lines", "en", "The first paragraph of this report was broken\ninto lines by the program that read it, and\nno line is long.\n\nThe second paragraph was broken in the same\nplaces and is to be made whole.\n",
			"The first paragraph of this report was broken into lines by the program that read it, and no line is long.\n\nThe second paragraph was broken in the same places and is to be made whole."},
		{"an item goes on", "en", "Ports should do what follows without waiting\nfor the next meeting of the group:\n\n- publish their tables in a form that people\n  can read on a telephone;\n- lower their fees.\n",
			"Ports should do what follows without waiting for the next meeting of the group:\n\n- publish their tables in a form that people can read on a telephone;\n- lower their fees."},
		{"line breaks that were meant", "en", opening + "Harbour Office  \n1 Quay Street  \nPorto Azul, where the whole meeting of the year will be held again by common consent.\n",
			opening + "Harbour Office\\\n1 Quay Street\\\nPorto Azul, where the whole meeting of the year will be held again by common consent."},
	})
}
