package main

import (
	"cmp"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

// Until the library has them.
func fingerprint(e *oss403.Error) string {
	p := ""
	if e.Denial != nil {
		p = e.Denial.PrincipalName + e.Denial.Action
	}
	return "v1:" + string(e.Kind) + "/" + e.Bucket + "/" + cmp.Or(p, e.AccessKeyID)
}

func automatic(e *oss403.Error) bool { return e.Retry().Automatic() }

func reasonOf(*oss403.Error) string { return "" }

func reasonNames() []string { return nil }

func kindsOfReason(string) []oss403.Kind { return nil }

func reasonTexts(oss403.Kind, oss403.Lang) []string { return nil }

func (a *app) reasons(oss403.Kind) {}

func checkSecret(*oss403.Signature, string) string { return "NotTold" }

func (a *app) presign(text, secret string, asJSON bool) error { return nil }

var secretChecks = map[string]message{}

func (a *app) presignCommand() *cobra.Command { return &cobra.Command{Use: "presign", Hidden: true} }
