package site

import (
	"cmp"
	"encoding/xml"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/cite"
)

// oaiFile is the archive as an OAI-PMH Static Repository (Open Archives
// Initiative, 2.0): one file that a gateway answers harvesters from. Each text is
// a record in Dublin Core, with who made it and its notices.
const oaiFile = dataDir + "oai.xml"

const (
	oaiNamespace = "http://www.openarchives.org/OAI/2.0/"
	dcNamespace  = oaiNamespace + "oai_dc/"
)

type oaiRepository struct {
	XMLName  xml.Name   `xml:"Repository"`
	Space    string     `xml:"xmlns,attr"`
	OAI      string     `xml:"xmlns:oai,attr"`
	Schemas  string     `xml:"xmlns:xsi,attr"`
	Location string     `xml:"xsi:schemaLocation,attr"`
	Identify oaiWho     `xml:"Identify"`
	Format   oaiFormat  `xml:"ListMetadataFormats>oai:metadataFormat"`
	Records  oaiRecords `xml:"ListRecords"`
}

type oaiWho struct {
	Name        string `xml:"oai:repositoryName"`
	BaseURL     string `xml:"oai:baseURL"`
	Version     string `xml:"oai:protocolVersion"`
	Email       string `xml:"oai:adminEmail"`
	Earliest    string `xml:"oai:earliestDatestamp"`
	Deleted     string `xml:"oai:deletedRecord"`
	Granularity string `xml:"oai:granularity"`
}

type oaiFormat struct {
	Prefix    string `xml:"oai:metadataPrefix"`
	Schema    string `xml:"oai:schema"`
	Namespace string `xml:"oai:metadataNamespace"`
}

type oaiRecords struct {
	Prefix string      `xml:"metadataPrefix,attr"`
	List   []oaiRecord `xml:"oai:record"`
}

type oaiRecord struct {
	ID    string `xml:"oai:header>oai:identifier"`
	Stamp string `xml:"oai:header>oai:datestamp"`
	Core  oaiDC  `xml:"oai:metadata>oai_dc:dc"`
}

// An oaiDC is Dublin Core's elements, each as often as it is needed.
type oaiDC struct {
	Space        string   `xml:"xmlns:oai_dc,attr"`
	Elements     string   `xml:"xmlns:dc,attr"`
	Location     string   `xml:"xsi:schemaLocation,attr"`
	Titles       []string `xml:"dc:title"`
	Creators     []string `xml:"dc:creator,omitempty"`
	Subjects     []string `xml:"dc:subject,omitempty"`
	Publishers   []string `xml:"dc:publisher,omitempty"`
	Contributors []string `xml:"dc:contributor,omitempty"`
	Dates        []string `xml:"dc:date,omitempty"`
	Types        []string `xml:"dc:type,omitempty"`
	Identifiers  []string `xml:"dc:identifier"`
	Sources      []string `xml:"dc:source,omitempty"`
	Language     string   `xml:"dc:language"`
	Rights       []string `xml:"dc:rights"`
}

// offersRecords reports whether the archive has an address, and one to write to,
// as the format asks for both.
func offersRecords(config *archive.Config) bool {
	return absolute(config, "") != "" && config.Contact != ""
}

// harvest writes oaiFile, where the archive can have one.
func (t *taking) harvest() error {
	config := &t.archive.Config
	if !offersRecords(config) {
		return nil
	}
	r := oaiRepository{
		Space: oaiNamespace + "static-repository", OAI: oaiNamespace, Schemas: "http://www.w3.org/2001/XMLSchema-instance",
		Location: oaiNamespace + "static-repository " + oaiNamespace + "static-repository.xsd",
		Identify: oaiWho{Name: config.Title, BaseURL: absolute(config, oaiFile), Version: "2.0", Email: config.Contact, Deleted: "no", Granularity: "YYYY-MM-DD"},
		Format:   oaiFormat{Prefix: "oai_dc", Schema: oaiNamespace + "oai_dc.xsd", Namespace: dcNamespace},
		Records:  oaiRecords{Prefix: "oai_dc"},
	}
	for _, rep := range t.archive.Reports {
		for _, text := range rep.Translations {
			e, w := t.entry(shelved{report: rep, text: text}), work(t.archive, t.opts, rep, text)
			core := oaiDC{
				Space: dcNamespace, Elements: "http://purl.org/dc/elements/1.1/", Location: dcNamespace + " " + oaiNamespace + "oai_dc.xsd",
				Titles: []string{w.Title}, Publishers: list(w.Publisher), Creators: list(w.Publisher), Dates: list(w.Date),
				Identifiers: append([]string{w.Permalink, w.SWHID}, w.Symbols...), Language: w.Locale, Rights: t.rights(text),
			}
			if w.Type != "" {
				core.Types = list(t.say[text.Lang].Say("type_"+string(w.Type), nil))
			}
			for _, c := range e.Categories {
				core.Subjects = append(core.Subjects, c.Label)
			}
			for _, c := range e.Contributors {
				core.Contributors = append(core.Contributors, c.Name)
			}
			core.Sources = list(cmp.Or(w.Source, &cite.Translation{}).Page)
			record := oaiRecord{ID: w.Page, Stamp: e.Updated[:len("2006-01-02")], Core: core}
			if first := &r.Identify.Earliest; *first == "" || record.Stamp < *first {
				*first = record.Stamp
			}
			r.Records.List = append(r.Records.List, record)
		}
	}
	if len(r.Records.List) == 0 {
		return nil
	}
	data, err := xml.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	return t.write(oaiFile, append([]byte(xml.Header), append(data, '\n')...))
}

func list(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}
