package clean

import "testing"

func TestHeadings(t *testing.T) {
	front := "# Report\n\n" + opening
	checkBodies(t, []bodyCase{
		{"bold in a heading", "en", front + "## **Fees**\n\nFees rose.\n", opening + "## Fees\n\nFees rose."},
		{"run into the end of an item", "en", front + "## Day\n\n- The panel will report in October. Working groups of the Forum\n- The first group meets on Monday.\n- The second group has a new chair.\n",
			opening + "## Day\n\n- The panel will report in October.\n\n## Working groups of the Forum\n\n- The first group meets on Monday.\n- The second group has a new chair."},
		{"with a paragraph that opens with a name", "en", front + "## Day\n\n- The Port thanked the keepers. Review of the proposals for lamps The Port presented what the keepers had sent in.\n- There was a report of the journal The Lamp about the fees.\n- The keepers will answer. Study by the journal The Lamp about the fees of all ports.\n",
			opening + "## Day\n\n- The Port thanked the keepers.\n\n## Review of the proposals for lamps\n\nThe Port presented what the keepers had sent in.\n\n- There was a report of the journal The Lamp about the fees.\n- The keepers will answer. Study by the journal The Lamp about the fees of all ports."},
		{"in Arabic", "ar", "تذكر الفقرة الأولى من التقرير مكان الاجتماع والمشاركين فيه وسبب الدعوة إليه.\n\n## اليوم الأول\n\n- سيقدم الفريق تقريره في أكتوبر. مجموعات عمل الميناء\n- تجتمع المجموعة الأولى يوم الاثنين.\n- للمجموعة الثانية رئيس جديد.\n",
			"تذكر الفقرة الأولى من التقرير مكان الاجتماع والمشاركين فيه وسبب الدعوة إليه.\n\n## اليوم الأول\n\n- سيقدم الفريق تقريره في أكتوبر.\n\n## مجموعات عمل الميناء\n\n- تجتمع المجموعة الأولى يوم الاثنين.\n- للمجموعة الثانية رئيس جديد."},
		{"in Chinese", "zh", "第一段说明会议的时间和地点，以及与会者的名单，并介绍了会议的背景。\n\n## 第一天\n\n- 委员会将于十月提交报告。灯塔工作组\n- 第一组星期一开会。\n- 第二组有了新主席。\n",
			"第一段说明会议的时间和地点，以及与会者的名单，并介绍了会议的背景。\n\n## 第一天\n\n- 委员会将于十月提交报告。\n\n## 灯塔工作组\n\n- 第一组星期一开会。\n- 第二组有了新主席。"},
		{"with the paragraph after it", "en", front + "## Day\n\n- The lists will be public. News from other organizations Twenty-two (22) statements were made by organizations of the region.\n- The Forum should deepen these ties.\n",
			opening + "## Day\n\n- The lists will be public.\n\n## News from other organizations\n\nTwenty-two (22) statements were made by organizations of the region.\n\n- The Forum should deepen these ties."},
		{"run into the start of a paragraph", "es", front + "## Día\n\nIntercambio abierto con el grupo sobre los objetivos del foro Las partes interesadas fueron invitadas a un diálogo con los miembros.\n\n- Uno.\n",
			opening + "## Día\n\n### Intercambio abierto con el grupo sobre los objetivos del foro\n\nLas partes interesadas fueron invitadas a un diálogo con los miembros.\n\n- Uno."},
		{"after a word in capitals, with bold in the sentence", "fr", front + "## Jour\n\n### Séances\n\nSuite des travaux du FGI **Les gardiens** ont examiné les suites à donner à la réunion des phares.\n\n- Un.\n",
			opening + "## Jour\n\n### Séances\n\n#### Suite des travaux du FGI\n\n**Les gardiens** ont examiné les suites à donner à la réunion des phares.\n\n- Un."},
		{"a paragraph run into a marked heading", "fr", front + "## Jour\n\n### **Thème des phares** Le thème « Éclairer » a été retenu au terme d'un débat.\n\n- Un.\n",
			opening + "## Jour\n\n### Thème des phares\n\nLe thème « Éclairer » a été retenu au terme d'un débat.\n\n- Un."},
		{"into an item above a list with names in it", "fr", front + "## Jour\n\n- Les excuses de trois gardiens ont été notées. Évaluation des lampes\n- Le port a présenté les résultats de l'évaluation.\n- Les gardiens se sont répartis en groupes :\n  - o Groupe 1 – Mme Ana Brito\n  - o Groupe 2 – M. Jon Vik\n  - o Groupe 3 – M. Luc Roy\n- Le port a remercié les gardiens.\n",
			opening + "## Jour\n\n- Les excuses de trois gardiens ont été notées.\n\n## Évaluation des lampes\n\n- Le port a présenté les résultats de l'évaluation.\n- Les gardiens se sont répartis en groupes :\n  - Groupe 1 – Mme Ana Brito\n  - Groupe 2 – M. Jon Vik\n  - Groupe 3 – M. Luc Roy\n- Le port a remercié les gardiens."},
		{"a sentence is no heading", "en", front + "## Day\n\n- The panel met. It will report in October\n- The group meets.\n- The group met.\n",
			opening + "## Day\n\n- The panel met. It will report in October\n- The group meets.\n- The group met."},
		{"a bold line", "en", front + "**Fees and charges**\n\nFees rose.\n", opening + "## Fees and charges\n\nFees rose."},
		{"a line of plain text", "pt", "Relatório sobre faróis\n\nIntrodução\n\nOs faróis são necessários a todos os que navegam, e por isso a sua manutenção é um dever comum.\n\nPropostas\n\nOs portos devem manter os faróis existentes e financiar a sua reparação com meios próprios.\n",
			"## Introdução\n\nOs faróis são necessários a todos os que navegam, e por isso a sua manutenção é um dever comum.\n\n## Propostas\n\nOs portos devem manter os faróis existentes e financiar a sua reparação com meios próprios."},
	})
}

func TestLevels(t *testing.T) {
	front := "# Report\n\n" + opening
	checkBodies(t, []bodyCase{
		{"what counts alike stands alike", "en", front + "## I. One\n\nText.\n\n### II. Two\n\nText.\n\n#### III. Three\n\nText.\n\n## A table\n\nText.\n",
			opening + "## I. One\n\nText.\n\n## II. Two\n\nText.\n\n## III. Three\n\nText.\n\n### A table\n\nText."},
		{"numbers within numbers", "en", front + "# 1. One\n\nText.\n\n# 1.1 Sub\n\nText.\n\n# 1.2 Sub\n\nText.\n\n# 2. Two\n\nText.\n",
			opening + "## 1. One\n\nText.\n\n### 1.1 Sub\n\nText.\n\n### 1.2 Sub\n\nText.\n\n## 2. Two\n\nText."},
		{"days", "fr", front + "### 7 mars 2023\n\n#### Matin\n\nTexte.\n\n### 8 mars 2023 (Jour 2)\n\n## Soir\n\nTexte.\n",
			opening + "## 7 mars 2023\n\n### Matin\n\nTexte.\n\n## 8 mars 2023 (Jour 2)\n\n### Soir\n\nTexte."},
		{"no level is skipped", "en", front + "## One\n\nText.\n\n##### Deep\n\nText.\n\n## Two\n\nText.\n",
			opening + "## One\n\nText.\n\n### Deep\n\nText.\n\n## Two\n\nText."},
		{"a bold heading in the last part", "en", front + "## Water\n\n### The theme\n\nText.\n\n### Messages\n\n#### Rivers\n\n- One.\n\n## Fees\n\n### The theme\n\nText.\n\n### Messages\n\n- Two.\n\n## **Tariffs**\n\n- Three.\n",
			opening + "## Water\n\n### The theme\n\nText.\n\n### Messages\n\n#### Rivers\n\n- One.\n\n## Fees\n\n### The theme\n\nText.\n\n### Messages\n\n- Two.\n\n#### Tariffs\n\n- Three."},
		{"parts built alike", "en", front + "## Water\n\n### The theme\n\nText.\n\n### Messages\n\n#### Rivers\n\n- One.\n\n## **Seas**\n\n- Two.\n\n## Fees\n\n### The theme\n\nText.\n\n### Messages\n\n### **Tariffs**\n\n- Three.\n",
			opening + "## Water\n\n### The theme\n\nText.\n\n### Messages\n\n#### Rivers\n\n- One.\n\n#### Seas\n\n- Two.\n\n## Fees\n\n### The theme\n\nText.\n\n### Messages\n\n#### Tariffs\n\n- Three."},
	})
}
