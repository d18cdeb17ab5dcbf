// Package document reads the error documents of OSS, XML and JSON, whole or broken off.
package document
