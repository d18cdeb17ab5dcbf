// Package docblock keeps the parts of a Markdown file true that a program can make: outputs, tables,
// pieces of source. Such a part is the fenced block or the lines right below a comment
//
//	<!-- KIND: ARGUMENT -->
//
// which readers do not see. It is for tests, which compare what stands there with what they make, or
// write it anew.
package docblock

import (
	"os"
	"regexp"
	"strings"
)

// Block is a part of a file below its comment.
type Block struct {
	Kind, Argument string
	Fenced         bool
	Text           string // without its fences; each line ends in a line break
}

var comment = regexp.MustCompile(`(?m)^<!-- ([a-z]+)(?:: (.*?))? -->\n`)

// Parse returns the blocks of a document in their order.
func Parse(doc string) []Block {
	var list []Block
	each(doc, func(b Block) string {
		list = append(list, b)
		return b.Text
	})
	return list
}

// Update calls want for each block of a file, and returns those that want gives another text for. With
// write it writes the file with these texts.
func Update(path string, write bool, want func(Block) string) (stale []Block, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	made := each(string(data), func(b Block) string {
		text := want(b)
		if text != b.Text {
			stale = append(stale, b)
		}
		return text
	})
	if write && made != string(data) {
		err = os.WriteFile(path, []byte(made), 0o666)
	}
	return stale, err
}

// each returns doc with the text that f gives for each block.
func each(doc string, f func(Block) string) string {
	var out strings.Builder
	for {
		m := comment.FindStringSubmatchIndex(doc)
		if m == nil {
			out.WriteString(doc)
			return out.String()
		}
		b := Block{Kind: doc[m[2]:m[3]]}
		if m[4] != -1 {
			b.Argument = doc[m[4]:m[5]]
		}
		out.WriteString(doc[:m[1]])
		doc = doc[m[1]:]
		end := "\n\n" // of a table
		if strings.HasPrefix(doc, "```") {
			b.Fenced = true
			open := strings.IndexByte(doc, '\n') + 1
			out.WriteString(doc[:open])
			doc = doc[open:]
			end = "\n```"
		}
		n := strings.Index("\n"+doc, end)
		if n < 0 {
			n = len(doc)
		}
		b.Text, doc = doc[:n], doc[n:]
		out.WriteString(f(b))
	}
}
