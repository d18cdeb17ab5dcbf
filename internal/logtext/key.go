package logtext

import "strings"

// Key appends to dst what of a record counts, so that two records with the same key are of the same
// error but for their request ID, which it returns: in front of the place where the error begins it
// leaves out the digits of times and names. false means that more than the line counts, or that the
// line cannot be told from its like so easily.
func (rec *Record) Key(dst []byte) (key []byte, id string, ok bool) {
	if rec.Before != "" || !rec.Plain || len(rec.Text) > 2<<10 {
		return dst, "", false
	}
	s := rec.Text
	front := s[:rec.At]
	if n := stampAt(front); n > 0 && n < 40 {
		front = front[n:]
		dst = append(dst, 's')
	}
	if strings.Contains(front, "://") || strings.IndexByte(front, '"') >= 0 || strings.IndexByte(front, '\'') >= 0 || strings.Contains(front, ".com") || strings.IndexByte(front, '=') >= 0 || strings.IndexByte(front, '\\') >= 0 || strings.IndexByte(front, '<') >= 0 {
		dst = append(dst, front...)
	} else {
		dst = appendFront(dst, front)
	}
	dst = append(dst, 0)
	// Behind it, only the ID.
	rest := s[rec.At:]
	run := 0
	for i := 0; i < len(rest); i++ {
		if class[rest[i]] == classHex {
			if run++; run == 24 && (i+1 == len(rest) || !isAlnum(rest[i+1]) && rest[i+1] != '*') && (i == 23 || !isAlnum(rest[i-24])) {
				found := rest[i-23 : i+1]
				if id != "" && id != found {
					return dst, "", false
				}
				id = found
				dst = append(dst, rest[:i-23]...)
				dst = append(dst, 1)
				rest = rest[i+1:]
				i, run = -1, 0
			}
			continue
		}
		run = 0
	}
	dst = append(dst, rest...)
	return dst, id, strings.Index(front, idOrNothing(id)) < 0
}

func idOrNothing(id string) string {
	if id == "" {
		return "\x00"
	}
	return id
}

// appendFront appends what stands in front of an error, without what is no evidence: the digits of
// times, names with digits in them.
func appendFront(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if !isAlnum(s[i]) {
			dst = append(dst, s[i])
			i++
			continue
		}
		end, digits := i, 0
		for end < len(s) && isAlnum(s[end]) {
			if isDigit(s[end]) {
				digits++
			}
			end++
		}
		n := end - i
		switch {
		case digits == 0, digits == n && n == 3, digits < n && n < 6, n >= 12 && n <= 32, digits == 4 && n == 4 && end < len(s) && s[end] == '-' && end+9 <= len(s) && isDigit(s[end+8]) && isDigit(s[end+3]):
			dst = append(dst, s[i:end]...)
		case digits == n:
			dst = append(dst, '0')
		default:
			dst = append(dst, 'x', '0')
		}
		i = end
	}
	return dst
}
