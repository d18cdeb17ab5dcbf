package request

import (
	"cmp"
	"net/http"
	"strings"
)

// Signature is what a request says of its own signature, from its Authorization header or, without
// one, from its query. The zero value is that of a request which carries none.
type Signature struct {
	In     Place  // where it stands
	Scheme string // "V1", "V2", "V4", "S3 V2", "S3 V4"; "" for none
	KeyID  string // the AccessKey ID, as it was sent
	Value  string // the signature itself, a secret
	Token  string // the security token, a secret

	// HasToken says that the request carries a security token, where Token is gone as well.
	HasToken bool

	Expires string    // V1, V2 and S3 V2 in the query: when it expires, as a UNIX time
	Scope   [3]string // V4, S3 V4: date, region, product
	Headers []string  // V2, V4: AdditionalHeaders; S3 V4: SignedHeaders; in lower case
}

// Place is where a request carries its signature.
type Place int

// The places.
const (
	Unsigned Place = iota // nowhere
	InHeader              // in Authorization
	InQuery               // in the parameters of a signed URL
	Unknown               // not in the query; the headers are not known
)

// What a signed URL needs, as one scheme or another names the parameter. They are not to be changed.
var (
	KeyIDParameters     = []string{"OSSAccessKeyId", "AWSAccessKeyId", "x-oss-access-key-id", "x-oss-credential", "X-Amz-Credential"}
	ExpiresParameters   = []string{"Expires", "x-oss-expires", "X-Amz-Expires"}
	SignatureParameters = []string{"Signature", "x-oss-signature", "X-Amz-Signature"}
	DateParameters      = []string{"x-oss-date", "X-Amz-Date"}       // V4: when it was signed
	LifetimeParameters  = []string{"x-oss-expires", "X-Amz-Expires"} // V4: for how many seconds
)

// isOSS says whether the scheme is one of OSS's own.
func (s *Signature) isOSS() bool {
	return s.Scheme == "V2" || s.Scheme == "V4" || s.Scheme == "V1"
}

// readSignature is the one reader of Authorization and of a signed URL's parameters.
func readSignature(header http.Header, query []Parameter) Signature {
	s := readAuthorization(strings.TrimSpace(header.Get("Authorization")))
	if s.Scheme == "" {
		s = readSignedQuery(query)
	}
	for _, name := range [...]string{"X-Oss-Security-Token", "X-Amz-Security-Token"} {
		if v := header.Get(name); v != "" && s.Token == "" {
			s.Token = v
		}
	}
	s.HasToken = s.HasToken || s.Token != ""
	return s
}

// SchemeOf returns the scheme that signs by an algorithm, as requests name it, "" for any other word.
func SchemeOf(algorithm string) string {
	switch algorithm {
	case "OSS":
		return "V1"
	case "OSS2":
		return "V2"
	case "OSS4-HMAC-SHA256":
		return "V4"
	case "AWS":
		return "S3 V2"
	case "AWS4-HMAC-SHA256":
		return "S3 V4"
	}
	return ""
}

// readAuthorization reads every scheme that OSS takes: OSS id:signature, OSS2 name:value,
// OSS4-HMAC-SHA256 and AWS4-HMAC-SHA256 name=value, AWS id:signature.
func readAuthorization(value string) Signature {
	algorithm, rest, _ := strings.Cut(value, " ")
	s := Signature{In: InHeader, Scheme: SchemeOf(algorithm)}
	switch s.Scheme {
	case "":
		return Signature{}
	case "V1", "S3 V2":
		s.KeyID, s.Value, _ = strings.Cut(rest, ":")
		return s
	}
	for more := true; more; {
		var field string
		field, rest, more = strings.Cut(rest, ",")
		field = strings.TrimSpace(field)
		end := strings.IndexAny(field, "=:")
		if end < 0 {
			continue
		}
		switch name, value := field[:end], field[end+1:]; strings.ToLower(name) {
		case "credential":
			s.credential(value)
		case "accesskeyid":
			s.KeyID = value
		case "additionalheaders", "signedheaders":
			s.Headers = headerNames(value)
		case "signature":
			s.Value = value
		}
	}
	return s
}

// readSignedQuery reads the parameters of a signed URL. The version decides; V1 and S3 V2 have none
// and go by the name of the AccessKey ID.
func readSignedQuery(query []Parameter) Signature {
	s := Signature{In: InQuery}
	var version, credential, expires string
	for _, p := range query {
		switch strings.ToLower(p.Name) {
		case "x-oss-signature-version", "x-amz-algorithm":
			version = p.Value
		case "x-oss-credential":
			s.Scheme, credential = "V4", p.Value
		case "x-amz-credential":
			s.Scheme, credential = "S3 V4", p.Value
		case "x-oss-additional-headers", "x-amz-signedheaders":
			s.Headers = headerNames(p.Value)
		case "ossaccesskeyid":
			s.Scheme, s.KeyID = "V1", p.Value
		case "awsaccesskeyid":
			s.Scheme, s.KeyID = "S3 V2", p.Value
		case "x-oss-access-key-id":
			s.Scheme, s.KeyID = "V2", p.Value
		case "signature", "x-oss-signature", "x-amz-signature":
			s.Value = p.Value
		case "security-token", "x-oss-security-token", "x-amz-security-token":
			s.Token, s.HasToken = p.Value, true
		case "expires":
			s.Expires = p.Value
		case "x-oss-expires":
			expires = p.Value
		}
	}
	if scheme := SchemeOf(version); scheme != "V1" && scheme != "S3 V2" {
		s.Scheme = cmp.Or(scheme, s.Scheme)
	}
	switch s.Scheme {
	case "V2":
		s.Expires = expires
	case "V4", "S3 V4":
		s.Expires = "" // they have a lifetime
		s.credential(credential)
	}
	if s.Scheme == "" {
		return Signature{Token: s.Token, HasToken: s.HasToken}
	}
	return s
}

// credential reads an AccessKey ID with the scope behind it: id/date/region/product/request.
func (s *Signature) credential(value string) {
	fields := strings.Split(value, "/")
	s.KeyID = fields[0]
	copy(s.Scope[:], fields[1:])
}

// Holds says whether a parameter belongs to the signature itself, which does not sign that.
func (s *Signature) Holds(name string) bool {
	if s.In != InQuery {
		return false
	}
	switch s.Scheme {
	case "V1":
		return name == "OSSAccessKeyId" || name == "Expires" || name == "Signature"
	case "S3 V2":
		return name == "AWSAccessKeyId" || name == "Expires" || name == "Signature"
	case "V2", "V4":
		return name == "x-oss-signature"
	case "S3 V4":
		return name == "X-Amz-Signature"
	}
	return false
}

// headerNames splits a list of header names.
func headerNames(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.ToLower(s), ";")
}
