package clean

import "testing"

func TestNotes(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"raised numbers", "en", opening + "It was agreed<sup>1</sup> in May.\n\n<sup>1</sup> See the minutes.\n",
			opening + "It was agreed[^1] in May.\n\n[^1]: See the minutes."},
		{"a note cuts a paragraph", "en", opening + "It was agreed<sup>1</sup> in\n\n---\n\n<sup>1</sup> See the minutes.\n\nMay of this year.\n",
			opening + "It was agreed[^1] in May of this year.\n\n[^1]: See the minutes."},
		{"ordinals are none", "fr", opening + "Le 1<sup>er</sup> mai et le XX<sup>e</sup> siècle, à 10<sup>6</sup> près.\n",
			opening + "Le 1er mai et le XXe siècle, à 10⁶ près."},
		{"numbers that are links", "en", opening + "It was agreed<sup>[2](#page-3-1)</sup>.\n\n<span id=\"page-3-1\"></span><sup>2</sup> See the minutes.\n",
			opening + "It was agreed[^2].\n\n[^2]: See the minutes."},
		{"formulas", "en", opening + "It was agreed$^{3}$ then.\n\n$^{3}$ See the minutes.\n",
			opening + "It was agreed[^3] then.\n\n[^3]: See the minutes."},
		{"raised signs", "en", opening + "It was agreed¹ then.\n\n¹ See the minutes.\n",
			opening + "It was agreed[^1] then.\n\n[^1]: See the minutes."},
		{"brackets", "en", opening + "It was agreed [1] then.\n\n[1] See the minutes.\n",
			opening + "It was agreed [^1] then.\n\n[^1]: See the minutes."},
		{"a number without a text", "en", opening + "It was agreed<sup>7</sup> then.\n",
			opening + "It was agreed⁷ then."},
	})
}
