package main

import (
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/status"
)

// maxQuery is how long a text can be that is looked up, not read.
const maxQuery = 512

// Forms in which people write what they have.
var (
	ecForm     = regexp.MustCompile(`(?i)^\W*(?:x-oss-)?(?:ec)?\W*([0-9]{4}-[0-9]{8})\W*$`)
	idForm     = regexp.MustCompile(`(?i)^\W*(?:(?:x-oss-|x-amz-)?request[-_ ]?id|req(?:uest)?|请求\s*ID)?[\s"':=：<>\[\]]*([0-9A-F]{24})\W*$`)
	statusForm = regexp.MustCompile(`(?i)^\W*(?:http[/ .0-9]*)?(?:status)?[\s:=]*(?:code)?[\s:=]*403(?:\s*forbidden)?\W*$`)
	// A name as Go, JSON or our own line writes it.
	nameForm = regexp.MustCompile(`(?i)^\W*(?:oss403\.)?(?:(?:kind|reason|code|category|error\s?code|<code>)\s*[:=]?\s*)?["']?([a-z][a-z0-9 _-]{1,60}?)["']?(?:</code>)?\W*$`)
)

// explainName explains a text that holds no error: a number, a name, a URL, a part of a message. false
// means that it is none of these.
func (a *app) explainName(text string, isFile bool, secret string, o explainOptions) (bool, error) {
	text = strings.TrimSpace(text)
	if m := ecForm.FindStringSubmatch(text); m != nil {
		return true, a.lookup(m[1], o.json)
	}
	if m := idForm.FindStringSubmatch(text); m != nil {
		return true, failure{exitNone, a.say(msgOnlyID, strings.ToUpper(m[1]))}
	}
	if statusForm.MatchString(text) {
		return true, failure{exitNone, a.say(msgNotOSS)}
	}
	if u, err := url.Parse(strings.Trim(text, `"'<>`)); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		return true, a.explainURL(strings.Trim(text, `"'<>`), u, secret, o)
	}
	if k := kindsNamed(text); len(k) > 0 {
		return true, a.lookup(text, o.json)
	}
	if isFile {
		return false, nil
	}
	words := strings.Fields(text)
	if len(words) > 0 && chars.IsWord(words[0]) {
		if near := suggest(words[0], commandNames); len(near) > 0 && len(kindsNamed(words[0])) == 0 && len(a.search(words[0])) == 0 {
			return true, failure{exitUsage, a.say(msgNoCommand, quote(words[0])) + "\n" + a.say(msgDidYouMeanCommand) + "\n  " + strings.Join(near, "\n  ")}
		}
	}
	if hits := a.search(text); len(hits) > 0 {
		return true, a.lookup(text, o.json)
	}
	if len(words) > 0 && len(words) < 4 && chars.IsWord(words[0]) {
		return true, failure{exitNone, a.notFound(text)}
	}
	return false, nil
}

// explainURL explains a URL: OSS's own page about an EC, a presigned URL, or one that says nothing.
func (a *app) explainURL(text string, u *url.URL, secret string, o explainOptions) error {
	if ec := ecPattern.FindString(u.Path + " " + u.RawQuery); ec != "" {
		return a.lookup(ec, o.json)
	}
	if isPresigned(u) {
		return a.presign(text, secret, o.json)
	}
	return failure{exitNone, a.say(msgOnlyURL, chars.VisibleLines(oss403.Redact(text)))}
}

// isPresigned says whether a URL has a parameter of a signature.
func isPresigned(u *url.URL) bool {
	query := strings.ToLower(u.RawQuery + u.Fragment)
	for _, names := range [...][]string{request.SignatureParameters, request.KeyIDParameters, request.ExpiresParameters} {
		for _, name := range names {
			if strings.Contains(query, strings.ToLower(name)+"=") {
				return true
			}
		}
	}
	return false
}

// secret reads the secret that is to be checked, from where nobody else sees it.
func (a *app) secret(o explainOptions) (string, error) {
	switch {
	case o.secretEnv != "":
		secret, set := os.LookupEnv(o.secretEnv)
		if !set || secret == "" {
			if !envName.MatchString(o.secretEnv) { // somebody gave the secret itself
				return "", a.failf(exitUsage, msgSecretArgument)
			}
			return "", a.failf(exitUsage, msgNoSecretEnv, o.secretEnv)
		}
		return secret, nil
	case o.secretFile != "":
		data, err := os.ReadFile(o.secretFile)
		if err != nil {
			return "", a.failf(exitUsage, msgCannotRead, show(o.secretFile), a.reason(err))
		}
		secret := strings.TrimRight(string(data), "\r\n")
		if secret == "" {
			return "", a.failf(exitUsage, msgNoSecretFile, show(o.secretFile))
		}
		return secret, nil
	}
	return "", nil
}

// A name of the environment as everybody writes them; secrets have small letters among the large ones.
var envName = regexp.MustCompile(`^(?:[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_]*)$`)

// Where texts name a status and a code.
var (
	statusPattern = regexp.MustCompile(`(?i)(?:HTTP/[0-9.]+ |status\s?code["']?\s*[:=]\s*|status["']?\s*[:=]\s*)([1-5][0-9][0-9])\b`)
	codePattern   = regexp.MustCompile(`(?:<Code>|&lt;Code&gt;|Error\s?Code\]?["']?\s*[:=]\s*["']?|['"]Code["']\s*:\s*["'])([A-Z][A-Za-z]{2,60})`)
	ossPattern    = regexp.MustCompile(`(?i)` + strings.Join([]string{
		`x-oss-`, `AliyunOSS`, `oss-[a-z0-9-]+\.aliyuncs\.com`,
		`oss: service returned`, `com\.aliyun\.oss`, `oss2\.exceptions`,
	}, "|"))
	s3Pattern = regexp.MustCompile(`(?i)` + strings.Join([]string{
		`x-amz-request-id`, `amazonaws\.com`, `server: AmazonS3`,
		`server: MinIO`,
		`x-cos-request-id`, `myqcloud\.com`,
		`x-obs-request-id`, `myhuaweicloud\.com`,
		`x-tos-request-id`, `volces\.com`,
	}, "|"))
)

var idAnywhere = regexp.MustCompile(`\b[0-9A-F]{24}\b`)

// whyNot says what a text without a 403 of OSS holds instead.
func (a *app) whyNot(text string) string {
	text = strings.ReplaceAll(text, `\"`, `"`)
	said := 0 // the status that the text names
	var all []int
	for _, m := range statusPattern.FindAllStringSubmatch(text, 64) {
		n, _ := strconv.Atoi(m[1])
		all = append(all, n)
	}
	// The last one of a curl session is the answer; a 403 among them would count.
	if slices.Contains(all, 403) {
		said = 403
	} else if len(all) > 0 {
		said = all[len(all)-1]
	}
	code := ""
	if m := codePattern.FindStringSubmatch(text); m != nil && (status.Of(m[1]) != 0 || slices.Contains(names(), m[1])) {
		code = m[1] // any other word may be anything
	}
	isOSS := ossPattern.MatchString(text)
	if id := idAnywhere.FindString(text); id != "" && isOSS && said == 0 && code == "" {
		return a.say(msgOnlyID, id)
	}
	switch {
	case s3Pattern.MatchString(text) && !isOSS:
		return a.say(msgOtherStore)
	case said == 0 && status.Of(code) != 0:
		return a.say(msgOtherStatus, status.Of(code), code)
	case said != 0 && said != 403 && code != "":
		return a.say(msgOtherStatus, said, code)
	case said != 0 && said != 403:
		return a.say(msgOtherAnswer, said)
	case said == 403 || strings.Contains(text, "AccessDenied"):
		return a.say(msgNotOSS)
	}
	return a.say(msgNothing)
}
