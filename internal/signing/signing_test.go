package signing

import (
	"cmp"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// signingRecord is a request that a real client signed, and what a server said of it when one part
// was changed on the way. The module compat writes them.
type signingRecord struct {
	Sent struct {
		Method, Host, Path, Query string
		Header                    http.Header
		Length                    int64
		Bucket                    string
	}
	Changes []struct {
		Part, How string // Part is "" where it was the secret
		Answer    struct {
			OSSAccessKeyId, AWSAccessKeyId, StringToSign, CanonicalRequest, EC string
		}
	}
}

// signingRecords reads the records, compat's fresh ones if it runs this.
func signingRecords(t testing.TB) map[string]signingRecord {
	dir := cmp.Or(os.Getenv("OSS403_SIGNING"), filepath.Join("testdata", "signing"))
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	records := map[string]signingRecord{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		var r signingRecord
		require.NoError(t, json.Unmarshal(data, &r), path)
		records[strings.TrimSuffix(filepath.Base(path), ".json")] = r
	}
	return records
}

// parts are those of a request, to be varied.
type parts struct {
	Method, Host, EscapedPath, RawQuery string
	Header                              http.Header
	Length                              int64
	Bucket                              string // for hosts that do not name it
}

func (p parts) read() *request.Request {
	r := request.New(p.Method, p.Host, p.EscapedPath, p.RawQuery, p.Header)
	r.Length, r.Bucket = p.Length, cmp.Or(r.Bucket, p.Bucket)
	return r
}

func (r *signingRecord) sent() parts {
	s := r.Sent
	return parts{s.Method, s.Host, s.Path, s.Query, s.Header, s.Length, s.Bucket}
}

func (r *signingRecord) server(i int) Echo {
	v := r.Changes[i].Answer
	a := document.Error{Elements: document.Elements{EC: v.EC, AWSAccessKeyID: v.AWSAccessKeyId, AccessKeyID: v.OSSAccessKeyId, StringToSign: v.StringToSign, RawStringToSign: v.StringToSign, CanonicalRequest: v.CanonicalRequest}}
	return EchoOf(&a)
}

// TestSigningRecords checks that of every request that a real client signed exactly the part that
// was changed is named, and none where it was the secret.
func TestSigningRecords(t *testing.T) {
	for name, r := range signingRecords(t) {
		for i, c := range r.Changes {
			t.Run(name+"/"+c.Part+" "+c.How, func(t *testing.T) {
				d, found, complete := Compare(r.sent().read(), r.server(i))
				assert.True(t, complete)
				assert.Equal(t, c.Part != "", found)
				assert.Equal(t, strings.ToLower(c.Part), strings.ToLower(d.Part), "%+v", d)
				assert.Equal(t, kindOf(c.How), d.Kind, "%+v", d)
				if t.Failed() {
					t.Logf("%s\n%s", c.Answer.StringToSign, c.Answer.CanonicalRequest)
				}
			})
		}
	}
}

// kindOf returns the kind of difference that a change of compat shows as.
func kindOf(how string) DifferenceKind {
	switch how {
	case "verb", "date", "expires", "bucket changed", "bucket missing", "path changed", "slash", "plus":
		return partChanged
	case "path encoding":
		return PathDecoded
	}
	return DifferenceKind(how)
}

// get is a request of OSS SDK v1 and the echo of it, to be varied.
func get() (parts, Echo) {
	const date = "Thu, 05 Mar 2026 09:51:03 GMT"
	header := http.Header{"Date": {date}, "Authorization": {"OSS LTAI5tExampleExampleKey1:b2theXNpZ25hdHVyZW9mbW9yZXRoYW4="}}
	return parts{"GET", "b.oss-cn-hangzhou.aliyuncs.com", "/k", "", header, 0, ""},
		Echo{"V1", "GET\n\n\n" + date + "\n/b/k", "", "LTAI5tExampleExampleKey1"}
}

// TestCompareNothing checks when finding nothing means something.
func TestCompareNothing(t *testing.T) {
	for name, c := range map[string]struct {
		change   func(*parts, *Echo)
		complete bool
	}{
		"all agrees":       {func(*parts, *Echo) {}, true},
		"indentation":      {func(_ *parts, s *Echo) { s.stringToSign = "\n    " + s.stringToSign + "\n  " }, true},
		"masked AccessKey": {func(_ *parts, s *Echo) { s.accessKeyID = "LTAI****" }, true},
		"scheme not said":  {func(_ *parts, s *Echo) { s.scheme = "" }, true},
		"port":             {func(r *parts, _ *Echo) { r.Host += ":80" }, true},
		"bucket given":     {func(r *parts, _ *Echo) { r.Host, r.Bucket = "files.example.com", "b" }, true},
		"bucket in path": {func(r *parts, _ *Echo) {
			r.Host, r.Bucket, r.EscapedPath = "oss.example.com", "b", "/b/k"
		}, true},
		"IP address":             {func(r *parts, _ *Echo) { r.Host, r.EscapedPath = "10.0.0.1:9000", "/b/k" }, true},
		"listing":                {func(r *parts, _ *Echo) { r.RawQuery = "prefix=a%2F&max-keys=3" }, true},
		"bucket without slash":   {func(r *parts, s *Echo) { bucketOnly(r, s) }, true},
		"key with question mark": {func(r *parts, s *Echo) { r.EscapedPath += "%3Fa=b"; s.stringToSign += "?a=b" }, true},
		"trailing blank":         {func(r *parts, s *Echo) { r.EscapedPath += "%20"; s.stringToSign += " " }, true},
		"line break in key": {func(r *parts, s *Echo) {
			r.EscapedPath += "%0Ax-oss-a:b"
			s.stringToSign += "\nx-oss-a:b"
		}, true},

		"bucket unknown":    {func(r *parts, _ *Echo) { r.Host = "files.example.com" }, false},
		"unknown parameter": {func(r *parts, _ *Echo) { r.RawQuery = "newThing" }, false},
		"x-oss- parameter":  {func(r *parts, _ *Echo) { r.RawQuery = "x-oss-new=1" }, false},
		"repeated":          {func(r *parts, s *Echo) { r.RawQuery = "acl=1&acl=2"; s.stringToSign += "?acl=1" }, false},
		"blanks in a header": {func(r *parts, s *Echo) {
			r.Header = r.Header.Clone()
			r.Header.Set("X-Oss-Meta-A", "a  b")
			s.stringToSign = strings.Replace(s.stringToSign, "\n/b", "\nx-oss-meta-a:a b\n/b", 1)
		}, false},
		"no signedText": {func(_ *parts, s *Echo) { s.stringToSign = "" }, false},
		"in one line": {func(_ *parts, s *Echo) {
			s.stringToSign = strings.ReplaceAll(s.stringToSign, "\n", " ")
		}, false},
		"form": {func(_ *parts, s *Echo) {
			s.stringToSign = "eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wMVQwMDowMDowMFoifQ=="
		}, false},
		"V4 said only": {func(_ *parts, s *Echo) { s.scheme, s.stringToSign = "V4", "" }, false},
	} {
		t.Run(name, func(t *testing.T) {
			r, s := get()
			c.change(&r, &s)
			d, found, complete := Compare(r.read(), s)
			assert.False(t, found, "%+v", d)
			assert.Equal(t, c.complete, complete)
		})
	}
}

func bucketOnly(r *parts, s *Echo) {
	r.Host, r.EscapedPath = "10.0.0.1", "/b"
	s.stringToSign = strings.Replace(s.stringToSign, "/b/k", "/b/", 1)
}

// TestCompareV4Hash checks that V4 needs no canonical request to see that all agrees, and concludes
// nothing from a hash alone, a canonical request that explains nothing, or a chunk's signature.
func TestCompareV4Hash(t *testing.T) {
	for name, r := range signingRecords(t) {
		for i, c := range r.Changes {
			s := r.server(i)
			if s.canonicalRequest == "" || c.Part != "" {
				continue
			}
			s.canonicalRequest = ""
			_, found, complete := Compare(r.sent().read(), s)
			assert.False(t, found, name)
			assert.True(t, complete, name)

			hash := s.stringToSign[strings.LastIndexByte(s.stringToSign, '\n')+1:]
			s.stringToSign = strings.Replace(s.stringToSign, hash, strings.Repeat("0", len(hash)), 1)
			for _, canonical := range []string{"", c.Answer.CanonicalRequest, "GET"} {
				s.canonicalRequest = canonical
				_, found, complete = Compare(r.sent().read(), s)
				assert.False(t, found, name)
				assert.False(t, complete, name)
			}
			s.stringToSign += "\n" + hash + "\n" + hash
			_, found, complete = Compare(r.sent().read(), s)
			assert.False(t, found, name)
			assert.False(t, complete, name)
		}
	}
}

func TestCompareDifference(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*parts, *Echo)
		want   Difference
	}{
		"a CDN signs": {func(r *parts, s *Echo) { r.Header = http.Header{} }, Difference{partScheme, "", "V1", schemeChanged}},
		"a CDN signs otherwise": {func(r *parts, s *Echo) {
			r.Header = http.Header{"Authorization": {"OSS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20260305/cn-hangzhou/oss/aliyun_v4_request,Signature=0"}}
		}, Difference{partScheme, "V4", "V1", schemeChanged}},
		"a CDN signs with its key": {func(_ *parts, s *Echo) { s.accessKeyID = "LTAI5tOfTheCDN" },
			Difference{PartAccessKeyID, "LTAI5tExampleExampleKey1", "LTAI5tOfTheCDN", accessKeyChanged}},
		"escaped in HTML": {func(r *parts, _ *Echo) {
			r.Header, r.RawQuery = nil, "Expires=1&amp;OSSAccessKeyId=LTAI&amp;Signature=s"
		}, Difference{"OSSAccessKeyId", "amp;OSSAccessKeyId", "OSSAccessKeyId", EscapedAmpersand}},
		"escaped in JSON": {func(r *parts, _ *Echo) {
			r.Header, r.RawQuery = nil, `Expires=1\u0026OSSAccessKeyId=LTAI\u0026Signature=s`
		}, Difference{"OSSAccessKeyId", `\u0026OSSAccessKeyId`, "OSSAccessKeyId", EscapedAmpersand}},
		"leading slash": {func(r *parts, _ *Echo) { r.EscapedPath = "//k" }, Difference{PartPath, "/b//k", "/b/k", partChanged}},
		"plus": {func(r *parts, s *Echo) {
			r.EscapedPath = "/+k"
			s.stringToSign = strings.Replace(s.stringToSign, "/k", "/ k", 1)
		}, Difference{PartPath, "/b/+k", "/b/ k", PathPlusAsSpace}},
		"not ours": {func(_ *parts, s *Echo) {
			s.stringToSign = strings.Replace(s.stringToSign, "/b/k", "/c/k", 1)
		}, Difference{partBucket, "b", "c", partChanged}},
		"bucket lost": {func(_ *parts, s *Echo) {
			s.stringToSign = strings.Replace(s.stringToSign, "/b/k", "/k", 1)
		}, Difference{partBucket, "b", "", partChanged}},
		"bucket doubled": {func(_ *parts, s *Echo) {
			s.stringToSign = strings.Replace(s.stringToSign, "/b/k", "/b/b/k", 1)
		},
			Difference{partBucket, "b", "b/b", partChanged}},
		"unknown bucket, other key": {func(r *parts, _ *Echo) { r.Host, r.EscapedPath = "files.example.com", "/x" },
			Difference{PartPath, "/x", "/k", partChanged}},
		"sub-resource lost": {func(r *parts, _ *Echo) { r.RawQuery = "acl" }, Difference{"acl", "", "", QueryLost}},
		"another one":       {func(_ *parts, s *Echo) { s.stringToSign += "?acl" }, Difference{"acl", "", "", QueryAdded}},
		"x-oss-date stands in": {func(r *parts, _ *Echo) {
			r.Header = http.Header{"X-Oss-Date": {"Thu, 05 Mar 2026 09:51:04 GMT"}, "Authorization": r.Header["Authorization"]}
		}, Difference{"x-oss-date", "Thu, 05 Mar 2026 09:51:04 GMT", "Thu, 05 Mar 2026 09:51:03 GMT", partChanged}},
		"the first of several": {func(r *parts, _ *Echo) { r.Method, r.EscapedPath = "HEAD", "/x" }, Difference{partMethod, "HEAD", "GET", partChanged}},
	} {
		t.Run(name, func(t *testing.T) {
			r, s := get()
			c.change(&r, &s)
			d, found, complete := Compare(r.read(), s)
			assert.True(t, found)
			assert.True(t, complete)
			assert.Equal(t, c.want, d)
		})
	}
}

func TestEchoOf(t *testing.T) {
	a := document.Error{Elements: document.Elements{RawStringToSign: "GET\n\n\n1\n/b/\ufffd", StringToSignBytes: "47 45 54 0A 0A 0A 31 0A 2F 62 2F FF"}}
	assert.Equal(t, "GET\n\n\n1\n/b/\xff", EchoOf(&a).stringToSign)
	for _, bytes := range []string{"", "47 45 54 ...", "4", "47 45", "47 45 54 0A 0A 0A 31 0A 2F 62 2F"} { // none, or cut off
		a.StringToSignBytes = bytes
		assert.Equal(t, a.RawStringToSign, EchoOf(&a).stringToSign, bytes)
	}
}

func TestParts(t *testing.T) {
	for want, s := range map[string]Echo{
		"V1 | Method=PUT | Content-MD5= | Content-Type=text/plain | Expires=1767225600 | x-oss-meta-a=b=c | Resource=/b/k?acl": {
			stringToSign: "PUT\n\ntext/plain\n1767225600\nx-oss-meta-a:b=c\n/b/k?acl"},
		"V2 | Method=GET | Content-MD5= | Content-Type= | Date=Thu | x-oss-meta-a=b | Additional headers=range;host | Resource=%2Fb%2Fk": {
			scheme: "V2", stringToSign: "GET\n\n\nThu\nx-oss-meta-a:b\nrange;host\n%2Fb%2Fk"},
		"S3 V2 | Method=GET | Content-MD5= | Content-Type= | Date=Thu | x-amz-meta-a=b | Resource=/b/k": {
			stringToSign: "GET\n\n\nThu\nx-amz-meta-a:b\n/b/k"},
		"V4 | Signature version=OSS4-HMAC-SHA256 | Date=20260305T095103Z | Scope date=20260305 | Scope region=cn-hangzhou | Scope product=oss | Canonical request hash=0f | " +
			"Method=GET | Path=/b/k | acl= | prefix=a/ | x-oss-date=20260305T095103Z | Additional headers=host | Payload hash=UNSIGNED-PAYLOAD": {
			stringToSign:     "OSS4-HMAC-SHA256\n20260305T095103Z\n20260305/cn-hangzhou/oss/aliyun_v4_request\n0f",
			canonicalRequest: "GET\n/b/k\nacl&prefix=a%2F\nx-oss-date:20260305T095103Z\n\nhost\nUNSIGNED-PAYLOAD"},
		"S3 V4 | Signature version=AWS4-HMAC-SHA256 | Date=d | Scope date=a | Scope region= | Scope product= | Canonical request hash=0f": {
			stringToSign: "AWS4-HMAC-SHA256\nd\na\n0f"},
		" | StringToSign=eyJ9": {stringToSign: "eyJ9"},
		"":                     {},
	} {
		scheme, parts := s.Parts()
		got := scheme
		for _, p := range parts {
			got += " | " + p.Name + "=" + p.Value
		}
		assert.Equal(t, want, got)
	}
}

func TestSuspects(t *testing.T) {
	const v1 = "Expires=1767225600&OSSAccessKeyId=LTAI&Signature=s"
	const v4 = "x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=20260305T095103Z&x-oss-expires=60&x-oss-signature=0&x-oss-credential=LTAI%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request"
	const s3 = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260305T095103Z&X-Amz-SignedHeaders=host&X-Amz-Credential=LTAI%2F20260305%2Foss-cn-hangzhou%2Fs3%2Faws4_request"
	text := http.Header{"Content-Type": {"text/plain"}}
	for name, c := range map[string]struct {
		method, path, query string
		header              http.Header
		signed              string
		want                []DifferenceKind
	}{
		"nothing":             {query: v1},
		"nothing in V4":       {query: v4},
		"Content-Type":        {query: v1, header: text, want: []DifferenceKind{ContentTypeSent}},
		"Content-Type in V4":  {query: v4, header: text, want: []DifferenceKind{ContentTypeSent}},
		"not signed by S3 V4": {query: s3, header: text, want: []DifferenceKind{SchemeS3}},
		"x-oss- header":       {query: v1, header: http.Header{"X-Oss-Acl": {"private"}, "Content-Md5": {"m"}}, want: []DifferenceKind{HeaderSent, HeaderSent}},
		"upload":              {method: "PUT", query: v1, want: []DifferenceKind{ContentTypeAbsent}},
		"HEAD":                {method: "HEAD", query: v1, want: []DifferenceKind{HeadRequest}},
		"HTML":                {query: strings.ReplaceAll(v1, "&", "&amp;"), want: []DifferenceKind{EscapedAmpersand}},
		"JSON":                {query: strings.ReplaceAll(v1, "&", `\u0026`), want: []DifferenceKind{EscapedAmpersand}},
		"JSON, escaped":       {query: strings.ReplaceAll(v1, "&", `%5Cu0026`), want: []DifferenceKind{EscapedAmpersand}},
		"JSON, half undone":   {query: strings.ReplaceAll(v1, "&", `&u0026`), want: []DifferenceKind{EscapedAmpersand}},
		"region":              {query: strings.Replace(v4, "cn-hangzhou", "cn-beijing", 1), want: []DifferenceKind{ScopeRegion}},
		"product":             {query: strings.Replace(v4, "%2Foss%2F", "%2Fs3%2F", 1), want: []DifferenceKind{ScopeProduct}},
		"day":                 {query: strings.Replace(v4, "%2F20260305", "%2F20260304", 1), want: []DifferenceKind{ScopeDate}},
		"key":                 {path: "//a//%2B%20%25%23", query: v1, want: []DifferenceKind{KeySlash, KeyPlus, KeySpace, KeyPercent, KeyHash}},
		"bucket in the key":   {path: "/b/k", query: v1, want: []DifferenceKind{KeyBucket}},
		"repeated":            {query: v1 + "&acl=1&acl=2&acl=3", want: []DifferenceKind{QueryRepeated}},
		"unusual parameter":   {query: v1 + "&newThing=1", signed: "GET\n\n\n1767225600\n/b/k?newThing=1", want: []DifferenceKind{QueryUnusual}},
		"metadata":            {header: http.Header{"X-Oss-Meta-A": {"ü"}, "X-Oss-Meta-B": {" b"}, "User-Agent": {"ü"}}, want: []DifferenceKind{HeaderUnusual, HeaderUnusual}},
		"S3 V2":               {query: strings.Replace(v1, "OSSA", "AWSA", 1), want: []DifferenceKind{SchemeS3}},
	} {
		t.Run(name, func(t *testing.T) {
			r := parts{c.method, "b.oss-cn-hangzhou-internal.aliyuncs.com", cmp.Or(c.path, "/k"), c.query, c.header, 0, ""}
			var got []DifferenceKind
			for _, d := range Suspects(r.read(), Echo{stringToSign: c.signed}) {
				got = append(got, d.Kind)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestHostRegion(t *testing.T) {
	for host, want := range map[string]string{
		"b.oss-cn-hangzhou.aliyuncs.com":         "cn-hangzhou",
		"oss-cn-hangzhou-internal.aliyuncs.com":  "cn-hangzhou",
		"b.s3.oss-ap-southeast-1.aliyuncs.com":   "ap-southeast-1",
		"vpc100-oss-cn-beijing.aliyuncs.com":     "cn-beijing",
		"b.cn-hangzhou.oss.aliyuncs.com":         "cn-hangzhou",
		"b.oss-accelerate.aliyuncs.com":          "",
		"b.oss-accelerate-overseas.aliyuncs.com": "",
		"files.example.com":                      "",
		"oss.aliyuncs.com":                       "",
	} {
		assert.Equal(t, want, osshost.Region(host), host)
	}
}

// FuzzSigning looks for a request and an echo that make compare, suspects or parts panic, and
// for a proof that is none: what is taken for the client's own echo must agree with it.
func FuzzSigning(f *testing.F) {
	for _, r := range signingRecords(f) {
		s := r.Sent
		var header strings.Builder
		check := func(err error) { require.NoError(f, err) }
		check(s.Header.Write(&header))
		for i := range r.Changes[:min(4, len(r.Changes))] {
			v := r.server(i)
			f.Add(s.Method, s.Host, s.Path, s.Query, header.String(), s.Bucket, v.scheme, v.stringToSign, v.canonicalRequest)
		}
	}
	f.Add("PUT", "0", "/k", "=", "Authorization:AWS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20261123/cn-hangzhou/s3\nDate:20261123T115752Z", "", "0",
		"AWS4-HMAC-SHA256\n20261123T115752Z\n20261123/cn-hangzhou/s3\n0", "PUT\n/k\n\n\n0") // a parameter without a name
	f.Fuzz(func(t *testing.T, method, host, path, query, header, bucket, scheme, text, canonical string) {
		r := parts{method, host, path, query, http.Header{}, int64(len(text)), bucket}
		for _, line := range strings.Split(header, "\n") {
			name, value, _ := strings.Cut(line, ":")
			r.Header.Add(name, value)
		}
		s := Echo{scheme, text, canonical, "LTAI5tExampleExampleKey1"}
		d, found, complete := Compare(r.read(), s)
		if found && !complete {
			t.Error("found, but not complete")
		}
		if found && (d.Part == "" || d.Kind == "") || !found && d != (Difference{}) {
			t.Errorf("%v %+v", found, d)
		}
		for _, d := range Suspects(r.read(), s) {
			if d.Kind == "" {
				t.Errorf("%+v", d)
			}
		}
		if got, parts := s.Parts(); got != "" && len(parts) < 5 {
			t.Errorf("%s: %v", got, parts)
		}
	})
}

// TestSorted: what is looked up by halving is sorted.
func TestSorted(t *testing.T) {
	for name, list := range map[string][]string{"subresourcesV1": subresourcesV1, "subresourcesS3": subresourcesS3, "plainParameters": plainParameters} {
		if !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
			t.Errorf("%s is not sorted: %q", name, list)
		}
	}
}
