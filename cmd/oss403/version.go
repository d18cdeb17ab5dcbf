package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.say(msgVersionShort),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if _, ok := debug.ReadBuildInfo(); !ok {
				return a.failf(exitNone, msgNoBuildInfo)
			}
			a.print(versionOf())
			return nil
		},
	}
}

// versionOf is the line of the running binary.
func versionOf() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "oss403"
	}
	return versionLine(info)
}

// versionLine says what the binary was built from, as far as the build recorded it.
func versionLine(info *debug.BuildInfo) string {
	version := info.Main.Version
	if version == "" {
		version = "(devel)"
	}
	line := "oss403 " + version
	commit, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = ", modified"
		}
	}
	if commit != "" {
		line += " (commit " + commit + modified + ")"
	}
	return line + " " + info.GoVersion
}
