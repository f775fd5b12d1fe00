const { readFileSync } = require("node:fs");
const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");

const client = new S3Client({});
const template = readFileSync("template.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

exports.handler = async (event) => {
  const Body = template + readFileSync(event.name, "utf8");
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function handler → handler → fs.readFileSync
  await client.send(new PutObjectCommand({ Bucket: "pages", Key: event.name, Body }));
};
