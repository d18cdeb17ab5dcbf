// Command oss403vet finds errors of Alibaba Cloud OSS that a program never sees: type assertions that
// never hold, codes that OSS never sends, a 403 taken for "not found", retries that cannot help, and
// uses of the library oss403 that compile and do nothing.
//
//	oss403vet ./...
//	go vet -vettool=$(which oss403vet) ./...
//	oss403vet help osserrtype
//
// With -vet, go vet's own checks run too, in the same pass over the code:
//
//	go vet -vettool=$(which oss403vet) -vet ./...
package main

import (
	"flag"
	"os"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/analysis/suite/vet"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault"
)

func main() {
	// The flags are parsed by multichecker, which has to know the analyzers before.
	flag.Bool("vet", false, "run go vet's own checks too")
	analyzers := ossfault.Analyzers()
	if set(os.Args[1:], "vet") {
		analyzers = append(analyzers, vet.Suite...)
	}
	if set(os.Args[1:], "osstext") { // asked for by name
		for _, a := range analyzers {
			if a.Name == "osstext" {
				a.Flags.Set("suggest", "true")
			}
		}
	}
	multichecker.Main(analyzers...)
}

// set says whether a boolean flag is set in args.
func set(args []string, name string) (on bool) {
	for _, arg := range args {
		arg, dash := strings.CutPrefix(arg, "-")
		flag, value, given := strings.Cut(strings.TrimPrefix(arg, "-"), "=")
		if !dash || flag != name {
			continue
		}
		on = true
		if given {
			on, _ = strconv.ParseBool(value)
		}
	}
	return on
}
