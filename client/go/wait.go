package precheck

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"time"
)

const attemptsWhileAway = 12

// NotEndedError says that a precheck has not ended in time. It goes on; wait for it again with [Client.Wait].
type NotEndedError struct {
	// ID is the precheck.
	ID string
	// Seen is what the last answer said.
	Seen string

	cause error
}

// Error says what was seen last.
func (e *NotEndedError) Error() string {
	return fmt.Sprintf("Precheck %s has not ended in time: %s. It goes on; wait for it again.", e.ID, e.Seen)
}

// Unwrap returns [context.DeadlineExceeded] or [context.Canceled].
func (e *NotEndedError) Unwrap() error { return e.cause }

// SubmitAndWait submits a plan and waits for its outcome, whose status is FINISHED, FAILED or SKIPPED.
//
// The deadline is that of ctx: give it one with [context.WithTimeout]. See [Client.Wait] for the errors.
func (c *Client) SubmitAndWait(
	ctx context.Context, plan SubmitPreCheckRequest, headers ...Header,
) (*PreCheckResult, error) {
	submitted, err := c.PreCheck.SubmitPreCheck(ctx, plan, headers...)
	if err != nil {
		return nil, err
	}
	return c.Wait(ctx, *submitted.Data)
}

// Wait waits for the outcome of a precheck that has been submitted before.
//
// It asks again after 0.2 s, then less and less often, at most every 3 s; each pause varies by a fifth, so that many
// clients do not ask at once. A server that is busy or away for some seconds is no failure: a run outlives it.
//
// The error is a [NotEndedError] if ctx ends first, an [Error] if the server refuses or fails, and a [NoAnswerError] if
// it cannot be reached for more than half a minute.
func (c *Client) Wait(ctx context.Context, id string) (*PreCheckResult, error) {
	seen := "not answered yet"
	for pause := 200 * time.Millisecond; ; pause = min(2*pause, 3*time.Second) {
		result, err := c.askWhileAway(ctx, id)
		if err == nil {
			switch result.ProjectStatus {
			case PreCheckStatusFinished, PreCheckStatusFailed, PreCheckStatusSkipped:
				return result, nil
			}
			seen = fmt.Sprintf("%s, %.1f %%", result.ProjectStatus, result.Progress)
			err = sleep(ctx, pause)
		}
		if ctx.Err() != nil {
			return nil, &NotEndedError{ID: id, Seen: seen, cause: ctx.Err()}
		}
		if err != nil {
			return nil, err
		}
	}
}

func (c *Client) askWhileAway(ctx context.Context, id string) (*PreCheckResult, error) {
	pause := 200 * time.Millisecond
	for attempt := 1; ; attempt++ {
		answer, err := c.PreCheck.GetPreCheckResult(ctx, GetPreCheckResultRequest{Id: id})
		if err == nil {
			return answer.Data, nil
		}
		if attempt == attemptsWhileAway || !passes(err) || sleep(ctx, pause) != nil {
			return nil, err
		}
		pause = min(2*pause, 5*time.Second)
	}
}

// passes tells whether the server may well answer in a moment.
func passes(err error) bool {
	var refused *Error
	if errors.As(err, &refused) {
		switch refused.HTTPStatus {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable,
			http.StatusGatewayTimeout:
			return true
		}
		return false
	}
	var noAnswer *NoAnswerError
	return errors.As(err, &noAnswer)
}

// sleep pauses for about this long, or until ctx ends.
func sleep(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(time.Duration(float64(pause) * (0.8 + 0.4*rand.Float64())))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
