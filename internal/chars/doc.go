// Package chars has the classes of bytes that OSS's values are made of, and what makes a text fit to
// be shown: nothing in it that could change how a line looks.
package chars
