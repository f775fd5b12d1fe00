import { mkdirSync, readFileSync } from "node:fs";
import express from "express";
import multer from "multer";

const upload = multer({
  storage: multer.diskStorage({
    destination(_request, _file, done) {
      mkdirSync("uploads", { recursive: true });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: upload destination → destination → fs.mkdirSync
      done(null, "uploads");
    },
    filename: (_request, file, done) => done(null, file.originalname),
  }),
  fileFilter: (_request, file, done) => done(null, readFileSync("types.txt", "utf8").includes(file.mimetype)),
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: upload fileFilter → fileFilter → fs.readFileSync
});

express().post("/files", upload.single("file"), (_request, response) => response.end());
