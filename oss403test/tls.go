package oss403test

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"sync"
	"time"
)

// listener takes connections with and without TLS, and those that come through CONNECT.
type listener struct {
	net.Listener
	conns chan net.Conn
	err   chan error
	done  chan struct{}
	once  sync.Once

	mu     sync.Mutex
	silent map[net.Conn]bool // those that have not said anything yet
}

func listen(l net.Listener) *listener {
	tl := &listener{Listener: l, conns: make(chan net.Conn), err: make(chan error, 1), done: make(chan struct{}), silent: map[net.Conn]bool{}}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				tl.err <- err
				return
			}
			go tl.take(conn)
		}
	}()
	return tl
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case conn := <-l.conns:
		return conn, nil
	case err := <-l.err:
		return nil, err
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *listener) Close() error {
	l.once.Do(func() { close(l.done) })
	l.mu.Lock()
	for conn := range l.silent {
		_ = conn.Close() // nobody else does
	}
	l.mu.Unlock()
	return l.Listener.Close()
}

// take looks at the first byte of a connection, which says whether it is TLS.
func (l *listener) take(conn net.Conn) {
	l.mu.Lock()
	l.silent[conn] = true
	l.mu.Unlock()
	reader := bufio.NewReader(conn)
	first, err := reader.Peek(1)
	l.mu.Lock()
	delete(l.silent, conn)
	l.mu.Unlock()
	if err != nil {
		_ = conn.Close() // it said nothing
		return
	}
	conn = &peeked{conn, reader}
	const handshake = 0x16
	if first[0] == handshake {
		conn = tls.Server(conn, serverTLS())
	}
	select {
	case l.conns <- conn:
	case <-l.done:
		_ = conn.Close() // it came too late
	}
}

// tunnel answers a CONNECT: whatever the host, the tunnel ends here.
func (l *listener) tunnel(w http.ResponseWriter) {
	conn, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if _, err := io.WriteString(conn, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		_ = conn.Close() // the client is gone
		return
	}
	go l.take(&peeked{conn, buffered.Reader})
}

// peeked is a connection of which something was read already.
type peeked struct {
	net.Conn
	reader *bufio.Reader
}

func (p *peeked) Read(b []byte) (int, error) { return p.reader.Read(b) }

// authority signs the certificates of all servers of the process.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
	leafKey     *ecdsa.PrivateKey

	mu     sync.Mutex
	leaves map[string]*tls.Certificate // by host
	serial int64
}

var theAuthority = sync.OnceValue(func() *authority {
	a := &authority{key: newKey(), leafKey: newKey(), leaves: map[string]*tls.Certificate{}}
	template := a.template("oss403test")
	template.IsCA, template.BasicConstraintsValid, template.KeyUsage = true, true, x509.KeyUsageCertSign
	der, err := x509.CreateCertificate(rand.Reader, template, template, &a.key.PublicKey, a.key)
	if err == nil {
		a.certificate, err = x509.ParseCertificate(der)
	}
	if err != nil {
		panic("oss403test: " + err.Error()) // the template is fixed
	}
	return a
})

func newKey() *ecdsa.PrivateKey {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic("oss403test: " + err.Error()) // the machine has no random numbers
	}
	return key
}

func (a *authority) template(name string) *x509.Certificate {
	a.serial++
	return &x509.Certificate{
		SerialNumber: big.NewInt(a.serial),
		Subject:      pkix.Name{CommonName: name, Organization: []string{"oss403test"}},
		// Tests may set the clocks of their clients.
		NotBefore: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:  time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC),
	}
}

// leaf returns a certificate for the host that a client asks for.
func (a *authority) leaf(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	host := hello.ServerName
	if host == "" { // it named an IP address, which is not said
		host, _, _ = net.SplitHostPort(hello.Conn.LocalAddr().String())
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if c := a.leaves[host]; c != nil {
		return c, nil
	}
	template := a.template(host)
	template.KeyUsage, template.ExtKeyUsage = x509.KeyUsageDigitalSignature, []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	if ip := net.ParseIP(host); ip != nil {
		template.IPAddresses = []net.IP{ip}
	} else {
		template.DNSNames = []string{host}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, &a.leafKey.PublicKey, a.key)
	if err != nil {
		return nil, err
	}
	c := &tls.Certificate{Certificate: [][]byte{der, a.certificate.Raw}, PrivateKey: a.leafKey}
	a.leaves[host] = c
	return c, nil
}

func serverTLS() *tls.Config {
	return &tls.Config{GetCertificate: theAuthority().leaf, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}
}

func clientTLS() *tls.Config {
	pool := x509.NewCertPool()
	pool.AddCert(theAuthority().certificate)
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
}

// CertPEM returns what [Server.CertPool] holds as a file of certificates, for programs that are not
// Go: SSL_CERT_FILE, AWS_CA_BUNDLE, NODE_EXTRA_CA_CERTS name such a file.
func CertPEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: theAuthority().certificate.Raw})
}
