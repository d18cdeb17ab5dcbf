//go:build js && wasm

// Command wasm is the library in the page: it gives JavaScript the function oss403explain(text,
// language), which returns an explain.Answer in JSON.
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/cmd/oss403site/explain"
)

func main() {
	js.Global().Set("oss403explain", js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer, err := json.Marshal(explain.Text(args[0].String(), oss403.Lang(args[1].String())))
		if err != nil {
			panic(err) // strings only
		}
		return string(answer)
	}))
	select {} // the page calls for as long as it is open
}
