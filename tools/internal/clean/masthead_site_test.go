package clean

import (
	"reflect"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestSiteTitle: a title below what a site, a blog or an archive has put above it.
func TestSiteTitle(t *testing.T) {
	const said = "Les ports de la région s’engagent à garder allumés tous les phares de la côte et à former les gardiens qui en ont la charge, dans toutes les îles."
	for _, c := range []struct {
		name, lang, in string
		want           report.Meta
	}{
		{"a row of links, a label and a language", "fr", "Harbour School of Lights Information Centre\nHome |  Meetings |  Research |  About us\n\nSommet de Port Azur\n\nAnnexe A :\nDéclaration des ministres de la Mer au sujet des phares\n\nMinistres de la mer\nPort Azur, Alisie, 8 mars 2031\n[English]\n\n" + said + "\n\n" + said + "\n",
			report.Meta{Title: "Déclaration des ministres de la Mer au sujet des phares", Subtitle: "Annexe A :", Date: "2031-03-08", Type: report.Statement, Event: "Sommet de Port Azur", Place: "Port Azur, Alisie", Organisation: "Harbour School of Lights Information Centre"}},
		{"a title said twice", "pt", "Avisos\nComunicado da Reunião de Faróis e dos Portos que os mantêm acesos ao longo de toda a costa, para todas as pessoas que vão ao mar - Porto Azul, 9 de julho de 2031\nComunicado da Reunião de Faróis e dos Portos que os mantêm acesos ao longo de toda a costa, para todas as pessoas que vão ao mar - Porto Azul, 9 de julho de 2031\n1. Os portos reuniram-se e decidiram que os faróis ficam acesos durante toda a noite.\n2. Os portos agradeceram a quem os guarda em cada uma das ilhas.\n",
			report.Meta{Title: "Comunicado da Reunião de Faróis e dos Portos que os mantêm acesos ao longo de toda a costa, para todas as pessoas que vão ao mar - Porto Azul, 9 de julho de 2031", Type: report.Statement}},
		{"whose journal it is", "es", "Ana Brito\n\noctubre 29, 2031\n\nDeclaración conjunta de los guardianes de los faros\n\nLos puertos de la región mantienen encendidos todos los faros de la costa y forman a quienes los guardan en cada isla.\n",
			report.Meta{Title: "Declaración conjunta de los guardianes de los faros", Date: "2031-10-29", Type: report.Statement}},
		{"an office, its number and a rule", "fr", "Délégués des Phares\nDocuments\n\nDP(2031)56 final 13 mai 2031\n——————————\n\nDéclaration du Comité des Phares sur la lumière des ports\n\n——————————\nLes ports membres,\n\nRappelant que la lumière appartient à toutes les personnes qui prennent la mer ;\n",
			report.Meta{Title: "Déclaration du Comité des Phares sur la lumière des ports", Date: "2031-05-13", Type: report.Statement, Symbols: []string{"DP(2031)56"}}},
		{"a title and its adoption over several lines", "fr", "Recommandation PH/Rec(2031)4\ndu Comité des Phares aux ports membres\nsur les lampes à garder allumées pendant la saison des brumes dans tous les ports\n\n(adoptée par le Comité des Phares le 12 mars 2031,\nlors de sa 6e réunion)\n\nLe Comité des Phares, selon l’article 9 de sa Charte,\n\nConsidérant que le but de l’Union est de garder les phares allumés dans toutes les îles de la région ;\n",
			report.Meta{Title: "Recommandation PH/Rec(2031)4 du Comité des Phares aux ports membres sur les lampes à garder allumées pendant la saison des brumes dans tous les ports", Date: "2031-03-12"}},
		{"an agenda with a year is a title", "fr", "Logo Union des phares\nUnion des phares\n\nAgenda de Port Azur pour la lumière – Port Azur 2031\n\nC.    Lumière des ports\n\n29.    Nous réaffirmons que les phares restent allumés pendant toute la nuit dans les ports de la région.\n\n30.    Nous notons que la lumière des ports est devenue une ressource publique pour toutes les personnes en mer.\n\n31.    " + said + "\n",
			report.Meta{Title: "Agenda de Port Azur pour la lumière – Port Azur 2031", Organisation: "Union des phares"}},
		{"a sentence that leads to the title", "fr", "Première décision des ports : cet appel que nous rediffusons.\nAppel de Port Azur\nPour une mer éclairée et sûre\n" + said + "\n" + said + "\n",
			report.Meta{Title: "Appel de Port Azur", Subtitle: "Pour une mer éclairée et sûre"}},
		{"a page of a file, and its title again", "fr", "• Aucun résultat\n\n( ) Page: 1/7 COMMUNIQUÉ DES GARDIENS DES PHARES\n\nN/A\n\nPartager \"( ) Page: 1/7 COMMUNIQUÉ DES GARDIENS DES PHARES\"\n\n7\n0\n\n26 octobre 2031\n\nCOMMUNIQUÉ DES GARDIENS DES PHARES\n\n" + said + "\n\n" + said + "\n",
			report.Meta{Title: "COMMUNIQUÉ DES GARDIENS DES PHARES", Date: "2031-10-26", Type: report.Statement}},
		{"a letter to a list", "en", "[LAMPS] Lamp Communiqué (again)\n\nAna Brito ana.brito at lamps.example\nFri Oct 28 16:30:54 UTC 2031\n\nLC Communiqué - Oslo\n\nI. Introduction\n\nThe ports of the region met in Oslo and spoke of the lamps of the coast and of those who keep them.\n\nII. Lamps\n\nThe ports agreed to keep the lamps lit through the night.\n",
			report.Meta{Title: "LC Communiqué - Oslo", Type: report.Statement}},
		{"languages, a form and a meeting", "en", "Ref. :  000024\nDate :  2031-07-26\nfr / es / de / po / en\n\nPorts Council Submission to the Harbours Forum\n\nto be held in Oslo from 30 October to 2 November 2031\n\nPorts Council\n\nOslo, 26 July 2031\n\nIntroduction\n\n1. The ports of the region have a role to play in keeping the lamps of the coast lit through the night, as they agreed.\n\n2. The lamps of the coast and of the islands are kept by those who live beside them, and the ports thank them for it.\n\n3. The ports have met in Oslo and spoken of the lamps of the coast and of those who keep them.\n",
			report.Meta{Title: "Ports Council Submission to the Harbours Forum", Subtitle: "Ports Council", Date: "2031-07-26", EventStart: "2031-10-30", EventEnd: "2031-11-02", Place: "Oslo"}},
		{"languages in a list, the title in quotation marks, and its adoption", "fr", "Une mer éclairée pour toutes et tous\n\n11/12/2033\n  • Español\n  • English\n  • Opinión\n-A +A\n\n\"Une mer éclairée pour toutes et tous\"\n\nDéclaration des gardiens au Sommet des phares\n\nAdoptée à l'unanimité par la plénière des gardiens le 8 décembre 2033\n\n" + said + "\n\n" + said + "\n",
			report.Meta{Title: "\"Une mer éclairée pour toutes et tous\"", Subtitle: "Déclaration des gardiens au Sommet des phares", Date: "2033-12-08", Type: report.Statement}},
		{"a title that goes on after a colon", "fr", "Déclaration de principes – Port Azur 2033\n\nConstruire la mer éclairée:\nun défi pour tous les ports\n\nA.    Notre conception de la lumière\n\n1.    " + said + "\n\n2.    " + said + "\n",
			report.Meta{Title: "Déclaration de principes – Port Azur 2033", Subtitle: "Construire la mer éclairée: un défi pour tous les ports", Type: report.Statement}},
		{"a long title above a day", "zh", "首页 会议与发言 活动 灯塔与港口 文件 English\n  首页 > 灯塔\n港口联盟常驻代表团参赞在北方海岸灯塔建设成果落实情况审议进程第二次筹备会上的发言\n\n2033-10-20 03:55\n\n各港口一致同意所有灯塔在夜间均应保持点亮状态，以便船舶安全航行，并感谢所有守护灯塔的人。\n\n各港口应在一天之内报告一切故障情况，以便及时修复。\n",
			report.Meta{Title: "港口联盟常驻代表团参赞在北方海岸灯塔建设成果落实情况审议进程第二次筹备会上的发言", Date: "2033-10-20", EventStart: "2033-10-20", EventEnd: "2033-10-20"}},
		{"a title with a full stop", "fr", "Déclaration des gardiens des phares de Port Azur en Alisie.\n\n" + said + "\n\n" + said + "\n",
			report.Meta{Title: "Déclaration des gardiens des phares de Port Azur en Alisie.", Type: report.Statement}},
		{"a session, a day, and what kind of text it is", "fr", "DIXIEME SESSION ORDINAIRE DE LA CONFERENCE DES GARDIENS ET DES PORTS\n\n21 décembre 2032, Port Azur, Alisie\n\nCOMMUNIQUE FINAL\n\n1. " + said + "\n\n2. " + said + "\n\n3. " + said + "\n",
			report.Meta{Title: "DIXIEME SESSION ORDINAIRE DE LA CONFERENCE DES GARDIENS ET DES PORTS", Date: "2032-12-21", Type: report.Statement, Place: "Port Azur, Alisie"}},
		{"a line above a place and a day", "es", "Puertos unidos: los guardianes presentaron trece principios\n\nGuardianes de los faros llaman a los puertos de la región a terminar con la noche de las islas\n\nPuerto Azul, Alisia.- viernes 20 de septiembre de 2033.\nLos puertos de la región mantienen encendidos todos los faros de la costa y forman a quienes los guardan en cada isla.\n",
			report.Meta{Title: "Puertos unidos: los guardianes presentaron trece principios", Subtitle: "Guardianes de los faros llaman a los puertos de la región a terminar con la noche de las islas", Date: "2033-09-20", Place: "Puerto Azul"}},
		{"capitals without accents, an article and a meeting", "fr", "“La lumière est un droit”\n\nLA DECLARATION DES GARDIENS DES PHARES D’ALISIE SUR LA LUMIERE DES PORTS ET DES ILES DE TOUTE LA REGION (FPA) du 29 au 31 mai 2032 à Port Azur\n\nNous, gardiens des phares, réunis à Port Azur ;\n\nConsidérant la lumière des ports ;\n\nConvenons de garder allumés tous les phares de la côte.\n",
			report.Meta{Title: "LA DECLARATION DES GARDIENS DES PHARES D’ALISIE SUR LA LUMIERE DES PORTS ET DES ILES DE TOUTE LA REGION (FPA) du 29 au 31 mai 2032 à Port Azur", Type: report.Statement}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, c.in)
			got := tr.Meta
			got.Source = report.Source{}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// Statements as sites leave them.
func TestStatementBodies(t *testing.T) {
	said := "The ports were asked to keep a light at the entrance of every harbour."
	checkBodies(t, []bodyCase{
		{"a section that counts on and leads in", "en", "Communiqué of the Lamp Committee\n\n" + said + "\n\nA. With regard to the lamps of new harbours (LNHs)\n\n" + said + "\n\nB. With regard to the painting and weekly cleaning of the lamps of old harbours (LOHs):\n\n" + said + "\n",
			said + "\n\n## A. With regard to the lamps of new harbours (LNHs)\n\n" + said + "\n\n## B. With regard to the painting and weekly cleaning of the lamps of old harbours (LOHs):\n\n" + said},
		{"sections that all lead in", "en", "Communiqué of the Lamp Committee\n\n" + said + "\n\nA. With regard to lamps:\n\n" + said + "\n\nB. With regard to oil:\n\n" + said + "\n",
			said + "\n\n## A. With regard to lamps:\n\n" + said + "\n\n## B. With regard to oil:\n\n" + said},
		{"to whom a letter goes", "fr", "Lettre des gardiens de phare\n\n" + said + "\n\nVotre Excellence Ana Brito, Présidente des ports\n\nM. Rui Vale, Ministre de la Mer\n\n" + said + " " + said + "\n",
			said + "\n\nVotre Excellence Ana Brito, Présidente des ports\n\nM. Rui Vale, Ministre de la Mer\n\n" + said + " " + said},
		{"a number that stands alone", "en", "Declaration of Oslo\n\nPreamble\n\n1. We, the ports of the region, have met in Oslo to speak of the lamps of the coast, of the islands, and of all those who keep them lit through the night;\n\nThe lamps, in brief\n\n1. Thank all those who keep the lamps of the coast lit through the night, in winter and in summer, on every one of the islands of the region;\n2. Thank all those who keep the lamps of the coast lit through the night, in winter and in summer, on every one of the islands of the region;\n3. Thank all those who keep the lamps of the coast lit through the night, in winter and in summer, on every one of the islands of the region;\n",
			"## Preamble\n\n1\\. We, the ports of the region, have met in Oslo to speak of the lamps of the coast, of the islands, and of all those who keep them lit through the night;\n\n## The lamps, in brief\n\n1\\. Thank all those who keep the lamps of the coast lit through the night, in winter and in summer, on every one of the islands of the region;\n\n2\\. Thank all those who keep the lamps of the coast lit through the night, in winter and in summer, on every one of the islands of the region;\n\n3\\. Thank all those who keep the lamps of the coast lit through the night, in winter and in summer, on every one of the islands of the region;"},
		{"a heading over two lines in capitals", "pt", "Comunicado dos faróis\n\n" + said + "\n\nTERCEIRA REUNIÃO ORDINÁRIA DOS GUARDIÕES\nDA COMUNIDADE DOS FARÓIS\n\n" + said + "\n",
			said + "\n\n## TERCEIRA REUNIÃO ORDINÁRIA DOS GUARDIÕES DA COMUNIDADE DOS FARÓIS\n\n" + said},
		{"two lists and what leads to them", "fr", "Déclaration de Port Azur\n\n" + said + "\n\nOnt parlé à l’ouverture :\n– Ana Brito, présidente des ports\n– Rui Vale, gardien des phares du Nord\net lors de la clôture, par :\n– Jon Vik, gardien des phares du Sud\n",
			said + "\n\nOnt parlé à l’ouverture :\n\n- Ana Brito, présidente des ports\n- Rui Vale, gardien des phares du Nord\n\net lors de la clôture, par :\n\n- Jon Vik, gardien des phares du Sud"},
		{"a number that pages cut", "es", "Comunicado de los puertos\n\nLos puertos de la región, reunidos en Puerto Azul en la vieja aduana:\n\n1. REAFIRMARON su compromiso con quienes los\n\n\nguardan durante toda la noche, en invierno y en verano, en cada una de las islas de la región y en todos los puertos de la costa;\n\n2. RATIFICARON su voluntad de pagar y de\n\n\nformar a quienes los guardan durante toda la noche, en invierno y en verano, en cada una de las islas y en todos los puertos;\n\n3. CELEBRARON la llegada de todas\n\n\nlas personas que los guardan durante toda la noche, en invierno y en verano, en cada una de las islas y en todos los puertos;\n",
			"Los puertos de la región, reunidos en Puerto Azul en la vieja aduana:\n\n1\\. REAFIRMARON su compromiso con quienes los guardan durante toda la noche, en invierno y en verano, en cada una de las islas de la región y en todos los puertos de la costa;\n\n2\\. RATIFICARON su voluntad de pagar y de formar a quienes los guardan durante toda la noche, en invierno y en verano, en cada una de las islas y en todos los puertos;\n\n3\\. CELEBRARON la llegada de todas las personas que los guardan durante toda la noche, en invierno y en verano, en cada una de las islas y en todos los puertos;"},
		{"a title below a section", "en", "Lamp Communique\n\nOslo, 29 June 2031\n\nI. Introduction\n\n" + said + "\n\nII. Lamps and Harbours\n\nMeeting with the Keepers\n\nThe ports met the keepers and discussed the lamps of the coast and of the islands:\n\n• The lamps.\n• The fees.\n",
			"## I. Introduction\n\n" + said + "\n\n## II. Lamps and Harbours\n\n### Meeting with the Keepers\n\nThe ports met the keepers and discussed the lamps of the coast and of the islands:\n\n- The lamps.\n- The fees."},
	})
}
