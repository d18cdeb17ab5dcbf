package oss403

// topic is a subject of the documentation.
type topic int

const (
	topicHTTP403 topic = iota
	topicHosts
	topicRegions
	topicRAMPolicy
	topicRAMExamples
	topicRAMDiagnosis
	topicRAMTroubleshoot
	topicBucketPolicy
	topicAccessControl
	topicSTS
	topicSTSSessionPolicy
	topicSTSEndpoints
	topicSTSKeyUnknown
	topicAccessKey
	topicReferer
	topicCORS
	topicPostObject
	topicPostObjectErrors
	topicPresignV4
	topicPresignV1
	topicSignHeaderV1
	topicSignV4
	topicSignUpgrade
	topicSignFAQ
	topicRestore
	topicWORM
	topicAcceleration
	topicCustomDomain
	topicPutCname
	topicSSE
	topicKMSActivate
	topicBlockPublic
	topicRequesterPays
	topicVPCPolicy
	topicHNS
	topicOverdue
	topicErrorResponses
	topicECIndex
	topicDomainOwnership
	topicCDNPrivateBucket
	topicCDNListBuckets
	topicCDNAccessControl
	topicLogging
	topicS3SDK
	topicClockSkew
	topicCopyObject
)

// Doc is a page of Alibaba Cloud's documentation.
type Doc struct {
	Title string `json:"title"` // in the language of the explanation; it says so if the page is in another one
	URL   string `json:"url"`   // https, on a host of Alibaba Cloud
}
