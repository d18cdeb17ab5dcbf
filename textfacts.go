package oss403

// textOptions is what the caller of [ParseText] or [ScanText] asks for.
type textOptions struct {
	assume bool
	scan   bool // a message by itself may be a quotation
}

// textFacts is what an answer that was read from a text has more than others.
type textFacts struct {
	options textOptions
	named   bool  // an SDK of OSS, or its text
	other   bool  // another store
	atURL   bool  // a URL at a host of OSS has the 403 behind it
	page    bool  // HTML
	cut     bool  // the message breaks off
	marks   int   // how many different things show that it is a 403 or OSS's
	bare    bool  // the code is a word among others
	source  bool  // a scan finds it in program code or in a table
	quoted  bool  // and nothing shows that a program tells of an error
	basis   Basis // what the caller's word made count
}
