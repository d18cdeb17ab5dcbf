package ossv2_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/oss403/oss403/oss403test/ossv2"
)

func ExampleOperationError() {
	err := ossv2.OperationError("PutObject", oss403.KindEndpointMismatch, oss403test.Bucket("photos"))

	var se *oss.ServiceError
	if errors.As(err, &se) {
		fmt.Println(se.StatusCode, se.Code, se.EC)
	}
	if e, ok := oss403.From(err); ok {
		fmt.Println(e.Kind, e.BucketEndpoint)
	}
	// Output:
	// 403 AccessDenied 0003-00001403
	// EndpointMismatch oss-cn-beijing.aliyuncs.com
}

func TestEveryKind(t *testing.T) {
	for kind := range oss403.Kinds() {
		var oe *oss.OperationError
		err := ossv2.OperationError("PutObject", kind)
		if !errors.As(err, &oe) || oe.Operation() != "PutObject" {
			t.Errorf("%s: %T %v", kind, err, err)
		}
		se := ossv2.ServiceError(kind)
		if se.StatusCode != 403 {
			t.Errorf("%s: status %d", kind, se.StatusCode)
		}
		if kind == oss403.KindIntermediary {
			continue // its page is all that there is
		}
		if e, ok := oss403.From(err); !ok || e.Kind != kind {
			t.Errorf("%s is read as %v", kind, e)
		}
	}
}

func TestOptions(t *testing.T) {
	se := ossv2.ServiceError(oss403.KindKMSForbidden, oss403test.Bucket("photos"), oss403test.Object("a b.txt"), oss403test.Endpoint("oss-cn-beijing.aliyuncs.com"), oss403test.RequestID("65AF5037A1B2C3D4E5F60799"))
	if se.RequestTarget != "GET https://photos.oss-cn-beijing.aliyuncs.com/a%20b.txt" || se.RequestID != "65AF5037A1B2C3D4E5F60799" {
		t.Errorf("%s %s", se.RequestTarget, se.RequestID)
	}
	if e, _ := oss403.From(ossv2.OperationError("PutObject", oss403.KindKMSForbidden, oss403test.Bucket("Not A Bucket"))); e == nil || e.Kind != oss403.KindKMSForbidden {
		t.Errorf("%v", e)
	}
}
