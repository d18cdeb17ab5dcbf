package logtext

// Element is a value by the name of the element of OSS's document that it stands for.
type Element struct{ Parent, Name, Value string }

// Request is what a text says of the request behind an answer, "" for what it does not say.
type Request struct {
	Method, URL string
	Header      []Element // Name and Value
	Signed      bool      // the text shows a signature or an Authorization header
}

// Evidence is what a record says of one error, with what stands nearest to it first.
type Evidence struct {
	Documents []Document
	Elements  []Element
	Header    []Element // of the answer

	Code        string // in the text's spelling
	CodeUnknown bool   // Code is no code of the catalog
	CodeBare    bool   // Code is a word among others
	Message     string
	MessageSaid bool // there is a message, if not one that could be told from a program's words
	MessageCut  bool // the text breaks off in Message
	MessageWord bool // Message is a label of a client, or behind the code, and not of the catalog

	RequestID  string
	Labelled   bool // something calls RequestID so; false: it is one by its form only
	EC         string
	Host       string // a host of OSS
	Status     int    // of the answer; 0: the text does not say
	StatusWeak bool   // a mere 403
	Operation  string
	Request    Request
	AtURL      bool // the 403 stands behind the URL of the request, which is at a host of OSS

	SDK         bool      // the text of an SDK of OSS, or a name that only they carry
	Foreign     bool      // another store or service is named
	Page        bool      // HTML
	Log         bool      // the message may be a log's own
	text        string    // of the record
	at          int       // where in text it looks like an error
	messageWeak bool      // programs use the label of Message for words of their own
	named       bool      // a client gives the code as a name
	told        bool      // the message stands right behind its code
	pair        [2]bool   // the code and the message have labels
	Own         []Element // what a line of this module says: kind, code, ...
	OwnJSON     string    // what this module wrote of an error in JSON, or in a group of slog
	OwnReport   string    // the facts in a report of this module, a line each
	OwnDetail   string    // what %+v adds to the line of which Own is
}

// Document is a document of an error, escapes undone.
type Document struct {
	Text, Raw string
	JSON      bool
	Whole     bool
}

// add keeps the first value of an element.
func (e *Evidence) add(parent, name, value string) {
	if value == "" {
		return
	}
	for i := range e.Elements {
		if el := &e.Elements[i]; el.Name == name && el.Parent == parent {
			return
		}
	}
	e.Elements = append(e.Elements, Element{parent, name, value})
}
