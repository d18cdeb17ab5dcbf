package logtext

import "sync"

var tables sync.Once

// makeTables fills the tables that take a while to make. The first Reader does it: a program that reads no text
// pays nothing for them.
func makeTables() {
	labelNames = makeLabelNames()
	labelBegins = makeLabelBegins() // of labelNames
	dresses = makeDresses()
	endsValue = makeEndsValue()
	denialNames = makeDenialNames()
	elementNames = makeElementNames() // with denialNames
	beforeStatus = makeBeforeStatus()
	statusByLast = makeStatusByLast()
	frontClass = makeFrontClass()
	class = makeClass()
	labelsByEnd = makeLabelsByEnd()
	punctuation = makePunctuation()
}
