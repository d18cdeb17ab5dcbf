package document

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// bodiesOfCases returns the documents of testdata/403 by the name of their case.
func bodiesOfCases(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/403/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	bodies := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), "-- answer --\n")
		text, _, _ = strings.Cut(text, "-- want --")
		if _, body, ok := strings.Cut(text, "\n\n"); ok && strings.Contains(body, "<Error") {
			bodies[strings.TrimSuffix(filepath.Base(path), ".txtar")] = body
		}
	}
	return bodies
}

// TestScanXMLReadsWhatOSSSends: the quick way is taken for all but the shapes that are odd on purpose.
func TestScanXMLReadsWhatOSSSends(t *testing.T) {
	odd := 0
	for name, body := range bodiesOfCases(t) {
		if !new(Error).scanXML(body) {
			odd++
			t.Log("the other way:", name)
		}
	}
	if odd > 6 {
		t.Errorf("%d documents are not read the quick way", odd)
	}
}

// FuzzScanXML: what scanXML reads it reads as readAnyXML does.
func FuzzScanXML(f *testing.F) {
	for _, body := range bodiesOfCases(f) {
		f.Add(body)
	}
	for _, doc := range []string{
		"<Error>", "<Error>\n ", "<Error><Code>", "<Error><Code>A", "<Error><Code>A</Code>", "<Error><Code>A</Code><Message>", "<Error><Code>A</Code><Message>You have", "<Error><Code>A</Code><Message", "<Error><Code>A</Code><Message>a &am",
		"<Error><Code>A</Code><AccessDeniedDetail>", "<Error><Code>A</Code><AccessDeniedDetail>x", "<Error><AccessDeniedDetail><AuthAction>a</AuthAction>", "<Error><AccessDeniedDetail><AuthAction>a", "<Error><Code>A</Code><Message>x]", "<Error><Code>A</Cod",
		"<Error/>", "<Error></Error>", "<Error><Code/></Error>", "<Error><Code>A</Code><Code>B</Code></Error>", "<Error a=\"b\"><Code>&#65;&#x42;&lt;</Code></Error>",
		"<Error><Code>]]></Code></Error>", "<Error><AccessDeniedDetail/></Error>", "<Error><AccessDeniedDetail>x<AuthAction>y</AuthAction>z</AccessDeniedDetail></Error>",
		"<Error><Detail><RequestTime>x</RequestTime></Detail></Error>", "<Error>text<Code>A</Code></Error>", "<Error><A:Code>x</A:Code></Error>",
		"<Error><Code>A</Code></Error>trailing<Error>", "<?xml version=\"1.0\" encoding=\"gbk\"?><Error><Code>A</Code></Error>", "<Error xmlns:a=\"b\" c=\"\"><Code> A </Code></Error>",
		"<Error><StringToSign> a\n\nb </StringToSign><Message>&#10;&#x9;x&#0;</Message></Error>", "<Error><Code>a\u00a0</Code><Message>\u2028\u0085x</Message></Error>", "\n <Error><error>x</error></Error>",
	} {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		quick, any := &Error{}, &Error{}
		if !quick.scanXML(doc) {
			if !reflect.DeepEqual(quick, &Error{}) {
				t.Fatalf("refused and changed: %+v", quick)
			}
			return
		}
		any.readAnyXML([]byte(doc))
		if !reflect.DeepEqual(quick, any) {
			t.Fatalf("quick %+v\nany   %+v", quick, any)
		}
	})
}
