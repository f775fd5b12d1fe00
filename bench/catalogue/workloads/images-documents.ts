/** Images, PDF files, spreadsheets and word processors' documents. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { deflateSync } from "node:zlib";

import { calling, defaultOf, member } from "../member-call.js";
import { orders, text } from "../samples.js";
import {
  type Bench,
  type Loaded,
  type Prepare,
  type Unmeasured,
  unmeasured,
  type Workload,
  type Workloads,
} from "../workload.js";

const SIDES = [64, 256, 1024];
const ofSides: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: SIDES,
  typical: 256,
  of: (side) => `an image of ${String(side)}×${String(side)} pixels`,
};
const oldName = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);
const missing = (what: string): Unmeasured => unmeasured(what);

/** Four bytes a pixel: a gradient with some noise. */
function pixels(side: number): Buffer {
  return Buffer.from(
    Uint8Array.from({ length: side * side * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 31 + (at >> 9)) & 255)),
  );
}

/** A PNG of those pixels, in the simplest form there is. */
function png(side: number): Buffer {
  const raw = pixels(side);
  const lines = Array.from({ length: side }, (_, y) =>
    Buffer.concat([Buffer.from([0]), raw.subarray(y * side * 4, (y + 1) * side * 4)]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

// ── Images ────────────────────────────────────────────────────────────────────────────────────────

const decoding = (path: string, encoded: (module: Loaded, side: number) => unknown): Workload => ({
  ...ofSides,
  call: (module, side, bench) => calling(path, () => [encoded(module, side)])(module, side, bench),
});
const image = (side: number): Loaded => ({ data: pixels(side), width: side, height: side });

const onJimp = (run: (image: Loaded) => unknown): Workload => ({
  ...ofSides,
  sizes: [64, 256],
  call: async (module, side) => {
    const read: Loaded = await module.Jimp.read(png(side));
    return () => run(read.clone());
  },
});
const beforeVersion1 = missing("Versions before 1 alone have it; the same without Async is measured.");

const drawing = (run: (canvas: Loaded) => unknown, twin: (canvas: Loaded) => Promise<unknown>): Workload => {
  const prepare =
    (use: (canvas: Loaded) => unknown): Prepare =>
    (module, side) => {
      const canvas: Loaded = module.createCanvas(side, side);
      const context: Loaded = canvas.getContext("2d");
      for (let at = 0; at < side; at += 4) {
        context.fillStyle = `rgb(${String(at % 256)}, 80, 120)`;
        context.fillRect(at, at / 2, 40, 20);
      }
      return () => use(canvas);
    };
  return { ...ofSides, call: prepare(run), twin: prepare(twin), same: "unrelated" };
};

const svg = (shapes: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">${Array.from(
    { length: shapes },
    (_, at) =>
      `<circle cx="${String((at * 37) % 600)}" cy="${String((at * 53) % 400)}" r="12" fill="#${String(100 + (at % 900))}"/>`,
  ).join("")}</svg>`;
const ofShapes: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100, 1000],
  typical: 100,
  of: (shapes) => `a picture of ${String(shapes)} shapes`,
};

// ── Documents ─────────────────────────────────────────────────────────────────────────────────────

const ofPages: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [1, 10, 50],
  typical: 10,
  of: (pages) => `${String(pages)} pages of text`,
};

const pdfkit = (run: (document: Loaded, pages: number, bench: Bench) => unknown): Workload => ({
  ...ofPages,
  call: (module, pages, bench) => {
    const PdfDocument: Loaded = defaultOf(module);
    return () => run(new PdfDocument({ autoFirstPage: true }), pages, bench);
  },
});

const pdfLib = (run: (module: Loaded, document: Loaded, bytes: Uint8Array) => unknown): Workload => ({
  ...ofPages,
  call: async (module, pages) => {
    const document: Loaded = await pdf(module, pages);
    const bytes: Uint8Array = await document.save();
    return () => run(module, document, bytes);
  },
});

async function pdf(pdfLibrary: Loaded, pages: number): Promise<Loaded> {
  const document: Loaded = await pdfLibrary.PDFDocument.create();
  const font: Loaded = await document.embedFont(pdfLibrary.StandardFonts.Helvetica);
  for (let page = 0; page < pages; page++)
    document.addPage().drawText(text(2000), { x: 40, y: 760, size: 9, font, lineHeight: 11 });
  return document;
}

const ofSheet: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [100, 1000, 10_000],
  typical: 1000,
  of: (rows) => `${rows.toLocaleString("en")} rows`,
};
const flat = (rows: number): readonly object[] =>
  orders(rows).map(({ id, customer, note, createdAt }) => ({
    id,
    name: customer.name,
    email: customer.email,
    note,
    createdAt,
  }));
const xlsx = (
  run: (
    xlsx: Loaded,
    given: { book: Loaded; sheet: Loaded; bytes: Buffer; path: string; rows: readonly object[] },
  ) => unknown,
): Workload => ({
  ...ofSheet,
  call: (module, count, { directory }) => {
    const library: Loaded = defaultOf(module);
    const rows = flat(count);
    const sheet: Loaded = library.utils.json_to_sheet(rows);
    const book: Loaded = library.utils.book_new();
    library.utils.book_append_sheet(book, sheet, "Orders");
    const path = join(directory, "orders.xlsx");
    library.writeFile(book, path);
    const bytes: Buffer = library.write(book, { type: "buffer", bookType: "xlsx" });
    return () => run(library, { book, sheet, bytes, path, rows });
  },
});
const exceljs = (
  run: (workbook: Loaded, given: { bytes: Buffer; path: string; ExcelJs: Loaded }) => unknown,
): Workload => ({
  ...ofSheet,
  call: async (module, count, { directory }) => {
    const ExcelJs: Loaded = defaultOf(module);
    const workbook: Loaded = new ExcelJs.Workbook();
    workbook.addWorksheet("Orders").addRows(flat(count).map((row) => Object.values(row)));
    const path = join(directory, "orders.xlsx");
    await workbook.xlsx.writeFile(path);
    const bytes: Buffer = await workbook.xlsx.writeBuffer();
    return () => run(workbook, { bytes, path, ExcelJs });
  },
});

const withoutDocx = unmeasured(
  "docx, which makes such documents, could not be installed where the others were measured.",
);

const font = (directory: string): Buffer =>
  readFileSync(
    join(
      createRequire(join(directory, "package.json")).resolve("pdfjs-dist/package.json"),
      "../standard_fonts/LiberationSans-Regular.ttf",
    ),
  );

export const imagesDocuments: Workloads = {
  pngjs: {
    rows: {
      "PNG.sync.read": member("PNG.sync.read", (side) => [png(side)], ofSides),
      "PNG.sync.write": member("PNG.sync.write", (side) => [image(side)], ofSides),
    },
  },
  jimp: {
    rows: {
      read: oldName("Jimp.read"),
      "Jimp.read": member("Jimp.read", (side) => [png(side)], ofSides),
      "Jimp.fromBuffer": member("Jimp.fromBuffer", (side) => [png(side)], ofSides),
      "JimpImage.resize": onJimp((picture) => picture.resize({ w: 100 })),
      "JimpImage.scale": onJimp((picture) => picture.scale(0.5)),
      "JimpImage.scaleToFit": onJimp((picture) => picture.scaleToFit({ w: 100, h: 100 })),
      "JimpImage.cover": onJimp((picture) => picture.cover({ w: 100, h: 100 })),
      "JimpImage.contain": onJimp((picture) => picture.contain({ w: 100, h: 100 })),
      "JimpImage.rotate": onJimp((picture) => picture.rotate(30)),
      "JimpImage.blur": onJimp((picture) => picture.blur(5)),
      "JimpImage.gaussian": onJimp((picture) => picture.gaussian(2)),
      "JimpImage.quantize": onJimp((picture) => picture.quantize({ colors: 64 })),
      "JimpImage.composite": onJimp((picture) => picture.composite(picture, 0, 0)),
      "JimpImage.greyscale": onJimp((picture) => picture.greyscale()),
      "JimpImage.getBuffer": onJimp((picture) => picture.getBuffer("image/png")),
      "JimpImage.getBufferAsync": beforeVersion1,
      "JimpImage.getBase64": onJimp((picture) => picture.getBase64("image/png")),
      "JimpImage.getBase64Async": beforeVersion1,
      "JimpImage.write": {
        ...ofSides,
        call: async (module, side, { directory }) => {
          const read: Loaded = await module.Jimp.read(png(side));
          return () => read.write(join(directory, "written.png"));
        },
      },
      "JimpImage.writeAsync": beforeVersion1,
    },
  },
  "jpeg-js": {
    rows: {
      decode: decoding("decode", (module, side) => module.encode(image(side), 80).data),
      encode: member("encode", (side) => [image(side), 80], ofSides),
    },
  },
  "bmp-js": {
    rows: {
      decode: decoding("decode", (module, side) => module.encode(image(side)).data),
      encode: member("encode", (side) => [image(side)], ofSides),
    },
  },
  canvas: {
    install: [],
    rows: {
      "Canvas.toBuffer": missing(
        "It needs libraries of the system to be built; @napi-rs/canvas, which has the same interface, is measured.",
      ),
      "Canvas.toDataURL": missing(
        "It needs libraries of the system to be built; @napi-rs/canvas, which has the same interface, is measured.",
      ),
    },
  },
  "@napi-rs/canvas": {
    rows: {
      "Canvas.toBuffer": drawing(
        (canvas) => canvas.toBuffer("image/png"),
        (canvas) => canvas.encode("png"),
      ),
      "Canvas.encodeSync": drawing(
        (canvas) => canvas.encodeSync("png"),
        (canvas) => canvas.encode("png"),
      ),
    },
  },
  "@resvg/resvg-js": {
    rows: {
      "Resvg.render": {
        ...ofShapes,
        call: (module, shapes) => {
          const source = svg(shapes);
          return () => new module.Resvg(source).render().asPng();
        },
        twin: (module, shapes) => {
          const source = svg(shapes);
          return async () => (await module.renderAsync(source)).asPng();
        },
      },
    },
  },
  satori: {
    install: ["satori", "pdfjs-dist"],
    rows: {
      default: {
        sizes: [1, 10, 50],
        typical: 10,
        of: (lines) => `${String(lines)} lines of text`,
        call: (module, lines) => {
          const data = font(process.cwd());
          const children = Array.from({ length: lines }, () => ({ type: "div", props: { children: text(60) } }));
          const root = { type: "div", props: { style: { display: "flex", flexDirection: "column" }, children } };
          return () => defaultOf(module)(root, { width: 1200, height: 630, fonts: [{ name: "Sans", data }] });
        },
      },
    },
  },
  pdfkit: {
    rows: {
      "PDFDocument.image": {
        ...ofSides,
        call: (module, side) => {
          const PdfDocument: Loaded = defaultOf(module);
          const picture = png(side);
          return () => new PdfDocument().image(picture, 0, 0);
        },
      },
      "PDFDocument.font": {
        of: () => "a font of 400 KB",
        call: (module) => {
          const PdfDocument: Loaded = defaultOf(module);
          const data = font(process.cwd());
          return () => new PdfDocument().font(data);
        },
      },
      "PDFDocument.end": pdfkit(async (document, pages) => {
        document.resume();
        for (let page = 0; page < pages; page++) document.addPage().text(text(2000));
        const end = finished(document as never);
        document.end();
        await end;
      }),
    },
  },
  "pdf-lib": {
    rows: {
      "PDFDocument.load": pdfLib((module, _, bytes) => module.PDFDocument.load(bytes)),
      "PDFDocument.save": {
        ...ofPages,
        call: (module, pages) => async () => (await pdf(module, pages)).save(),
      },
      "PDFDocument.saveAsBase64": {
        ...ofPages,
        call: (module, pages) => async () => (await pdf(module, pages)).saveAsBase64(),
      },
      "PDFDocument.embedPng": {
        ...ofSides,
        call: async (module, side) => {
          const document: Loaded = await module.PDFDocument.create();
          const picture = png(side);
          return () => document.embedPng(picture);
        },
      },
    },
  },
  "pdf-parse": {
    install: ["pdf-parse", "pdf-lib"],
    rows: {
      default: {
        ...ofPages,
        call: async (module, pages, { load }) => {
          const bytes: Uint8Array = await (await pdf(await load("pdf-lib"), pages)).save();
          // Version 2 has a class in place of the function.
          if (module.PDFParse === undefined) return () => defaultOf(module)(Buffer.from(bytes));
          return () => new module.PDFParse({ data: new Uint8Array(bytes) }).getText();
        },
      },
    },
  },
  xlsx: {
    rows: {
      read: xlsx((library, { bytes }) => library.read(bytes)),
      readFile: xlsx((library, { path }) => library.readFile(path)),
      readFileSync: oldName("readFile"),
      write: xlsx((library, { book }) => library.write(book, { type: "buffer", bookType: "xlsx" })),
      writeXLSX: xlsx((library, { book }) => library.writeXLSX(book, { type: "buffer" })),
      writeFile: xlsx((library, { book, path }) => library.writeFile(book, path)),
      writeFileSync: oldName("writeFile"),
      writeFileXLSX: xlsx((library, { book, path }) => library.writeFileXLSX(book, path)),
      writeFileAsync: unmeasured("It computes what writeFile does, which is measured, and writes in the background."),
      "utils.json_to_sheet": xlsx((library, { rows }) => library.utils.json_to_sheet(rows)),
      "utils.aoa_to_sheet": xlsx((library, { rows }) =>
        library.utils.aoa_to_sheet(rows.map((row) => Object.values(row))),
      ),
      "utils.sheet_to_json": xlsx((library, { sheet }) => library.utils.sheet_to_json(sheet)),
      "utils.sheet_to_csv": xlsx((library, { sheet }) => library.utils.sheet_to_csv(sheet)),
      "utils.sheet_to_html": xlsx((library, { sheet }) => library.utils.sheet_to_html(sheet)),
    },
  },
  exceljs: {
    rows: {
      "Xlsx.readFile": exceljs((_, { path, ExcelJs }) => new ExcelJs.Workbook().xlsx.readFile(path)),
      "Xlsx.read": exceljs(async (_, { bytes, ExcelJs }) => {
        const { Readable } = await import("node:stream");
        return new ExcelJs.Workbook().xlsx.read(Readable.from([bytes]));
      }),
      "Xlsx.load": exceljs((_, { bytes, ExcelJs }) => new ExcelJs.Workbook().xlsx.load(bytes)),
      "Xlsx.writeFile": exceljs((workbook, { path }) => workbook.xlsx.writeFile(path)),
      "Xlsx.write": exceljs(async (workbook) => {
        const { PassThrough } = await import("node:stream");
        const stream = new PassThrough();
        stream.resume();
        return workbook.xlsx.write(stream);
      }),
      "Xlsx.writeBuffer": exceljs((workbook) => workbook.xlsx.writeBuffer()),
    },
  },
  mammoth: {
    install: [],
    rows: { convertToHtml: withoutDocx, convertToMarkdown: withoutDocx, extractRawText: withoutDocx },
  },
  docx: { install: [], rows: { "Packer.toBuffer": withoutDocx, "Packer.toBase64String": withoutDocx } },
  qrcode: {
    rows: {
      toDataURL: member("toDataURL", (bytes) => [text(bytes)], {
        sizes: [50, 500],
        typical: 50,
        of: (bytes) => `${String(bytes)} bytes`,
      }),
      toBuffer: member("toBuffer", (bytes) => [text(bytes)], {
        sizes: [50, 500],
        typical: 50,
        of: (bytes) => `${String(bytes)} bytes`,
      }),
      toFile: member("toFile", (bytes, { directory }) => [join(directory, "code.png"), text(bytes)], {
        sizes: [50, 500],
        typical: 50,
        of: (bytes) => `${String(bytes)} bytes`,
      }),
    },
  },
};
