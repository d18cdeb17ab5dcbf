// Logging writes a 403 with slog: the line as err, and the facts as the group oss403, which a log store can
// search and count by. An alert on oss403.kind and oss403.bucket needs no regular expression.
//
//	go run ./examples/logging
package main

import (
	"fmt"
	"log/slog"
	"os"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

func main() { run(slog.New(slog.NewJSONHandler(os.Stdout, nil))) }

func run(log *slog.Logger) {
	if err := upload("report.txt"); err != nil {
		err = oss403.Wrap(err)
		log.Error("upload failed", "err", err, oss403.Attr(err))
	}
}

// upload stands for a call that OSS refuses.
func upload(name string) error {
	return fmt.Errorf("upload %s: %w", name, oss.ServiceError{
		StatusCode: 403, Code: "AccessDenied", Message: "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
		RequestID: "65AF5037A1B2C3D4E5F60718", HostID: "reports.oss-cn-hangzhou.aliyuncs.com", Endpoint: "oss-cn-beijing.aliyuncs.com", Ec: "0003-00001403",
	})
}
