package oss403_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"

	"github.com/oss403/oss403"
)

// The benchmarks stand beside their peers, so that one run compares them.

const benchBody = `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>AccessDenied</Code>
  <Message>You have no right to access this object because of bucket acl.</Message>
  <RequestId>684B00C0FFEE00C0FFEE0403</RequestId>
  <HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId>
  <EC>0003-00000001</EC>
  <RecommendDoc>https://api.alibabacloud.com/troubleshoot?q=0003-00000001</RecommendDoc>
  <AccessDeniedDetail>
    <PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>
    <AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId>
    <AuthPrincipalType>SubUser</AuthPrincipalType>
    <AuthPrincipalDisplayName>208000000000000001</AuthPrincipalDisplayName>
    <NoPermissionType>ImplicitDeny</NoPermissionType>
    <AuthAction>oss:PutObject</AuthAction>
    <EncodedDiagnosticMessage>AQIBIAAAAPX3ExampleDiagnosticMessageExampleDiagnosticMessageExample==</EncodedDiagnosticMessage>
  </AccessDeniedDetail>
</Error>
`

func benchError(b testing.TB) oss.ServiceError {
	var e oss.ServiceError
	if err := xml.Unmarshal([]byte(benchBody), &e); err != nil {
		b.Fatal(err)
	}
	e.StatusCode, e.RawMessage = 403, benchBody
	return e
}

func BenchmarkParse(b *testing.B) {
	body := []byte(benchBody)
	b.Run("oss403", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if _, ok := oss403.Parse(403, nil, body); !ok {
				b.Fatal("not decoded")
			}
		}
	})
	b.Run("peer=xml.Unmarshal", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			var e oss.ServiceError
			if err := xml.Unmarshal(body, &e); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkFrom(b *testing.B) {
	var err error = benchError(b)
	body := []byte(benchBody)
	b.Run("oss403", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if _, ok := oss403.From(err); !ok {
				b.Fatal("not decoded")
			}
		}
	})
	b.Run("peer=xml.Unmarshal", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			var e oss.ServiceError
			if err := xml.Unmarshal(body, &e); err != nil {
				b.Fatal(err)
			}
		}
	})
	wrapped := oss403.Wrap(err)
	b.Run("wrapped", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if _, ok := oss403.From(wrapped); !ok {
				b.Fatal("not found")
			}
		}
	})
}

// chain is how programs tell messages apart without a catalog: one regular expression after another.
type chain []struct {
	pattern *regexp.Regexp
	kind    oss403.Kind
}

func newChain() chain {
	var c chain
	for e := range oss403.Catalog() {
		if e.Message == "" {
			continue
		}
		pattern := regexp.MustCompile(`\\\{[a-z_]+\\\}`).ReplaceAllString(regexp.QuoteMeta(e.Message), `.+`)
		c = append(c, struct {
			pattern *regexp.Regexp
			kind    oss403.Kind
		}{regexp.MustCompile(`(?i)^\s*` + pattern + `\s*$`), e.Kind})
	}
	return c
}

func (c chain) classify(message string) oss403.Kind {
	for _, p := range c {
		if p.pattern.MatchString(message) {
			return p.kind
		}
	}
	return oss403.KindUnknown
}

func BenchmarkClassify(b *testing.B) {
	const exact, template = "You have no right to access this object because of bucket acl.", "You are forbidden to oss:PutBucket"
	c := newChain()
	for _, m := range []struct{ name, message string }{{"exact", exact}, {"template", template}} {
		b.Run(m.name+"/oss403", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if k, _ := oss403.Classify(oss403.CodeAccessDenied, m.message, ""); k == oss403.KindUnknown {
					b.Fatal("not placed")
				}
			}
		})
		b.Run(m.name+"/peer=regexp chain", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if c.classify(m.message) == oss403.KindUnknown {
					b.Fatal("not placed")
				}
			}
		})
	}
}

func BenchmarkNo403(b *testing.B) {
	err := fmt.Errorf("a: %w", fmt.Errorf("b: %w", errors.New("c")))
	b.Run("Wrap nil", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if oss403.Wrap(nil) != nil {
				b.Fatal("not nil")
			}
		}
	})
	b.Run("Wrap", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if oss403.Wrap(err) != err {
				b.Fatal("changed")
			}
		}
	})
	resp := &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("x"))}
	b.Run("FromResponse", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if _, ok := oss403.FromResponse(resp); ok {
				b.Fatal("taken for a 403")
			}
		}
	})
}

func BenchmarkShow(b *testing.B) {
	e, _ := oss403.From(benchError(b))
	for _, s := range []struct {
		name string
		show func() int
	}{
		{"Error", func() int { return len(e.Error()) }},
		{"Explain", func() int { return len(e.Explain(oss403.English).Summary) }},
		{"Report", func() int { return len(e.Report(oss403.English)) }},
		{"Report zh", func() int { return len(e.Report(oss403.Chinese)) }},
	} {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if s.show() == 0 {
					b.Fatal("nothing shown")
				}
			}
		})
	}
}
