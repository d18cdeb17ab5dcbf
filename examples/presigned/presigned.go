// Package presigned downloads through presigned URLs with nothing but net/http, and asks for a new URL
// when the one at hand has expired.
package presigned

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/oss403/oss403"
)

// Signer returns a presigned URL for an object: the program's own, or that of the service that has the
// AccessKey.
type Signer func(ctx context.Context, object string) (string, error)

// Download writes an object to w. It asks sign for a second URL if OSS says that the first one has
// expired, as it has where a queue held the job for too long; for no other reason does it try again.
func Download(ctx context.Context, client *http.Client, sign Signer, object string, w io.Writer) error {
	err := download(ctx, client, sign, object, w)
	if oss403.Is(err, oss403.KindRequestExpired) {
		err = download(ctx, client, sign, object, w)
	}
	return err
}

func download(ctx context.Context, client *http.Client, sign Signer, object string, w io.Writer) error {
	signed, err := sign(ctx, object)
	if err != nil {
		return fmt.Errorf("sign %s: %w", object, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, signed, nil)
	if err != nil {
		return fmt.Errorf("download %s: bad URL", object) // err would hold the signature
	}
	resp, err := client.Do(req)
	if err != nil {
		var withURL *url.Error // whose text has the URL, and so the signature
		if errors.As(err, &withURL) {
			err = withURL.Err
		}
		return fmt.Errorf("download %s: %w", object, err)
	}
	defer resp.Body.Close()
	if e, ok := oss403.FromResponse(resp); ok {
		return fmt.Errorf("download %s: %w", object, e)
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("download %s: %s", object, resp.Status)
	}
	_, err = io.Copy(w, resp.Body)
	return err
}
