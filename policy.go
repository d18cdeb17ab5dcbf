package oss403

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/ram"
)

// policy returns the policy that grants what the caller lacks, "" if that is not known, and where a
// grant is not what has to happen. A request by plain http may be refused for just that.
func (v view) policy() string {
	if !v.isGrantable() {
		return ""
	}
	needs, _ := v.grant()
	prefix := ""
	if v.r != nil {
		prefix, _ = v.r.Value("prefix")
	}
	return ram.PolicyJSON(needs, v.Bucket, prefix)
}

// handover returns what to hand to an administrator who is to grant the policy: to whom, what, where in
// the console, and the commands. It is "" without a policy.
func (v view) handover(policy string, lang Lang) string {
	if policy == "" {
		return ""
	}
	needs, _ := v.grant()
	var b strings.Builder
	line := func(p phrase, args ...string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(lang.say(p, args...))
	}
	d := v.denial()
	who, role := grantee(d, lang), roleOf(d)
	isRole := d.PrincipalType == "AssumedRoleUser" || v.hasKey("STS.")
	isUser := d.PrincipalType == "SubUser" || v.hasKey("LTAI") // such a key no role has
	switch {
	case who != "" && d.PrincipalOwnerID != "":
		line("Grant to: %s of account %s", who, shorten(d.PrincipalOwnerID))
	case who != "":
		line("Grant to: %s", who)
	case isRole:
		line("Grant to: the RAM role whose temporary AccessKey signed the request")
	case v.AccessKeyID != "" && v.AccessKeyID != gate.Hidden && isUser:
		line("Grant to: the RAM user that AccessKey %s belongs to", shorten(v.AccessKeyID))
	case v.AccessKeyID != "" && v.AccessKeyID != gate.Hidden:
		line("Grant to: the RAM user or role that AccessKey %s belongs to", shorten(v.AccessKeyID))
	case isUser:
		line("Grant to: the RAM user that signed the request")
	default:
		line("Grant to: the RAM user or role that signed the request")
	}
	for _, n := range needs {
		line("What: %s on %s", n.Action, shorten(n.Resource))
	}
	if folder := folderOf(needs); folder != "" {
		line("Or, for all objects in the same folder: replace that resource with %s", shorten(folder))
	}
	if id := userID(d); id != "" {
		line("%s is the ID of the user, and the command takes its name: aliyun ram ListUsers shows both", id)
	}
	const policyName = " --PolicyType Custom --PolicyName oss403"
	toUser, toRole := "aliyun ram AttachPolicyToUser --UserName USER"+policyName, "aliyun ram AttachPolicyToRole --RoleName ROLE"+policyName
	switch {
	case role != "":
		toRole = "aliyun ram AttachPolicyToRole --RoleName " + shellQuoted(role) + policyName
		line("In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Roles > %s > Grant Permission", role)
	case isRole:
		line("In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Roles > the role > Grant Permission")
	case isUser:
		line("In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Users > the user > Grant Permission")
	default:
		line("In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Users or Roles > whoever signed > Grant Permission")
	}
	if !isRole && !isUser {
		line("For a role, the last of the commands below becomes: %s", toRole)
	}
	line("Or by command:")
	var compact bytes.Buffer
	if json.Compact(&compact, []byte(policy)) != nil {
		return b.String()
	}
	b.WriteString("\naliyun ram CreatePolicy --PolicyName oss403 --PolicyDocument " + shellQuoted(compact.String()))
	if isRole {
		b.WriteString("\n" + toRole)
		return b.String()
	}
	b.WriteString("\n" + toUser)
	return b.String()
}

// shellQuoted quotes s for a shell.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// hasGap says whether a resource has a name in capitals in it that is to be filled in: no bucket has any.
func hasGap(n ram.NeededAction) bool {
	bucket, _, _ := strings.Cut(strings.TrimPrefix(n.Resource, "acs:oss:*:*:"), "/")
	return bucket != strings.ToLower(bucket) || strings.HasSuffix(n.Resource, "/ROLE")
}

// folderOf returns the resource of all objects in the folder of the one object that a grant is for, ""
// if it is not for one object.
func folderOf(needs []ram.NeededAction) string {
	if len(needs) == 0 {
		return ""
	}
	resource := needs[0].Resource
	for _, n := range needs {
		if n.Resource != resource {
			return ""
		}
	}
	i := strings.LastIndexByte(resource, '/')
	if i < 0 || !strings.HasPrefix(resource, "acs:oss:") || strings.HasSuffix(resource, "*") {
		return ""
	}
	return resource[:i+1] + "*"
}
