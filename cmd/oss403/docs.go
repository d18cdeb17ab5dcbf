//go:build docs

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
	man "github.com/spf13/cobra/doc"
)

// With the tag docs the program writes what an archive holds besides the command, and ends: man pages
// in both languages and completions, for .goreleaser.yaml. The command itself need not carry what makes
// them.
//
//	go run -tags docs . DIRECTORY
func init() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run -tags docs . DIRECTORY")
		os.Exit(exitUsage)
	}
	if err := writeDocs(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(exitOK)
}

func writeDocs(dir string) error {
	for lang, name := range map[oss403.Lang]string{oss403.English: "man/man1", oss403.Chinese: "man/zh_CN/man1"} {
		pages := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(pages, 0o777); err != nil {
			return err
		}
		root := (&app{out: bufio.NewWriter(io.Discard), lang: lang}).root()
		quiet(root)
		if err := man.GenManTree(root, &man.GenManHeader{Section: "1", Source: "oss403", Manual: "oss403"}, pages); err != nil {
			return err
		}
	}
	completions := filepath.Join(dir, "completions")
	if err := os.MkdirAll(completions, 0o777); err != nil {
		return err
	}
	root := (&app{out: bufio.NewWriter(io.Discard), lang: oss403.English}).root()
	for name, write := range map[string]func(string) error{
		"oss403.bash": func(path string) error { return root.GenBashCompletionFileV2(path, true) },
		"_oss403":     root.GenZshCompletionFile,
		"oss403.fish": func(path string) error { return root.GenFishCompletionFile(path, true) },
		"oss403.ps1":  root.GenPowerShellCompletionFileWithDesc,
	} {
		if err := write(filepath.Join(completions, name)); err != nil {
			return err
		}
	}
	return nil
}

// quiet leaves out the line with which cobra signs each page: it holds the day of the build.
func quiet(cmd *cobra.Command) {
	cmd.DisableAutoGenTag = true
	for _, c := range cmd.Commands() {
		quiet(c)
	}
}
