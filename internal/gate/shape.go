package gate

// A key, a token or a signature is drawn at random from 36 or 62 characters; what people and
// programs write is not. The score of a run of letters and digits is the evidence for the former,
// in half bits: how much less likely each character is behind the one before it in a text than by
// lot. Words score below zero, the longer the lower.

// pairs says this of each two letters, without regard to case: the row is the first one, 'I' is
// zero. It was counted over identifiers, English texts and the syllables of pinyin.
const pairs = "" +
	"OHFGNMISHRKEHENHQEGDKKMNJO" +
	"EJIKDMORFJPCOMFOQGGJEPOSIR" +
	"ENIKEOOEHUFGLOCORHJEHPPUKU" +
	"FMLHBKNMCOPINKGNPIFLHNNOKU" +
	"GMFDJIKPLQPHHEOILDDGOKMHOS" +
	"FNLIEEMOCSTGNLELSHHJGQOUIU" +
	"HLJNCLIGEPOIJFDMPFGLGOPPMK" +
	"CQNLCNRQDUPNIODNRHKGHRSSMT" +
	"HKFHHIHSROPGHBFIQHGFOIULQK" +
	"CJNNCMNPGOJNMOEKOPDODNMNPR" +
	"HMKJAMHPDPPJKHLONMDNILMMJT" +
	"ENNHCLMPDUNEPLDMROHIIMQSFU" +
	"DIRLBRORERNJHNFDUPHJHPRUNR" +
	"GNFFEIDQGSKLMJGMPOEDJJPSMQ" +
	"KJGHMJJRKSJGGCHGUDGGGIHOTR" +
	"DPLLDNNJHULEPOEGPDHFHPORMU" +
	"IKJJIJNLHOOJIOKPLKIPAQLNLP" +
	"EMJIBLKQEUKKIJFMUHFGIKMSIU" +
	"HRGMCMPGERJJLLHHOMFCFPMUIU" +
	"FPJMCMPGCUSJLNGKUFFIIRMMIO" +
	"GHHJGJJTGURGGDJGSEFESRSNSN" +
	"DPNPAMPRDSUOQOHLPOLONMNSUT" +
	"DNLIEMLFDSRKNFENREFNLRKNSR" +
	"FMFKEJPLEQQJINLCQPKCLPOIIP" +
	"JJIIFPQQFPPHFFHCRLDFHPJQOJ" +
	"FNLKBNJEDOQMOOFONKINIOMOJG"

// What a change within a run is worth.
const (
	wordStart  = 5  // a capital behind a small letter: camel case
	shouting   = 1  // one more capital, beside what the pair is worth
	strange    = 6  // a small letter behind capitals: ABCd
	digitAfter = 6  // a digit behind a letter: v2
	letterNext = 3  // a letter behind a digit
	digitPair  = -4 // a number goes on
)

// score returns the evidence of a text, run by run, and what its characters are.
func score(text string) (half int, seen class) {
	last, capitals := class(0), 0
	for i := 0; i < len(text); i++ {
		k := classes[text[i]]
		seen |= k & alnum
		k &= small | capital | digit
		switch {
		case last == 0 || k == 0:
		case k == digit && last == digit:
			half += digitPair
		case k == digit:
			half += digitAfter
		case last == digit:
			half += letterNext
		case last == small && k == capital:
			half += wordStart
		default:
			pair := pairOf(text[i-1], text[i])
			switch {
			case k == small && capitals > 1:
				pair = min(pair, strange)
			case k == capital && pair < 0:
				pair = pair/2 + shouting
			case k == capital:
				pair += shouting
			}
			half += pair
		}
		if capitals++; k != capital {
			capitals = 0
		}
		last = k
	}
	return half, seen
}

// pairOf is what two letters of a word are worth.
func pairOf(a, b byte) int {
	a, b = folded[a], folded[b]
	half := int(pairs[int(a-'a')*26+int(b-'a')]) - 'I'
	if a == b {
		return min(half, 0) // xxxx is no secret
	}
	return half
}
