package clean

import "testing"

// TestFormsOfSpeech imports what parliaments and interviewers print of who
// speaks: no colon stands behind the names.
func TestFormsOfSpeech(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"a titled name, an office, a full stop and a dash", "fr", "Mardi 4 juin 2030\n\n- Présidence de Mme Odile Roux, présidente -\n\nÉclairage des ports\n\nMme Odile Roux, présidente. - Mes chers collègues, la séance est ouverte.\n\nNous avons trois points à examiner.\n\nLe procès-verbal est adopté.\n\nM. Luc Blain, rapporteur pour avis. - Je vous remercie. Les phares coûtent cher.\n\nMme Odile Roux, présidente. - La séance est levée.\n",
			"Présidence de Mme Odile Roux, présidente\n\n## Éclairage des ports\n\n**Mme Odile Roux, présidente:** Mes chers collègues, la séance est ouverte.\n\nNous avons trois points à examiner.\n\nLe procès-verbal est adopté.\n\n**M. Luc Blain, rapporteur pour avis:** Je vous remercie. Les phares coûtent cher.\n\n**Mme Odile Roux, présidente:** La séance est levée."},
		{"a titled name and a full stop, sections that count", "fr", "compte rendu intégral\nPrésidence de M. Luc Blain\n1\nProcès-verbal\nM. le président. Le cahier de la dernière soirée est sur vos tables.\nTout le monde l’a lu, n’est-ce pas ?\n2\nÉclairage des ports\nM. le président. La parole est à Mme Odile Roux.\nMme Odile Roux. Je serai brève. Les phares coûtent cher.\n3\nOrdre du jour\nM. le président. La prochaine séance aura lieu mardi.\n",
			"Présidence de M. Luc Blain\n\n## 1 Procès-verbal\n\n**M. le président:** Le cahier de la dernière soirée est sur vos tables.\n\nTout le monde l’a lu, n’est-ce pas ?\n\n## 2 Éclairage des ports\n\n**M. le président:** La parole est à Mme Odile Roux.\n\n**Mme Odile Roux:** Je serai brève. Les phares coûtent cher.\n\n## 3 Ordre du jour\n\n**M. le président:** La prochaine séance aura lieu mardi."},
		{"names in capitals on lines of their own", "fr", "ODILE ROUX\nBonjour Luc BLAIN.\nLUC BLAIN\nBonjour.\nODILE ROUX\nVous revenez des îles. Que disent les gardiens ?\nUN GARDIEN DE PHARE RENCONTRÉ SUR LE QUAI\nLa lampe est vieille, on attend une pièce depuis mars.\nLUC BLAIN\nIl a raison.\n",
			"**ODILE ROUX:** Bonjour Luc BLAIN.\n\n**LUC BLAIN:** Bonjour.\n\n**ODILE ROUX:** Vous revenez des îles. Que disent les gardiens ?\n\n**UN GARDIEN DE PHARE RENCONTRÉ SUR LE QUAI:** La lampe est vieille, on attend une pièce depuis mars.\n\n**LUC BLAIN:** Il a raison."},
		{"questions and answers by letter", "fr", "Q - Vous revenez des îles. Bonjour.\nR - Bonjour.\nQ - Que disent les gardiens ?\nR - Que la lampe est vieille.\n",
			"**Q:** Vous revenez des îles. Bonjour.\n\n**R:** Bonjour.\n\n**Q:** Que disent les gardiens ?\n\n**R:** Que la lampe est vieille."},
		{"initials and a full stop", "ru", "Стенограмма\n\nПредседательствующий. Доброе утро, коллеги. Переходим к маякам.\n\nА.П. Рябов, член комитета по портам. Спасибо. Лампы стоят дорого.\n\nПредседательствующий. Пожалуйста, Ольга Ивановна.\n\nО.И. Вик. Я буду краткой.\n",
			"**Председательствующий:** Доброе утро, коллеги. Переходим к маякам.\n\n**А.П. Рябов, член комитета по портам:** Спасибо. Лампы стоят дорого.\n\n**Председательствующий:** Пожалуйста, Ольга Ивановна.\n\n**О.И. Вик:** Я буду краткой."},
		{"a narrow colon in Chinese", "zh", "灯塔看守人做客本台\n以下是访谈实录:\n主持人:“守望灯塔”。各位听众大家好,欢迎收听今天的节目。\n王明:您好,听众大家好。\n主持人:6月15日就是灯塔节,您还记得第一次上岛的情况吗?\n王明:记得,那是一九七四年的冬天。\n",
			"以下是访谈实录:\n\n**主持人:** “守望灯塔”。各位听众大家好,欢迎收听今天的节目。\n\n**王明:** 您好,听众大家好。\n\n**主持人:** 6月15日就是灯塔节,您还记得第一次上岛的情况吗?\n\n**王明:** 记得,那是一九七四年的冬天。"},
		{"an account of persons is no debate", "fr", "# Rapport\n\n" + opening + "M. Blain a présenté le rapport. Il a été adopté.\n\nMme Roux a remercié les gardiens. Elle a levé la séance.\n\nM. Blain a salué les ports. Tous ont applaudi.\n",
			opening + "M. Blain a présenté le rapport. Il a été adopté.\n\nMme Roux a remercié les gardiens. Elle a levé la séance.\n\nM. Blain a salué les ports. Tous ont applaudi."},
	})
}

// TestCalledByName: in scripts without capitals those who speak before and after
// tell that a word before a colon is a name.
func TestCalledByName(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"Arabic", "ar", "محضر حرفي\n\nطارق كامل: أهلا بكم في الميناء، نبدأ الجلسة الآن.\n\nالميناء مفتوح طوال السنة.\n\nالسفن تأتي من كل الجهات.\n\nالحراس يعملون في الليل.\n\nفؤاد حداد: شكرا. المنارات قديمة.\n\nالميناء مفتوح طوال السنة.\n\nالسفن تأتي من كل الجهات.\n\nالحراس يعملون في الليل.\n\nطارق كامل: شكرا فؤاد. هالة، تفضلي.\n\nهالة نجار: المصابيح غالية الثمن.\n\nالميناء مفتوح طوال السنة.\n\nالسفن تأتي من كل الجهات.\n\nالحراس يعملون في الليل.\n\nنقطة أخيرة: نحتاج إلى وقت أطول لإصلاح المصابيح كلها.\n\n>> أنا من الجزيرة.\n\nفؤاد حداد: متفق.\n\nطارق كامل: رفعت الجلسة.\n",
			"**طارق كامل:** أهلا بكم في الميناء، نبدأ الجلسة الآن.\n\nالميناء مفتوح طوال السنة.\n\nالسفن تأتي من كل الجهات.\n\nالحراس يعملون في الليل.\n\n**فؤاد حداد:** شكرا. المنارات قديمة.\n\nالميناء مفتوح طوال السنة.\n\nالسفن تأتي من كل الجهات.\n\nالحراس يعملون في الليل.\n\n**طارق كامل:** شكرا فؤاد. هالة، تفضلي.\n\n**هالة نجار:** المصابيح غالية الثمن.\n\nالميناء مفتوح طوال السنة.\n\nالسفن تأتي من كل الجهات.\n\nالحراس يعملون في الليل.\n\nنقطة أخيرة: نحتاج إلى وقت أطول لإصلاح المصابيح كلها.\n\n**Unidentified speaker:** أنا من الجزيرة.\n\n**فؤاد حداد:** متفق.\n\n**طارق كامل:** رفعت الجلسة."},
	})
}
