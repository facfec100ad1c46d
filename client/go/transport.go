package precheck

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

type transport struct {
	http       *http.Client
	server     string
	headers    http.Header
	actionForm bool
}

// call sends a request to the operation with this path in the contract.
func call[Answer any](
	ctx context.Context, t *transport, path string, request any, headers []Header,
) (*Answer, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return nil, fmt.Errorf("the request to %s cannot be written as JSON: %w", path, err)
	}
	target := t.target(path)
	message, err := http.NewRequestWithContext(ctx, http.MethodPost, target, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("no request can be made for %s: %w", target, err)
	}
	message.Header = t.headers.Clone()
	message.Header.Set("Content-Type", "application/json")
	message.Header.Set("Accept", "application/json")
	for _, header := range headers {
		message.Header.Set(header.Name, header.Value)
	}
	response, err := t.http.Do(message)
	if err != nil {
		return nil, &NoAnswerError{Target: target, cause: err}
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, &NoAnswerError{Target: target, cause: err}
	}
	return read[Answer](target, response.StatusCode, text)
}

func (t *transport) target(path string) string {
	if !t.actionForm {
		return t.server + path
	}
	slash := strings.LastIndex(path, "/")
	return t.server + path[:slash] + "?Action=" + path[slash+1:]
}

// envelope has what all answers have in common.
type envelope struct {
	Success     bool         `json:"success"`
	Code        string       `json:"code"`
	Message     string       `json:"message"`
	Advice      string       `json:"advice"`
	RequestID   string       `json:"requestId"`
	ErrorDetail *ErrorDetail `json:"errorDetail"`
}

func read[Answer any](target string, status int, text []byte) (*Answer, error) {
	var common envelope
	if err := json.Unmarshal(text, &common); err != nil {
		return nil, strange(target, status, err)
	}
	if status != http.StatusOK || !common.Success {
		if common.Code == "" {
			return nil, strange(target, status, nil)
		}
		return nil, refusal(status, common)
	}
	answer := new(Answer)
	if err := json.Unmarshal(text, answer); err != nil {
		return nil, strange(target, status, err)
	}
	return answer, nil
}
