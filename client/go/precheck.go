package precheck

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// The time to connect, and the time for a whole answer, unless [WithHTTPClient] says otherwise.
const (
	connectTimeout = 10 * time.Second
	timeout        = 30 * time.Second
)

// Client reaches one Precheck server. It is safe for many goroutines.
type Client struct {
	Operations
}

// A ClientOption changes how a [Client] reaches its server.
type ClientOption func(*transport)

// New creates a client of the server at this URL, for example http://localhost:8080; a path in it is a prefix of every
// request. A URL with a user or a password is an error, for they would end up in logs: use [WithToken] instead.
func New(server string, options ...ClientOption) (*Client, error) {
	parsed, err := url.Parse(server)
	switch {
	case err != nil:
		// The error of url.Parse repeats the URL, and with it a password.
		return nil, fmt.Errorf("the URL of the server cannot be read; write for example http://localhost:8080")
	case parsed.User != nil:
		return nil, fmt.Errorf("the URL of the server must not hold a user or a password; " +
			"give an API token with precheck.WithToken instead")
	case parsed.Host == "" || (parsed.Scheme != "http" && parsed.Scheme != "https"):
		return nil, fmt.Errorf("%q is no URL of a server; write for example http://localhost:8080", server)
	}
	dialer := net.Dialer{Timeout: connectTimeout}
	connections := http.DefaultTransport.(*http.Transport).Clone()
	connections.DialContext = dialer.DialContext
	t := &transport{
		http:    &http.Client{Timeout: timeout, Transport: connections},
		server:  strings.TrimRight(server, "/"),
		headers: http.Header{},
	}
	for _, option := range options {
		option(t)
	}
	return &Client{Operations: operations(t)}, nil
}

// WithHTTPClient uses an HTTP client of your own, for example one with a proxy, a private trust store or other timeouts.
func WithHTTPClient(client *http.Client) ClientOption {
	return func(t *transport) { t.http = client }
}

// WithToken sends an API token (pck_…), or one of an OpenID Connect provider. Without it, the server has to ask nobody.
func WithToken(token string) ClientOption {
	return WithHeader("Authorization", "Bearer "+token)
}

// WithHeader sends a header with every request.
func WithHeader(name, value string) ClientOption {
	return func(t *transport) { t.headers.Set(name, value) }
}

// WithActionForm names actions as OMS does: POST /api/v2?Action=GetPreCheckResult. Without it, each action has a path of
// its own: POST /api/v2/GetPreCheckResult.
func WithActionForm() ClientOption {
	return func(t *transport) { t.actionForm = true }
}

// A Header of one request.
type Header struct {
	Name, Value string
}

// IdempotencyKey makes a submission harmless that is sent again because its answer was lost: the same key gives the same
// precheck. The key is 1 to 255 visible ASCII characters, for example a random UUID.
func IdempotencyKey(key string) Header {
	return Header{Name: "Idempotency-Key", Value: key}
}
