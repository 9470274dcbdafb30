package clean

import "testing"

// TestFacts: what only the first sentence says of the meeting.
func TestFacts(t *testing.T) {
	for _, c := range []struct{ name, lang, in, event, place, start string }{
		{"English", "en", "The **3rd annual meeting of the Lamp Forum** was hosted by the keepers in Port Azure from 3 to 5 May 2031.", "3rd annual meeting of the Lamp Forum", "Port Azure", "2031-05-03"},
		{"French", "fr", "La **3e réunion annuelle du Forum des phares** a été organisée par les gardiens à Lisbonne du 3 au 5 mai 2031.", "3e réunion annuelle du Forum des phares", "Lisbonne", "2031-05-03"},
		{"Arabic", "ar", "استضاف الحراس **الاجتماع السنوي الثالث لمنتدى المنارات** في لشبونة من 3 إلى 5 مايو 2031.", "الاجتماع السنوي الثالث لمنتدى المنارات", "لشبونة", "2031-05-03"},
		{"no place", "en", "The **3rd annual meeting of the Lamp Forum** was held online from 3 to 5 May 2031.", "3rd annual meeting of the Lamp Forum", "", "2031-05-03"},
		{"a meeting of others", "en", "The keepers recall the meeting of the ports in Oslo from 3 to 5 May 2031.", "", "", "2031-05-03"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, "## Report\n\n"+c.in+"\n\n"+opening)
			if m := tr.Meta; m.Event != c.event || m.Place != c.place || m.EventStart != c.start {
				t.Errorf("event %q, place %q, from %s", m.Event, m.Place, m.EventStart)
			}
		})
	}
}

// TestChineseBody: no space parts the kind of a body from the rest of its name.
func TestChineseBody(t *testing.T) {
	tr, _ := imported(t, "zh", "# 港口理事会\n\nDistr.: General\n4 March 2031\nChinese\nOriginal: English\n\n**灯塔促进航行委员会**\n**第二十二届会议**\n2031 年 5 月 13 日至 17 日，日内瓦\n临时议程项目 2\n\n## **灯塔维护的进展情况**\n\n### **秘书长的报告**\n\n1. 港口理事会第 2030/46 号决议请秘书长每年向委员会报告灯塔维护的进展情况。\n\n2. 本报告参考了 32 个实体提供的资料。\n\n3. 委员会在维也纳举行了小组会议。\n")
	if m := tr.Meta; m.Organisation != "港口理事会; 灯塔促进航行委员会" || m.Event != "灯塔促进航行委员会, 第二十二届会议" {
		t.Errorf("organisation %q, event %q", m.Organisation, m.Event)
	}
}
