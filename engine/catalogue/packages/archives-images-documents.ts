/** Archives, images, spreadsheets and documents: work on whole buffers that mostly has no asynchronous form. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

/** Options that Node does not know. */
const ownOptions = ["chunkSize", "header", "raw", "to"];
const archive = "an archive of some MB";
const photo = "a photo";
const workbook = "a sheet of some thousand rows";
const pages = "a document of some pages";

const fflateTwin = (member: string) => ({
  module: "fflate",
  member,
  isCallback: true,
  remark: "It works in a worker thread.",
});

/** jimp's operations, all of them computed in JavaScript. */
const imageOperation = (member: string): CatalogueRow => ({
  member: `JimpImage.${member}`,
  kind: "cpu",
  cost: estimated(3, photo),
  offload: true,
});

export const archivesImagesDocuments: readonly CataloguePackage[] = [
  {
    module: "adm-zip",
    types: {
      AdmZip: { origins: ["new default"] },
      IZipEntry: {
        origins: ["AdmZip.getEntry()", "AdmZip.getEntries().[]", "AdmZip.addFile()"],
        declaredAs: ["adm-zip#AdmZip.IZipEntry"],
      },
    },
    rows: [
      { member: "new default", kind: "sync-io", cost: measured(0.0044, "100 files of 4 KB"), offload: true, note: "Given a path it reads the whole file." },
      { member: "AdmZip.extractAllTo", kind: "sync-io", cost: measured(110, "100 files of 4 KB"), offload: true },
      { member: "AdmZip.extractEntryTo", kind: "sync-io", cost: measured(4, "100 files of 4 KB"), offload: true },
      { member: "AdmZip.readFile", kind: "cpu", cost: measured(1, "100 files of 4 KB"), offload: true },
      { member: "AdmZip.readAsText", kind: "cpu", cost: measured(1.6, "100 files of 4 KB"), offload: true },
      { member: "AdmZip.addLocalFile", kind: "sync-io", cost: estimated(1, "a file of 1 MB"), offload: true },
      { member: "AdmZip.addLocalFolder", kind: "sync-io", cost: estimated(2, "a small directory tree"), offload: true },
      { member: "AdmZip.test", kind: "cpu", cost: measured(3.2, "100 files of 4 KB"), offload: true },
      { member: "AdmZip.toBuffer", kind: "cpu", cost: measured(1.8, "100 files of 4 KB"), twin: { module: "adm-zip", member: "AdmZip.toBufferPromise", since: "0.5.6" }, when: { withoutCallbackFrom: 0 } },
      { member: "AdmZip.writeZip", kind: "sync-io", cost: measured(4.8, "100 files of 4 KB"), twin: { module: "adm-zip", member: "AdmZip.writeZipPromise", since: "0.5.10" } },
      { member: "IZipEntry.getData", kind: "cpu", cost: measured(1.1, "100 files of 4 KB"), offload: true },
      { member: "IZipEntry.getCompressedData", kind: "cpu", cost: measured(1, "100 files of 4 KB"), offload: true },
    ],
  },
  {
    module: "fflate",
    rows: [
      { member: "zipSync", kind: "cpu", cost: measured(1.4, "60 KB"), twin: fflateTwin("zip") },
      { member: "unzipSync", kind: "cpu", cost: measured(0.15, "60 KB"), twin: fflateTwin("unzip") },
      { member: "gzipSync", kind: "cpu", cost: measured(1.3, "60 KB"), twin: fflateTwin("gzip") },
      { member: "compressSync", kind: "cpu", cost: measured(1.3, "60 KB"), twin: fflateTwin("compress") },
      { member: "gunzipSync", kind: "cpu", cost: measured(0.25, "64 KB of JSON"), twin: fflateTwin("gunzip") },
      { member: "decompressSync", kind: "cpu", cost: measured(0.25, "64 KB of JSON"), twin: fflateTwin("decompress") },
      { member: "deflateSync", kind: "cpu", cost: measured(2, "64 KB of JSON"), twin: fflateTwin("deflate") },
      { member: "inflateSync", kind: "cpu", cost: measured(0.4, "64 KB of JSON"), twin: fflateTwin("inflate") },
      { member: "zlibSync", kind: "cpu", cost: measured(1.8, "64 KB of JSON"), twin: fflateTwin("zlib") },
      { member: "unzlibSync", kind: "cpu", cost: measured(0.67, "64 KB of JSON"), twin: fflateTwin("unzlib") },
    ],
  },
  {
    module: "pako",
    rows: [
      { member: "deflate", kind: "cpu", cost: measured(1.2, "64 KB of JSON"), twin: { module: "node:zlib", member: "deflate", isCallback: true, lacksOptions: ownOptions } },
      { member: "deflateRaw", kind: "cpu", cost: measured(1.1, "64 KB of JSON"), twin: { module: "node:zlib", member: "deflateRaw", isCallback: true, lacksOptions: ownOptions } },
      { member: "gzip", kind: "cpu", cost: measured(1.3, "64 KB of JSON"), twin: { module: "node:zlib", member: "gzip", isCallback: true, lacksOptions: ownOptions } },
      { member: "inflate", kind: "cpu", cost: measured(0.39, "64 KB of JSON"), twin: { module: "node:zlib", member: "unzip", isCallback: true, lacksOptions: ownOptions } },
      { member: "inflateRaw", kind: "cpu", cost: measured(0.35, "64 KB of JSON"), twin: { module: "node:zlib", member: "inflateRaw", isCallback: true, lacksOptions: ownOptions } },
      { member: "ungzip", kind: "cpu", cost: measured(0.32, "64 KB of JSON"), twin: { module: "node:zlib", member: "unzip", isCallback: true, lacksOptions: ownOptions } },
    ],
  },
  {
    module: "tar",
    rows: ["create", "c", "extract", "x", "list", "t", "replace", "r", "update", "u"].map((member) => ({
      member,
      kind: "sync-io",
      cost: estimated(3, archive),
      twin: { module: "tar", member, note: "Without the option sync: true." },
      when: { optionTrue: { index: 0, property: "sync" } },
    })),
  },
  {
    module: "pngjs",
    rows: [
      { member: "PNG.sync.read", kind: "cpu", cost: measured(4.1, "500 by 500 pixels"), offload: true },
      { member: "PNG.sync.write", kind: "cpu", cost: measured(15, "500 by 500 pixels"), offload: true },
    ],
  },
  {
    module: "jimp",
    types: {
      JimpImage: {
        origins: ["read()", "Jimp.read()", "Jimp.fromBuffer()", "new Jimp", "new default", "create()"],
        declaredAs: ["jimp#Jimp"],
      },
    },
    rows: [
      { member: "read", kind: "cpu", cost: estimated(3, photo), offload: true, isFakeAsync: true },
      { member: "Jimp.read", kind: "cpu", cost: measured(1.7, "an image of 256×256 pixels", 1.7), offload: true, isFakeAsync: true },
      { member: "Jimp.fromBuffer", kind: "cpu", cost: measured(1.8, "an image of 256×256 pixels", 1.8), offload: true, isFakeAsync: true },
      ...["resize", "scale", "scaleToFit", "cover", "contain", "rotate", "blur", "gaussian", "quantize", "composite", "greyscale"].map(
        imageOperation,
      ),
      ...["getBuffer", "getBufferAsync", "getBase64", "getBase64Async", "write", "writeAsync"].map((member) => ({
        ...imageOperation(member),
        cost: estimated(3, photo, member.startsWith("write") ? 0.85 : 1),
        isFakeAsync: true,
      })),
    ],
  },
  {
    module: "jpeg-js",
    rows: [
      { member: "decode", kind: "cpu", cost: measured(4, "an image of 256×256 pixels"), offload: true },
      { member: "encode", kind: "cpu", cost: measured(13, "an image of 256×256 pixels"), offload: true },
    ],
  },
  {
    module: "bmp-js",
    rows: [
      { member: "decode", kind: "cpu", cost: measured(1.1, "an image of 256×256 pixels"), offload: true },
      { member: "encode", kind: "cpu", cost: measured(0.28, "an image of 256×256 pixels"), offload: true },
    ],
  },
  {
    module: "canvas",
    types: { Canvas: { origins: ["createCanvas()", "new Canvas"] } },
    rows: [
      {
        member: "Canvas.toBuffer",
        kind: "cpu",
        cost: estimated(2, "500 by 500 pixels"),
        twin: { module: "canvas", member: "Canvas.toBuffer", isCallback: true, note: "The callback comes first." },
        when: { withoutCallbackFrom: 0 },
      },
      {
        member: "Canvas.toDataURL",
        kind: "cpu",
        cost: estimated(2, "500 by 500 pixels"),
        twin: { module: "canvas", member: "Canvas.toDataURL", isCallback: true },
        when: { withoutCallbackFrom: 0 },
      },
    ],
  },
  {
    module: "@napi-rs/canvas",
    types: { Canvas: { origins: ["createCanvas()", "new Canvas"] } },
    rows: [
      { member: "Canvas.toBuffer", kind: "cpu", cost: measured(2.2, "an image of 256×256 pixels"), twin: { module: "@napi-rs/canvas", member: "Canvas.encode", note: "It takes the name of a format, not a media type." } },
      { member: "Canvas.encodeSync", kind: "cpu", cost: measured(2, "an image of 256×256 pixels"), twin: { module: "@napi-rs/canvas", member: "Canvas.encode" } },
    ],
  },
  {
    module: "@resvg/resvg-js",
    types: { Resvg: { origins: ["new Resvg"] } },
    rows: [
      { member: "Resvg.render", kind: "cpu", cost: measured(8.3, "a picture of 100 shapes"), twin: { module: "@resvg/resvg-js", member: "renderAsync" } },
    ],
  },
  {
    module: "satori",
    rows: [{ member: "default", kind: "cpu", cost: measured(3.9, "10 lines of text", 9), offload: true, isFakeAsync: true }],
  },
  {
    module: "pdfkit",
    types: { PDFDocument: { origins: ["new default"] } },
    rows: [
      { member: "PDFDocument.image", kind: "sync-io", cost: measured(0.95, "an image of 256×256 pixels"), offload: true },
      { member: "PDFDocument.font", kind: "sync-io", cost: measured(0.75, "a font of 400 KB"), offload: true },
      { member: "PDFDocument.end", kind: "cpu", cost: measured(11, "10 pages of text"), offload: true },
    ],
  },
  {
    module: "pdf-lib",
    types: { PDFDocument: { origins: ["PDFDocument.create()", "PDFDocument.load()"] } },
    rows: [
      { member: "PDFDocument.load", kind: "cpu", cost: measured(0.66, "10 pages of text", 0.66), offload: true, isFakeAsync: true, note: "It pauses now and then, but most of the work is done in long stretches." },
      { member: "PDFDocument.save", kind: "cpu", cost: measured(12, "10 pages of text", 12), offload: true, isFakeAsync: true, note: "It pauses now and then, but most of the work is done in long stretches." },
      { member: "PDFDocument.saveAsBase64", kind: "cpu", cost: measured(2.8, "10 pages of text", 40), offload: true, isFakeAsync: true },
      { member: "PDFDocument.embedPng", kind: "cpu", cost: measured(2, "an image of 256×256 pixels", 2), offload: true, isFakeAsync: true },
    ],
  },
  {
    module: "pdf-parse",
    rows: [{ member: "default", kind: "cpu", cost: measured(10, "10 pages of text", 36), offload: true, isFakeAsync: true }],
  },
  {
    module: "xlsx",
    rows: [
      { member: "read", kind: "cpu", cost: measured(12, "1,000 rows"), offload: true },
      { member: "readFile", kind: "sync-io", cost: measured(43, "1,000 rows"), offload: true },
      { member: "readFileSync", kind: "sync-io", cost: estimated(3, workbook), offload: true },
      { member: "write", kind: "cpu", cost: measured(9, "1,000 rows"), offload: true },
      { member: "writeXLSX", kind: "cpu", cost: measured(9, "1,000 rows"), offload: true },
      { member: "writeFile", kind: "sync-io", cost: measured(19, "1,000 rows"), offload: true },
      { member: "writeFileSync", kind: "sync-io", cost: estimated(3, workbook), offload: true },
      { member: "writeFileXLSX", kind: "sync-io", cost: measured(18, "1,000 rows"), offload: true },
      { member: "writeFileAsync", kind: "cpu", cost: estimated(3, workbook), offload: true, isFakeAsync: true },
      { member: "utils.json_to_sheet", kind: "cpu", cost: measured(0.072, "100 rows"), offload: true, sizeDependent: true },
      { member: "utils.aoa_to_sheet", kind: "cpu", cost: measured(2, "1,000 rows"), offload: true, sizeDependent: true },
      { member: "utils.sheet_to_json", kind: "cpu", cost: measured(0.05, "100 rows"), offload: true, sizeDependent: true },
      { member: "utils.sheet_to_csv", kind: "cpu", cost: measured(2.7, "1,000 rows"), offload: true, sizeDependent: true },
      { member: "utils.sheet_to_html", kind: "cpu", cost: measured(7.1, "1,000 rows"), offload: true, sizeDependent: true },
    ],
  },
  {
    module: "exceljs",
    types: {
      Workbook: { origins: ["new Workbook"] },
      Xlsx: { origins: ["Workbook.xlsx"] },
    },
    rows: Object.entries({ readFile: 0.7, read: 0.7, load: 0.84, writeFile: 1, write: 0.86, writeBuffer: 0.96 }).map(([member, loopShare]) => ({
      member: `Xlsx.${member}`,
      kind: "cpu",
      cost: estimated(3, workbook, loopShare),
      offload: true,
      isFakeAsync: true,
    })),
  },
  {
    module: "mammoth",
    rows: ["convertToHtml", "convertToMarkdown", "extractRawText"].map((member) => ({
      member,
      kind: "cpu",
      cost: estimated(3, pages),
      offload: true,
      isFakeAsync: true,
    })),
  },
  {
    module: "docx",
    rows: ["toBuffer", "toBase64String"].map((member) => ({
      member: `Packer.${member}`,
      kind: "cpu",
      cost: estimated(2, pages),
      offload: true,
      isFakeAsync: true,
    })),
  },
  {
    module: "qrcode",
    rows: Object.entries({ toDataURL: 0.99, toBuffer: 0.94, toFile: 0.9 }).map(([member, loopShare]) => ({
      member,
      kind: "cpu",
      cost: estimated(1, "a link", loopShare),
      offload: true,
      isFakeAsync: true,
    })),
  },
];
