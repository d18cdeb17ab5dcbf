package document

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// summary is what the tables look at.
func summary(e *Error) string {
	s := fmt.Sprintf("%s|%s|%s", e.Code, e.Message, e.EC)
	for _, flag := range []struct {
		on   bool
		name string
	}{{!e.IsError, "|no error"}, {e.Broken, "|broken"}, {e.HasDenial, "|denial"}, {e.Padded, "|padded"}} {
		if flag.on {
			s += flag.name
		}
	}
	return s + strings.TrimSuffix("|"+e.AuthAction, "|") + strings.TrimSuffix("|"+e.RequestTime, "|")
}

// TestReadXML: both readers give the same, and the quick one leaves to the other what is not its own.
func TestReadXML(t *testing.T) {
	x, junk := strings.Repeat, func(n int) string { return "<Code " + strings.Repeat("=", n-len("Code ")) + ">A</Code>" }
	for name, c := range map[string]struct {
		doc, want string
		quick     bool
	}{
		"nothing":                        {"", "|||no error", false},
		"blanks":                         {" \n\t", "|||no error", false},
		"no element":                     {"<", "|||no error", false},
		"mark":                           {"\ufeff<Error><Code>A</Code></Error>", "A||", false},
		"empty":                          {"<Error></Error>", "||", true},
		"without end":                    {"<Error/>", "||", false},
		"empty element":                  {"<Error><Code></Code><Message/><EC>1</EC></Error>", "||1", true},
		"the first counts":               {"<Error><Code>A</Code><Code>B</Code></Error>", "A||", true},
		"blank is none":                  {"<Error><EC> </EC><EC>1</EC></Error>", "||1", true},
		"trimmed":                        {"<Error><Code> A\n</Code><EC>\u00a01\u00a0</EC></Error>", "A||1|padded", true},
		"denial":                         {"<Error><AccessDeniedDetail>\n<AuthAction>x</AuthAction></AccessDeniedDetail></Error>", "|||denial|x", true},
		"denial without elements":        {"<Error><AccessDeniedDetail/></Error>", "|||denial", true},
		"denial of another":              {"<Error><a><AccessDeniedDetail><AuthAction>x</AuthAction></AccessDeniedDetail></a></Error>", "||", false},
		"detail":                         {"<Error><Detail><RequestTime>x</RequestTime><Code>B</Code></Detail></Error>", "|||x", true},
		"of no parent that has it":       {"<Error><Other><Code>B</Code></Other><Code>A</Code></Error>", "A||", false},
		"too deep for a value":           {"<Error><a><b><c>x<d>y</d></c></b></a><Code>A</Code></Error>", "A||", false},
		"text of a child":                {"<Error><Message>see <a>this <b>and</b></a> page</Message></Error>", "|see this and page|", false},
		"left open":                      {"<Error><Message>a<br>b</Message><Code>A</Code></Error>", "A|ab|", false},
		"end of nothing":                 {"<Error><AccessDeniedDetail><AuthAction>a</b>b</AuthAction></AccessDeniedDetail></Error>", "|||denial|ab", false},
		"end in other case":              {"<Error><Code>A</code></Error>", "A||", false},
		"name with a digit first":        {"<Error><1>x</1><a></a><b></b><Code>A</Code></Error>", "A||", false},
		"end without a name":             {"<Error></><Code>A</Code></Error>", "A||", false},
		"end with a digit":               {"<Error></1><Code>A</Code></2><EC>1</EC></Error>", "A||1", false},
		"a mark between elements":        {"<Error>< <Code>A</Code> << 3 <EC>1</EC></Error>", "A||1", false},
		"end of nothing first":           {"<Error></x><Code>A</Code></Error>", "A||", false},
		"a mark in an element":           {"<Error><Code>A</1>B</Code><EC>1</EC></Error>", "||1", false},
		"behind the end":                 {"<Error><Code>A</Code></Error><Error><EC>1</EC></Error>", "A||", true},
		"another root":                   {"<Errors><Code>A</Code></Errors>", "|||no error", false},
		"a page":                         {"<html><Error><Code>A</Code></Error></html>", "|||no error", false},
		"in upper case":                  {"<ERROR><Code>A</Code></ERROR>", "|||no error", false},
		"cut in the first name":          {"<Error", "|||no error", false},
		"cut in the first tag":           {"<Error x", "|||no error", false},
		"cut behind the first tag":       {"<Error>", "|||broken", true},
		"cut behind <":                   {"<Error><", "|||broken", false},
		"cut in a name":                  {"<Error><Code>A</Code><Mess", "A|||broken", false},
		"cut in a value":                 {"<Error><Code>A</Code><Message>m", "A|||broken", true},
		"cut in an end tag":              {"<Error><Code>A</Code></Error", "A|||broken", false},
		"junk in Code":                   {"<Error><Code>A<></Code><Message>m</Message></Error>", "|m|", false},
		"junk in Message":                {"<Error><Code>A</Code><Message>m<></Message><EC>1</EC></Error>", "A||1|broken", false},
		"junk behind Message":            {"<Error><Message>m</Message><><a></a><a></a><EC>1</EC></Error>", "|m|1", false},
		"junk in the Message of another": {"<Error><a><Message>m<></Message></a><EC>1</EC></Error>", "||1", false},
		"more than it goes on behind":    {"<Error>" + x("<><a></a>", maxRepairs) + "<a></a><Code>A</Code></Error>", "|||broken", false},
		"as often as it goes on":         {"<Error>" + x("<><a></a>", maxRepairs-1) + "<a></a><Code>A</Code></Error>", "A||", false},
		"as deep as it may be":           {"<Error>" + x("<x>", maxDepth-1) + x("</x>", maxDepth-1) + "<Code>A</Code></Error>", "A||", false},
		"deeper":                         {"<Error>" + x("<x>", maxDepth) + x("</x>", maxDepth) + "<Code>A</Code></Error>", "|||broken", false},
		"as many tags":                   {"<Error>" + x("<x/>", maxTokens/2-3) + " <Code>A</Code></Error>", "A||", false},
		"one more":                       {"<Error>" + x("<x/>", maxTokens/2-3) + " <Code>A</Code> </Error>", "A|||broken", false},
		"as many elements":               {"<Error>" + x("<x/>", maxElements-1) + "<Code>A</Code></Error>", "A||", true},
		"one element more":               {"<Error>" + x("<x/>", maxElements) + "<Code>A</Code></Error>", "A||", false},
		"longest tag":                    {"<Error>" + junk(maxTag) + "<a></a><EC>1</EC></Error>", "||1", false},
		"longer tag":                     {"<Error>" + junk(maxTag+1) + "<EC>1</EC></Error>", "A||1", false},
		"short tag far behind":           {"<Error><Message>" + x("m", maxTag) + "</Message>" + junk(9) + "<a></a><EC>1</EC></Error>", "|" + x("m", maxTag) + "|1", false},
		"long tag without end":           {"<Error><EC>1</EC><Code " + x("=", maxTag) + "\n", "||1|broken", false},
		"long text behind <":             {"<Error><Code>A</Code><Message>a < " + x("b", maxTag) + "</Message><EC>1</EC></Error>", "A||1|broken", false},
		"long text behind <>":            {"<Error><></x><a></a><Code>A</Code><Message>" + x("b", maxTag) + "</Message></Error>", "A|" + x("b", maxTag) + "|", false},
		"as long as is read":             {"<Error><a:b/>" + x(" ", 65488) + "<Code>A</Code></Error>\n     ", "A||", false},
		"longer than is read":            {"<Error><a:b/>" + x(" ", 65536) + "<Code>A</Code></Error>", "|||broken", false},

		"declaration":                {`<?xml version="1.0" encoding="UTF-8"?>` + "\n<Error><Code>A</Code></Error>", "A||", true},
		"declaration in lower case":  {`<?xml version="1.0" encoding='utf-8'?> <Error><Code>A</Code></Error>`, "A||", true},
		"declaration of no encoding": {`<?xml version="1.0"?><Error><Code>A</Code></Error>`, "A||", true},
		"another encoding":           {`<?xml version="1.0" encoding="gbk"?><Error><Code>A</Code></Error>`, "A||", false},
		"two kinds of quotes":        {`<?xml version="1.0" encoding="utf-8'?><Error><Code>A</Code></Error>`, "A||", false},
		"quote not closed":           {`<?xml version="1.0" encoding="utf-8?><Error><Code>A</Code></Error>`, "A||", false},
		"no end of declaration":      {`<?xml version="1.0"><Error><Code>A</Code></Error>`, "A||", false},
		"declaration that is none":   {`<? xml version = "1.0" ? ><Error><Code>A</Code></Error>`, "A||", false},
		"comment":                    {"<!-- a > b --><Error><Code>A</Code></Error>", "A||", false},
		"comment with an element":    {"<!-- a <b>--><Error x=“y”><Code>A</Code></Error>", "A||", false},
		"comment without end":        {"<!-- a <Error><Code>A</Code></Error>", "|||no error", false},
		"type":                       {"<!DOCTYPE Error><Error><Code>A</Code></Error>", "A||", false},
		"attributes":                 {`<Error xmlns="http://a/b"  x:y=""><Code>A</Code></Error>`, "A||", true},
		"attributes that touch":      {`<Error a="b"c="d"><Code>A</Code></Error>`, "A||", false},
		"attribute without a name":   {`<Error ="b"><Code>A</Code></Error>`, "A||", false},
		"attribute with a digit":     {`<Error 1="b"><Code>A</Code></Error>`, "A||", false},
		"attribute, curly quotes":    {"<Error x=“y”><Code>A</Code></Error>", "A||", false},
		"attributes and no children": {`<Error x="y"/>`, "||", false},
		"tag of an attribute":        {"<Error\n><Code>A</Code></Error>", "A||", false},
		"attribute of a child":       {`<Error><Code x="y">A</Code></Error>`, "A||", false},

		"references":           {"<Error><Message>&lt;&gt;&amp;&quot;&apos;&#65;</Message></Error>", `|<>&"'A|`, true},
		"unknown reference":    {"<Error><Message>a&nbsp;b</Message></Error>", "|a&nbsp;b|", false},
		"reference without ;":  {"<Error><Message>a&b</Message></Error>", "|a&b|", false},
		"a lone &":             {"<Error><Message>&</Message></Error>", "|&|", false},
		"one behind the other": {"<Error><Message>&#&#1;x</Message></Error>", "|?#?#1;x|", false},
		"]]>":                  {"<Error><Message>a]]>b</Message><EC>1</EC></Error>", "||1|broken", false},
		"]]":                   {"<Error><Message>a]]b</Message></Error>", "|a]]b|", true},
		"section":              {"<Error><Message><![CDATA[a<b]]></Message></Error>", "|a<b|", false},
		"tab and line break":   {"<Error><Message>a\tb\nc</Message></Error>", "|a\tb\nc|", true},
		"carriage return":      {"<Error><Message>a\r\nb</Message></Error>", "|a\nb|", false},
		"control characters":   {"<Error><Message>\x01\x02\x03</Message><EC>1</EC></Error>", "|\ufffd\ufffd\ufffd|1", false},
		"no characters":        {"<Error><Message>\xff\x80\xff</Message><EC>1</EC></Error>", "|\ufffd\ufffd\ufffd|1", false},
		"a lone 80":            {"<Error><Message>a\x80b</Message></Error>", "|a\ufffdb|", false},
		"a lone 80, and &":     {"<Error><Message>&lt;\x80</Message></Error>", "|<\ufffd|", false},
		"Chinese":              {"<Error><Message>签名不匹配</Message></Error>", "|签名不匹配|", true},
		"U+FFFE":               {"<Error><Message>a\ufffeb</Message></Error>", "|a\ufffdb|", false},
		"U+FFFF":               {"<Error><Message>a\uffffb</Message></Error>", "|a\ufffdb|", false},
	} {
		t.Run(name, func(t *testing.T) {
			var e, any, quick Error
			e.ReadXML(c.doc)
			if got := summary(&e); got != c.want {
				t.Errorf("%.300q, want %.300q", got, c.want)
			}
			any.readAnyXML([]byte(strings.TrimPrefix(c.doc, "\ufeff")))
			if !reflect.DeepEqual(e, any) {
				t.Errorf("%+v\nany: %+v", e, any)
			}
			if got := quick.scanXML(c.doc); got != c.quick {
				t.Errorf("quick: %v", got)
			}
		})
	}
}

// TestReferences: what XML forbids to refer to stays as it was written, but for the &.
func TestReferences(t *testing.T) {
	for number, c := range map[string]struct {
		want  string
		quick bool
	}{
		"9": {"\t", true}, "10": {"\n", true}, "13": {"\r", false}, "32": {" ", true}, "65": {"A", true}, "48": {"0", true}, "59": {";", true}, "0065": {"A", true},
		"x9": {"\t", true}, "xA": {"\n", true}, "xD": {"\r", false}, "x20": {" ", true}, "xaf": {"\u00af", true}, "xAF": {"\u00af", true}, "x3a": {":", true}, "x3f": {"?", true},
		"xd7ff": {"\ud7ff", true}, "xe000": {"\ue000", true}, "xfffd": {"\ufffd", true}, "x10000": {"\U00010000", true}, "x10ffff": {"\U0010ffff", true}, "1114111": {"\U0010ffff", true},
		"": {"?#;", false}, "x": {"?#x;", false}, "0": {"?#0;", false}, "8": {"?#8;", false}, "11": {"?#11;", false}, "12": {"?#12;", false}, "14": {"?#14;", false}, "31": {"?#31;", false},
		"x1f": {"?#x1f;", false}, "xd800": {"?#xd800;", false}, "xdfff": {"?#xdfff;", false}, "xfffe": {"?#xfffe;", false}, "xffff": {"?#xffff;", false},
		"x110000": {"?#x110000;", false}, "1114112": {"?#1114112;", false}, "xg": {"?#xg;", false}, "a": {"?#a;", false}, "f": {"?#f;", false}, "-1": {"?#-1;", false}, "6 5": {"?#6 5;", false},
		"X41": {"&#X41;", false},
	} {
		doc := "<Error><Message>[&#" + number + ";-</Message></Error>"
		var e, quick Error
		e.readAnyXML([]byte(doc))
		if e.Message != "["+c.want+"-" {
			t.Errorf("%s: %q", number, e.Message)
		}
		if got := quick.scanXML(doc); got != c.quick || got && quick.Message != e.Message {
			t.Errorf("%s: quick: %v %q", number, got, quick.Message)
		}
	}
}

// TestReadXMLKeeps: a document does not change what is known already.
func TestReadXMLKeeps(t *testing.T) {
	e := Error{Elements: Elements{Message: "known", EC: "1"}}
	e.ReadXML("<Error><Code>A</Code><Message>m</Message><EC>2</EC></Error>")
	if got := summary(&e); got != "A|known|1" {
		t.Error(got)
	}
	e.ReadXML("<Error><Code>B</Code>")
	if got := summary(&e); got != "A|known|1|broken" {
		t.Error(got)
	}
}

// TestSetKeepsRaw: a blank at the end may be the mistake.
func TestSetKeepsRaw(t *testing.T) {
	var e Error
	e.ReadXML("<Error><StringToSign> a\n</StringToSign><OSSAccessKeyId>LTAI </OSSAccessKeyId></Error>")
	if e.StringToSign != "a" || e.RawStringToSign != " a\n" || e.AccessKeyID != "LTAI" || e.RawAccessKeyID != "LTAI " || e.Padded {
		t.Errorf("%+v", e)
	}
}

func TestReadJSON(t *testing.T) {
	for doc, want := range map[string]string{
		`{"Error":{"Code":"A","Message":" m ","EC":"1","Other":1}}`:                                       "A|m|1",
		`{"Error":{"AccessDeniedDetail":{"AuthAction":"x","PolicyType":3},"Detail":{"RequestTime":"t"}}}`: "|||denial|x|t",
		`{"Error":{"Other":{"Code":"A"}}}`:                                                                "||",
		`{"message":"m"}`:                                                                                 "|m||no error",
		`{"Error":{"Code":"A"}`:                                                                           "|||no error",
		`{"Error":"A"}`:                                                                                   "|||no error",
		`[]`:                                                                                              "|||no error",
		``:                                                                                                "|||no error",
	} {
		var e Error
		e.ReadJSON([]byte(doc))
		if got := summary(&e); got != want {
			t.Errorf("%s: %q, want %q", doc, got, want)
		}
	}
}

// TestFill: a header completes a body, and a body that was cut stays known as one.
func TestFill(t *testing.T) {
	var s string
	Fill(&s, "  ")
	Fill(&s, " a ")
	Fill(&s, "b")
	if s != "a" {
		t.Errorf("%q", s)
	}
	var long string
	if Fill(&long, strings.Repeat("a", 1<<17)); len(long) != 1<<16+1 {
		t.Errorf("%d bytes", len(long))
	}
}
