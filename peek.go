package oss403

import (
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/oss403/oss403/internal/chars"
)

// maxPeek is how long a Transport waits for the body of a 403, which mostly came with the header.
const maxPeek = 200 * time.Millisecond

// peekSoon reads the beginning of a body as peekBody does, but waits for no more than maxPeek: what is
// not there by then is left to the client, who reads all of it from its beginning. nil means that there
// is no body.
func peekSoon(resp *http.Response) *peeked {
	if resp.Body == nil || resp.Body == http.NoBody {
		return nil
	}
	p := &peeked{body: resp.Body}
	p.more.L = &p.mu
	resp.Body = p
	read := make(chan struct{})
	go func() {
		p.fill()
		close(read)
	}()
	timer := time.NewTimer(maxPeek)
	defer timer.Stop()
	select {
	case <-read:
	case <-timer.C:
	}
	return p
}

// peeked is a body of which the beginning was read, or is being read.
type peeked struct {
	body io.ReadCloser

	mu     sync.Mutex
	more   sync.Cond // there is more of head, or done is true
	head   []byte
	taken  int   // how much of head the client has read
	err    error // what reading met: io.EOF at the end
	whole  bool  // head is all that is looked at
	done   bool  // nobody reads ahead any more
	closed bool
	then   func(body string) // nil, or what is called with the whole before the client has its end
}

// soFar returns what was read by now, and whether it is all that is looked at.
func (p *peeked) soFar() (body string, whole bool) {
	if p == nil {
		return "", true
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return string(p.head), p.whole
}

// whenWhole calls then with all that is looked at, as soon as that is read.
func (p *peeked) whenWhole(then func(body string)) {
	p.mu.Lock()
	whole := p.whole
	if !whole {
		p.then = then
	}
	p.mu.Unlock()
	if whole {
		then(string(p.head)) // nobody writes into it any more
	}
}

// fill reads ahead, 64 KiB at most.
func (p *peeked) fill() {
	var room [4 << 10]byte
	for read := 0; ; {
		n, err := p.readAhead(room[:min(len(room), chars.MaxText-read)])
		read += n
		p.mu.Lock()
		p.head, p.err = append(p.head, room[:n]...), err
		p.whole = err != nil || p.closed || read == chars.MaxText
		whole, then := p.whole, p.then
		p.mu.Unlock()
		if whole && then != nil {
			then(string(p.head))
		}
		p.mu.Lock()
		p.done = whole
		p.more.Broadcast()
		p.mu.Unlock()
		if whole {
			return
		}
	}
}

// readAhead reads from the body. One that panics does so where its client reads, as it would without
// us.
func (p *peeked) readAhead(into []byte) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = 0, panicked{r}
		}
	}()
	return p.body.Read(into)
}

type panicked struct{ value any }

func (panicked) Error() string { return "oss403: reading the body panicked" }

// Read returns what was read ahead, then the rest.
func (p *peeked) Read(into []byte) (int, error) {
	p.mu.Lock()
	for p.taken == len(p.head) && !p.done && len(into) > 0 {
		p.more.Wait()
	}
	if p.taken < len(p.head) || len(into) == 0 {
		defer p.mu.Unlock()
		n := copy(into, p.head[p.taken:])
		p.taken += n
		return n, nil
	}
	err := p.err
	p.mu.Unlock()
	if r, ok := err.(panicked); ok {
		panic(r.value)
	}
	if err != nil {
		return 0, err
	}
	return p.body.Read(into)
}

// Close closes the body, which ends reading ahead.
func (p *peeked) Close() error {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	return p.body.Close()
}
