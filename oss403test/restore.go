package oss403test

import (
	"cmp"
	"net/http"
	"time"
)

// Classes of storage. What is archived has to be restored before it is read.
const (
	standard        = "Standard"
	archive         = "Archive"
	coldArchive     = "ColdArchive"
	deepColdArchive = "DeepColdArchive"
)

// storageClass reads a class as S3 clients name it, too.
func storageClass(name string) string {
	switch name {
	case "STANDARD":
		return standard
	case "STANDARD_IA":
		return "IA"
	case "GLACIER":
		return archive
	case "DEEP_ARCHIVE":
		return coldArchive
	}
	return name
}

// storageClassS3 is what S3 clients call a class.
func storageClassS3(name string) string {
	switch name {
	case standard:
		return "STANDARD"
	case "IA":
		return "STANDARD_IA"
	case archive:
		return "GLACIER"
	case coldArchive, deepColdArchive:
		return "DEEP_ARCHIVE"
	}
	return name
}

// restore is that of an archived object.
type restore struct {
	done time.Time // when it can be read
	days int       // for how long from then on
}

func (r *restore) expires() time.Time { return r.done.AddDate(0, 0, r.days) }

func (s *object) isArchived() bool {
	return s.class == archive || s.class == coldArchive || s.class == deepColdArchive
}

func (o *operation) isReadable(stored *object) bool {
	return !stored.isArchived() || o.isRestored(stored)
}

func (o *operation) isRestored(stored *object) bool {
	r := stored.restore
	return r != nil && !o.now.Before(r.done) && o.now.Before(r.expires())
}

func (o *operation) isRestoring(stored *object) bool {
	return stored.restore != nil && o.now.Before(stored.restore.done)
}

// restoreState is the header x-oss-restore.
func (o *operation) restoreState(stored *object) string {
	switch {
	case !stored.isArchived():
		return ""
	case o.isRestoring(stored):
		return `ongoing-request="true"`
	case o.isRestored(stored):
		return `ongoing-request="false", expiry-date="` + stored.restore.expires().UTC().Format(http.TimeFormat) + `"`
	}
	return ""
}

// takes is how long OSS takes at most, by class and priority.
func takes(class, tier string) time.Duration {
	switch class {
	case coldArchive:
		switch tier {
		case "Expedited":
			return time.Hour
		case "Bulk":
			return 12 * time.Hour
		}
		return 5 * time.Hour
	case deepColdArchive:
		if tier == "Expedited" {
			return 12 * time.Hour
		}
		return 48 * time.Hour
	}
	return time.Minute
}

func (o *operation) restoreObject() error {
	var request struct {
		Days          int
		JobParameters struct{ Tier string }
		// S3 clients may put it here.
		GlacierJobParameters struct{ Tier string }
	}
	if len(o.body) > 0 && decodeXML(o.body, &request) != nil {
		return malformedXML
	}
	o.status = http.StatusAccepted
	return o.change(func(stored *object) error {
		switch {
		case !stored.isArchived():
			return &failure{status: http.StatusBadRequest, code: "OperationNotSupported", message: "The operation is not supported for this resource"}
		case o.isRestoring(stored):
			return &failure{status: http.StatusConflict, code: "RestoreAlreadyInProgress", message: "The restore operation is in progress.", ec: "0016-00000701"}
		}
		days := max(request.Days, 1)
		if o.isRestored(stored) { // it stays readable for longer
			o.status = http.StatusOK
			age := int(o.now.Sub(stored.restore.done).Hours() / 24)
			stored.restore = &restore{stored.restore.done, age + days}
			return nil
		}
		tier := cmp.Or(request.JobParameters.Tier, request.GlacierJobParameters.Tier)
		stored.restore = &restore{o.now.Add(takes(stored.class, tier)), days}
		if stored.class != archive {
			o.header.Set("X-Oss-Object-Restore-Priority", cmp.Or(tier, "Standard"))
		}
		return nil
	})
}

func (o *operation) cleanRestoredObject() error {
	return o.change(func(stored *object) error {
		switch {
		case stored.class != coldArchive && stored.class != deepColdArchive:
			return &failure{status: http.StatusBadRequest, code: "OperationNotSupported", message: "The operation is not supported for this resource"}
		case o.isRestoring(stored):
			return &failure{status: http.StatusConflict, code: "ArchiveRestoreNotFinished", message: "The archive file's restore is not finished.", ec: "0016-00000719"}
		}
		stored.restore = nil
		return nil
	})
}

// finishRestore ends the restoring of an object that is under way.
func (s *store) finishRestore(in *incoming) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b := s.buckets[in.bucket]
	if b == nil || b.objects[in.key] == nil || b.objects[in.key].restore == nil {
		return
	}
	changed := *b.objects[in.key]
	if r := changed.restore; in.now.Before(r.done) {
		changed.restore = &restore{in.now, r.days}
		b.objects[in.key] = &changed
	}
}
