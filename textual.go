package oss403

type textOptions struct {
	assume bool
	scan   bool // a message by itself may be a quotation
}

// textual is what an answer that was read from a text has more than others.
type textual struct {
	options textOptions
	named   bool  // an SDK of OSS, or its text
	other   bool  // another store
	atURL   bool  // a URL at a host of OSS has the 403 behind it
	page    bool  // HTML
	cut     bool  // the message breaks off
	marks   int   // how many different things show that it is a 403 or OSS's
	bare    bool  // the code is a word among others
	source  bool  // a scan finds it in a string of program code
	quoted  bool  // and nothing shows that a program tells of an error
	basis   Basis // what the caller's word made count
}
