// Package precheck is the Go client of Precheck, which tells before a database migration starts whether it will work.
//
// [New] reaches a server; the fields of the [Client], one for each tag of the contract, call its operations, and
// [Client.SubmitAndWait] submits a plan and returns the outcome. A refusal is an [Error], whatever the wire form.
package precheck

import "time"

// Time is an instant as the contract writes it down: RFC 3339, in UTC.
type Time = time.Time

// Ptr makes a pointer of a value, for members that may be left out.
func Ptr[T any](value T) *T {
	return &value
}
