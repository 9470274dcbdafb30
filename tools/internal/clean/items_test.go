package clean

import "testing"

func TestItems(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"a bullet in the text", "en", opening + "- o First group\n- o Second group\n", opening + "- First group\n- Second group"},
		{"items run together", "en", opening + "- Clean water • Fair fees\n- Safe quays\n", opening + "- Clean water\n- Fair fees\n- Safe quays"},
		{"a dash behind a semicolon", "fr", opening + "- des lampes pour les ports du nord ; - des mèches pour les autres.\n- de l'huile ;\n", opening + "- des lampes pour les ports du nord ;\n- des mèches pour les autres.\n- de l'huile ;"},
		{"an o that is a word", "es", opening + "- Puertos o Muelles\n- Faros\n", opening + "- Puertos o Muelles\n- Faros"},
		{"an o between names in lower case", "en", opening + "- o a list of lamps\n- o a list of wicks o a map of the coast\n", opening + "- a list of lamps\n- a list of wicks\n- a map of the coast"},
		{"an o that is a bullet", "en", opening + "- o First group\n- o Second group o Third group\n", opening + "- First group\n- Second group\n- Third group"},
		{"an o in Arabic", "ar", "تذكر الفقرة الأولى من التقرير مكان الاجتماع والمشاركين فيه وسبب الدعوة إليه في هذا الوقت من السنة:\n\n- o الموانئ الكبرى\n- o المنارات القديمة o السفن\n", "تذكر الفقرة الأولى من التقرير مكان الاجتماع والمشاركين فيه وسبب الدعوة إليه في هذا الوقت من السنة:\n\n- الموانئ الكبرى\n- المنارات القديمة\n- السفن"},
		{"an o that is a bullet among names, in a language that has the word", "es", opening + "- o Puertos abiertos\n- o Muelles seguros o Faros de la costa\n- o Barcos\n\nOtros:\n\n- o El consejo publicará la lista de muelles o El Faro en mayo.\n- o Se reunirá.\n- o Informará.\n",
			opening + "- Puertos abiertos\n- Muelles seguros\n- Faros de la costa\n- Barcos\n\nOtros:\n\n- El consejo publicará la lista de muelles o El Faro en mayo.\n- Se reunirá.\n- Informará."},
		{"a lead-in", "en", opening + "- keep the lights;\n- pay for repairs.\n- We also call on ports to:\n- publish notices;\n- train the young.\n",
			opening + "- keep the lights;\n- pay for repairs.\n\nWe also call on ports to:\n\n- publish notices;\n- train the young."},
		{"an item with items of its own", "en", opening + "- It was agreed to:\n  - publish;\n  - train.\n- Another.\n", opening + "- It was agreed to:\n  - publish;\n  - train.\n- Another."},
		{"other bullets", "ru", "Порты договорились о том, что будет сделано до следующего совещания рабочей группы в Лиссабоне:\n\n• публиковать таблицы;\n• учить молодых.\n",
			"Порты договорились о том, что будет сделано до следующего совещания рабочей группы в Лиссабоне:\n\n- публиковать таблицы;\n- учить молодых."},
		{"ordered below", "en", opening + "- Steps:\n  1. one\n  2. two\n", opening + "- Steps:\n  1. one\n  2. two"},
	})
}
