package oss403test_test

import (
	"encoding/xml"
	"io"
)

func decodeXML(r io.Reader, v any) error {
	return xml.NewDecoder(r).Decode(v)
}
