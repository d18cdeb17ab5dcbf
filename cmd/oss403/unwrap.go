package main

import (
	"bytes"
	"encoding/json"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// unwrap takes the lines of a log out of what collectors wrap them in, so that what stands on several
// lines can be read as one error again: docker's JSON, journald's JSON with its arrays of bytes. It puts
// lines of OSS's own logs, the access log and the real-time log, into words that the library reads. Each
// line gives one line, whatever it was, so that numbers of lines stay what they are; low and high are
// moved to where they are in the result. A text that has none of these is returned as it is.
func unwrap(text []byte, low, high int) (out []byte, outLow, outHigh int, more map[int]lineFacts) {
	docker, journal := bytes.Contains(text, []byte(`{"log":"`)), bytes.Contains(text, []byte(`"__REALTIME_TIMESTAMP"`))
	real, access := bytes.Contains(text, []byte(`"http_status"`)), bytes.Contains(text, []byte(`" 403 `))
	if !docker && !journal && !real && !access {
		return text, low, high, nil
	}
	out = make([]byte, 0, len(text)+len(text)/8)
	outLow, outHigh = -1, -1
	var part []byte // of a line that docker cut
	line := 0
	for at := 0; at < len(text); line++ {
		end := len(text)
		if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		raw := text[at:end]
		// A place inside of a line, which only a line longer than a chunk has, stays as far behind its start.
		if outLow < 0 && low <= end {
			outLow = len(out) + low - at
		}
		if outHigh < 0 && high <= end {
			outHigh = len(out) + high - at
		}
		switch {
		case docker && bytes.HasPrefix(raw, []byte(`{"log":"`)):
			out, part = unwrapDocker(out, raw, part)
		case journal && bytes.Contains(raw, []byte(`"__REALTIME_TIMESTAMP"`)):
			out = unwrapJournal(out, raw)
		case real && bytes.Contains(raw, []byte(`"http_status"`)):
			var facts lineFacts
			if out, facts = unwrapRealTime(out, raw); facts != (lineFacts{}) {
				if more == nil {
					more = map[int]lineFacts{}
				}
				more[line] = facts
			}
		case access && bytes.Contains(raw, []byte(`" 403 `)):
			var facts lineFacts
			if out, facts = unwrapAccess(out, raw); facts != (lineFacts{}) {
				if more == nil {
					more = map[int]lineFacts{}
				}
				more[line] = facts
			}
		default:
			out = append(out, raw...)
		}
		outLow, outHigh = min(outLow, len(out)), min(outHigh, len(out)) // the line may be shorter now
		if end < len(text) {
			out = append(out, '\n')
			end++
		}
		at = end
	}
	if outLow < 0 || low >= len(text) {
		outLow = len(out)
	}
	if outHigh < 0 || high >= len(text) {
		outHigh = len(out)
	}
	return out, outLow, outHigh, more
}

// lineFacts are what a line of OSS's own log says and no answer does.
type lineFacts struct {
	principal string // the ID of an account, of a user or of a role; "-" for nobody
	operation string // as in PutObject
}

// oneLine is a text for a place on one line: line breaks as JSON has them.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r") {
		return s
	}
	return strings.NewReplacer("\\", `\\`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(s)
}

func unwrapDocker(out, raw, part []byte) (_, _ []byte) {
	var line struct{ Log, Time string }
	if json.Unmarshal(raw, &line) != nil {
		return append(out, raw...), nil
	}
	text, whole := strings.CutSuffix(line.Log, "\n")
	const most = 1 << 20
	if !whole && len(part)+len(text) < most { // docker cuts lines at 16 KiB
		return out, append(part, text...)
	}
	if line.Time != "" {
		out = append(append(out, line.Time...), ' ')
	}
	out = append(out, oneLine(string(part))...)
	return append(out, oneLine(text)...), nil
}

func unwrapJournal(out, raw []byte) []byte {
	var line struct {
		Message json.RawMessage `json:"MESSAGE"`
		Micros  string          `json:"__REALTIME_TIMESTAMP"`
	}
	if json.Unmarshal(raw, &line) != nil || len(line.Message) == 0 {
		return append(out, raw...)
	}
	if n, err := strconv.ParseInt(line.Micros, 10, 64); err == nil {
		out = time.UnixMicro(n).UTC().AppendFormat(out, "2006-01-02T15:04:05.000000Z")
		out = append(out, ' ')
	}
	var text string
	var numbers []int // what is no UTF-8, or has control characters, comes as bytes
	switch {
	case json.Unmarshal(line.Message, &text) == nil:
	case json.Unmarshal(line.Message, &numbers) == nil:
		b := make([]byte, len(numbers))
		for i, n := range numbers {
			b[i] = byte(n)
		}
		text = string(b)
	default:
		return append(out, raw...)
	}
	return append(out, oneLine(text)...)
}

// unwrapRealTime reads a line of OSS's real-time log, as Simple Log Service exports it.
func unwrapRealTime(out, raw []byte) ([]byte, lineFacts) {
	at := bytes.IndexByte(raw, '{')
	if at < 0 {
		return append(out, raw...), lineFacts{}
	}
	var fields map[string]any
	d := json.NewDecoder(bytes.NewReader(raw[at:]))
	d.UseNumber()
	if d.Decode(&fields) != nil {
		return append(out, raw...), lineFacts{}
	}
	get := func(name string) string {
		switch v := fields[name].(type) {
		case string:
			if v != "-" {
				return v
			}
		case json.Number:
			return v.String()
		}
		return ""
	}
	if get("http_status") != "403" || get("request_id") == "" {
		return append(out, raw...), lineFacts{}
	}
	l := ossLine{method: get("http_method"), host: get("host"), uri: get("request_uri"), object: get("object"), bucket: get("bucket"),
		code: get("error_code"), ec: get("ec"), id: get("request_id"), operation: get("operation"), principal: get("requester_id")}
	if fields["requester_id"] == "-" {
		l.principal = "-"
	}
	if l.uri != "" && l.uri[0] != '/' { // the whole of it is escaped
		if s, err := url.PathUnescape(l.uri); err == nil {
			l.uri = s
		}
	}
	if n, err := strconv.ParseInt(get("__time__"), 10, 64); err == nil {
		l.time = time.Unix(n, 0).UTC().Format(time.RFC3339)
	} else if t, err := time.Parse("02/Jan/2006:15:04:05", get("time")); err == nil {
		l.time = t.Format("2006-01-02T15:04:05")
	}
	return l.write(out), lineFacts{l.principal, l.operation}
}

// ossAccess is a line of OSS's access log: the fields in their order, of which the newest come last.
var ossAccess = regexp.MustCompile(`^\S+ \S+ \S+` + // remote IP, reserved, reserved
	` \[([^\]]{20,30})\]` + // time
	` "([A-Z]+) ([^" ]*)[^"]*"` + // method, request URI
	` 403 \S+ \S+` + // status, sent bytes, request time
	` "(?:[^"\\]|\\.)*" "(?:[^"\\]|\\.)*"` + // Referer, User-Agent
	` "([^"]*)" "([0-9A-F]{24})" "[^"]*"` + // host, request ID, logging flag
	` "([^"]*)" "([^"]*)" "([^"]*)" "([^"]*)"` + // requester, operation, bucket, object
	` \S+ \S+ "([^"]*)"` + // object size, server cost, error code
	`(.*)`)

var ecPattern = regexp.MustCompile(`\b[0-9]{4}-[0-9]{8}\b`)

func unwrapAccess(out, raw []byte) ([]byte, lineFacts) {
	m := ossAccess.FindSubmatch(raw)
	if m == nil {
		return append(out, raw...), lineFacts{}
	}
	get := func(i int) string {
		if s := string(m[i]); s != "-" {
			return s
		}
		return ""
	}
	l := ossLine{method: get(2), uri: get(3), host: get(4), id: get(5), principal: get(6), operation: get(7), bucket: get(8), object: get(9), code: get(10)}
	if l.principal == "" {
		l.principal = "-"
	}
	if t, err := time.Parse("02/Jan/2006:15:04:05 -0700", get(1)); err == nil {
		l.time = t.UTC().Format(time.RFC3339)
	}
	l.ec = string(ecPattern.Find(m[11]))
	return l.write(out), lineFacts{l.principal, l.operation}
}

// ossLine is what both of OSS's logs say of a request.
type ossLine struct {
	time, method, host, uri, object, bucket, code, ec, id, operation, principal string
}

// write writes the line in words that the library reads: the request, and what OSS answered.
func (l ossLine) write(out []byte) []byte {
	path, query, _ := strings.Cut(l.uri, "?")
	if path == "" && l.object != "" {
		path = "/" + l.object
	}
	if l.time != "" {
		out = append(out, l.time...)
		out = append(out, ' ')
	}
	if l.host != "" && l.method != "" {
		out = append(out, l.method+" https://"+l.host+noSpace(path)...)
		if query != "" {
			out = append(out, "?"+noSpace(query)...)
		}
		out = append(out, ": "...)
	}
	out = append(out, "oss: service returned error: StatusCode=403, ErrorCode="...)
	out = append(out, noSpace(l.code)+`, ErrorMessage="", RequestId=`+noSpace(l.id)...)
	if l.bucket != "" {
		out = append(out, ", Bucket="+noSpace(l.bucket)...)
	}
	if l.ec != "" {
		out = append(out, ", Ec="+noSpace(l.ec)...)
	}
	return out
}

func noSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '"' {
			return '_'
		}
		return r
	}, s)
}
