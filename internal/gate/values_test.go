package gate

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
)

// TestJoints: whatever joins a name and a value, the value is hidden, and nothing else.
func TestJoints(t *testing.T) {
	const value = "dragonhunter402"
	for _, text := range []string{
		"secret=$", "secret = $", "secret:$", "secret:\t$", "secret=>$", "secret -> $", "secret <- $", "secret ?= $", "secret == $", "secret := $", "secret +=\u00a0$", "secret =\u3000$", "secret：$", "secret＝$", "a=1&secret+=+$&b=2",
		"密钥为$", "密钥是$", "密钥如下：$", "密钥设为$", "密钥配置为$", "密钥改成$", "密钥的值为 $", "密钥填的是$", "密码就是$", "密钥用的是$", "密钥$", "密钥【$】", "密钥「$」", "密钥为“$”", "密钥为‘$’", "密钥是 $ 吗", "密钥（$）", "secret（密钥）：$",
		"x.secret || '$'", `x.secret || "$"`, `ENV["secret"] ||= "$"`, "_secret_: $", "%SECRET%=$", "**secret**: $", "secret ~> $", "secret – $", "secret — $", "secret......: $", "secret…… $", "secret.: $",
		"secret:\n  - $", "secret:\n  -\n    $", "secret: |-\n  $", "secret: >\n  $", "secret: |\n  $", "--secret \\\n  $", "secret=\\\n$", "secret ^\n  $", "secret set to \"$\"", "Env:SECRET -Value \"$\"", "secret is $", "secret was $", "secret equals $", "secret is \"$\"", "secret is Some(\"$\")",
		"| secret | $ |", "|secret|$|", "| a | secret | $ |", "secret,$", "a\n  secret,$", "| secret,$", "secret;$", "\"secret\",\"$\"", "\"secret\", \"$\")", "secret\t$", "(secret,$)", "{secret,$}", "strcpy(secret, \"$\")", "(\"secret\".to_string(), \"$\".to_string())", "secret('$')", "secret(\"$\")", "setSecret(b'$')", "secret{\"$\"}", "secret() = $", "getSecret()=>$",
		"secret='$'", "secret=`$`", `secret=\"$\"`, "secret=$$'$'", "secret=N'$'", "secret=b'$'", "secret=@\"$\"", "secret=&\"$\"", "secret: &str = \"$\"", "secret: string = $", "secret: String? = \"$\"", "secret string = \"$\"", "secret=new SecureString(\"$\")", "secret=String::from(\"$\")", "secret=(string) (len=15) \"$\"", "secret=string(15) \"$\"", "secret = 0x7f00 \"$\"",
		"secret=[\"$\"]", "secret: []string{\"$\"}", "secret=[a $]", "secret: {\"value\":\"$\"}", "secret={\"S\":\"$\"}", "secret { value: \"$\" }", "secret: !vault |\n  $", "secret: &base $", "secret: !!str $", "\"secret\": {\"val\": \"$\"}", "secret data: $", "secret text=$", "secret string: $",
		"<secret>$</secret>", "<secret>\n  $\n</secret>", "<secret a=\"b\">$</secret>", "<secret><![CDATA[$]]></secret>", "<name>secret</name><value>$</value>", "<key>secret</key>\n\t<string>$</string>", "<td>secret</td><td>$</td>", "<th>secret</th>\n<td><b>$</b></td>", "<dt>secret</dt><dd>$</dd>", "<b>secret</b> $", "<strong>secret</strong>: $", "<code>secret</code>: $", "<label>secret</label> <i>$</i>", "<span>secret</span><span>$</span>", "<string>secret</string><string>$</string>", "<param-name>secret</param-name>\n<param-value>$</param-value>",
		"<entry key=\"secret\">$</entry>", "<param name=\"secret\"><value>$</value>", "<input name=\"secret\" class=\"a\" value=\"$\">", "<add key=\"secret\" value=\"$\" />", "{\"name\": \"secret\", \"type\": \"a\", \"value\": \"$\"}", "name: secret, value: $", "[{name=secret, value=$}]", "[secret:a:private] => $", "[\"secret\":\"a\":private]=> string(15) \"$\"", "\"secret\";s:15:\"$\"",
		"secret \"$\"", "SECRET '$'", "#define OSS_SECRET \"$\"", "setx OSS_SECRET $", "secret\n$\n", "secret:\n$\nb", "secret:\n\n\n\n$", "a --secret $ b", "('OSS my_secret', '$')", "secret:\r\n$\r\n", "\"secret\"\n\"$\"", "--secret $ a", "-secret=$", "secret = \"$\" -> \"$\"", "secret (\"$\")", "secret key ($)", "secret [$]", "secret=\"$", "secret=$/a", "a secret $.",
		"pass: $", "tok=$", "pw: $", "add-mask::$", "a -k $", "a -k=$", "-k $", "LTAI5tQm8Zx2Lk9PbV4cRd7T -t $", "a -i x -t $", "a -k x -t $", "SECRET_PROD=$", "accessKey: a/$", "access_key=abcdefgh/$", "secret-old: $", "secret2=$", "secretProd=$", "secretDev=$", "secretTest=$", "secretValue=$", "secretString=$", "secretStr=$", "secretEnv=$", "secretOld=$", "secretNew=$", "secretForProd=$", "secret.value=$", "secret.a.b=$", "mysql -p $", "redis-cli -a $", "AK/SK = LTAI5tQm8Zx2Lk9PbV4cRd7T / $", "ak/sk: LTAI5tQm8Zx2Lk9PbV4cRd7T/$", "{\"k\":\"secret\",\"v\":\"$\"}", "<a:secret xmlns:a=\"x\">$</a:secret>", "string Secret { get; set; } = \"$\"", "set the secret to $", "secret=$ ($)", "tried $: secret=$, and '$' again",
	} {
		in := strings.ReplaceAll(strings.ReplaceAll(text, "$$'", "\x00"), "$", value)
		in = strings.ReplaceAll(in, "\x00", "$'")
		if out := Redact(in); strings.Contains(out, value) || !strings.Contains(out, Hidden) {
			t.Errorf("%q becomes %q", in, out)
		}
	}
}

// borders are texts at the borders of what is a name, a joint or a value, each with what is shown of it below.
//
//go:embed testdata/borders.txt
var borders string

// TestBorders: what is hidden of texts at the borders, exactly.
func TestBorders(t *testing.T) {
	signs := strings.NewReplacer(`\n`, "\n", `\t`, "\t")
	lines := strings.Split(strings.TrimSuffix(borders, "\n"), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		in, want := signs.Replace(lines[i]), signs.Replace(strings.TrimPrefix(lines[i+1], "\t"))
		if got := Redact(in); got != want {
			t.Errorf("%q\nbecomes %q\n   want %q", in, got, want)
		}
	}
}

// TestNames: names behind which secrets stand, and what looks like one.
func TestNames(t *testing.T) {
	for kind, names := range map[Kind]string{
		Value: "secret SecretAccessKey access_secret secrets token tokens stsToken signature x-oss-signature SignatureProvided StringToSignBytes DiagnosticMessage password passwords PASSWD passphrase passcode pwd sk oss_sk ossSK dataSK sig x-sig tok pass db.pass SMTP_PASS pw add-mask " +
			"secretKey secret-key APIKEY api_key private-key AccountKey SSECustomerKey encryptionKey encrypt_key authKey sign_key AES_KEY sec_key secretAccess",
		KeyID:     "AccessKeyId access_key AWSAccessKeyId credential credentials x-oss-credential ak OSS_AK ossAk",
		Line:      "Authorization Proxy-Authorization Cookie Set-Cookie",
		NotSecret: "a sec secretary task mask_ bask risk desk break design secret- token_ x-oss-meta-my_secret x-oss-meta-secret X-Oss-Meta-Signature NextContinuationToken continuation-token NextToken ClientToken pageToken key objectKey bypass compass id",
	} {
		for _, name := range strings.Fields(names) {
			if got := KindOf(name); got != kind {
				t.Errorf("%s: %d, want %d", name, got, kind)
			}
		}
	}
	for _, name := range []string{"密钥", "秘钥", "密匙", "密鑰", "密码", "密碼", "私钥", "口令", "令牌", "签名", "授权码"} {
		if out := Redact(name + "：dragonhunter402"); out != name+"："+Hidden {
			t.Error(out)
		}
	}
}

// TestTold: what tells something of a secret passes.
func TestTold(t *testing.T) {
	for _, word := range strings.Fields("null nil none true false undefined empty missing required invalid expired expires not does do is are was were has have had cannot can could can't may must should will the a an no wrong incorrect correct valid " +
		"unknown unset set given malformed too in of for to from and or that this it its your you which what disabled inactive deleted lost mismatch mismatched different needed used being been only always never also with without " +
		"error failed failure check see use if when as at by on one ok yes step n/a string bytes right cut bad good fine here there expecting expected unexpected unable getting please some any both all we they he she but than then " +
		"access field parameter header still already about probably likely just how where who why not_set contains starts ends begins leaked rotated blank absent stale hidden redacted masked old new value calculated expiring readable") {
		for _, text := range []string{"secret: %s", "secret is %s", "Secret: %s.", "secret=\"%s\""} {
			if text = fmt.Sprintf(text, word); strings.Contains(text, "\"") && strings.HasSuffix(text, "ed\"") || strings.HasSuffix(text, "ing\"") || strings.HasSuffix(text, "ble\"") {
				continue // a value in quotes may be any word that is not in the list
			}
			if out := Redact(text); out != text {
				t.Errorf("%q becomes %q", text, out)
			}
		}
	}
	for _, fact := range strings.Fields("version type name names method algorithm expiration expiry expire id ids headers provider url uri path file dir length len size count ttl age duration format policy manager ref region scope date service endpoint based " +
		"less free auth store jar fs signing request response server client chain process source parameters time issuer protected invalid") {
		if text := "token_" + fact + "=swordfish"; Redact(text) != text {
			t.Errorf("%q becomes %q", text, Redact(text))
		}
	}
	for _, text := range []string{"InvalidSecret: swordfish", "MissingSecurityToken: swordfish", "PASS: TestSomething1", "{\"error\":\"invalid_token\",\"error_description\":\"it is not valid\"}", "pass: swordfish and more", "credential: default", "AccessKeyId: swordfish", "secret: [a\nswordfish]", "token %s", "secret=%s", "secret=${SECRET}", "x(secret)", "secret(data)", "secret > swordfish",
		"signature: V1", "signature {\"a\": \"swordfish\"}", "\"signature\":{\"scheme\":\"V4\"}", "secret=https://example.com/a", "token: 是什么", "secret(a.b(c))", "secret, swordfish", "the secret, swordfish", "the secrets; they", "| the secret of it | swordfish and more |", "secret,\nsecond line", "</secret> swordfish", "os.getenv('SECRET_NAME')", "env('OSS_SECRET')", "--secret ./file", "setSecret(\"token\")", "token{swordfish99}", "secret=[]string{", "--secret=./file", "secret:\n\n\n\n\nswordfish99", "--secret ~/file", "-k -x",
		"-t swordfish", "a-k swordfish", "密钥不正确", "密钥是这样的", "密钥是swordfish一个", "密钥是swordfish黑", "secret \"swordfish99 is\"", "密钥是 a 的", "secret\n\n\n\n\n\nswordfish99", "secret " + strings.Repeat(" ", maxJoint) + "swordfish99", "secret:\n/swordfish99", "secret:\nswordfish99: a", "secret\nuser@swordfish99"} {
		if out := Redact(text); out != text {
			t.Errorf("%q becomes %q", text, out)
		}
	}
}
