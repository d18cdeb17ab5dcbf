package main

import (
	"compress/bzip2"
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"syscall"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
)

// causes are what goes wrong with files, and the Chinese of each.
var causes = []struct {
	err     error
	chinese string
}{
	{syscall.ENOENT, "文件不存在"}, {fs.ErrNotExist, "文件不存在"},
	{syscall.EACCES, "没有权限"}, {syscall.EPERM, "不允许该操作"}, {fs.ErrPermission, "没有权限"},
	{syscall.EISDIR, "是一个目录"}, {syscall.ENOTDIR, "路径中有一部分不是目录"},
	{syscall.ENOSPC, "磁盘空间不足"}, {syscall.EROFS, "文件系统只读"}, {syscall.EIO, "输入输出错误"},
	{syscall.EPIPE, "管道已关闭"}, {syscall.EMFILE, "打开的文件过多"}, {syscall.ENAMETOOLONG, "文件名过长"}, {syscall.ELOOP, "符号链接层数过多"},
	{syscall.EADDRINUSE, "地址已被占用"}, {syscall.EADDRNOTAVAIL, "本机没有该地址"}, {syscall.EBADF, "文件未打开"}, {syscall.EINVAL, "参数无效"},
	{syscall.ENODEV, "设备不存在"}, {syscall.ENXIO, "设备不存在"}, {syscall.EBUSY, "设备或资源正忙"},
	{fs.ErrClosed, "文件已关闭"}, {fs.ErrExist, "文件已存在"}, {os.ErrDeadlineExceeded, "超时"}, {context.Canceled, "已取消"},
	{io.ErrUnexpectedEOF, "数据不完整"}, {io.ErrNoProgress, "读取没有进展"}, {io.EOF, "数据不完整"},
	{gzip.ErrHeader, "gzip 文件头无效"}, {gzip.ErrChecksum, "gzip 校验和不匹配"},
	{zstd.ErrMagicMismatch, "zstd 文件头无效"}, {zstd.ErrCRCMismatch, "zstd 校验和不匹配"},
}

// reason is what the system says of an error, without the name of a file, in the user's language.
func (a *app) reason(err error) string {
	if a.lang == oss403.Chinese {
		for _, c := range causes {
			if errors.Is(err, c.err) {
				return c.chinese
			}
		}
		var bad bzip2.StructuralError
		if errors.As(err, &bad) || errors.As(err, new(archiveError)) {
			return "数据格式有误"
		}
		if errors.As(err, new(*net.AddrError)) || errors.As(err, new(*net.ParseError)) {
			return "地址格式有误"
		}
		if errors.As(err, new(*net.DNSError)) {
			return "找不到该主机"
		}
	}
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return chars.VisibleLines(err.Error())
}
