package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
)

// What AccessDeniedDetail says, whatever the kind.

// denialFindings reads AccessDeniedDetail.
func denialFindings(v view, f *findings) {
	d := v.Denial
	if d == nil {
		return
	}
	f.add("PolicyType", d.PolicyType, "", policyMeaning(d.PolicyType))
	f.add("NoPermissionType", d.NoPermissionType, "", denialMeaning(d.NoPermissionType))
	f.add("AuthAction", d.Action, "", "This is the RAM action that OSS checked.")
	identityFinding(d, f)
	if d.DiagnosticMessage() != "" {
		f.add("EncodedDiagnosticMessage", gate.Hidden, "", "It is hidden here. Decoded, it says in detail why OSS refused.")
	}
}

func policyMeaning(policyType string) phrase {
	switch policyType {
	case "ControlPolicy":
		return "OSS checked the control policies of the resource directory."
	case "SessionPolicy":
		return "OSS checked the policy given to AssumeRole."
	case "AssumeRolePolicy":
		return "OSS checked the trust policy of the role."
	case "AccountLevelIdentityBasedPolicy":
		return "OSS checked the RAM policies granted at account level."
	case "ResourceGroupLevelIdentityBasedPolicy":
		return "OSS checked the RAM policies granted at resource group level."
	}
	return "This is the type of policy that OSS checked."
}

func denialMeaning(noPermissionType string) phrase {
	switch noPermissionType {
	case "ExplicitDeny":
		return "A Deny statement matched."
	case "ImplicitDeny":
		return "No statement allows the action."
	}
	return "This is how the policy refused."
}

func identityFinding(d *Denial, f *findings) {
	const field = "AuthPrincipalDisplayName"
	account := shorten(d.PrincipalOwnerID)
	switch known := account != ""; {
	case d.PrincipalType == "SubUser" && known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a RAM user of account %s.", account)
	case d.PrincipalType == "SubUser":
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a RAM user.")
	case d.PrincipalType == "AssumedRoleUser" && known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a session of a RAM role of account %s.", account)
	case d.PrincipalType == "AssumedRoleUser":
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a session of a RAM role.")
	case d.PrincipalType == "Federated" && known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a federated user of account %s.", account)
	case d.PrincipalType == "Federated":
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a federated user.")
	case known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw of account %s.", account)
	default:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw.")
	}
}

func principal(d *Denial, lang Lang) string {
	if d.PrincipalName == "" {
		return ""
	}
	name := shorten(d.PrincipalName)
	switch d.PrincipalType {
	case "SubUser":
		return lang.say("RAM user %s", name)
	case "AssumedRoleUser":
		return lang.say("role session %s", name)
	case "Federated":
		return lang.say("federated user %s", name)
	}
	return strings.TrimSpace(shorten(d.PrincipalType) + " " + name)
}

// grantee returns whom a policy can be attached to: a session has those of its role.
func grantee(d *Denial, lang Lang) string {
	switch d.PrincipalType {
	case "SubUser":
		return principal(d, lang)
	case "AssumedRoleUser":
		if role := roleOf(d); role != "" {
			return lang.say("RAM role %s", role)
		}
	}
	return ""
}

// roleOf returns the role of a session.
func roleOf(d *Denial) string {
	role, _, ok := strings.Cut(d.PrincipalName, ":")
	return onlyIf(ok && d.PrincipalType == "AssumedRoleUser", shorten(role))
}

// userID returns the ID of the RAM user that OSS refused, where it gave the ID for its name.
func userID(d *Denial) string {
	return onlyIf(d.PrincipalType == "SubUser" && d.PrincipalName != "" && chars.IsDigits(d.PrincipalName), shorten(d.PrincipalName))
}
