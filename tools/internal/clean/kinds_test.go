package clean

import "testing"

// Documents as sites, organs and their extractors leave them.
func TestKinds(t *testing.T) {
	said := "The ports were asked to keep a light at the entrance of every harbour. "
	checkBodies(t, []bodyCase{
		{"a letterhead above a plan of action", "en", "## World Summit on Lighthouses\n\nOslo, 2030 – Lima, 2032\n\nDocument WSIS-03/OSLO/DOC/5-E\n\n12 May 2030\n\nOriginal: French\n\n## Plan of action\n\n## A. Introduction\n\n1. " + said + "\n\n## B. Lines of action\n\n## C1. Lamps\n\n2. " + said + "Fees are due<sup>1</sup>.\n\n## C2. Fees\n\n3. " + said + "\n\n1 See document 4.\n",
			"## A. Introduction\n\n1\\. " + said[:len(said)-1] + "\n\n## B. Lines of action\n\n### C1. Lamps\n\n2\\. " + said + "Fees are due[^1].\n\n### C2. Fees\n\n3\\. " + said[:len(said)-1] + "\n\n[^1]: See document 4."},
		{"who answers for a report", "en", "General Assembly\nDistr.: General\n3 May 2030\n\nLighthouses and development\n\nReport of the Second Committee\n\nRapporteur: Ms. Ana Brito (Norway)\n\nI. Introduction\n\n1. " + said + "\n\n2. " + said + "\n\n3. " + said + "\n",
			"## I. Introduction\n\n1\\. " + said[:len(said)-1] + "\n\n2\\. " + said[:len(said)-1] + "\n\n3\\. " + said[:len(said)-1]},
		{"what stands around a page of a site", "en", "Skip to main content\n\nHome › Reports › Messages\n\nMessages from Oslo\n\n5-7 May 2030\n\nLamps for all who sail\n\nTheme 1 | SDG 1, 4 | WSIS C2, C4\n\n• " + said + "\n• " + said + "\n\nPaying for light together\n\nTheme 2 | SDG 9, 16 | WSIS C1, C6\n\n• " + said + "\n• " + said + "\n\n© 2030 Harbours Forum\n",
			"## Lamps for all who sail\n\nTheme 1 | SDG 1, 4 | WSIS C2, C4\n\n- " + said[:len(said)-1] + "\n- " + said[:len(said)-1] + "\n\n## Paying for light together\n\nTheme 2 | SDG 9, 16 | WSIS C1, C6\n\n- " + said[:len(said)-1] + "\n- " + said[:len(said)-1]},
		{"names, offices and a dash", "pt", "Sessão de abertura\n\nANA BRITO (MCTI) – Bom dia a todas e a todos.\n\n[Aplausos]\n\nRUI VALE (CGI) – Muito obrigado.\n\nANA BRITO (MCTI) – Uma pergunta: quem paga?\n",
			"**ANA BRITO (MCTI):** Bom dia a todas e a todos.\n\n[Aplausos]\n\n**RUI VALE (CGI):** Muito obrigado.\n\n**ANA BRITO (MCTI):** Uma pergunta: quem paga?"},
		{"a head that stands once", "en", "Report on lights\n\n" + said + "\n\n" + said + "During\n\n2\n\fReport on lights: Outcomes\n\nthese two days the ports heard one another.\n",
			said[:len(said)-1] + "\n\n" + said + "During these two days the ports heard one another."},
		{"a resolution of which each line is a heading", "en", "## United Nations\n\nA/RES/99/12\n\n## General Assembly\n\nDistr.: General 26 December 2030\n\n## Resolution adopted by the General Assembly on 19 December 2030\n\n[ on the report of the Second Committee ( A/99/434, para. 12 )]\n\n## 99/12. Lighthouses for sustainable development\n\n*The General Assembly* ,\n\n*Recalling* its resolutions on lamps,\n\n1. *Asks* all ports to keep a light;\n\n24-24321 (E)\n\n*2424321*\n\n2. *Decides* to hear of it again.\n",
			"*The General Assembly* ,\n\n*Recalling* its resolutions on lamps,\n\n1\\. *Asks* all ports to keep a light;\n\n2\\. *Decides* to hear of it again."},
		{"feet with numbers from the first page on", "en", "Messages from Oslo\n\n28 May 2030\n\n1 | Oslo 2030\n\n1. Lamps for all\n\n- " + said + "\n- " + said + "\n\n2. Fees for some\n\n" + said + "It was\n\n2 | Oslo 2030\n\nheard that fees are high.\n\n3 | Oslo 2030\n",
			"## 1. Lamps for all\n\n- " + said[:len(said)-1] + "\n- " + said[:len(said)-1] + "\n\n## 2. Fees for some\n\n" + said + "It was heard that fees are high."},
		{"Arabic words before a colon", "ar", "الجلسة الافتتاحية\n\nالرئيسة: صباح الخير، وأهلاً بكم.\n\nالسيد لي: شكراً لكم.\n\nوأود أن أذكر نقطتين: المصابيح، والرسوم.\n\nالرئيسة: شكراً جزيلاً.\n\nالسيد لي: شكراً.\n",
			"**الرئيسة:** صباح الخير، وأهلاً بكم.\n\n**السيد لي:** شكراً لكم.\n\nوأود أن أذكر نقطتين: المصابيح، والرسوم.\n\n**الرئيسة:** شكراً جزيلاً.\n\n**السيد لي:** شكراً."},
		{"messages and a transcript on one page of a wiki", "en", "Wrap up 2030\n\nFrom Harbour Wiki\nJump to navigation\n\n12 June 2030\n\nMessages\n\n• " + said + "\n• " + said + "\n\nTranscript\n\n>> ANA BRITO: Good morning.\n\n>> RUI VALE: Good morning.\n\n>> ANA BRITO: Thank you.\n\nCategories: 2030\n",
			"## Messages\n\n- " + said[:len(said)-1] + "\n- " + said[:len(said)-1] + "\n\n## Transcript\n\n**ANA BRITO:** Good morning.\n\n**RUI VALE:** Good morning.\n\n**ANA BRITO:** Thank you."},
		{"a page of a site as Markdown", "en", "[Skip to content](#main)\n\n- [Home](/)\n- [About us](/about)\n\n# Joint Statement on Lamps\n\nMay 3, 2030\n\n" + said + "\n\n**We call on ports to:**\n\n* keep the lamps;\n* publish the fees.\n\nShare this:\n\n- [Here](https://a.example/share)\n- [There](https://b.example/share)\n",
			said[:len(said)-1] + "\n\n**We call on ports to:**\n\n- keep the lamps;\n- publish the fees."},
		{"sessions and who was in the chair", "en", "Third Meeting of the Harbours Forum (HF)\nOslo, 12-15 November 2030\n\nSummary by the Chair\n\n" + said + "\n\nLamps and fees\n\nChair:  Ms. Ana Brito, Port of Oslo\n\n" + said + "It discussed:\n\n-- the lamps;\n-- the fees;\n-- the rest.\n",
			said[:len(said)-1] + "\n\n## Lamps and fees\n\nChair: Ms. Ana Brito, Port of Oslo\n\n" + said + "It discussed:\n\n- the lamps;\n- the fees;\n- the rest."},
		{"an Arabic sentence cut before its last words", "ar", "بيان بشأن المنارات\n\nطُلب من الموانئ أن تحتفظ بضوء عند مدخل كل مرفأ، وأكد المشاركون أن توصيات المنتدى لا\n\n- 1 -\n\nتلزم الحكومات.\n\nوالمنتدى منصة مفتوحة للجميع.\n\n- 2 -\n",
			"طُلب من الموانئ أن تحتفظ بضوء عند مدخل كل مرفأ، وأكد المشاركون أن توصيات المنتدى لا تلزم الحكومات.\n\nوالمنتدى منصة مفتوحة للجميع."},
	})
}
