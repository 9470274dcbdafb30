package archive

import (
	"encoding/json"
	"os"
	"path/filepath"

	"rapporteur/tools/internal/report"
)

// ReadLedger reads the ledger of a translation in a report's folder.
func ReadLedger(dir, lang string) (*report.Ledger, error) {
	file := filepath.Join(dir, "ledger."+lang+".json")
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, &report.Problem{Code: "ledger-missing", Severity: report.Error, File: file}
	}
	var l report.Ledger
	if err := json.Unmarshal(data, &l); err != nil {
		return nil, &report.Problem{Code: "ledger", Severity: report.Error, File: file, Args: map[string]string{"Error": err.Error()}}
	}
	return &l, nil
}
