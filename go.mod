module github.com/oss403/oss403

go 1.23

require (
	github.com/aliyun/aliyun-oss-go-sdk v2.2.7+incompatible
	github.com/stretchr/testify v1.12.1
)

require (
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/time v0.10.0 // indirect
	gopkg.in/check.v1 v1.0.0-20201130134442-10cb98267c6c // indirect
)
