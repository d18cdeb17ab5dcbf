package oss403

import (
	"strings"
)

var objectStateRows = []row{
	{
		reason: ReasonRestoring, kinds: []Kind{KindObjectNotRestored},
		holds: func(v view) bool { return strings.Contains(v.ev.headers.restore, `ongoing-request="true"`) },
		retry: RetryAfterRestore, actor: ActorCaller, act: actBucket, finds: objectStateFinding,
	},
	{
		reason: ReasonRestoredCopyExpired, kinds: []Kind{KindObjectNotRestored},
		holds: func(v view) bool { return strings.Contains(v.ev.headers.restore, `ongoing-request="false"`) },
		retry: RetryAfterRestore, actor: ActorCaller, act: actBucket, finds: objectStateFinding,
	},
	{kinds: []Kind{KindObjectNotRestored}, act: actBucket, finds: objectStateFinding},
}

// restoreTime says how long a restoration takes, for the storage class of the object.
func restoreTime(v view, lang Lang) (string, bool) {
	switch v.ev.headers.storageClass {
	case "Archive":
		return lang.say("about a minute"), true
	case "ColdArchive":
		return lang.say("1 to 12 hours, depending on the priority that you request"), true
	case "DeepColdArchive":
		return lang.say("12 to 48 hours, depending on the priority that you request"), true
	}
	return "", false
}

func objectStateFinding(v view, f *findings) {
	f.add("x-oss-storage-class", v.ev.headers.storageClass, "", "This is the storage class of the object.")
	f.add("x-oss-restore", v.ev.headers.restore, "", "This is how far its restoration has come.")
}
