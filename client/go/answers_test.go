package precheck_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"precheck.dev/precheck"
)

const (
	success = `{"success": true, "errorDetail": null, "code": null, "requestId": "r_1", "data": %s}`
	busy    = `{"success": false, "code": "SHUTTING_DOWN", "message": "Going down.", "advice": "Try again.",
		"requestId": "r_2", "data": null}`
	refusal = `{"success": false, "code": "PRECHECK_NOT_FOUND", "message": "It is gone.", "advice": "Submit again.",
		"requestId": "r_3", "data": null}`
)

type answer struct {
	status int
	body   string
}

// recorded is a server that gives recorded answers in turn, the last one again and again.
type recorded struct {
	*precheck.Client
	url      string
	requests []string
	headers  []http.Header
}

func record(t *testing.T, answers ...answer) *recorded {
	r := &recorded{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		body, _ := io.ReadAll(request.Body)
		r.requests = append(r.requests, request.URL.String()+" "+string(body))
		r.headers = append(r.headers, request.Header)
		next := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		w.WriteHeader(next.status)
		_, _ = io.WriteString(w, next.body)
	}))
	t.Cleanup(server.Close)
	r.url = server.URL
	client, err := precheck.New(server.URL+"/behind/", precheck.WithToken("x"))
	check(t, err)
	r.Client = client
	return r
}

func result(status string) answer {
	return answer{200, fmt.Sprintf(success, fmt.Sprintf(
		`{"projectStatus": %q, "progress": 40, "startTime": null, "later": {"a": [1]}, "preCheckResults":
			[{"name": "A check", "status": "MAYBE", "role": "MASTER", "advice": null, "later": 1}]}`, status))}
}

func (r *recorded) ask(t *testing.T) (*precheck.GetPreCheckResultResponse, error) {
	return r.PreCheck.GetPreCheckResult(t.Context(), precheck.GetPreCheckResultRequest{Id: "t_1"})
}

func TestWordsOfALaterVersionStayAndMembersAreIgnored(t *testing.T) {
	got, err := record(t, result("POSTPONED")).ask(t)
	check(t, err)

	if got.Data.ProjectStatus != "POSTPONED" || got.Data.StartTime != nil {
		t.Errorf("The result is %+v.", got.Data)
	}
	item := got.Data.PreCheckResults[0]
	if item.Status != "MAYBE" || item.Role != precheck.EndpointRoleMaster || item.Advice != nil {
		t.Errorf("The item is %+v.", item)
	}
}

func TestWhatIsNotSetIsNotSent(t *testing.T) {
	server := record(t, answer{200, fmt.Sprintf(success, `"t_1"`)})
	plan := precheck.SubmitPreCheckRequest{SourceEndpointId: precheck.Ptr("e_1"), LabelIds: []string{}}

	_, err := server.PreCheck.SubmitPreCheck(t.Context(), plan, precheck.IdempotencyKey("k_1"))
	check(t, err)

	if want := `/behind/api/v2/SubmitPreCheck {"labelIds":[],"sourceEndpointId":"e_1"}`; server.requests[0] != want {
		t.Errorf("%s was sent instead of %s.", server.requests[0], want)
	}
	sent := server.headers[0]
	if sent.Get("Authorization") != "Bearer x" || sent.Get("Idempotency-Key") != "k_1" {
		t.Errorf("The headers are %v.", sent)
	}
}

func TestAnAnswerOfSomebodyElseIsNamedSo(t *testing.T) {
	for _, strange := range []answer{{502, "<html>Bad gateway</html>"}, {404, "{}"}, {200, ""}, {200, "[]"}} {
		server := record(t, strange)
		_, err := server.ask(t)

		got := refused(t, err)
		if got.Code != precheck.CodeUnexpectedAnswer || got.HTTPStatus != strange.status ||
			!strings.HasPrefix(got.Error(), server.url+"/behind/api/v2/GetPreCheckResult sent an answer") {
			t.Errorf("%v leads to %v.", strange, got)
		}
	}
}

func TestAServerThatIsBusyForAMomentIsNoFailure(t *testing.T) {
	server := record(t,
		answer{200, fmt.Sprintf(success, `"t_1"`)}, answer{503, busy}, result("RUNNING"), result("FINISHED"))

	got, err := server.SubmitAndWait(t.Context(), precheck.SubmitPreCheckRequest{})
	check(t, err)

	if got.ProjectStatus != precheck.PreCheckStatusFinished || len(server.requests) != 4 {
		t.Errorf("%s after %v.", got.ProjectStatus, server.requests)
	}
}

func TestTheWaitEndsAtItsDeadlineAndSaysWhatItSawLast(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()

	_, err := record(t, result("RUNNING")).Wait(ctx, "t_1")

	var late *precheck.NotEndedError
	if !errors.As(err, &late) || !errors.Is(err, context.DeadlineExceeded) || late.ID != "t_1" ||
		late.Seen != "RUNNING, 40.0 %" {
		t.Errorf("The error is %v.", err)
	}
}

func TestARefusalEndsTheWaitAtOnce(t *testing.T) {
	server := record(t, answer{200, refusal})

	_, err := server.Wait(t.Context(), "t_1")

	want := "It is gone. Submit again. [PRECHECK_NOT_FOUND, HTTP 200, request r_3]"
	if got := refused(t, err).Error(); got != want || len(server.requests) != 1 {
		t.Errorf("%q after %v.", got, server.requests)
	}
}

func TestAServerThatIsNotThereIsNamed(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	client, err := precheck.New(server.URL)
	check(t, err)

	_, err = client.PreCheck.GetPreCheckResult(t.Context(), precheck.GetPreCheckResultRequest{Id: "t_1"})

	var away *precheck.NoAnswerError
	if !errors.As(err, &away) || away.Target != server.URL+"/api/v2/GetPreCheckResult" {
		t.Errorf("The error is %v.", err)
	}
}

func TestAPasswordInTheURLIsRefusedAndNotRepeated(t *testing.T) {
	for _, url := range []string{"http://joe:s3cret@localhost", "http://joe:s3cret@local host"} {
		_, err := precheck.New(url)

		if err == nil || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("The error is %v.", err)
		}
	}
}
