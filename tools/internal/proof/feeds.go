package proof

import (
	"encoding/xml"
	"path"
	"strings"
)

// An atom is what is looked at of a feed or a catalogue.
type atom struct {
	XMLName xml.Name
	Links   []atomLink `xml:"link"`
	Entries []struct {
		Links   []atomLink `xml:"link"`
		Content string     `xml:"content"`
		Summary string     `xml:"summary"`
	} `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

// feeds proves that every entry of a feed or a catalogue has the credit and
// the notices of its text, that its links lead somewhere, and that no language
// lacks its feed and its catalogue.
func (p *proof) feeds() error {
	for _, l := range p.archive.Config.Languages {
		for _, name := range []string{l.Tag + "/feed.xml", l.Tag + "/opds.xml"} {
			if !p.files[name] {
				p.problem("site-missing", name)
			}
		}
	}
	for _, file := range p.sorted(".xml") {
		data, err := p.read(file)
		if err != nil {
			return err
		}
		var f atom
		if err := xml.Unmarshal(data, &f); err != nil {
			p.problem("site-unreadable", file, "Error", err.Error())
			continue
		}
		if f.XMLName.Local != "feed" {
			continue
		}
		for _, l := range f.Links {
			p.atomLink(file, l.Href)
		}
		for _, e := range f.Entries {
			for _, l := range e.Links {
				to := p.atomLink(file, l.Href)
				lang, rest, _ := strings.Cut(to, "/reports/")
				id, then, _ := strings.Cut(path.Dir(rest), "/")
				if e.Summary != "" && then != "" && p.editionOf("", then) == then {
					// What changed, with the text as it was frozen then.
					if d, ok := p.frozen(path.Dir(to)+"/", id); ok {
						p.paid(file, d, e.Summary, p.catalog.Printer(lang))
					}
					continue
				}
				r := p.archive.Report(path.Dir(rest))
				if l.Rel != "alternate" || r == nil {
					continue
				}
				if t := r.Translation(lang); t == nil {
					p.problem("site-link", file, "Link", l.Href) // a feed of what the language has not
				} else {
					p.paid(file, debtOf(t), readPage([]byte(e.Content)).text, p.catalog.Printer(lang))
				}
			}
		}
	}
	return nil
}

// atomLink proves a link of a feed and gives the file that it leads to.
func (p *proof) atomLink(file, link string) string {
	to := p.inside(link)
	if to == "" && !strings.Contains(link, "://") {
		to = path.Join(path.Dir(file), link)
		if strings.HasSuffix(link, "/") {
			to += "/index.html"
		}
	}
	if !p.files[to] {
		p.problem("site-link", file, "Link", link)
	}
	return to
}

// records proves that every record for harvesters leads to a text and has its
// credit and notices.
func (p *proof) records() error {
	const file = "data/oai.xml"
	if !p.files[file] {
		return nil
	}
	data, err := p.read(file)
	if err != nil {
		return err
	}
	var r struct {
		Records []struct {
			ID   string `xml:"header>identifier"`
			Core struct {
				Text string `xml:",innerxml"`
			} `xml:"metadata>dc"`
		} `xml:"ListRecords>record"`
	}
	if err := xml.Unmarshal(data, &r); err != nil {
		p.problem("site-unreadable", file, "Error", err.Error())
		return nil
	}
	for _, record := range r.Records {
		lang, rest, _ := strings.Cut(p.atomLink(file, record.ID), "/reports/")
		rep := p.archive.Report(path.Dir(rest))
		if rep == nil || rep.Translation(lang) == nil {
			p.problem("site-link", file, "Link", record.ID)
			continue
		}
		text, err := xmlText([]byte("<dc>" + record.Core.Text + "</dc>"))
		if err != nil {
			p.problem("site-unreadable", file, "Error", err.Error())
			continue
		}
		p.paid(file, debtOf(rep.Translation(lang)), text, p.catalog.Printer(lang))
	}
	return nil
}

// memories proves that a translation memory names who made the texts in it,
// with the notices of both sides.
func (p *proof) memories() error {
	for _, file := range p.sorted(".tmx") {
		data, err := p.read(file)
		if err != nil {
			return err
		}
		text, err := xmlText(data)
		if err != nil {
			p.problem("site-unreadable", file, "Error", err.Error())
			continue
		}
		for _, r := range p.archive.Reports {
			for _, t := range r.Translations {
				if t == r.Reference() || !strings.HasSuffix(file, "."+r.Reference().Lang+"-"+t.Lang+".tmx") || !strings.Contains(text, " "+r.ID+"#") {
					continue
				}
				d := debtOf(t)
				d.notices = append(d.notices, debtOf(r.Reference()).notices...)
				p.paid(file, d, text, nil)
			}
		}
	}
	return nil
}

// sitemap proves that every address in the map of the site is a page of it.
func (p *proof) sitemap() error {
	if !p.files["sitemap.xml"] {
		return nil
	}
	data, err := p.read("sitemap.xml")
	if err != nil {
		return err
	}
	var m struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(data, &m); err != nil {
		p.problem("site-unreadable", "sitemap.xml", "Error", err.Error())
		return nil
	}
	for _, u := range m.URLs {
		p.atomLink("sitemap.xml", u.Loc)
		for _, l := range u.Links {
			p.atomLink("sitemap.xml", l.Href)
		}
	}
	return nil
}
