module github.com/oss403/oss403/cmd/oss403vet

go 1.26.0

require (
	github.com/golangci/plugin-module-register v0.1.2
	github.com/oss403/oss403 v0.1.0
	golang.org/x/tools v0.52.0
)

require (
	github.com/aliyun/aliyun-oss-go-sdk v2.2.7+incompatible // indirect
	github.com/kr/pretty v0.3.1 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/time v0.10.0 // indirect
)
