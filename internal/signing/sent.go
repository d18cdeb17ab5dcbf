package signing

import (
	"maps"
	"net"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/request"
)

// sent is a request as signatures see it.
type sent struct {
	*request.Request
	host    string              // with the port, unless that is a scheme's own: no signer has it in then
	headers map[string]string   // by name in lower case; several values joined by commas
	params  []request.Parameter // without those of the signature itself
	count   map[string]int      // how often each name is in params
}

// maxParams is how many parameters a request may have to be compared. None of OSS has as many, and
// what OSS signed is looked for among all of them.
const maxParams = 200

func view(r *request.Request) *sent {
	q := &sent{Request: r, host: r.HostPort, headers: make(map[string]string, len(r.Header)), count: map[string]int{}}
	if host, port, err := net.SplitHostPort(r.HostPort); err == nil && (port == "80" || port == "443") {
		q.host = host
	}
	for name, values := range r.Header {
		q.headers[strings.ToLower(name)] = joined(values)
	}
	if most := maxParams + 32; len(r.Query) > most { // too many, those of the signature left out
		q.params = r.Query[:most]
		return q
	}
	for _, p := range r.Query {
		if !r.Signature.Holds(p.Name) {
			q.params = append(q.params, p)
			q.count[p.Name]++
		}
	}
	return q
}

func joined(values []string) string {
	if len(values) == 1 {
		return strings.TrimSpace(values[0])
	}
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = strings.TrimSpace(v)
	}
	return strings.Join(list, ",")
}

func (q *sent) inQuery() bool { return q.Signature.In == request.InQuery }

// param returns a parameter by its name in any case.
func (q *sent) param(name string) (request.Parameter, bool) {
	for _, p := range q.params {
		if strings.EqualFold(p.Name, name) {
			return p, true
		}
	}
	return request.Parameter{}, false
}

// repeated says whether a name stands in the query more than once.
func (q *sent) repeated(name string) bool { return q.count[name] > 1 }

// sortedKeys returns the keys of both maps in order, each once.
func sortedKeys[V any](a, b map[string]V) []string {
	keys := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(keys)
	return slices.Compact(keys)
}
