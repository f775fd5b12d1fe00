// @filename: functions/report.js
const { readFileSync } = require("node:fs");
const { save } = require("./storage.js");

module.exports.handler = async () => save(readFileSync("report.csv", "utf8"));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function handler → handler → fs.readFileSync
// @filename: functions/storage.js
const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");

exports.save = (Body) => new S3Client({}).send(new PutObjectCommand({ Bucket: "reports", Key: "latest", Body }));
//                       ^^^^^^^^^^^^^^^^ no-setup-in-handler probable: Lambda function handler → handler → save → new @aws-sdk/client-s3.S3Client
