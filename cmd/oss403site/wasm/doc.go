//go:build !(js && wasm)

// Command wasm is the library in the page; it is built for GOOS=js GOARCH=wasm.
package main

func main() { panic("build it with GOOS=js GOARCH=wasm: oss403site does") }
