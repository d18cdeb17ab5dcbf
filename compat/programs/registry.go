package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/oss403/oss403/compat/trial"
)

// transcript is what a server that runs on prints.
type transcript struct {
	mu sync.Mutex
	b  strings.Builder
}

func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b.Write(p)
}

// take returns what was printed since it was last called.
func (t *transcript) take() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := t.b.String()
	t.b.Reset()
	return s
}

// registries are those that run, by session.
var registries sync.Map

// startRegistry starts a docker registry whose images are objects of the server.
func startRegistry(s *session) (*transcript, error) {
	if t, ok := registries.Load(s); ok {
		return t.(*transcript), nil
	}
	addr, err := free()
	if err != nil {
		return nil, err
	}
	config := filepath.Join(s.dir, "registry.yml")
	text := fmt.Sprintf(`version: 0.1
log: {level: error}
http: {addr: %q}
storage:
  delete: {enabled: true}
  redirect: {disable: true}
  s3: {accesskey: %q, secretkey: %q, region: us-west-1, regionendpoint: %q, bucket: %q, secure: false, rootdirectory: /registry, chunksize: 5242880}
`, addr, s.account.ID, s.account.Secret, s.url, trial.Bucket)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		return nil, err
	}
	t := &transcript{}
	cmd := exec.Command("docker-registry", "serve", config)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = s.dir, s.env, t, t
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s.stop = append(s.stop, func() {
		_ = cmd.Process.Kill() // it keeps nothing
		_ = cmd.Wait()
		registries.Delete(s)
	})
	s.registryURL = "http://" + addr
	registries.Store(s, t)
	return t, waitFor(s.registryURL + "/v2/")
}

// registry is Docker's: put pushes an image of one layer, get pulls the layer, list lists tags,
// copy mounts the layer in another repository, delete deletes the layer. What it prints is its log.
func registry(s *session, operation string) (string, error) {
	t, err := startRegistry(s)
	if err != nil {
		return "", err
	}
	t.take()
	err = useRegistry(s, operation)
	if err == nil {
		return t.take(), nil
	}
	printed := ""
	for i := 0; i < 20 && (printed == "" || i < 2); i++ { // it logs behind its answer
		time.Sleep(100 * time.Millisecond)
		printed += t.take()
	}
	if printed == "" {
		printed = err.Error()
	}
	return printed, err
}

func useRegistry(s *session, operation string) error {
	small, err := os.ReadFile(s.small)
	if err != nil {
		return err
	}
	switch operation {
	case "put":
		if err := pushBlob(s, "app", small); err != nil {
			return err
		}
		config := []byte("{}")
		if err := pushBlob(s, "app", config); err != nil {
			return err
		}
		manifest := fmt.Sprintf(`{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",`+
			`"config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":%d,"digest":%q},`+
			`"layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":%d,"digest":%q}]}`, len(config), digest(config), len(small), digest(small))
		_, err := call(s, http.MethodPut, s.registryURL+"/v2/app/manifests/latest", manifest, http.StatusCreated)
		return err
	case "get":
		_, err := call(s, http.MethodGet, s.registryURL+"/v2/app/blobs/"+digest(small), "", http.StatusOK)
		return err
	case "list":
		_, err := call(s, http.MethodGet, s.registryURL+"/v2/app/tags/list", "", http.StatusOK)
		return err
	case "multipart":
		big, err := os.ReadFile(s.big)
		if err != nil {
			return err
		}
		return pushBlob(s, "app", big)
	case "copy":
		_, err := call(s, http.MethodPost, s.registryURL+"/v2/copy/blobs/uploads/?from=app&mount="+digest(small), "", http.StatusCreated)
		return err
	}
	_, err = call(s, http.MethodDelete, s.registryURL+"/v2/app/blobs/"+digest(small), "", http.StatusAccepted)
	return err
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func pushBlob(s *session, repository string, data []byte) error {
	location, err := call(s, http.MethodPost, s.registryURL+"/v2/"+repository+"/blobs/uploads/", "", http.StatusAccepted)
	if err != nil {
		return err
	}
	if location, err = call(s, http.MethodPatch, location, string(data), http.StatusAccepted); err != nil {
		return err
	}
	separator := "?"
	if strings.Contains(location, "?") {
		separator = "&"
	}
	_, err = call(s, http.MethodPut, location+separator+"digest="+digest(data), "", http.StatusCreated)
	return err
}

// call calls the registry and returns the Location of its answer.
func call(s *session, method, url, body string, want int) (string, error) {
	req, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	if strings.Contains(url, "/manifests/") {
		req.Header.Set("Content-Type", "application/vnd.docker.distribution.manifest.v2+json")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != want {
		return "", fmt.Errorf("%s: %s: %s", method, resp.Status, data)
	}
	location := resp.Header.Get("Location")
	if strings.HasPrefix(location, "/") {
		location = s.registryURL + location
	}
	return location, nil
}
