package oss403test_test

import (
	"encoding/xml"
	"io"
	"net"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/stretchr/testify/require"
)

func decodeXML(r io.Reader, v any) error {
	return xml.NewDecoder(r).Decode(v)
}

func loopback(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	return l
}

// cname addresses a domain name that is mapped to the bucket.
var cname = oss.UseCname(true)
