package main

import (
	"context"
	"net/http"
	"os"
	"strings"
	"time"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	credv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/minio/minio-go/v7"
	miniocred "github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/oss403/oss403/compat/trial"
)

// libraries are the Go libraries, as programs that print their errors.
func libraries() []program {
	return []program{
		library("sdkv1", func(s *session) (trial.Store, error) {
			client, err := ossv1.New(s.url, s.account.ID, s.account.Secret)
			if err != nil {
				return nil, err
			}
			b, err := client.Bucket(trial.Bucket)
			return trial.SDK1{Bucket: b}, err
		}),
		library("sdkv2", func(s *session) (trial.Store, error) {
			return trial.SDK2{Bucket: trial.Bucket, Client: ossv2.NewClient(ossv2.LoadDefaultConfig().WithRegion("cn-hangzhou").WithEndpoint(s.url).WithUsePathStyle(true).
				WithRetryMaxAttempts(1).WithCredentialsProvider(credv2.NewStaticCredentialsProvider(s.account.ID, s.account.Secret)))}, nil
		}),
		library("aws-sdk-go-v2", func(s *session) (trial.Store, error) {
			return trial.AWS{Bucket: trial.Bucket, Client: s3.New(s3.Options{
				Region: "cn-hangzhou", BaseEndpoint: aws.String(s.url), UsePathStyle: true, RetryMaxAttempts: 1, HTTPClient: &http.Client{Timeout: time.Minute},
				Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
					return aws.Credentials{AccessKeyID: s.account.ID, SecretAccessKey: s.account.Secret}, nil
				}),
			})}, nil
		}),
		library("minio-go", func(s *session) (trial.Store, error) {
			client, err := minio.New(strings.TrimPrefix(s.url, "http://"), &minio.Options{Creds: miniocred.NewStaticV4(s.account.ID, s.account.Secret, ""), Region: "cn-hangzhou"})
			return trial.Minio{Bucket: trial.Bucket, Client: client}, err
		}),
	}
}

func library(name string, open func(s *session) (trial.Store, error)) program {
	return program{name, nil, true, func(s *session, operation string) (string, error) {
		store, err := open(s)
		if err != nil {
			return "", err
		}
		printed, err := use(store, s, operation)
		if err != nil {
			printed = err.Error()
		}
		return printed, err
	}, nil, "", ""}
}

func use(store trial.Store, s *session, operation string) (string, error) {
	switch operation {
	case "put":
		return "", store.Put(s.key, trial.Content)
	case "get":
		return store.Get(s.key)
	case "list":
		keys, err := store.List("dir/")
		return strings.Join(keys, "\n"), err
	case "multipart":
		data, err := os.ReadFile(s.big)
		if err != nil {
			return "", err
		}
		return "", store.Multipart("dir/big", string(data[:5<<20]), string(data[5<<20:]))
	case "copy":
		return "", store.Copy(s.key, "dir/copy")
	}
	return "", store.Remove(s.key)
}
