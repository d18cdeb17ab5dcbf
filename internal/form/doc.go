// Package form knows the forms of OSS's values: request IDs, ECs, RAM actions, times.
package form
