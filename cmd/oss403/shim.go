package main

import "github.com/spf13/cobra"

func (a *app) presign(text, secret string, asJSON bool) error { return nil }

func (a *app) presignCommand() *cobra.Command { return &cobra.Command{Use: "presign", Hidden: true} }
