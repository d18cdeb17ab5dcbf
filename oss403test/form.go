package oss403test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403"
)

// form is that of a PostObject.
type form struct {
	fields   map[string]string // by their names in lower case
	order    []string
	filename string
	file     []byte
	typ      string // of the file
}

// readForm reads the fields in front of the file, and the file.
func readForm(contentType string, body []byte) (*form, error) {
	broken := &failure{status: http.StatusBadRequest, code: "MalformedPOSTRequest", message: "The body of your POST request is not well-formed multipart/form-data."}
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil || media != "multipart/form-data" {
		return nil, broken
	}
	f := &form{fields: map[string]string{}}
	parts := multipart.NewReader(bytes.NewReader(body), params["boundary"])
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil, &failure{status: http.StatusBadRequest, code: "IncorrectNumberOfFilesInPOSTRequest", message: "POST requires exactly one file upload per request."}
		}
		if err != nil {
			return nil, broken
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, broken
		}
		name := strings.ToLower(part.FormName())
		if name == "file" { // what comes behind it does not count
			f.file, f.filename, f.typ = data, path.Base(part.FileName()), part.Header.Get("Content-Type")
			return f, nil
		}
		f.fields[name] = string(data)
		f.order = append(f.order, name)
	}
}

// postObject is the upload of a browser's form. Its policy is checked whoever signed it.
func (o *operation) postObject() error {
	f, err := readForm(o.r.Header.Get("Content-Type"), o.body)
	if err != nil {
		return err
	}
	if f.fields["key"] == "" {
		return invalidArgument("Bucket POST must contain a field named 'key'.", "key", "")
	}
	o.key = strings.ReplaceAll(f.fields["key"], "${filename}", f.filename)
	if err := o.checkNames(); err != nil {
		return err
	}
	if o.judgeForm != nil {
		if err := o.judgeForm(o.incoming, f); err != nil {
			return err
		}
	}
	if err := o.checkPolicy(f); err != nil {
		return err
	}
	o.r = o.r.Clone(o.r.Context())
	o.r.Header.Del("Content-Type")
	for _, name := range f.order {
		if name != "policy" && name != "signature" && name != "key" {
			o.r.Header.Set(name, f.fields[name])
		}
	}
	if f.fields["content-type"] == "" && f.typ != "" {
		o.r.Header.Set("Content-Type", f.typ)
	}
	objects := o.current().objects
	if err := o.mayWrite(objects); err != nil {
		return err
	}
	stored := o.newObject(f.file)
	objects[o.key] = stored
	o.header.Set("ETag", stored.etag)
	o.sendCRC(stored)
	if target, err := url.Parse(f.fields["success_action_redirect"]); err == nil && target.Host != "" {
		q := target.Query()
		q.Set("bucket", o.bucket)
		q.Set("key", o.key)
		q.Set("etag", stored.etag)
		target.RawQuery = q.Encode()
		o.header.Set("Location", target.String())
		o.status = http.StatusSeeOther
		return nil
	}
	switch f.fields["success_action_status"] {
	case "200":
	case "201":
		o.status = http.StatusCreated
		d := newDocument("PostResponse")
		d.element("Bucket", o.bucket)
		d.element("Key", o.key)
		d.element("ETag", stored.etag)
		o.send(d)
	default:
		o.status = http.StatusNoContent
	}
	return nil
}

// policy says what a form may upload, and until when.
type policy struct {
	Expiration string
	Conditions []json.RawMessage
}

// checkPolicy checks a form against its own policy, if it has one.
func (o *operation) checkPolicy(f *form) error {
	text := f.fields["policy"]
	if text == "" {
		return nil
	}
	invalid := &failure{status: http.StatusBadRequest, code: "InvalidPolicyDocument", message: "The content of the form does not meet the conditions specified in the policy document."}
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return invalid
	}
	var p policy
	if json.Unmarshal(data, &p) != nil {
		return invalid
	}
	expires, err := time.Parse(time.RFC3339, p.Expiration)
	if err != nil {
		return invalid
	}
	if !o.now.Before(expires) {
		return o.deny(oss403.KindPostPolicyExpired)
	}
	values := map[string]string{"bucket": o.bucket}
	for name, value := range f.fields {
		values[name] = value
	}
	for _, condition := range p.Conditions {
		ok, err := meets(condition, values, len(f.file))
		if err != nil {
			return err
		}
		if !ok {
			return o.deny(oss403.KindPostPolicyConditionFailed, func(f *facts) { f.condition = string(condition) })
		}
	}
	return nil
}

// meets says whether a form meets a condition. A file of the wrong size is a failure of its own.
func meets(condition json.RawMessage, values map[string]string, size int) (bool, error) {
	var exactly map[string]string
	if json.Unmarshal(condition, &exactly) == nil {
		for name, want := range exactly {
			if values[strings.ToLower(name)] != want {
				return false, nil
			}
		}
		return true, nil
	}
	var list []any
	if json.Unmarshal(condition, &list) != nil || len(list) != 3 {
		return false, nil
	}
	operator, _ := list[0].(string)
	if strings.EqualFold(operator, "content-length-range") {
		least, _ := list[1].(float64)
		most, _ := list[2].(float64)
		switch {
		case float64(size) < least:
			return false, entityTooSmall.with("ProposedSize", strconv.Itoa(size))
		case float64(size) > most:
			return false, entityTooLarge.with("ProposedSize", strconv.Itoa(size))
		}
		return true, nil
	}
	name, _ := list[1].(string)
	value := values[strings.ToLower(strings.TrimPrefix(name, "$"))]
	text, _ := list[2].(string)
	switch strings.ToLower(operator) {
	case "eq":
		return value == text, nil
	case "starts-with":
		return strings.HasPrefix(value, text), nil
	case "in", "not-in":
		among, _ := list[2].([]any)
		found := false
		for _, v := range among {
			found = found || v == value
		}
		return found == strings.EqualFold(operator, "in"), nil
	}
	return false, nil
}
