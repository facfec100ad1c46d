package precheck

import (
	"fmt"
	"strings"
)

// CodeUnexpectedAnswer is the code of an answer that is not the envelope of the contract, say of a proxy.
const CodeUnexpectedAnswer = "UNEXPECTED_ANSWER"

// Error says that the server has refused a request or has failed. Decide by Code; the rest is for people. Find it with
// [errors.As].
type Error struct {
	// HTTPStatus is 200 for most failures of the action form.
	HTTPStatus int
	// Code is for example PRECHECK_NOT_FOUND; be ready for codes you do not know.
	Code string
	// Message says what went wrong, in the server's words.
	Message string
	// Advice says what to do about it; empty if there is none.
	Advice string
	// RequestID is the id under which the server's log knows the request; empty if somebody else has answered.
	RequestID string
	// Violations say what is wrong with the members of the request; empty if it is something else.
	Violations []Violation

	cause error
}

// Error says everything in one line.
func (e *Error) Error() string {
	var violations strings.Builder
	for _, violation := range e.Violations {
		fmt.Fprintf(&violations, "; %s: %s", violation.Pointer, violation.Message)
	}
	return fmt.Sprintf("%s %s [%s, HTTP %d, request %s%s]",
		e.Message, e.Advice, e.Code, e.HTTPStatus, e.RequestID, violations.String())
}

// Unwrap returns why an answer could not be read, or nil.
func (e *Error) Unwrap() error { return e.cause }

// NoAnswerError says that the server cannot be reached, or not in time.
type NoAnswerError struct {
	// Target is the URL that was called.
	Target string

	cause error
}

// Error names the server.
func (e *NoAnswerError) Error() string {
	return fmt.Sprintf("No answer from %s: %v", e.Target, e.cause)
}

// Unwrap returns what the HTTP client says, [context.DeadlineExceeded] for example.
func (e *NoAnswerError) Unwrap() error { return e.cause }

func refusal(status int, answer envelope) *Error {
	e := &Error{
		HTTPStatus: status,
		Code:       answer.Code,
		Message:    answer.Message,
		Advice:     answer.Advice,
		RequestID:  answer.RequestID,
	}
	if answer.ErrorDetail != nil {
		e.Violations = answer.ErrorDetail.Violations
	}
	return e
}

func strange(target string, status int, cause error) *Error {
	return &Error{
		HTTPStatus: status,
		Code:       CodeUnexpectedAnswer,
		Message:    target + " sent an answer that is not one of Precheck.",
		Advice:     "Check the URL, and whether a proxy stands in between.",
		cause:      cause,
	}
}
