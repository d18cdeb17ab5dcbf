package v2

import "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"

// SDK v2 learns the time from the answer, so that its next attempt is another request.
var retryCodes = []string{"RequestTimeTooSkewed", "AccessDenied"} // want `each retry of AccessDenied`

var _ oss.Client
