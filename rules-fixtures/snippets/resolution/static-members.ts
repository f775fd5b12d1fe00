import express from "express";
import { PDFDocument } from "pdf-lib";

const app = express();

app.post("/stamp", async (req, res) => {
  const pdf = await PDFDocument.load(req.body);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: POST /stamp → pdf-lib.PDFDocument.load
  pdf.addPage();
  res.send(await pdf.save());
//               ^^^^^^^^^^ no-sync-cpu definite: POST /stamp → pdf-lib.PDFDocument.save
});
