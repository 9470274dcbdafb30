package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestLanguages: what a page has around its text is known in every language,
// and nothing of it is left.
func TestLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, contents, page, section, contact, notice, title, org, prose string
		kind                                                              report.Type
	}{
		{"en", "Contents", "Page 2 of 9", "Introduction", "Media contact", "Disclaimer: The views expressed in this document do not necessarily reflect those of the Secretariat.",
			"Joint statement on lamps", "Ministry of the Sea", "We light the lamps of the coast every evening so that the boats come home.", report.Statement},
		{"fr", "Table des matières", "Page 2 sur 9", "Introduction", "Personnes-ressources", "Avertissement : Les opinions exprimées dans ce document ne reflètent pas nécessairement celles du Secrétariat.",
			"Déclaration commune sur les lampes", "Ministère de la Mer", "Nous allumons les lampes de la côte chaque soir pour que les bateaux rentrent.", report.Statement},
		{"es", "Índice", "Página 2 de 9", "Introducción", "Contacto", "Nota: Las opiniones expresadas en este documento no reflejan necesariamente las de la Secretaría.",
			"Declaración conjunta sobre las lámparas", "Ministerio del Mar", "Encendemos las lámparas de la costa cada tarde para que los barcos vuelvan.", report.Statement},
		{"pt", "Índice", "Página 2 de 9", "Introdução", "Contato", "Aviso: As opiniões expressas neste documento não refletem necessariamente as do Secretariado.",
			"Declaração conjunta sobre as lâmpadas", "Ministério do Mar", "Acendemos as lâmpadas da costa todas as tardes para que os barcos voltem.", report.Statement},
		{"ru", "Содержание", "Страница 2 из 9", "Введение", "Контакты", "Примечание: мнения, выраженные в этом документе, не обязательно отражают позицию Секретариата.",
			"Совместное заявление о лампах", "Министерство моря", "Каждый вечер мы зажигаем лампы на берегу, чтобы лодки вернулись домой.", report.Statement},
		{"ar", "المحتويات", "صفحة 2", "مقدمة", "للاتصال", "ملاحظة: الآراء الواردة في هذه الوثيقة لا تعبر بالضرورة عن آراء الأمانة العامة للمنتدى.",
			"بيان مشترك بشأن المصابيح", "وزارة البحر", "نوقد مصابيح الساحل كل مساء حتى تعود القوارب إلى الميناء سالمة.", report.Statement},
		{"zh", "目录", "第2页", "导言", "联系方式", "说明：本文件所表达的观点不一定反映秘书处的观点和立场。",
			"关于灯的联合声明", "海洋部", "我们每天晚上点亮海岸的灯，让船只平安回家，也让渔民放心。", report.Statement},
	} {
		t.Run(c.lang, func(t *testing.T) {
			text := strings.Join([]string{c.org, c.title, c.notice, c.contents, c.section + " ...... 1", "Alpha ...... 2", "Beta ...... 3", "\f" + c.section, c.prose,
				c.page, "\f" + c.prose, c.contact, "info@example.org"}, "\n\n")
			tr, _ := imported(t, c.lang, text)
			if tr.Meta.Title != c.title || tr.Meta.Organisation != c.org || tr.Meta.Type != c.kind {
				t.Errorf("title %q, organisation %q, type %q", tr.Meta.Title, tr.Meta.Organisation, tr.Meta.Type)
			}
			if len(tr.Meta.Notices) != 1 || tr.Meta.Notices[0].Kind != report.ViewsNotice {
				t.Errorf("notices %+v", tr.Meta.Notices)
			}
			var got []string
			for _, u := range tr.Units {
				got = append(got, string(u.Kind)+" "+u.Text)
			}
			want := []string{"heading " + c.section, "paragraph " + c.prose, "paragraph " + c.prose}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}
