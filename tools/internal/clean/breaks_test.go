package clean

import "testing"

const opening = "The first paragraph of the report says where the meeting was held, who took part in it and why it had been called.\n\n"

func TestBreaks(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"a rule cuts a sentence", "en", opening + "The ports agreed to publish\n\n---\n\nall their tables.\n",
			opening + "The ports agreed to publish all their tables."},
		{"a rule between sentences", "en", opening + "The ports agreed.\n\n---\n\nAll tables are public.\n",
			opening + "The ports agreed.\n\nAll tables are public."},
		{"a short piece between two pages", "en", opening + "The ports agreed yesterday to\n\n---\n\npublish on the wall of\n\n---\n\nthe office all their tables.\n",
			opening + "The ports agreed yesterday to publish on the wall of the office all their tables."},
		{"an empty line cuts a sentence", "en", opening + "The ports agreed yesterday to publish\n\nall their tables.\n",
			opening + "The ports agreed yesterday to publish all their tables."},
		{"a name after a word that goes on", "en", opening + "The delegates came from the city of\n\n---\n\nLisbon and from other ports.\n",
			opening + "The delegates came from the city of Lisbon and from other ports."},
		{"a figure after a word that goes on", "fr", opening + "Le rapport fut envoyé aux quelque\n\n150 ports de la région.\n",
			opening + "Le rapport fut envoyé aux quelque 150 ports de la région."},
		{"a figure and what it counts", "en", opening + "The ports of the northern and the eastern coast sent in their tables for the year, among them the tables of all\n\n150 lights that were lit. More will follow.\n\nFees for all lights and buoys of the coast, in the order in which the ports have named them to the office this year\n\n2025 was a good year for them.\n",
			opening + "The ports of the northern and the eastern coast sent in their tables for the year, among them the tables of all 150 lights that were lit. More will follow.\n\nFees for all lights and buoys of the coast, in the order in which the ports have named them to the office this year\n\n2025 was a good year for them."},
		{"an empty line before a name", "en", opening + "1. The keepers of the north read the tables. They were glad of it, because the lamps of the harbours had been dark for most of the winter, and many of the boats had stayed away.\n\n2. The tables of the ports were sent to the Office of Lights and to the Council of\n\nNorthern Harbours before the end of the year.\n\n3. The ports paid. They were glad of it, because the lamps of the harbours had been dark for most of the winter, and many of the boats had stayed away.\n\n4. The keepers of the south came by ferry. They were glad of it, because the lamps of the harbours had been dark for most of the winter, and many of the boats had stayed away.\n",
			opening + "1\\. The keepers of the north read the tables. They were glad of it, because the lamps of the harbours had been dark for most of the winter, and many of the boats had stayed away.\n\n2\\. The tables of the ports were sent to the Office of Lights and to the Council of Northern Harbours before the end of the year.\n\n3\\. The ports paid. They were glad of it, because the lamps of the harbours had been dark for most of the winter, and many of the boats had stayed away.\n\n4\\. The keepers of the south came by ferry. They were glad of it, because the lamps of the harbours had been dark for most of the winter, and many of the boats had stayed away."},
		{"an item before a name", "en", opening + "- The keepers read the tables.\n- The tables of the ports should be sent to the Office of Lights and of Great\n\nHarbours before the end of the year.\n\n- The ports pay.\n- They paid.\n",
			opening + "- The keepers read the tables.\n- The tables of the ports should be sent to the Office of Lights and of Great Harbours before the end of the year.\n- The ports pay.\n- They paid."},
		{"a heading is no seam", "en", opening + "The ports agreed to publish\n\n## next steps\n\nall their tables are listed here.\n",
			opening + "The ports agreed to publish\n\n## next steps\n\nall their tables are listed here."},
		{"a running head cuts an item", "en", "## Messages of the Forum\n\n" + opening + "## Part\n\n- The ports agreed to publish\n\n### Messages of the Forum\n\nall their tables.\n- Another.\n",
			opening + "## Part\n\n- The ports agreed to publish all their tables.\n- Another."},
		{"lettered points stay apart", "en", opening + "The ports will do the following; and\n\n(b) publish their tables;\n",
			opening + "The ports will do the following; and\n\n(b) publish their tables;"},
		{"Chinese", "zh", "第一段说明会议的时间和地点，以及与会者的名单，并介绍了会议的背景。\n\n各港口代表一致同意在今年年底以前公布所有的\n\n---\n\n潮汐表和灯塔表。\n",
			"第一段说明会议的时间和地点，以及与会者的名单，并介绍了会议的背景。\n\n各港口代表一致同意在今年年底以前公布所有的潮汐表和灯塔表。"},
		{"Chinese over an empty line", "zh", "第一段说明会议的时间和地点，以及与会者的名单，并介绍了会议的背景。\n\n各港口代表一致同意在今年年底以前公布所有的潮汐表和灯塔表，并请沿海各地的船主、船员和地方\n\n渔民提出意见。\n",
			"第一段说明会议的时间和地点，以及与会者的名单，并介绍了会议的背景。\n\n各港口代表一致同意在今年年底以前公布所有的潮汐表和灯塔表，并请沿海各地的船主、船员和地方渔民提出意见。"},
		{"Arabic", "ar", "تذكر الفقرة الأولى من التقرير مكان الاجتماع والمشاركين فيه وسبب الدعوة إليه في هذا الوقت من السنة.\n\nاتفقت الموانئ على نشر جميع\n\n---\n\nجداول المد والجزر في\n\n---\n\nموقع واحد.\n",
			"تذكر الفقرة الأولى من التقرير مكان الاجتماع والمشاركين فيه وسبب الدعوة إليه في هذا الوقت من السنة.\n\nاتفقت الموانئ على نشر جميع جداول المد والجزر في موقع واحد."},
		{"Russian", "ru", "В первом абзаце доклада сказано, где проходило совещание, кто в нем участвовал и зачем его созвали.\n\nПорты договорились публиковать\n\n---\n\nвсе таблицы.\n",
			"В первом абзаце доклада сказано, где проходило совещание, кто в нем участвовал и зачем его созвали.\n\nПорты договорились публиковать все таблицы."},
		{"a form feed", "en", opening + "The ports agreed to publish\n\fall their tables.\n", opening + "The ports agreed to publish all their tables."},
	})
}
