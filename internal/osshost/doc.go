// Package osshost reads host names of OSS: which bucket, endpoint and region stand in one.
package osshost
