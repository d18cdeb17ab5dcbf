package site

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
)

// Library returns the file assets/library.js for the WebAssembly of the library. It is a script, so
// that a page on a disk, which may fetch nothing, can load it too; and it is compressed in itself, so
// that it is small from hosts that compress nothing.
func Library(wasm []byte) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(`var oss403library = "`)
	encoder := base64.NewEncoder(base64.StdEncoding, &b)
	z, err := gzip.NewWriterLevel(encoder, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(wasm); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	if err := encoder.Close(); err != nil {
		return nil, err
	}
	b.WriteString("\";\n")
	return b.Bytes(), nil
}
