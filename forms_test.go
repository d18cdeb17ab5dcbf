package oss403_test

import (
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// answerToDress is an answer that is to be answerToDress as a text.
type answerToDress struct {
	body   string
	header http.Header
	values map[string]string // elements below Error
	denial map[string]string // elements of AccessDeniedDetail
	e      *oss403.Error     // what the bare answer gives
}

func (d *answerToDress) get(name string) string { return d.values[name] }

// textForm is a form in which people have an answer. carries names what of it the form keeps: elements,
// "denial", "doc" for the whole document, "header" for the headers; what it does not name the form
// has lost.
type textForm struct {
	name    string
	carries string
	text    func(d *answerToDress) string
}

// textLosses says of what in some forms nothing can be told at all.
var textLosses = map[string]func(left *oss403.Error) bool{"boto3": unknownCode, "mc": unknownMessage, "mc --json": unknownMessage, "minio-py": unknownWords, "AWS for Java 2": oneWord, "gdal": oneWord}

// A form without the status holds no proof that an error whose code nobody knows was a 403.
func unknownCode(left *oss403.Error) bool {
	_, basis := oss403.Classify(left.Code, "", "")
	for e := range oss403.Catalog() {
		if e.Code == left.Code {
			return false
		}
	}
	return basis == oss403.BasisNone
}

// Nor is an ID of OSS's form beside words that nobody knows, without the status.
func unknownWords(left *oss403.Error) bool { return !isKnown(left) }

// Without status, code and ID, words that nobody knows show nothing.
func unknownMessage(left *oss403.Error) bool { return left.Kind == oss403.KindUnknown || oneWord(left) }

// A message of one word is not told from any other word.
func oneWord(left *oss403.Error) bool { return left.Code == "" && !strings.Contains(left.Message, " ") }

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

func oneLine(s string) string {
	var b strings.Builder
	for _, l := range strings.Split(s, "\n") {
		b.WriteString(strings.TrimSpace(l) + " ")
	}
	return strings.TrimSpace(b.String())
}

func quoteJSON(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(s) != nil {
		return ""
	}
	return strings.TrimSpace(b.String())
}

func quotePython(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`, "\n", `\n`).Replace(s) + "'"
}

func prefixLines(prefix, s string) string {
	return prefix + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+prefix) + "\n"
}

func stampLines(s string) string {
	var b strings.Builder
	for i, l := range strings.Split(strings.TrimSuffix(s, "\n"), "\n") {
		fmt.Fprintf(&b, "2026-03-05 10:11:%02d.%03d app[77]: %s\n", i%60, i*37%1000, l)
	}
	return b.String()
}

// headers prints the headers of an answer that OSS sends with every error.
func (d *answerToDress) headers(line func(name, value string) string) string {
	var names []string
	for name := range d.header {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, name := range names {
		b.WriteString(line(name, d.header.Get(name)))
	}
	return b.String()
}

// withErr are the headers of a HEAD.
func (d *answerToDress) withErr() *answerToDress {
	c := *d
	c.header = d.header.Clone()
	c.header.Set("X-Oss-Err", base64.StdEncoding.EncodeToString([]byte(d.body)))
	return &c
}

func headerMap(line func(name, value string) string) func(d *answerToDress) string {
	return func(d *answerToDress) string { return d.withErr().headers(line) }
}

const sdkFields = "Code Message RequestId EC"

func sdkV1(d *answerToDress) string {
	s := fmt.Sprintf("oss: service returned error: StatusCode=403, ErrorCode=%s, ErrorMessage=\"%s\", RequestId=%s", d.get("Code"), d.get("Message"), d.get("RequestId"))
	if v := d.get("Endpoint"); v != "" {
		s += ", Endpoint=" + v
	}
	if v := d.get("EC"); v != "" {
		s += ", Ec=" + v
	}
	return s
}

func sdkV2(d *answerToDress) string {
	return fmt.Sprintf("operation error PutObject: Error returned by Service. \nHttp Status Code: 403. \nError Code: %s. \nRequest Id: %s. \nMessage: %s.\nEC: %s.\nTimestamp: 2026-03-05 10:11:03 +0000 UTC.\nRequest Endpoint: PUT https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt.",
		d.get("Code"), d.get("RequestId"), d.get("Message"), d.get("EC"))
}

func jsonLog(format string) func(text func(d *answerToDress) string) func(d *answerToDress) string {
	return func(text func(d *answerToDress) string) func(d *answerToDress) string {
		return func(d *answerToDress) string { return fmt.Sprintf(format, quoteJSON(text(d))) + "\n" }
	}
}

func document(d *answerToDress) string { return d.body }

// eat takes the marks out of closing tags, as a wiki does.
func eat(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if j := strings.LastIndex(l, "</"); j >= 0 {
			lines[i] = l[:j] + l[j+2:]
		}
	}
	return strings.Join(lines, "\n")
}

// httpText is an answer as it is sent.
func httpText(d *answerToDress) string {
	return "HTTP/1.1 403 Forbidden\n" + d.headers(func(n, v string) string { return n + ": " + v + "\n" }) + "\n" + d.body
}

// dockerLines puts each line in one of Docker's json-file.
func dockerLines(s string) string {
	var b strings.Builder
	for _, l := range strings.Split(strings.TrimSuffix(s, "\n"), "\n") {
		line, _ := json.Marshal(l + "\n")
		fmt.Fprintf(&b, "{\"log\":%s,\"stream\":\"stdout\",\"time\":\"2026-03-05T10:11:03.000000000Z\"}\n", line)
	}
	return b.String()
}

// wireLines logs each line as Apache's client for Java does.
func wireLines(s string) string {
	var b strings.Builder
	for _, l := range strings.Split(strings.TrimSuffix(s, "\n"), "\n") {
		fmt.Fprintf(&b, "2026-03-05 10:11:03,123 [main] DEBUG org.apache.http.wire - http-outgoing-0 << \"%s[\\r][\\n]\"\n", l)
	}
	return b.String()
}

// xml2js prints an answer as a client for Node that keeps each element in an array.
func xml2js(d *answerToDress) string {
	elements := map[string]any{}
	for name, v := range d.values {
		elements[name] = []string{v}
	}
	if len(d.denial) > 0 {
		denial := map[string][]string{}
		for name, v := range d.denial {
			denial[name] = []string{v}
		}
		elements["AccessDeniedDetail"] = []any{denial}
	}
	b, _ := json.Marshal(map[string]any{"status": 403, "headers": d.header, "body": map[string]any{"Error": elements}})
	return string(b) + "\n"
}

// parts takes the elements that hold others out of a document.
func parts(s string) string {
	var b strings.Builder
	for _, l := range strings.Split(s, "\n") {
		t := strings.TrimSpace(l)
		if t == "" || strings.HasPrefix(t, "<?xml") || t == "<Error>" || t == "</Error>" || t == "<AccessDeniedDetail>" || t == "</AccessDeniedDetail>" {
			continue
		}
		b.WriteString(t + "\n")
	}
	return b.String()
}

var (
	zap      = jsonLog(`{"level":"error","ts":1795650006.642204,"caller":"app/main.go:69","msg":"upload failed","error":%s,"stacktrace":"main.main\n\t/srv/app/x.go:69"}`)
	zapGCP   = jsonLog(`{"severity":"ERROR","timestamp":"2026-03-05T10:11:03Z","caller":"app/main.go:69","message":"upload failed","error":%s}`)
	zerolog  = jsonLog(`{"level":"error","error":%s,"key":"a.txt","time":"2026-11-25T23:40:47Z","message":"upload failed"}`)
	ecs      = jsonLog(`{"@timestamp":"2026-03-05T10:11:03.000Z","log.level":"error","message":"upload failed","error":{"message":%s,"type":"*errors.errorString"},"service.name":"app"}`)
	winston  = jsonLog(`{"level":"error","message":"upload failed","timestamp":"2026-03-05T10:11:03Z","code":"EUPLOAD","err":%s}`)
	k8s      = jsonLog(`{"log":%s,"stream":"stderr","time":"2026-03-05T10:11:03.000000000Z"}`)
	registry = jsonLog(`{"err.code":"unknown","err.detail":%s,"err.message":"unknown error","http.request.method":"PUT","level":"error","msg":"response completed with error","time":"2026-03-05T10:11:03Z"}`)
	logfmt   = jsonLog(`time="2026-03-05T10:11:03Z" level=error msg="upload failed" error=%s`)
)

var textForms = []textForm{
	{"XML", "doc", document},
	{"XML on one line", "doc", func(d *answerToDress) string {
		return "[ERR] 10:11:03 response body: " + oneLine(d.body) + " (attempt 3)\n"
	}},
	{"XML in JSON", "doc", func(d *answerToDress) string {
		return `{"time":"2026-03-05T10:11:03Z","body":` + quoteJSON(d.body) + "}\n"
	}},
	{"XML in JSON twice", "doc", func(d *answerToDress) string {
		return `{"log":` + quoteJSON(`{"body":`+quoteJSON(d.body)+"}") + "}\n"
	}},
	{"XML in JSON, < as \\u003c", "doc", func(d *answerToDress) string {
		b, _ := json.Marshal(map[string]string{"body": d.body})
		return string(b) + "\n"
	}},
	{"XML in %q", "doc", func(d *answerToDress) string { return "put failed: body " + strconv.Quote(d.body) + ": giving up\n" }},
	{"XML in %q twice", "doc", func(d *answerToDress) string {
		return "put failed: " + strconv.Quote("body "+strconv.Quote(d.body)) + "\n"
	}},
	{"XML in HTML", "doc", func(d *answerToDress) string { return "<td>" + html.EscapeString(d.body) + "</td>\n" }},
	{"XML in HTML twice", "doc", func(d *answerToDress) string {
		return "<td>" + html.EscapeString(html.EscapeString(d.body)) + "</td>\n"
	}},
	{"XML in a URL", "doc", func(d *answerToDress) string { return "GET /error?body=" + url.QueryEscape(d.body) + " HTTP/1.1\n" }},
	{"XML in a mail", "doc", func(d *answerToDress) string { return prefixLines("> ", d.body) }},
	{"XML in a comment", "doc", func(d *answerToDress) string { return prefixLines(" * ", d.body) }},
	{"XML in a log with stamps", "doc", func(d *answerToDress) string { return stampLines(d.body) }},
	{"XML behind compose's name", "doc", func(d *answerToDress) string { return prefixLines("app-1  | ", d.body) }},
	{"XML in Docker's lines", "doc header", func(d *answerToDress) string { return dockerLines(httpText(d)) }},
	{"XML in Apache's wire log", "doc header", func(d *answerToDress) string { return wireLines(httpText(d)) }},
	{"XML as xml2js reads it", "doc header", xml2js},
	{"XML with closing marks eaten", "doc", func(d *answerToDress) string { return eat(d.body) }},
	{"XML without what is around", "doc", func(d *answerToDress) string { return "OSS said:\n" + parts(d.body) }},
	{"XML behind a status line", "doc", func(d *answerToDress) string { return "[E1010]HTTP/1.1 403 Forbidden: " + oneLine(d.body) + "\n" }},
	{"Python bytes", "doc", func(d *answerToDress) string { return "response.content = b" + quotePython(d.body) + "\n" }},
	{"Node pieces", "doc", func(d *answerToDress) string {
		var list []string
		for _, l := range strings.SplitAfter(strings.TrimSuffix(d.body, "\n"), "\n") {
			list = append(list, quotePython(l))
		}
		return "{\n  status: 403,\n  body: " + strings.Join(list, " +\n    ") + "\n}\n"
	}},
	{"curl -i", "doc header", func(d *answerToDress) string {
		return "$ curl -i https://example.com/\nHTTP/1.1 403 Forbidden\n" + d.headers(func(n, v string) string { return n + ": " + v + "\n" }) + "\n" + d.body
	}},
	{"curl -v", "doc header", func(d *answerToDress) string {
		return lines("*   Trying 192.0.2.1:443...", "* Connected to example.com (192.0.2.1) port 443 (#0)", "> GET /notes.txt HTTP/1.1", "> Host: example.com", "> User-Agent: curl/7.88.1", "> Accept: */*", "> ", "< HTTP/1.1 403 Forbidden") +
			d.headers(func(n, v string) string { return "< " + n + ": " + v + "\n" }) + "< \n" + d.body + "* Connection #0 to host example.com left intact\n"
	}},
	{"curl -sv, both streams", "doc header", func(d *answerToDress) string {
		return lines("*   Trying 192.0.2.1:443...", "> GET /notes.txt HTTP/2", "> Host: example.com", "> ", "< HTTP/2 403 ") +
			d.headers(func(n, v string) string { return "< " + strings.ToLower(n) + ": " + v + "\n" }) + "< \n{ [885 bytes data]\n* Connection #0 to host example.com left intact\n" + d.body
	}},
	{"curl -I", "doc header", func(d *answerToDress) string {
		return "HTTP/1.1 403 Forbidden\n" + d.withErr().headers(func(n, v string) string { return n + ": " + v + "\n" }) + "\n"
	}},
	{"Network panel", "doc header", func(d *answerToDress) string {
		return lines("Request URL: https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt", "Request Method: HEAD", "Status Code: 403 Forbidden") + d.withErr().headers(func(n, v string) string { return strings.ToLower(n) + ": " + v + "\n" })
	}},
	{"Network panel, two lines", "doc header", func(d *answerToDress) string {
		return lines("Request URL", "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt", "Request Method", "HEAD", "Status Code", "403 Forbidden") + d.withErr().headers(func(n, v string) string { return strings.ToLower(n) + "\n" + v + "\n" })
	}},
	{"headers in Python", "doc header", func(d *answerToDress) string {
		return "403 {" + strings.TrimSuffix(headerMap(func(n, v string) string { return "'" + n + "': '" + v + "', " })(d), ", ") + "}\n"
	}},
	{"headers in Python, tuples", "doc header", func(d *answerToDress) string {
		return "status=403 [" + strings.TrimSuffix(headerMap(func(n, v string) string { return "('" + n + "', '" + v + "'), " })(d), ", ") + "]\n"
	}},
	{"headers in Node", "doc header", func(d *answerToDress) string {
		return "403 Object [AxiosHeaders] {\n" + headerMap(func(n, v string) string { return "  '" + strings.ToLower(n) + "': '" + v + "',\n" })(d) + "}\n"
	}},
	{"headers in Rust", "doc header", func(d *answerToDress) string {
		return "Parts { status: 403, version: HTTP/1.1, headers: {" + strings.TrimSuffix(headerMap(func(n, v string) string { return `"` + strings.ToLower(n) + `": "` + v + `", ` })(d), ", ") + "} }\n"
	}},
	{"headers in Ruby", "doc header", func(d *answerToDress) string {
		return ":status=>403, :headers=>{" + strings.TrimSuffix(headerMap(func(n, v string) string { return `"` + strings.ToLower(n) + `"=>["` + v + `"], ` })(d), ", ") + "}\n"
	}},
	{"headers in Go", "doc header", func(d *answerToDress) string {
		return "status 403 map[" + strings.TrimSuffix(headerMap(func(n, v string) string { return n + ":[" + v + "] " })(d), " ") + "]\n"
	}},
	{"headers in PHP", "doc header", func(d *answerToDress) string {
		return "array (\n  'status' => '403',\n" + headerMap(func(n, v string) string { return "  '" + strings.ToLower(n) + "' => '" + v + "',\n" })(d) + ")\n"
	}},
	{"headers in PHP, print_r", "doc header", func(d *answerToDress) string {
		return "Array\n(\n    [status] => 403\n" + headerMap(func(n, v string) string { return "    [" + strings.ToLower(n) + "] => " + v + "\n" })(d) + ")\n"
	}},
	{"headers in Swift", "doc header", func(d *answerToDress) string {
		return "{ Status Code: 403, Headers {\n" + headerMap(func(n, v string) string {
			return "    \"" + strings.ToLower(n) + "\" =     (\n        \"" + v + "\"\n    );\n"
		})(d) + "} }\n"
	}},
	{"HAR", "doc header", func(d *answerToDress) string {
		return `{"request":{"method":"HEAD","url":"https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt"},"response":{"status":403,"statusText":"Forbidden","headers":[` +
			strings.TrimSuffix(headerMap(func(n, v string) string { return `{"name":"` + strings.ToLower(n) + `","value":"` + v + `"},` })(d), ",") + "]}}\n"
	}},
	{"SDK v1", sdkFields + " Endpoint", sdkV1},
	{"SDK v1 in a log", sdkFields + " Endpoint", func(d *answerToDress) string {
		return "2026-03-05T10:11:03.123Z ERROR [worker-7] put logs/1.txt: " + sdkV1(d) + "\n"
	}},
	{"SDK v1 in zap", sdkFields + " Endpoint", zap(sdkV1)},
	{"SDK v1 in zap for Cloud Logging", sdkFields + " Endpoint", zapGCP(sdkV1)},
	{"SDK v1 in zerolog", sdkFields + " Endpoint", zerolog(sdkV1)},
	{"SDK v1 in ECS", sdkFields + " Endpoint", ecs(sdkV1)},
	{"SDK v1 in winston", sdkFields + " Endpoint", winston(sdkV1)},
	{"SDK v1 in Kubernetes", sdkFields + " Endpoint", k8s(sdkV1)},
	{"SDK v1 in registry", sdkFields + " Endpoint", registry(sdkV1)},
	{"SDK v1 in logfmt", sdkFields + " Endpoint", logfmt(sdkV1)},
	{"SDK v1 as %#v", "doc", func(d *answerToDress) string {
		return fmt.Sprintf("Error: failed: oss.ServiceError{XMLName:xml.Name{Space:\"\", Local:\"Error\"}, Code:%q, Message:%q, RequestID:%q, HostID:%q, Endpoint:%q, Ec:%q, RawMessage:%q, StatusCode:403}\n",
			d.get("Code"), d.get("Message"), d.get("RequestId"), d.get("HostId"), d.get("Endpoint"), d.get("EC"), d.body)
	}},
	{"ossutil 1", sdkFields + " Endpoint", func(d *answerToDress) string { return "Error: " + sdkV1(d) + ", Bucket=examplebucket, Object=a.txt!\n" }},
	{"SDK v2", sdkFields, sdkV2},
	{"SDK v2 on one line", sdkFields, func(d *answerToDress) string { return strings.ReplaceAll(sdkV2(d), "\n", " ") }},
	{"SDK v2 in zap", sdkFields, zap(sdkV2)},
	{"SDK v2 in a log with stamps", sdkFields, func(d *answerToDress) string { return stampLines(sdkV2(d)) }},
	{"ossutil 2", sdkFields, func(d *answerToDress) string { return "Error: " + sdkV2(d) + "\n" }},
	{"Python v2", sdkFields, func(d *answerToDress) string {
		return "alibabacloud_oss_v2.exceptions.OperationError: operation error PutObject: Error returned by Service.\n" + prefixLines("        ", fmt.Sprintf("Http Status Code: 403.\nError Code: %s.\nRequest Id: %s.\nMessage: %s.\nEC: %s.\nTimestamp: 2026-03-05 10:11:03.\nRequest Endpoint: PUT https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt.", d.get("Code"), d.get("RequestId"), d.get("Message"), d.get("EC")))
	}},
	{"Java", "doc", func(d *answerToDress) string {
		return lines("com.aliyun.oss.OSSException: "+d.get("Message"), "[ErrorCode]: "+d.get("Code"), "[RequestId]: "+d.get("RequestId"), "[HostId]: "+d.get("HostId"), "[ResponseError]:") + d.body + "\n\tat com.aliyun.oss.common.utils.ExceptionFactory.createOSSException(ExceptionFactory.java:100)\n\tat com.example.App.main(App.java:12)\n"
	}},
	{"Java in a log with stamps", "doc", func(d *answerToDress) string {
		return stampLines(lines("com.aliyun.oss.OSSException: "+d.get("Message"), "[ErrorCode]: "+d.get("Code"), "[RequestId]: "+d.get("RequestId"), "[HostId]: "+d.get("HostId"), "[ResponseError]:") + d.body)
	}},
	{"Java without its document", "Code Message RequestId HostId", func(d *answerToDress) string {
		return lines("2026-03-05 10:11:03.123 ERROR 1 --- [main] c.e.App : upload failed", "", "com.aliyun.oss.OSSException: "+d.get("Message"), "[ErrorCode]: "+d.get("Code"), "[RequestId]: "+d.get("RequestId"), "[HostId]: "+d.get("HostId"), "\tat com.aliyun.oss.common.utils.ExceptionFactory.createOSSException(ExceptionFactory.java:100)")
	}},
	{"Python oss2", "Code Message RequestId HostId EC Endpoint Bucket BucketName OSSAccessKeyId RequestTime ServerTime Expires", func(d *answerToDress) string {
		details := ""
		for _, name := range []string{"Code", "Message", "RequestId", "HostId", "EC", "Endpoint", "Bucket", "BucketName", "OSSAccessKeyId", "RequestTime", "ServerTime", "Expires"} {
			if v := d.get(name); v != "" {
				details += "'" + name + "': " + quotePython(v) + ", "
			}
		}
		return "oss2.exceptions.ServerError: {'status': 403, 'x-oss-request-id': '" + d.get("RequestId") + "', 'details': {" + strings.TrimSuffix(details, ", ") + "}}\n"
	}},
	{"Node ali-oss", "Code Message RequestId HostId EC", func(d *answerToDress) string {
		return lines(d.get("Code")+"Error: "+d.get("Message"), "    at Client.requestError (/app/node_modules/ali-oss/lib/client.js:386:13)", "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {",
			"  status: 403,", "  code: '"+d.get("Code")+"',", "  requestId: '"+d.get("RequestId")+"',", "  host: '"+d.get("HostId")+"',", "  hostId: '"+d.get("HostId")+"',", "  ecCode: '"+d.get("EC")+"'", "}")
	}},
	{"Node ali-oss as JSON", "Code Message RequestId", func(d *answerToDress) string {
		return fmt.Sprintf(`{"name":"%sError","message":%s,"status":403,"requestId":"%s","code":"%s"}`, d.get("Code"), quoteJSON(d.get("Message")), d.get("RequestId"), d.get("Code")) + "\n"
	}},
	{"PHP", "Code Message RequestId", func(d *answerToDress) string {
		return "PHP Fatal error:  Uncaught OSS\\Core\\OssException: " + d.get("Code") + ": " + d.get("Message") + " RequestId: " + d.get("RequestId") + " in /srv/vendor/aliyuncs/oss-sdk-php/src/OSS/Result/Result.php:98\n"
	}},
	{"C#", "Code Message RequestId HostId", func(d *answerToDress) string {
		return "Aliyun.OSS.Common.OssException: " + d.get("Message") + "\n   at Aliyun.OSS.Common.Handlers.ErrorResponseHandler.Handle(ServiceResponse response)\nError code: " + d.get("Code") + "; Error info: " + d.get("Message") + ". \nRequestID:" + d.get("RequestId") + "\tHostID:" + d.get("HostId") + "\n"
	}},
	{"C++", "Code Message RequestId", func(d *answerToDress) string {
		return "AlibabaCloud::OSS PutObject fail,code:" + d.get("Code") + ",message:" + d.get("Message") + ",requestId:" + d.get("RequestId") + "\n"
	}},
	{"opendal", "Code Message RequestId HostId", func(d *answerToDress) string {
		return fmt.Sprintf(`PermissionDenied (persistent) at stat, context: { uri: https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt, response: Parts { status: 403, version: HTTP/1.1, headers: {"server": "AliyunOSS", "x-oss-request-id": "%s"} }, service: oss, path: a.txt } => OSSError { code: %q, message: %q, request_id: %q, host_id: %q }`, d.get("RequestId"), d.get("Code"), d.get("Message"), d.get("RequestId"), d.get("HostId")) + "\n"
	}},
	{"aws-sdk-rust", "Code Message RequestId", func(d *answerToDress) string {
		return fmt.Sprintf(`ServiceError(ServiceError { source: Unhandled(Unhandled { source: ErrorMetadata { code: Some(%q), message: Some(%q), extras: Some({"aws_request_id": %q}) }, meta: ErrorMetadata { code: None } }), raw: Response { status: StatusCode(403), headers: Headers { headers: {"server": HeaderValue { _private: H0("AliyunOSS") }} } } })`, d.get("Code"), d.get("Message"), d.get("RequestId")) + "\n"
	}},
	{"object_store", "doc", func(d *answerToDress) string {
		return "Generic S3 error: Error performing PUT https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt in 12.3ms - Server returned non-2xx status code: 403 Forbidden: " + d.body
	}},
	{"Ruby", "Code Message RequestId", func(d *answerToDress) string {
		return "/usr/lib/ruby/gems/aliyun-sdk/lib/aliyun/oss/http.rb:310:in `do_request': Aliyun::OSS::ServerError: " + d.get("Message") + " RequestId: " + d.get("RequestId") + " Code: " + d.get("Code") + "\n"
	}},
	{"fog", "doc", func(d *answerToDress) string {
		return "Excon::Error::Forbidden: Expected(200) <=> Actual(403 Forbidden)\nexcon.error.response\n  :body          => " + strconv.Quote(d.body) + "\n  :headers       => {\n    \"Server\"           => \"AliyunOSS\"\n    \"x-oss-request-id\" => \"" + d.get("RequestId") + "\"\n  }\n"
	}},
	{"Perl", "Code Message RequestId", func(d *answerToDress) string {
		return "put_object failed: HTTP 403 Forbidden: " + d.get("Code") + ": " + d.get("Message") + " at /srv/backup.pl line 42, request id: " + d.get("RequestId") + "\n"
	}},
	{"Haskell", "Code Message HostId", func(d *answerToDress) string {
		return fmt.Sprintf("git-annex: S3Error {s3StatusCode = Status {statusCode = 403, statusMessage = \"Forbidden\"}, s3ErrorCode = %q, s3ErrorMessage = %q, s3ErrorResource = Nothing, s3ErrorHostId = Just %q, s3ErrorAccessKeyId = Nothing, s3ErrorStringToSign = Nothing, s3ErrorBucket = Nothing, s3ErrorEndpointRaw = Nothing, s3ErrorEndpoint = Nothing}\n", d.get("Code"), d.get("Message"), d.get("HostId"))
	}},
	{"jindo", "doc", func(d *answerToDress) string {
		return "java.io.IOException: \n[RequestId]: " + d.get("RequestId") + " \n[HostId]: " + d.get("HostId") + " \n[ErrorCode]: 1010 \n[ErrorMessage]: [E1010]HTTP/1.1 403 Forbidden: " + oneLine(d.body) + "\n\tat com.aliyun.jindodata.jnative.HadoopSystem.mkdir(HadoopSystem.java:42)\n"
	}},
	{"hadoop s3a", "Code Message RequestId", func(d *answerToDress) string {
		return "java.nio.file.AccessDeniedException: s3a://examplebucket/a: getFileStatus on s3a://examplebucket/a: com.amazonaws.services.s3.model.AmazonS3Exception: " + d.get("Message") + " (Service: Amazon S3; Status Code: 403; Error Code: " + d.get("Code") + "; Request ID: " + d.get("RequestId") + "; S3 Extended Request ID: null; Proxy: null), S3 Extended Request ID: null:" + d.get("Code") + "\n"
	}},
	{"AWS for Java 2", "Message RequestId", func(d *answerToDress) string {
		return "software.amazon.awssdk.services.s3.model.S3Exception: " + d.get("Message") + " (Service: S3, Status Code: 403, Request ID: " + d.get("RequestId") + ") (SDK Attempt Count: 1)\n"
	}},
	{"ossfs", "doc", func(d *answerToDress) string {
		return "Mar  5 10:11:03 host ossfs[42]: curl.cpp:RequestPerform(2371): HTTP response code 403, returning EPERM. Body Text: " + d.body
	}},
	{"s3fs", "Code Message", func(d *answerToDress) string {
		return lines("s3fs: CURLE_HTTP_RETURNED_ERROR on https://examplebucket.oss-cn-hangzhou.aliyuncs.com/", "s3fs: HTTP Error Code: 403", "s3fs: AWS Error Code: "+d.get("Code"), "s3fs: AWS Message: "+d.get("Message"))
	}},
	{"gdal", "Message", func(d *answerToDress) string {
		return lines("Warning 1: HTTP response code on https://examplebucket.oss-cn-beijing.aliyuncs.com/a.tif: 403", "ERROR 14: "+d.get("Message"), "gdalinfo failed - unable to open '/vsioss/examplebucket/a.tif'.")
	}},
	{"AWS for Go 1", "Code Message RequestId", func(d *answerToDress) string {
		return d.get("Code") + ": " + d.get("Message") + "\n\tstatus code: 403, request id: " + d.get("RequestId") + ", host id: \n"
	}},
	{"AWS for Go 1 in zerolog", "Code Message RequestId", zerolog(func(d *answerToDress) string {
		return d.get("Code") + ": " + d.get("Message") + "\n\tstatus code: 403, request id: " + d.get("RequestId") + ", host id: "
	})},
	{"AWS for Go 2", "Code Message RequestId", func(d *answerToDress) string {
		return "operation error S3: PutObject, https response error StatusCode: 403, RequestID: " + d.get("RequestId") + ", HostID: , api error " + d.get("Code") + ": " + d.get("Message") + "\n"
	}},
	{"AWS for JavaScript 3", "Code Message RequestId", func(d *answerToDress) string {
		return lines(d.get("Code")+": "+d.get("Message"), "    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20) {", "  '$fault': 'client',", "  '$metadata': {", "    httpStatusCode: 403,", "    requestId: '"+d.get("RequestId")+"',", "    attempts: 1", "  },", "  Code: '"+d.get("Code")+"',", "  RequestId: '"+d.get("RequestId")+"'", "}")
	}},
	{"boto3", "Code Message", func(d *answerToDress) string {
		return "botocore.exceptions.ClientError: An error occurred (" + d.get("Code") + ") when calling the PutObject operation: " + d.get("Message") + " url: https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt\n"
	}},
	{"boto3's response", "Code Message RequestId EC", func(d *answerToDress) string {
		return "{'Error': {'Code': '" + d.get("Code") + "', 'Message': " + quotePython(d.get("Message")) + ", 'EC': '" + d.get("EC") + "'}, 'ResponseMetadata': {'RequestId': '" + d.get("RequestId") + "', 'HostId': '', 'HTTPStatusCode': 403, 'HTTPHeaders': {'server': 'AliyunOSS', 'x-amz-request-id': '" + d.get("RequestId") + "'}, 'RetryAttempts': 0}}\n"
	}},
	{"AWS for PHP", "doc", func(d *answerToDress) string {
		return "Error executing \"PutObject\" on \"https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt\"; AWS HTTP error: Client error: `PUT https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt` resulted in a `403 Forbidden` response:\n" + d.body + " " + d.get("Code") + " (client): " + d.get("Message") + " - " + d.body
	}},
	{"minio-py", "Code Message RequestId", func(d *answerToDress) string {
		return "minio.error.S3Error: S3 operation failed; code: " + d.get("Code") + ", message: " + d.get("Message") + ", resource: None, request_id: " + d.get("RequestId") + ", host_id: None, bucket_name: examplebucket, object_name: a.txt\n"
	}},
	{"minio-java", "Code Message RequestId HostId", func(d *answerToDress) string {
		return "io.minio.errors.ErrorResponseException: " + d.get("Message") + "\n\tat io.minio.S3Base.execute(S3Base.java:667)\nerror occurred\nErrorResponse(code = " + d.get("Code") + ", message = " + d.get("Message") + ", bucketName = examplebucket, objectName = a.txt, resource = null, requestId = " + d.get("RequestId") + ", hostId = " + d.get("HostId") +
			")\nrequest={method=PUT, url=https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt, headers=Host: examplebucket.oss-cn-hangzhou.aliyuncs.com\n}\nresponse={code=403, headers=Server: AliyunOSS\n}\n"
	}},
	{"minio-js", "Code Message RequestId", func(d *answerToDress) string {
		return lines("S3Error: "+d.get("Message"), "    at Object.parseError (/app/node_modules/minio/dist/main/xml-parsers.js:79:11)", "    at /app/node_modules/minio/dist/main/transformers.js:165:22 {", "  code: '"+d.get("Code")+"',", "  requestid: '"+d.get("RequestId")+"',", "  hostid: '"+d.get("HostId")+"',", "  amzRequestid: '"+d.get("RequestId")+"',", "  amzId2: null,", "  amzBucketRegion: null", "}")
	}},
	{"minio-go as %#v", "Code Message RequestId HostId", func(d *answerToDress) string {
		return fmt.Sprintf(`minio.ErrorResponse{XMLName:xml.Name{Space:"", Local:"Error"}, Code:%q, Message:%q, BucketName:"examplebucket", Key:"a.txt", Resource:"", RequestID:%q, HostID:%q, Region:"", Server:"AliyunOSS", Headers:http.Header(nil), StatusCode:403}`, d.get("Code"), d.get("Message"), d.get("RequestId"), d.get("HostId")) + "\n"
	}},
	{"mc --json", "Code Message RequestId HostId", func(d *answerToDress) string {
		return fmt.Sprintf(`{"status":"error","error":{"message":"Unable to list folder.","cause":{"message":%s,"error":{"Code":"%s","Message":%s,"BucketName":"examplebucket","Key":"","Resource":"","RequestId":"%s","HostId":"%s","Region":"","Server":"AliyunOSS"}},"type":"error"}}`, quoteJSON(d.get("Message")), d.get("Code"), quoteJSON(d.get("Message")), d.get("RequestId"), d.get("HostId")) + "\n"
	}},
	{"mc", "Message", func(d *answerToDress) string {
		return "$ mc alias set oss https://oss-cn-hangzhou.aliyuncs.com AK SK --api S3v4\n$ mc ls oss/examplebucket\nmc: <ERROR> Unable to list folder. " + d.get("Message") + "\n"
	}},
	{"s3cmd", "Code Message", func(d *answerToDress) string {
		return "$ s3cmd ls s3://examplebucket --host=oss-cn-hangzhou.aliyuncs.com\nERROR: S3 error: 403 (" + d.get("Code") + "): " + d.get("Message") + "\n"
	}},
	{"terraform", sdkFields + " Endpoint", func(d *answerToDress) string {
		return "│ Error: [ERROR] terraform-provider-alicloud/alicloud/resource.go:42: Resource examplebucket PutBucket Failed!!! [SDK aliyun-oss-go-sdk ERROR]:\n│ " + sdkV1(d) + "\n│\n│   with alicloud_oss_bucket.b,\n"
	}},
	{"aliyungo", "Code Message RequestId", func(d *answerToDress) string {
		return "panic: Aliyun API Error: RequestId: " + d.get("RequestId") + " Status Code: 403 Code: " + d.get("Code") + " Message: " + d.get("Message") + "\n"
	}},
	{"our own line", "own", func(d *answerToDress) string {
		return "2026-03-05T10:11:03Z ERROR upload part 3: " + d.e.Error() + "\n"
	}},
	{"our own line in zap", "own", zap(func(d *answerToDress) string { return "upload: " + d.e.Error() })},
	{"our own JSON", "all", func(d *answerToDress) string { b, _ := json.Marshal(d.e); return string(b) + "\n" }},
	{"our own group in JSON", "group", func(d *answerToDress) string { return slogText(d.e, true) }},
	{"our own report", "report", func(d *answerToDress) string { return "support wrote:\n\n" + d.e.Report(oss403.English) + "\n" }},
	{"our own report in Chinese", "report", func(d *answerToDress) string { return d.e.Report(oss403.Chinese) }},
	{"our own %+v", "report", func(d *answerToDress) string {
		return fmt.Sprintf("2026/03/05 10:11:03 upload part 3: %+v\nnext\n", d.e)
	}},
	{"our own %+v in zap", "report", zap(func(d *answerToDress) string { return fmt.Sprintf("upload: %+v", d.e) })},
	{"our own group in a text", "group", func(d *answerToDress) string { return slogText(d.e, false) }},
}

// slogText is what slog prints of an error.
func slogText(e *oss403.Error, asJSON bool) string {
	var b strings.Builder
	var h slog.Handler = slog.NewTextHandler(&b, nil)
	if asJSON {
		h = slog.NewJSONHandler(&b, nil)
	}
	slog.New(h).Error("upload failed", oss403.Attr(e))
	return b.String()
}

// dress reads the answer of a case.
func dress(t testing.TB, path string) *answerToDress {
	_, files := readCase(t, path)
	resp := response(t, files)
	answer := *find(files, "answer")
	_, body, _ := strings.Cut(answer, "\n\n")
	d := &answerToDress{body: body, header: resp.Header, values: map[string]string{}, denial: map[string]string{}}
	e, ok := oss403.Parse(403, resp.Header, []byte(body))
	if !ok {
		return nil
	}
	d.e = e
	if body == "" {
		if v, err := base64.StdEncoding.DecodeString(resp.Header.Get("X-Oss-Err")); err == nil && len(v) > 0 {
			d.body = string(v)
		}
	}
	var doc struct {
		XMLName  xml.Name
		Elements []struct {
			XMLName  xml.Name
			Text     string `xml:",chardata"`
			Elements []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
			} `xml:",any"`
		} `xml:",any"`
	}
	if xml.Unmarshal([]byte(d.body), &doc) != nil || doc.XMLName.Local != "Error" {
		return nil
	}
	for _, el := range doc.Elements {
		d.values[el.XMLName.Local] = strings.TrimSpace(el.Text)
		for _, inner := range el.Elements {
			d.denial[inner.XMLName.Local] = strings.TrimSpace(inner.Text)
		}
	}
	if d.values["EC"] == "" && resp.Header.Get("X-Oss-Ec") != "" {
		d.values["EC"] = resp.Header.Get("X-Oss-Ec")
	}
	return d
}

// left returns what an answer with no more than the form keeps gives.
func (f *textForm) left(d *answerToDress) *oss403.Error {
	switch f.carries {
	case "own", "all", "group", "report":
		return d.e
	}
	header := http.Header{"Server": {"AliyunOSS"}}
	body := d.body
	if strings.Contains(f.carries, "header") {
		header = d.header
	}
	if !strings.Contains(f.carries, "doc") {
		var b strings.Builder
		b.WriteString("<Error>")
		for _, name := range strings.Fields(f.carries) {
			if v := d.values[name]; v != "" {
				b.WriteString("<" + name + ">" + html.EscapeString(v) + "</" + name + ">")
			}
		}
		b.WriteString("</Error>")
		body = b.String()
	}
	e, ok := oss403.Parse(403, header, []byte(body))
	if !ok {
		return nil
	}
	return e
}

func sameMessage(x, y string) bool {
	plain := func(s string) string { return strings.TrimRight(strings.Join(strings.Fields(s), " "), ". ") }
	return plain(x) == plain(y)
}

// isKnown says whether the catalog has a message: one that it has not ends where a form shows it.
func isKnown(e *oss403.Error) bool {
	_, basis := oss403.Classify(e.Code, e.Message, "")
	return basis == oss403.BasisMessage || basis == oss403.BasisTemplate
}

// mayEnd says whether a message that the catalog does not have is lost, or ends later, in a form that
// does not show where it ends.
func (f *textForm) mayEnd(got, want string) bool {
	return !strings.Contains(f.carries, "doc") && (got == "" || strings.Contains(got, want))
}

// difference says what of want a text did not give.
func (f *textForm) difference(e, want *oss403.Error) string {
	var list []string
	add := func(what string, got, want any) {
		if got != want {
			list = append(list, fmt.Sprintf("%s %v, want %v", what, got, want))
		}
	}
	if e == nil {
		return "not found"
	}
	add("kind", e.Kind, want.Kind)
	if want.Code != "" || !sameMessage(string(e.Code), want.Message) { // a code that is its own message
		add("code", e.Code, want.Code)
	}
	add("EC", e.EC, want.EC)
	add("request ID", e.RequestID, want.RequestID)
	if f.carries == "own" {
		return strings.Join(list, "; ")
	}
	if f.carries == "report" && strings.HasSuffix(e.Message, "…") { // a long one is cut
		return strings.Join(list, "; ")
	}
	if !sameMessage(e.Message, want.Message) && (isKnown(want) || !f.mayEnd(e.Message, want.Message)) {
		add("message", e.Message, want.Message)
	}
	if f.carries == "report" {
		add("reason", e.Reason, want.Reason)
		add("basis", e.Basis, want.Basis)
		add("bucket", e.Bucket, want.Bucket)
		add("object", e.Object, want.Object)
		add("key", e.AccessKeyID, want.AccessKeyID)
		add("host", e.HostID, want.HostID)
	}
	if f.carries == "group" {
		add("endpoint", e.BucketEndpoint, want.BucketEndpoint)
		add("key", e.AccessKeyID, want.AccessKeyID)
		add("host", e.HostID, want.HostID)
		if want.Denial != nil {
			add("denial", e.Denial != nil && e.Denial.Action == want.Denial.Action && e.Denial.PrincipalName == want.Denial.PrincipalName, true)
		}
	}
	if f.carries == "all" || strings.Contains(f.carries, "doc") {
		add("endpoint", e.BucketEndpoint, want.BucketEndpoint)
		add("key", e.AccessKeyID, want.AccessKeyID)
		if f.name != "Python oss2" {
			add("denial", e.Denial != nil, want.Denial != nil)
			if e.Denial != nil && want.Denial != nil {
				add("action", e.Denial.Action, want.Denial.Action)
				add("principal", e.Denial.PrincipalName, want.Denial.PrincipalName)
			}
		}
		add("clock", e.Clock != nil, want.Clock != nil)
	}
	return strings.Join(list, "; ")
}

// TestTextForms dresses an answer of every kind in every form, and finds in the text what the form
// keeps of the answer. It prints a table of forms by kinds that came out right.
func TestTextForms(t *testing.T) {
	answers := map[string]*answerToDress{}
	var names []string
	for k := range oss403.Kinds() {
		path := filepath.Join("testdata/403", string(k)+".txtar")
		if _, err := os.Stat(path); err != nil {
			t.Logf("%s: no case", k)
			continue
		}
		if d := dress(t, path); d != nil && d.e.Kind == k {
			answers[string(k)] = d
			names = append(names, string(k))
		}
	}
	var table strings.Builder
	right, all := 0, 0
	for i := range textForms {
		f := &textForms[i]
		n, lost := 0, 0
		for _, name := range names {
			d := answers[name]
			want := f.left(d)
			if want == nil {
				t.Errorf("%s: %s: nothing is left", f.name, name)
				continue
			}
			text := f.text(d)
			if textLosses[f.name] != nil && textLosses[f.name](want) {
				n++
				lost++
				continue
			}
			for what, e := range map[string]*oss403.Error{"ParseText": parsed(text), "ScanText": scanned(t, text)} {
				if diff := f.difference(e, want); diff != "" {
					t.Errorf("%s: %s: %s: %s", f.name, name, what, diff)
					if testing.Verbose() {
						t.Log(text)
					}
				} else if what == "ParseText" {
					n++
				}
			}
		}
		note := ""
		if lost > 0 {
			note = fmt.Sprintf(", of %d the form has lost what tells", lost)
		}
		fmt.Fprintf(&table, "%3d of %d  %s%s\n", n, len(names), f.name, note)
		right, all = right+n, all+len(names)
	}
	t.Logf("kinds right by form:\n%sin all %d of %d", table.String(), right, all)
}

func parsed(text string) *oss403.Error {
	e, _ := oss403.ParseText(text)
	return e
}

// scanned returns the one 403 in a text.
func scanned(t testing.TB, text string) *oss403.Error {
	var e *oss403.Error
	for found, err := range oss403.ScanText(strings.NewReader(text)) {
		if err != nil {
			t.Error(err)
		}
		if e != nil {
			t.Errorf("two errors, %v and %v in\n%s", e, found.Error, text)
		}
		e = found.Error
	}
	return e
}
