package check

import (
	"io"
	"net/url"
	"slices"

	"rapporteur/tools/internal/report"
)

// WriteSARIF writes the problems as a SARIF 2.1.0 log, which code forges and
// editors read. A result's fingerprint is its file, code and unit, so that it
// stays the same finding when lines above it are edited.
func WriteSARIF(w io.Writer, problems []report.Problem, say func(*report.Problem) string) error {
	type text struct {
		Text string `json:"text"`
	}
	type level struct {
		Level string `json:"level"`
	}
	type rule struct {
		ID      string `json:"id"`
		Default level  `json:"defaultConfiguration"`
	}
	type region struct {
		StartLine int `json:"startLine"`
	}
	type artifact struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId"`
	}
	type physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   *region  `json:"region,omitempty"`
	}
	type location struct {
		Physical physical `json:"physicalLocation"`
	}
	type result struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      text              `json:"message"`
		Locations    []location        `json:"locations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
	}
	type driver struct {
		Name  string `json:"name"`
		Rules []rule `json:"rules"`
	}
	type tool struct {
		Driver driver `json:"driver"`
	}
	type run struct {
		Tool       tool     `json:"tool"`
		ColumnKind string   `json:"columnKind"`
		Results    []result `json:"results"`
	}
	type log struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}

	problems = inOrder(problems)
	rules, results := []rule{}, []result{}
	var codes []string
	for i := range problems {
		if !slices.Contains(codes, problems[i].Code) {
			codes = append(codes, problems[i].Code)
		}
	}
	slices.Sort(codes)
	levels := make(map[string]string)
	for i := range problems {
		levels[problems[i].Code] = sarifLevel(problems[i].Severity)
	}
	for _, code := range codes {
		rules = append(rules, rule{code, level{levels[code]}})
	}
	for i := range problems {
		p := &problems[i]
		at, _ := slices.BinarySearch(codes, p.Code)
		r := result{RuleID: p.Code, RuleIndex: at, Level: sarifLevel(p.Severity), Message: text{say(p)}}
		if p.File != "" {
			l := location{physical{Artifact: artifact{(&url.URL{Path: p.File}).EscapedPath(), "%SRCROOT%"}}}
			if p.Line > 0 {
				l.Physical.Region = &region{p.Line}
			}
			r.Locations = []location{l}
		}
		if p.Unit != "" {
			r.Fingerprints = map[string]string{"unit/v1": p.File + " " + p.Code + " " + p.Unit}
		}
		results = append(results, r)
	}
	return encode(w, log{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []run{{Tool: tool{driver{"rapporteur", rules}}, ColumnKind: "unicodeCodePoints", Results: results}},
	})
}

func sarifLevel(s report.Severity) string {
	if s == report.Info {
		return "note"
	}
	return string(s)
}
