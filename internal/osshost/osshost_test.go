package osshost

import (
	"strings"
	"testing"
)

func TestHosts(t *testing.T) {
	long := strings.Repeat("a", 240) + ".oss-cn-hangzhou.aliyuncs.com"
	for host, want := range map[string]struct {
		before, endpoint string // of Split
		bucket           string
		style            Style
		region           string
		other            bool // of another service
	}{
		"oss-cn-hangzhou.aliyuncs.com":                                {"", "oss-cn-hangzhou.aliyuncs.com", "", PathStyle, "cn-hangzhou", false},
		"b.oss-cn-hangzhou.aliyuncs.com":                              {"b", "oss-cn-hangzhou.aliyuncs.com", "b", VirtualHosted, "cn-hangzhou", false},
		"B.OSS-CN-Hangzhou.aliyuncs.com":                              {"b", "oss-cn-hangzhou.aliyuncs.com", "b", VirtualHosted, "cn-hangzhou", false},
		"b.oss-cn-hangzhou.aliyuncs.com.":                             {"b", "oss-cn-hangzhou.aliyuncs.com", "b", VirtualHosted, "cn-hangzhou", false},
		"b.oss-cn-hangzhou-internal.aliyuncs.com":                     {"b", "oss-cn-hangzhou-internal.aliyuncs.com", "b", VirtualHosted, "cn-hangzhou", false},
		"b.vpc100-oss-cn-beijing.aliyuncs.com":                        {"b", "vpc100-oss-cn-beijing.aliyuncs.com", "b", VirtualHosted, "cn-beijing", false},
		"s3.oss-cn-hangzhou.aliyuncs.com":                             {"s3", "oss-cn-hangzhou.aliyuncs.com", "", PathStyle, "cn-hangzhou", false},
		"b.s3.oss-cn-hangzhou.aliyuncs.com":                           {"b.s3", "oss-cn-hangzhou.aliyuncs.com", "b", VirtualHosted, "cn-hangzhou", false},
		"b.b.oss-cn-hangzhou.aliyuncs.com":                            {"b.b", "oss-cn-hangzhou.aliyuncs.com", "", Unclear, "cn-hangzhou", false},
		"cn-hangzhou.oss.aliyuncs.com":                                {"cn-hangzhou", "oss.aliyuncs.com", "", Unclear, "cn-hangzhou", false},
		"b.cn-hangzhou.oss.aliyuncs.com":                              {"b", "cn-hangzhou.oss.aliyuncs.com", "b", VirtualHosted, "cn-hangzhou", false},
		"oss.aliyuncs.com":                                            {"", "oss.aliyuncs.com", "", PathStyle, "", false},
		"b.oss.aliyuncs.com":                                          {"b", "oss.aliyuncs.com", "b", VirtualHosted, "", false},
		"b.oss-accelerate.aliyuncs.com":                               {"b", "oss-accelerate.aliyuncs.com", "b", VirtualHosted, "", false},
		"b.cn-shanghai.oss-dls.aliyuncs.com":                          {"b", "cn-shanghai.oss-dls.aliyuncs.com", "b", VirtualHosted, "cn-shanghai", false},
		"ap-01.oss-cn-hangzhou-internal.oss-accesspoint.aliyuncs.com": {"ap-01", "oss-cn-hangzhou-internal.oss-accesspoint.aliyuncs.com", "ap-01", VirtualHosted, "cn-hangzhou", false},
		"service.oss-admin.aliyuncs.com":                              {"", "", "", Unclear, "", true},
		"oss-admin.aliyuncs.com":                                      {"", "", "", Unclear, "", true},
		"ecs.aliyuncs.com":                                            {"", "", "", Unclear, "", true},
		"12345.cn-hangzhou.fc.aliyuncs.com":                           {"", "", "", Unclear, "", true},
		"b.oss-cn-hangzhou.aliyuncs.com.evil.example.com":             {"", "", "", CustomDomain, "", false},
		"oss-cn-hangzhou.aliyuncs.com@evil.example.com":               {"", "", "", CustomDomain, "", false},
		"b..oss-cn-hangzhou.aliyuncs.com":                             {"", "", "", CustomDomain, "", true},
		"b c.oss-cn-hangzhou.aliyuncs.com":                            {"", "", "", CustomDomain, "", false},
		"***.oss-cn-hangzhou.aliyuncs.com":                            {"", "", "", CustomDomain, "", false},
		"[bucket].oss-cn-hangzhou.aliyuncs.com":                       {"", "", "", CustomDomain, "", false},
		"桶.oss-cn-hangzhou.aliyuncs.com":                              {"", "", "", CustomDomain, "", false},
		"b.oss-cn-****.aliyuncs.com":                                  {"", "", "", CustomDomain, "", false},
		"****.ecs.aliyuncs.com":                                       {"", "", "", CustomDomain, "", true},
		"files.example.com":                                           {"", "", "", CustomDomain, "", false},
		"b.s3.amazonaws.com":                                          {"", "", "", CustomDomain, "", true},
		"b.tos-cn-beijing.volces.com":                                 {"", "", "", CustomDomain, "", true},
		"b.cos.ap-guangzhou.myqcloud.com":                             {"", "", "", CustomDomain, "", true},
		"b.obs.cn-north-4.myhuaweicloud.com":                          {"", "", "", CustomDomain, "", true},
		"localhost":                                                   {"", "", "", PathStyle, "", false},
		"LocalHost":                                                   {"", "", "", PathStyle, "", false},
		"127.0.0.1":                                                   {"", "", "", PathStyle, "", false},
		"[::1]":                                                       {"", "", "", PathStyle, "", false},
		"":                                                            {"", "", "", CustomDomain, "", false},
		long:                                                          {"", "", "", CustomDomain, "", true},
	} {
		before, endpoint := Split(host)
		bucket, style := Bucket(host)
		if before != want.before || endpoint != want.endpoint || bucket != want.bucket || style != want.style || Region(host) != want.region || IsOtherService(host) != want.other {
			t.Errorf("%s: %q %q, bucket %q, style %d, region %q, other %v", host, before, endpoint, bucket, style, Region(host), IsOtherService(host))
		}
		if IsOSS(host) != (want.endpoint != "") {
			t.Errorf("IsOSS(%s)", host)
		}
		if isBare := want.endpoint != "" && want.style == PathStyle || host == "cn-hangzhou.oss.aliyuncs.com"; IsEndpoint(host) != isBare {
			t.Errorf("IsEndpoint(%s) is %v", host, IsEndpoint(host))
		}
		if local := want.style == PathStyle && want.endpoint == ""; IsLocal(host) != local {
			t.Errorf("IsLocal(%s)", host)
		}
	}
	for host, want := range map[string]bool{"localhost:9000": true, "10.0.0.1:80": true, "[::1]:9000": true, "b.oss-cn-hangzhou.aliyuncs.com:80": false, "10.0.0": false} {
		if IsLocal(host) != want {
			t.Errorf("IsLocal(%s)", host)
		}
	}
	for host, want := range map[string]bool{"https://b.s3.amazonaws.com/": true, "https://b.oss-cn-hangzhou.aliyuncs.com/": false, "s3.amazonaws.com": true, "amazonaws.com": false,
		"s3.amazonaws.com:443": true, "sts.aliyuncs.com:443": true, "b.oss-cn-hangzhou.aliyuncs.com:443": false, "sts.aliyuncs.com:443x": false} {
		if IsOtherService(host) != want {
			t.Errorf("IsOtherService(%s)", host)
		}
	}
}

func TestAddressed(t *testing.T) {
	for _, c := range [][4]string{
		{"b.oss-cn-hangzhou.aliyuncs.com", "a/b", "b", "a/b"},
		{"oss-cn-hangzhou.aliyuncs.com", "b/a/c", "b", "a/c"},
		{"oss-cn-hangzhou.aliyuncs.com", "b", "b", ""},
		{"oss-cn-hangzhou.aliyuncs.com", "", "", ""},
		{"127.0.0.1", "b/k", "b", "k"},
		{"files.example.com", "a/b", "", "a/b"},
		{"b.b.oss-cn-hangzhou.aliyuncs.com", "k", "", ""},
	} {
		if bucket, object := Addressed(c[0], c[1]); bucket != c[2] || object != c[3] {
			t.Errorf("%s /%s: %q %q", c[0], c[1], bucket, object)
		}
	}
}

// TestPort: a port is no part of a host's name.
func TestPort(t *testing.T) {
	for _, host := range []string{"b.oss-cn-hangzhou.aliyuncs.com", "B.OSS-cn-hangzhou.aliyuncs.com", "b.oss-cn-hangzhou.aliyuncs.com."} {
		for _, port := range []string{"", ":1", ":443", ":65535"} {
			before, endpoint := Split(host + port)
			bucket, style := Bucket(host + port)
			if before != "b" || endpoint != "oss-cn-hangzhou.aliyuncs.com" || bucket != "b" || style != VirtualHosted || !IsOSS(host+port) || Region(host+port) != "cn-hangzhou" {
				t.Errorf("%s%s: %q %q, bucket %q, style %d", host, port, before, endpoint, bucket, style)
			}
		}
		for _, port := range []string{":", ":x", ":4x3", ":123456", "443", ":-1"} {
			if IsOSS(host + port) {
				t.Errorf("%s%s is taken for a host", host, port)
			}
		}
	}
	if _, style := Bucket("ecs.aliyuncs.com:443"); style != Unclear {
		t.Errorf("another service with a port: style %d", style)
	}
}

// TestLimits: names at the limits of what a host may be.
func TestLimits(t *testing.T) {
	const endpoint = ".oss-cn-hangzhou.aliyuncs.com"
	long := strings.Repeat("b", 253-len(endpoint))
	for host, want := range map[string]string{
		long + endpoint:                       "cn-hangzhou",
		"b" + long + endpoint:                 "", // no name is that long
		"b..oss-cn-hangzhou.aliyuncs.com":     "",
		".oss-cn-hangzhou.aliyuncs.com":       "",
		"b.cn-.oss.aliyuncs.com":              "",
		"b.cn-x.oss.aliyuncs.com":             "cn-x",
		"b.cn-hangzhou.oss.aliyuncs.com":      "cn-hangzhou",
		"b.a.cn-hangzhou.oss.aliyuncs.com":    "cn-hangzhou",
		"b.cn-hangzhou.oss-dls.aliyuncs.com":  "cn-hangzhou",
		"oss.aliyuncs.com":                    "",
		"oss-cn-hangzhou.aliyuncs.com.":       "cn-hangzhou",
		"aliyuncs.com":                        "",
		"vpc100-oss-cn-hangzhou.aliyuncs.com": "cn-hangzhou",
	} {
		if got := Region(host); got != want {
			t.Errorf("%s: %q, want %q", host, got, want)
		}
	}
	if isRegion("cn-hangzhou.o") || isRegion("cn-") || !isRegion("cn-x") || isRegion("cnxhangzhou") || isRegion("xx-hangzhou") {
		t.Error("regions by their form")
	}
}

// TestRegionalBucket: hosts of regions, in small letters and words of no more than a region has, behind one label.
func TestRegionalBucket(t *testing.T) {
	for host, want := range map[string]bool{
		"oss-cn-hangzhou.aliyuncs.com":                        true,
		"oss-cn-hangzhou-internal.aliyuncs.com":               true,
		"oss-ap-southeast-1.aliyuncs.com":                     true,
		"oss-ap-southeast-1-internal.aliyuncs.com":            true,
		"oss-ap-southeast-1-finance-1-internal.aliyuncs.com":  true,
		"oss-ap-southeast-1-finance-1-internalx.aliyuncs.com": false,
		"oss-cn-a.aliyuncs.com":                               true,
		"oss-cn-abcdefghijkl.aliyuncs.com":                    true,
		"oss-cn-abcdefghijklm.aliyuncs.com":                   false,
		"oss-cn-1.aliyuncs.com":                               true,
		"oss-cn-a-z-0-9.aliyuncs.com":                         true,
		"oss-cn-12.aliyuncs.com":                              false,
		"oss-cn-a1.aliyuncs.com":                              false,
		"oss-cn-1a.aliyuncs.com":                              false,
		"oss-cn--a.aliyuncs.com":                              false,
		"oss-cn-a-.aliyuncs.com":                              false,
		"oss-cn-a--b.aliyuncs.com":                            false,
		"oss-cn-.aliyuncs.com":                                false,
		"oss-CN-hangzhou.aliyuncs.com":                        false,
		"oss-cn-hang_zhou.aliyuncs.com":                       false,
		"oss-cn-`.aliyuncs.com":                               false,
		"oss-cn-{.aliyuncs.com":                               false,
		"b.oss-cn-hangzhou.aliyuncs.com":                      false,
		"oss-cn-hangzhou.aliyuncs.com.cn":                     false,
		"oss-cn-hangzhou.example.com":                         false,
		"cn-hangzhou.aliyuncs.com":                            false,
		"oss-admin.aliyuncs.com":                              false,
		"oss-dls.aliyuncs.com":                                false,
		"":                                                    false,
	} {
		if bucket, ok := RegionalBucket("a-bucket_1." + host); ok != want || ok && bucket != "a-bucket_1" {
			t.Errorf("%s: %q %v", host, bucket, ok)
		}
	}
	for _, bucket := range []string{"", "s3", "B", "a b", "é", "b.", "a`", "a{", "a/", "a:", strings.Repeat("b", maxName)} {
		if _, ok := RegionalBucket(bucket + ".oss-cn-hangzhou.aliyuncs.com"); ok {
			t.Errorf("%q is no bucket", bucket)
		}
	}
}
