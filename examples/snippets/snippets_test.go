package snippets

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

func TestUploadStops(t *testing.T) {
	srv := oss403test.NewServer(t,
		oss403test.Answer(oss403.KindAccountOverdue).Method("PUT").Prefix("reports/").Nth(2))

	client, err := oss.New(srv.URL, "id", "secret")
	if err != nil {
		t.Fatal(err)
	}
	bucket, err := client.Bucket("examplebucket")
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= 3 && err == nil; i++ {
		err = bucket.PutObject(fmt.Sprintf("reports/%d", i), strings.NewReader("text"))
	}
	e := oss403test.RequireKind(t, err, oss403.KindAccountOverdue)
	if e.Automatic() {
		t.Error("no program can pay a bill")
	}
}

func TestWrongSecret(t *testing.T) {
	srv := oss403test.NewServer(t, oss403test.Credentials("LTAI5tExampleExampleKey1", "the right secret"))

	client, err := oss.New(srv.URL, "LTAI5tExampleExampleKey1", "a wrong one")
	if err != nil {
		t.Fatal(err)
	}
	_, err = client.ListBuckets()
	oss403test.RequireKind(t, err, oss403.KindSignatureMismatch)
}

func TestSequence(t *testing.T) {
	srv := oss403test.NewServer(t, oss403test.Sequence(
		oss403test.Pass().Times(2),
		oss403test.Answer(oss403.KindSecurityTokenExpired),
		oss403test.Pass()))

	client, err := oss.New(srv.URL, "id", "secret")
	if err != nil {
		t.Fatal(err)
	}
	bucket, err := client.Bucket("examplebucket")
	if err != nil {
		t.Fatal(err)
	}
	var refused []int
	for i := range 4 {
		if err := bucket.PutObject("key", strings.NewReader("text")); oss403.Is(err, oss403.KindSecurityTokenExpired) {
			refused = append(refused, i)
		}
	}
	if fmt.Sprint(refused) != "[2]" {
		t.Error(refused)
	}
}
