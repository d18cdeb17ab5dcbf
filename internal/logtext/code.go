package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// codeOf returns the code that a word is, or the class that SDKs make of it.
func (r *Reader) codeOf(w string) (code string, class bool) {
	if len(w) > 64 {
		return "", false
	}
	if code, ok := r.c.Code(w); ok {
		return code, false
	}
	for _, suffix := range [...]string{"Error", "Exception"} {
		if name, ok := strings.CutSuffix(w, suffix); ok {
			if code, ok := r.c.Code(name); ok {
				return code, true
			}
		}
	}
	return "", false
}

// addCode takes the value of a label for a code. false means that it is a program's.
func (e *Evidence) addCode(r *Reader, p *page, l label, v string) bool {
	if code, _ := r.codeOf(v); code != "" {
		if e.Code == "" || e.CodeUnknown {
			e.Code, e.CodeUnknown = code, false
		}
		return true
	}
	if p.isProgram(l) {
		return false
	}
	if e.Code == "" && isName(v) && isUpper(v[0]) {
		e.Code, e.CodeUnknown = v, true
	}
	return true
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		if !chars.IsLetterOrDigit(s[i]) && s[i] != '_' && s[i] != '.' {
			return false
		}
	}
	return s != "" && len(s) <= 64
}
