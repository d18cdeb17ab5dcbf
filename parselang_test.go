package oss403_test

import (
	"testing"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
)

func TestParseLang(t *testing.T) {
	for _, tt := range []struct {
		tags []string
		want oss403.Lang
	}{
		{nil, "en"}, {[]string{""}, "en"}, {[]string{"zh"}, "zh"}, {[]string{"zh-CN"}, "zh"}, {[]string{"ZH-hans-cn"}, "zh"}, {[]string{"zh_CN.UTF-8"}, "zh"}, {[]string{"zh_TW@stroke"}, "zh"},
		{[]string{" zh "}, "zh"}, {[]string{"cmn-Hans"}, "zh"}, {[]string{"Chinese (Simplified)_China.936"}, "zh"}, {[]string{"zho1"}, "en"}, {[]string{"zhx"}, "en"}, {[]string{"C.UTF-8", "zh_CN"}, "en"}, {[]string{"POSIX"}, "en"},
		{[]string{"", "", "zh_CN.UTF-8"}, "zh"}, {[]string{"en_US.UTF-8", "zh_CN.UTF-8"}, "en"}, {[]string{"fr_FR.UTF-8", "zh_CN.UTF-8"}, "zh"}, {[]string{"fr"}, "en"},
		{[]string{"zh-CN,zh;q=0.9,en;q=0.8"}, "zh"}, {[]string{"en-US,en;q=0.9,zh-CN;q=0.8"}, "en"}, {[]string{"fr, zh;q=0.5, en;q=0.4"}, "zh"}, {[]string{"zh;q=0.1,en;q=0.2"}, "en"},
		{[]string{"zh;q=0"}, "en"}, {[]string{"zh;q=0", "zh"}, "zh"}, {[]string{"zh;q=x"}, "en"}, {[]string{"zh; q = 0.3"}, "en"}, {[]string{"zh;q=NaN"}, "en"}, {[]string{"*"}, "en"}, {[]string{",,;,"}, "en"},
	} {
		assert.Equal(t, tt.want, oss403.ParseLang(tt.tags...), tt.tags)
	}
}
