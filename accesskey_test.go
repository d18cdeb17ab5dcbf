package oss403

import (
	"strings"
	"testing"
)

func TestFindKeyFlaw(t *testing.T) {
	for raw, want := range map[string]keyFlaw{
		"LTAI5tExampleExampleKey1":                         keySound,
		"LTAIexampleexamp":                                 keySound,
		"LTAI********":                                     keySound, // masked by somebody
		"STS.NTexampleExampleExample1":                     keySound,
		"TMP.3Kexampleexample":                             keySound,
		"":                                                 keySound,
		"\n    LTAI5tExampleExampleKey1\n  ":               keySound, // a pretty-printed answer
		" LTAI5tExampleExampleKey1":                        keyBlank,
		"LTAI5tExampleExampleKey1 ":                        keyBlank,
		"LTAI5tExample ExampleKey1":                        keyBlank,
		`"LTAI5tExampleExampleKey1"`:                       keyQuoted,
		"'LTAI5tExampleExampleKey1'":                       keyQuoted,
		"“LTAI5tExampleExampleKey1":                        keyQuoted,
		"your_access_key_id":                               keyPlaceholder,
		"yourAccessKeyId":                                  keyPlaceholder,
		"<accessKeyId>":                                    keyPlaceholder,
		"${OSS_ACCESS_KEY_ID}":                             keyPlaceholder,
		"rrsa":                                             keyPlaceholder,
		"YourAK":                                           keyPlaceholder,
		"undefined":                                        keyPlaceholder,
		"AKIAIOSFODNN7EXAMPLE":                             keyAWS,
		"AKIDexampleexampleexampleexample1234":             keyTencent,
		"AKIDexampleexampleexampleexample":                 keyTencent,
		"AKIDexampleexample12":                             keySound, // no SecretId is so short
		"STS." + strings.Repeat("Example1", 6):             keySound,
		"LTAI5tExampleExampleKey1,":                        keyOdd,
		"密钥LTAI5tExample":                                  keyOdd,
		"exampleexampleexampleexample12":                   keySecret,
		"LTAIexampleexampleexampleexamp":                   keySound, // as long as a secret
		"LTAI5tExampleExampleKey1LTAI5tExampleExampleKey1": keyLong,
		"LTAI5tExampleExampleKey1LTAI5tExampleExa":         keySound,
		"LTAI5tExampleExampleKey1LTAI5tExampleExam":        keyLong,
		"Yourcompanykey01":                                 keySound,
		"1":                                                keyShort,
		"LTAI":                                             keyShort,
	} {
		if got := findKeyFlaw(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}
