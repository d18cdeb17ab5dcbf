package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	var buf bytes.Buffer
	run(slog.New(slog.NewJSONHandler(&buf, nil)))
	var line struct {
		Err    string `json:"err"`
		OSS403 struct {
			Kind, Bucket, Retry, Step string
			RequestID                 string `json:"request_id"`
		} `json:"oss403"`
	}
	require.NoError(t, json.Unmarshal(buf.Bytes(), &line))
	assert.Contains(t, line.Err, "upload report.txt: oss403: ")
	assert.Equal(t, []string{"EndpointMismatch", "reports", "OtherEndpoint", "65AF5037A1B2C3D4E5F60718"}, []string{line.OSS403.Kind, line.OSS403.Bucket, line.OSS403.Retry, line.OSS403.RequestID})
	assert.Contains(t, line.OSS403.Step, "oss-cn-beijing.aliyuncs.com")
}
