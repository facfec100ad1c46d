package precheck_test

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"precheck.dev/precheck"
)

// The whole way, against the server at PRECHECK_URL, in both wire forms.
func TestStory(t *testing.T) {
	forms := map[string][]precheck.ClientOption{
		"path form":   nil,
		"action form": {precheck.WithActionForm()},
	}
	for form, options := range forms {
		t.Run(form, func(t *testing.T) {
			url := os.Getenv("PRECHECK_URL")
			if url == "" {
				t.Fatal("PRECHECK_URL is not set; name a server, for example http://localhost:8080.")
			}
			if token := os.Getenv("PRECHECK_TOKEN"); token != "" {
				options = append(options, precheck.WithToken(token))
			}
			client, err := precheck.New(url, options...)
			check(t, err)
			t.Run("submits, waits, reads findings page by page", func(t *testing.T) { wholeWay(t, client) })
			t.Run("refuses what is not there", func(t *testing.T) { unknownID(t, client, form) })
			t.Run("names the members that are wrong", func(t *testing.T) { illegalID(t, client) })
		})
	}
}

func wholeWay(t *testing.T, client *precheck.Client) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	source, target := create(ctx, t, client, "source"), create(ctx, t, client, "target")
	submission := plan(source, target)
	key := precheck.IdempotencyKey(rand.Text())

	result, err := client.SubmitAndWait(ctx, submission, key)
	check(t, err)

	if result.ProjectStatus != precheck.PreCheckStatusFailed || result.Progress != 100 || result.ErrorDetail != nil {
		t.Errorf("The precheck came out as %s, %v %%, %v.", result.ProjectStatus, result.Progress, result.ErrorDetail)
	}
	if result.FinishTime.Before(result.SubmitTime) {
		t.Errorf("It finished at %v, before it was submitted at %v.", result.FinishTime, result.SubmitTime)
	}
	again, err := client.PreCheck.SubmitPreCheck(ctx, submission, key)
	check(t, err)
	if *again.Data != result.PreCheckId {
		t.Errorf("The same key made another precheck, %s beside %s.", *again.Data, result.PreCheckId)
	}

	items := result.PreCheckResults
	if !slices.ContainsFunc(items, func(item precheck.PreCheckItem) bool {
		return item.Status == precheck.PreCheckItemStatusFailed && item.Advice != nil
	}) {
		t.Error("No item has failed and says what to do.")
	}
	if !slices.ContainsFunc(items, func(item precheck.PreCheckItem) bool {
		return item.Status == precheck.PreCheckItemStatusPassed && item.Code == nil
	}) {
		t.Error("No item has passed without a problem code.")
	}
	findings(ctx, t, client, result)

	for _, id := range []string{source, target} {
		_, err := client.DataSource.DeleteDataSource(ctx, precheck.DeleteDataSourceRequest{Id: id})
		check(t, err)
	}
}

func findings(ctx context.Context, t *testing.T, client *precheck.Client, result *precheck.PreCheckResult) {
	seen := map[string]bool{}
	pages := int32(0)
	for total := int64(1); int64(len(seen)) < total; {
		pages++
		page, err := client.Report.ListPreCheckFindings(ctx, precheck.ListPreCheckFindingsRequest{
			Id:         result.PreCheckId,
			PageNumber: &pages,
			PageSize:   precheck.Ptr[int32](2),
		})
		check(t, err)
		if len(page.Data) == 0 || len(page.Data) > 2 {
			t.Fatalf("Page %d of 2 findings each has %d.", pages, len(page.Data))
		}
		for _, finding := range page.Data {
			seen[finding.Fingerprint] = true
		}
		total = *page.TotalCount
	}
	sum := int32(0)
	for _, item := range result.PreCheckResults {
		sum += item.FindingCount
	}
	if pages < 2 || int(sum) != len(seen) {
		t.Errorf("%d findings on %d pages; the items have %d.", len(seen), pages, sum)
	}
}

func unknownID(t *testing.T, client *precheck.Client, form string) {
	// A stub knows every id, unless it is told otherwise, and names that of its example; the server does not care.
	notFound := precheck.Header{Name: "Prefer", Value: "code=404"}

	_, err := client.PreCheck.GetPreCheckResult(
		t.Context(), precheck.GetPreCheckResultRequest{Id: "t_57p****"}, notFound)

	refusal := refused(t, err)
	status := map[string]int{"path form": 404, "action form": 200}[form]
	if refusal.Code != "PRECHECK_NOT_FOUND" || refusal.HTTPStatus != status || len(refusal.Violations) != 0 ||
		!strings.Contains(refusal.Message, "t_57p****") || refusal.Advice == "" || refusal.RequestID == "" {
		t.Errorf("The refusal is %+v.", refusal)
	}
}

func illegalID(t *testing.T, client *precheck.Client) {
	_, err := client.PreCheck.GetPreCheckResult(t.Context(), precheck.GetPreCheckResultRequest{Id: ""})

	refusal := refused(t, err)
	if refusal.Code != "PARAM_ERROR" || len(refusal.Violations) != 1 || refusal.Violations[0].Pointer != "/id" {
		t.Errorf("The refusal is %+v.", refusal)
	}
}

func create(ctx context.Context, t *testing.T, client *precheck.Client, side string) string {
	created, err := client.DataSource.CreateDataSource(ctx, precheck.CreateDataSourceRequest{
		Name:     side + "-" + rand.Text(),
		Type:     precheck.EngineTypeH2,
		Host:     "localhost",
		Database: precheck.Ptr("smoke_" + side),
		UserName: "READER",
		Password: precheck.Ptr("reader"),
	})
	check(t, err)
	return *created.Data
}

func plan(source, target string) precheck.SubmitPreCheckRequest {
	// A stub chooses its scenario by the name.
	name := os.Getenv("PRECHECK_PLAN_NAME")
	if name == "" {
		name = "shop_move"
	}
	return precheck.SubmitPreCheckRequest{
		Name:             &name,
		SourceEndpointId: &source,
		SinkEndpointId:   &target,
		TransferMapping: &precheck.TransferMapping{
			Mode: precheck.TransferModeSpecific,
			Databases: []precheck.TransferDatabase{
				{Name: "shop", Tables: tables("customers", "orders", "audit_log", "invoices", "clicks")},
				{Name: "crm", Tables: tables("contacts")},
			},
		},
		EnableStructTransfer: precheck.Ptr(true),
		EnableFullTransfer:   precheck.Ptr(true),
	}
}

func tables(names ...string) []precheck.TransferTable {
	var tables []precheck.TransferTable
	for _, name := range names {
		tables = append(tables, precheck.TransferTable{Name: name})
	}
	return tables
}

func refused(t *testing.T, err error) *precheck.Error {
	t.Helper()
	var refusal *precheck.Error
	if !errors.As(err, &refusal) {
		t.Fatalf("A refusal was expected, not %v.", err)
	}
	return refusal
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
