package oss403test

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// xmlDocument writes a document as OSS does: an element a line, line breaks in values as they are.
type xmlDocument struct {
	buf  bytes.Buffer
	path []string
	flat bool // the root has a text and no elements
}

func newDocument(root string) *xmlDocument {
	d := &xmlDocument{}
	d.buf.WriteString(xml.Header)
	d.open(root)
	return d
}

func (d *xmlDocument) open(name string) { d.openWith(name, "") }

// openWith opens an element with attributes.
func (d *xmlDocument) openWith(name, attributes string) {
	d.indent()
	d.buf.WriteString("<" + strings.TrimSpace(name+" "+attributes) + ">\n")
	d.path = append(d.path, name)
}

func (d *xmlDocument) close() {
	last := len(d.path) - 1
	name := d.path[last]
	d.path = d.path[:last]
	if !d.flat {
		d.indent()
	}
	d.buf.WriteString("</" + name + ">\n")
}

// element writes an element, none for an empty value.
func (d *xmlDocument) element(name, value string) {
	if value != "" {
		d.emptyOr(name, value)
	}
}

// emptyOr writes an element, if it is empty or not.
func (d *xmlDocument) emptyOr(name, value string) {
	d.indent()
	d.buf.WriteString("<" + name + ">" + escape(value) + "</" + name + ">\n")
}

func (d *xmlDocument) number(name string, n int) { d.element(name, strconv.Itoa(n)) }

func (d *xmlDocument) boolean(name string, b bool) { d.element(name, strconv.FormatBool(b)) }

// text writes the text of a root without elements.
func (d *xmlDocument) text(s string) {
	d.buf.Truncate(d.buf.Len() - 1) // the line's end
	d.buf.WriteString(escape(s))
	d.flat = true
}

// owner writes whose it is.
func (d *xmlDocument) owner() {
	d.open("Owner")
	d.element("ID", ownerID)
	d.element("DisplayName", ownerID)
	d.close()
}

func (d *xmlDocument) indent() {
	d.buf.WriteString(strings.Repeat("  ", len(d.path)))
}

// bytes closes what is open.
func (d *xmlDocument) bytes() []byte {
	for len(d.path) > 0 {
		d.close()
	}
	return d.buf.Bytes()
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return strings.NewReplacer("&#xA;", "\n", "&#34;", `"`, "&#39;", "'").Replace(b.String())
}

func decodeXML(data []byte, v any) error { return xml.Unmarshal(data, v) }
