module github.com/oss403/oss403/oss403test/ossv2

go 1.23

require (
	github.com/aliyun/alibabacloud-oss-go-sdk-v2 v1.0.0
	github.com/oss403/oss403 v0.1.0
)

require (
	github.com/aliyun/aliyun-oss-go-sdk v2.2.7+incompatible // indirect
	github.com/kr/pretty v0.3.1 // indirect
	golang.org/x/time v0.10.0 // indirect
)
