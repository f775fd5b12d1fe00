/** Parsers, markup and templates: quick for a kilobyte, seconds for a megabyte. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

const document = "a document of 1 KB";
const template = { builds: "a template" };
const compiles = "It compiles the template every time: compile once, at module scope.";

/** Parsers and printers whose cost is that of their input. */
const parser = (member: string, cost: CatalogueRow["cost"] = estimated(1, document)): CatalogueRow => ({
  member,
  kind: "cpu",
  cost,
  offload: true,
  sizeDependent: true,
});

export const parsersTemplates: readonly CataloguePackage[] = [
  {
    module: "csv-parse/sync",
    rows: [parser("parse", measured(1.9, "1,000 rows"))],
  },
  {
    module: "csv-parse",
    rows: [
      {
        ...parser("parse", measured(2.3, "1,000 rows", 2.3)),
        isFakeAsync: true,
        when: { withCallbackFrom: 1 },
        note: "The callback form parses the whole text on the event loop; the stream form yields between chunks.",
      },
    ],
  },
  {
    module: "csv-stringify/sync",
    rows: [parser("stringify", measured(5.1, "1,000 rows"))],
  },
  {
    module: "csv-stringify",
    rows: [
      {
        ...parser("stringify", measured(5.3, "1,000 rows", 5.3)),
        isFakeAsync: true,
        when: { withCallbackFrom: 1 },
        note: "The callback form prints all rows on the event loop; the stream form yields between chunks.",
      },
    ],
  },
  { module: "papaparse", rows: [parser("parse", measured(0.62, "1,000 rows")), parser("unparse", measured(1.2, "1,000 rows"))] },
  {
    module: "xml2js",
    types: { Parser: { origins: ["new Parser"] }, Builder: { origins: ["new Builder"] } },
    rows: [
      { ...parser("parseString", estimated(1, document, 1)), isFakeAsync: true },
      { ...parser("parseStringPromise", estimated(1, document, 1)), isFakeAsync: true },
      { ...parser("Parser.parseString", estimated(1, document, 1)), isFakeAsync: true },
      { ...parser("Parser.parseStringPromise", estimated(1, document, 1)), isFakeAsync: true },
      parser("Builder.buildObject"),
    ],
  },
  {
    module: "fast-xml-parser",
    types: {
      XMLParser: { origins: ["new XMLParser"] },
      XMLBuilder: { origins: ["new XMLBuilder"] },
    },
    rows: [parser("XMLParser.parse", measured(0.16, document)), parser("XMLBuilder.build"), parser("XMLValidator.validate")],
  },
  {
    module: "js-yaml",
    rows: [
      parser("load", measured(4.1, "100 records of 320 bytes")),
      parser("loadAll"),
      parser("dump", measured(4.7, "100 records of 320 bytes")),
      parser("safeLoad"),
      parser("safeLoadAll"),
      parser("safeDump"),
    ],
  },
  {
    module: "yaml",
    rows: [parser("parse"), parser("parseDocument"), parser("parseAllDocuments"), parser("stringify")],
  },
  { module: "toml", rows: [parser("parse")] },
  {
    module: "marked",
    rows: [
      { ...parser("default", measured(0.15, document)), note: "With async: true it does the same work on the event loop." },
      { ...parser("marked", measured(0.15, document)), note: "With async: true it does the same work on the event loop." },
      { ...parser("parse", measured(0.15, document)), note: "With async: true it does the same work on the event loop." },
      parser("marked.parse", measured(0.15, document)),
      parser("parseInline"),
      parser("lexer"),
    ],
  },
  {
    module: "markdown-it",
    types: { MarkdownIt: { origins: ["new default", "default()", "MarkdownIt.use()", "MarkdownIt.enable()", "MarkdownIt.disable()"] } },
    rows: [parser("MarkdownIt.render", measured(0.4, document)), parser("MarkdownIt.renderInline", measured(1.7, "50 sections of 200 bytes"))],
  },
  ...["unified", "remark", "rehype"].map((module) => ({
    module,
    types: {
      Processor: { origins: [`${module}()`, "Processor.use()", "Processor.freeze()"], declaredAs: ["unified#Processor"] },
    },
    rows: [
      parser("Processor.processSync", estimated(2, document)),
      parser("Processor.runSync", estimated(2, document)),
      { ...parser("Processor.process", estimated(2, document, 1)), isFakeAsync: true },
    ],
  })),
  {
    module: "showdown",
    types: { Converter: { origins: ["new Converter"] } },
    rows: [parser("Converter.makeHtml")],
  },
  {
    module: "turndown",
    types: { TurndownService: { origins: ["new default"] } },
    rows: [parser("TurndownService.turndown")],
  },
  {
    module: "highlight.js",
    aliases: ["highlight.js/lib/core", "highlight.js/lib/common"],
    rows: [
      {
        member: "highlightAuto",
        kind: "cpu",
        cost: measured(61, "10 functions"),
        offload: true,
        note: "Name the language: highlight(code, { language }).",
      },
      parser("highlight", measured(5.3, "50 functions")),
    ],
  },
  { module: "prismjs", rows: [parser("highlight")] },
  {
    module: "shiki",
    types: { Highlighter: { origins: ["createHighlighter()", "getHighlighter()"] } },
    rows: [
      { member: "codeToHtml", kind: "cpu", cost: measured(40, "50 functions", 74), offload: true, isFakeAsync: true },
      { member: "codeToTokens", kind: "cpu", cost: measured(30, "50 functions", 32), offload: true, isFakeAsync: true },
      { member: "codeToHast", kind: "cpu", cost: measured(28, "50 functions", 43), offload: true, isFakeAsync: true },
      { member: "Highlighter.codeToHtml", kind: "cpu", cost: measured(39, "50 functions"), offload: true },
    ],
  },
  {
    module: "katex",
    rows: [{ member: "renderToString", kind: "cpu", cost: measured(2.3, "one formula"), offload: true }],
  },
  { module: "sanitize-html", rows: [parser("default", measured(0.092, document))] },
  { module: "dompurify", aliases: ["isomorphic-dompurify"], rows: [parser("sanitize", measured(8.5, "50 sections of 200 bytes"))] },
  {
    module: "jsdom",
    rows: [{ member: "new JSDOM", kind: "cpu", cost: measured(11, "50 sections of 200 bytes"), offload: true }],
  },
  { module: "cheerio", rows: [parser("load", measured(0.066, document))] },
  { module: "linkedom", rows: [parser("parseHTML")] },
  { module: "node-html-parser", rows: [parser("parse"), parser("default")] },
  { module: "parse5", rows: [parser("parse"), parser("parseFragment"), parser("serialize", measured(0.059, "50 sections of 200 bytes"))] },
  {
    module: "handlebars",
    rows: [
      { member: "compile", kind: "cpu", cost: measured(0.58, "a template of some lines, compiled at its first use"), setup: template, note: compiles },
      { member: "precompile", kind: "cpu", cost: measured(0.81, "a template of three lines"), setup: template, note: compiles },
    ],
  },
  {
    module: "ejs",
    rows: [
      { member: "render", kind: "cpu", cost: measured(0.15, "a template of some lines"), note: `${compiles} The option cache does that.` },
      { member: "compile", kind: "cpu", cost: measured(0.13, "a template of three lines"), setup: template, note: compiles },
      {
        member: "renderFile",
        kind: "sync-io",
        cost: measured(0.095, "a list of 100 records", 0.095),
        isFakeAsync: true,
        note: "It reads the file synchronously, even with a callback; with the option cache only once.",
      },
    ],
  },
  {
    module: "pug",
    rows: [
      { member: "render", kind: "cpu", cost: measured(1.9, "a template of some lines"), note: compiles },
      { member: "compile", kind: "cpu", cost: measured(1.6, "a template of four lines"), setup: template, note: compiles },
      { member: "compileClient", kind: "cpu", cost: measured(1.4, "a template of four lines"), setup: template, note: compiles },
      { member: "renderFile", kind: "sync-io", cost: measured(0.97, "a list of 100 records"), note: compiles },
      { member: "compileFile", kind: "sync-io", cost: measured(2.1, "a template of four lines"), setup: template, note: compiles },
    ],
  },
  {
    module: "nunjucks",
    types: { Environment: { origins: ["new Environment", "configure()"] }, Template: { origins: ["new Template", "compile()"] } },
    rows: [
      { member: "renderString", kind: "cpu", cost: measured(0.53, "a list of 100 records"), note: compiles },
      { member: "Environment.renderString", kind: "cpu", cost: measured(0.76, "a list of 100 records"), note: compiles },
      { member: "compile", kind: "cpu", cost: measured(0.38, "a template of three lines, compiled and run once"), setup: template, note: compiles },
      parser("render", measured(0.11, "a list of 100 records")),
      parser("Environment.render", measured(0.25, "a list of 100 records")),
    ],
  },
  { module: "mustache", rows: [parser("render", measured(0.029, "a list of 100 records"))] },
  {
    module: "eta",
    types: { Eta: { origins: ["new Eta"] } },
    rows: [
      { member: "Eta.renderString", kind: "cpu", cost: measured(0.015, "a list of 100 records"), note: compiles },
      parser("Eta.render", measured(0.024, "a list of 100 records")),
    ],
  },
  {
    module: "react-dom/server",
    aliases: ["react-dom/server.node"],
    rows: [
      {
        member: "renderToString",
        kind: "cpu",
        cost: estimated(2, "a page of some hundred elements"),
        twin: { module: "react-dom/server", member: "renderToPipeableStream", note: "It streams, and yields between chunks." },
      },
      {
        member: "renderToStaticMarkup",
        kind: "cpu",
        cost: estimated(2, "a page of some hundred elements"),
        twin: { module: "react-dom/server", member: "renderToPipeableStream", note: "It streams, and yields between chunks." },
      },
    ],
  },
  {
    module: "vue/server-renderer",
    aliases: ["@vue/server-renderer"],
    rows: [
      {
        member: "renderToString",
        kind: "cpu",
        cost: estimated(2, "a page of some hundred elements", 1),
        twin: { module: "vue/server-renderer", member: "renderToNodeStream", note: "It gives a stream." },
        isFakeAsync: true,
      },
    ],
  },
  { module: "mjml", rows: [{ member: "default", kind: "cpu", cost: measured(4.5, "5 sections"), offload: true }] },
  {
    module: "juice",
    rows: [{ member: "default", kind: "cpu", cost: measured(1.6, "50 sections of 200 bytes"), offload: true }],
  },
  {
    module: "svgo",
    rows: [{ member: "optimize", kind: "cpu", cost: measured(6.6, "100 shapes"), offload: true }],
  },
];
