package oss403

import "github.com/oss403/oss403/internal/signing"

// SecretCheck is what [Signature.Check] found out.
type SecretCheck string

// What a check of a secret finds.
const (
	// SecretUnknownToOSS: over the text that OSS calculated over, this secret makes the signature that was
	// sent. So client and OSS agree on all but the secret: OSS has another one for this AccessKey ID, and ID
	// and secret do not belong together.
	SecretUnknownToOSS SecretCheck = "UnknownToOSS"
	// SecretOrTextDiffers: this secret does not make the signature that was sent. The client signed
	// with another secret, or another text than OSS calculated over.
	SecretOrTextDiffers SecretCheck = "OrTextDiffers"
	// SecretNotTold: nothing can be said. The answer does not hold what OSS calculated over, neither answer
	// nor request holds the signature, the scheme is not known, or the secret is "".
	SecretNotTold SecretCheck = "NotTold"
)

// Check says, without asking OSS, whether a signature that did not match was made with this secret. It
// compares StringToSign of the answer with SignatureProvided, or else with the signature of the request, if
// that is known. It knows V1, V2, V4, S3 V2 and S3 V4, in a header or in a URL. The secret is kept nowhere.
// For a Signature that came out of JSON it is SecretNotTold, as for nil.
func (s *Signature) Check(secret string) SecretCheck {
	if s == nil || s.signed == nil || secret == "" {
		return SecretNotTold
	}
	result := SecretNotTold
	texts, signature := s.signed()
	for _, text := range texts {
		switch made, known := signing.Made(s.Scheme, secret, text, signature); {
		case made:
			return SecretUnknownToOSS
		case known:
			result = SecretOrTextDiffers
		}
	}
	return result
}
