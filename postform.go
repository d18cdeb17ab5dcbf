package oss403

import (
	"encoding/json"
	"strings"

	"github.com/oss403/oss403/internal/request"
)

var postFormRows = []row{
	{
		reason: ReasonFormFieldMissing, kinds: []Kind{KindPostPolicyConditionFailed},
		holds: func(v view) bool {
			field := postField(postCondition(v))
			_, ok := formField(v.r, field)
			return field != "" && v.r != nil && v.r.FormWhole && !ok
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: formFinding,
	},
	{
		reason: ReasonFormFieldDiffers, kinds: []Kind{KindPostPolicyConditionFailed},
		holds: func(v view) bool {
			_, ok := formField(v.r, postField(postCondition(v)))
			return ok
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: formFinding,
	},
	{kinds: []Kind{KindPostPolicyConditionFailed}, act: actBucket, finds: formFinding},
	{kinds: []Kind{KindPostPolicyExpired}, act: actBucket},
}

func formFinding(v view, f *findings) {
	condition := postCondition(v)
	f.add("Message", condition, "", "This is the condition that the form does not meet.")
	field := postField(condition)
	if field == "" {
		return
	}
	if value, ok := formField(v.r, field); ok {
		f.add(f.lang.say("form field %s", field), f.lang.orNone(value), demanded(condition, f.lang), "The form sent this for the field that the condition is about.")
	} else if v.r != nil && v.r.FormWhole {
		f.add(f.lang.say("form field %s", field), f.lang.orNone(""), demanded(condition, f.lang), "The form has no such field before the file.")
	}
}

// postCondition returns the condition that a PostObject form does not meet, as OSS writes it.
func postCondition(v view) string {
	return shorten(behindWords(v.Message, "policy condition failed: "))
}

// postField returns the form field that a condition is about: key of ["eq", "$key", "a"].
func postField(condition string) string {
	_, name, ok := strings.Cut(condition, `"$`)
	if !ok {
		return ""
	}
	name, _, ok = strings.Cut(name, `"`)
	if !ok {
		return ""
	}
	return shorten(name)
}

// formField returns a field that a form sent before its file; form fields are compared without
// regard to case, as OSS does.
func formField(r *request.Request, name string) (value string, ok bool) {
	if r == nil || name == "" {
		return "", false
	}
	for _, f := range r.Form {
		if strings.EqualFold(f.Name, name) {
			return f.Value, true
		}
	}
	return "", false
}

// demanded says what a condition of a form's policy wants: ["eq", "$key", "a"], ["starts-with", "$key", "a/"].
func demanded(condition string, lang Lang) string {
	var c []string
	if json.Unmarshal([]byte(condition), &c) != nil || len(c) != 3 {
		return ""
	}
	switch strings.ToLower(c[0]) {
	case "eq":
		return named("", c[2])
	case "starts-with":
		return lang.say("something that starts with %s", named("", c[2]))
	}
	return ""
}
