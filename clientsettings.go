package oss403

import "strings"

// clientSettings is how a client is told what a step asks for. A field is "" where it is not known.
type clientSettings struct {
	agent    string // what its User-Agent holds
	path     phrase // to use virtual-hosted style
	endpoint phrase // which endpoint to use
	token    phrase // the security token
	provider phrase // where to fetch credentials that refresh by themselves
}

// agentOfSDKV2 is what the User-Agent of SDK v2 holds.
const agentOfSDKV2 = "alibabacloud-go-sdk-v2/"

// knownClients has the longer of two names that begin alike first.
var knownClients = [...]clientSettings{
	{
		agent: "minio-go/",
		path:  "BucketLookup: minio.BucketLookupDNS in the minio.Options of minio-go", endpoint: "the first argument of minio.New",
		token: "the third argument of credentials.NewStaticV4 of minio-go", provider: "Creds: credentials.New(p) in the minio.Options of minio-go",
	},
	{
		agent: "aws-sdk-go-v2/",
		path:  "UsePathStyle = false in the s3.Options of aws-sdk-go-v2", endpoint: "BaseEndpoint in the s3.Options of aws-sdk-go-v2",
		token: "the third argument of NewStaticCredentialsProvider of aws-sdk-go-v2", provider: "Credentials = aws.NewCredentialsCache(p) in aws-sdk-go-v2",
	},
	{
		agent: "aws-sdk-go/",
		path:  "S3ForcePathStyle: aws.Bool(false) in the aws.Config of aws-sdk-go", endpoint: "Endpoint in the aws.Config of aws-sdk-go",
		token: "the third argument of credentials.NewStaticCredentials of aws-sdk-go", provider: "Credentials: credentials.NewCredentials(p) in the aws.Config of aws-sdk-go",
	},
	{agent: "Boto", path: `s3={"addressing_style": "virtual"} in botocore's Config`, endpoint: "endpoint_url of boto3", token: "aws_session_token of boto3"},
	{agent: "aws-cli/", path: "s3.addressing_style = virtual in the profile of the AWS CLI", endpoint: "--endpoint-url of the AWS CLI", token: "aws_session_token in the profile of the AWS CLI"},
	{agent: "aws-sdk-java/", path: "withPathStyleAccessEnabled(false) in the AWS SDK for Java"},
	{agent: "aws-sdk-js/", path: "forcePathStyle: false in the S3Client of the AWS SDK for JavaScript", endpoint: "endpoint of the S3Client", token: "credentials.sessionToken of the S3Client"},
	{
		agent: "aliyun-sdk-go/",
		path:  "oss.ForcePathStyle(false) in SDK v1", endpoint: "the first argument of oss.New in SDK v1",
		token: "oss.SecurityToken(token) in SDK v1", provider: "oss.SetCredentialsProvider(p) in SDK v1",
	},
	{
		agent: agentOfSDKV2,
		path:  "WithUsePathStyle(false) in SDK v2", endpoint: "WithEndpoint in SDK v2",
		token: "the third argument of NewStaticCredentialsProvider in SDK v2", provider: "NewEcsRoleCredentialsProvider() on ECS, otherwise NewCredentialsFetcherProvider(f), in SDK v2",
	},
}

// client returns the settings of the client that sent the request, none if it is not known.
func (v view) client() *clientSettings {
	agent := headerOf(v.r, "User-Agent")
	for i := range knownClients {
		if strings.Contains(agent, knownClients[i].agent) {
			return &knownClients[i]
		}
	}
	return &noClient
}

var noClient clientSettings
