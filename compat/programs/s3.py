"""What boto3 is tried with: python3 s3.py OPERATION [KEY [FILE OR KEY]]"""
import os
import sys

import boto3
import boto3.s3.transfer
from botocore.config import Config

env = os.environ
bucket = env["BUCKET"]
client = boto3.client(
    "s3",
    endpoint_url=env["ENDPOINT"],
    region_name="cn-hangzhou",
    aws_access_key_id=env["ACCESS_KEY_ID"],
    aws_secret_access_key=env["ACCESS_KEY_SECRET"],
    aws_session_token=env.get("SECURITY_TOKEN") or None,
    config=Config(
        signature_version="s3v4",
        retries={"max_attempts": 0},
        s3={"addressing_style": env.get("STYLE", "path")},
    ),
)
operation, key, other = (sys.argv[1:] + ["", ""])[:3]
small = boto3.s3.transfer.TransferConfig(multipart_threshold=5 << 20, multipart_chunksize=5 << 20)
operations = {
    "put": lambda: client.put_object(Bucket=bucket, Key=key, Body=open(other, "rb")),
    "get": lambda: sys.stdout.buffer.write(client.get_object(Bucket=bucket, Key=key)["Body"].read()),
    "list": lambda: [print(o["Key"]) for o in client.list_objects_v2(Bucket=bucket, Prefix=key).get("Contents", [])],
    "multipart": lambda: client.upload_file(other, bucket, key, Config=small),
    "copy": lambda: client.copy_object(Bucket=bucket, Key=key, CopySource={"Bucket": bucket, "Key": other}),
    "delete": lambda: client.delete_object(Bucket=bucket, Key=key),
    "presign": lambda: print(client.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=60)),
}
operations[operation]()
