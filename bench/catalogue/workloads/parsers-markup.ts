/** Parsers, serialisers and renderers of CSV, XML, YAML, Markdown and HTML. */
import { calling, defaultOf, member } from "../member-call.js";
import { code, csv, html, json, markdown, orders, text, xml } from "../samples.js";
import { type Loaded, type Prepare, type Unmeasured, unmeasured, type Workload, type Workloads } from "../workload.js";

const oldName = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);
const sized = (
  sizes: readonly number[],
  typical: number,
  what: string,
): Pick<Workload, "sizes" | "typical" | "of"> => ({
  sizes,
  typical,
  of: (size) => `${size.toLocaleString("en")} ${what}`,
});
const ofRows = sized([100, 1000, 10_000], 1000, "rows");
const ofElements = sized([20, 200, 2000], 200, "elements");
const ofRecords = sized([10, 100, 1000], 100, "records of 320 bytes");
const fewerRecords = sized([10, 100], 100, "records of 320 bytes");
const ofSections = sized([5, 50, 500], 50, "sections of 200 bytes");
const ofFunctions = sized([5, 50, 500], 50, "functions");

/** The callback form of a call, awaited. */
const withCallback = (
  path: string,
  argumentsOf: (size: number) => readonly unknown[],
  more: Partial<Workload>,
): Workload => ({
  ...more,
  call: (module, size, bench) => {
    const given = argumentsOf(size);
    return () =>
      new Promise((resolve, reject) => {
        const done = (error: Error | null, result: unknown): void => {
          if (error) reject(error);
          else resolve(result);
        };
        void Promise.resolve(calling(path, () => [...given, done])(module, size, bench)).then((call) => call());
      });
  },
});

/** A method of an instance. */
const method = (
  make: (module: Loaded) => Loaded,
  name: string,
  argumentsOf: (size: number) => readonly unknown[],
  more: Partial<Workload>,
): Workload => ({
  ...more,
  call: (module, size) => {
    const instance: Loaded = make(module);
    const given = argumentsOf(size);
    return () => instance[name](...given);
  },
});

const parsedXml = (elements: number): object => ({
  items: {
    item: Array.from({ length: elements }, (_, id) => ({ $: { id }, name: `Item ${String(id)}`, note: text(40) })),
  },
});

/** A processor of unified, by the plugins that make one of Markdown into HTML. */
const processor = (
  name: "unified" | "remark" | "rehype",
  run: (processor: Loaded, source: string) => unknown,
): Workload => ({
  ...ofSections,
  call: async (module, sections, { load }) => {
    const use = async (plugin: string): Promise<Loaded> => defaultOf(await load(plugin));
    const source = name === "rehype" ? html(sections) : markdown(sections);
    const made: Loaded =
      name === "unified"
        ? module
            .unified()
            .use(await use("remark-parse"))
            .use(await use("remark-rehype"))
            .use(await use("rehype-stringify"))
        : module[name]();
    return () => run(made, source);
  },
});
const processing = (name: "unified" | "remark" | "rehype"): Record<string, Workload> => ({
  "Processor.processSync": processor(name, (made, source) => made.processSync(source)),
  "Processor.runSync": processor(name, (made, source) => made.runSync(made.parse(source))),
  "Processor.process": processor(name, (made, source) => made.process(source)),
});

const highlighter: Prepare = async (module, functions) => {
  const made: Loaded = await module.createHighlighter({ themes: ["nord"], langs: ["javascript"] });
  const source = code(functions);
  return () => made.codeToHtml(source, { lang: "javascript", theme: "nord" });
};
const shiki = (name: string): Workload =>
  member(name, (functions) => [code(functions), { lang: "javascript", theme: "nord" }], ofFunctions);

const formulas = (count: number): string =>
  Array.from({ length: count }, (_, at) => `\\frac{x^{${String(at)}}}{\\sqrt{1 + y_{${String(at)}}}}`).join(" + ");

const cleaned = (name: string): Workload => ({
  ...ofSections,
  call: async (module, sections, { load }) => {
    const { JSDOM }: Loaded = await load("jsdom");
    const purify: Loaded = defaultOf(module)(new JSDOM("").window);
    const source = html(sections);
    return () => purify[name](source);
  },
});

export const parsersMarkup: Workloads = {
  "csv-parse/sync": { rows: { parse: member("parse", (rows) => [csv(rows), { columns: true }], ofRows) } },
  "csv-parse": { rows: { parse: withCallback("parse", (rows) => [csv(rows), { columns: true }], ofRows) } },
  "csv-stringify/sync": {
    rows: { stringify: member("stringify", (rows) => [orders(rows), { header: true }], ofRows) },
  },
  "csv-stringify": {
    rows: { stringify: withCallback("stringify", (rows) => [orders(rows), { header: true }], ofRows) },
  },
  papaparse: {
    rows: {
      parse: member("parse", (rows) => [csv(rows), { header: true }], ofRows),
      unparse: member("unparse", (rows) => [orders(rows)], ofRows),
    },
  },
  xml2js: {
    rows: {
      parseString: withCallback("parseString", (elements) => [xml(elements)], ofElements),
      parseStringPromise: member("parseStringPromise", (elements) => [xml(elements)], ofElements),
      "Parser.parseString": {
        ...ofElements,
        call: (module, elements) => {
          const source = xml(elements);
          return () =>
            new Promise((resolve) => {
              new module.Parser().parseString(source, (_: unknown, result: unknown) => {
                resolve(result);
              });
            });
        },
      },
      "Parser.parseStringPromise": {
        ...ofElements,
        call: (module, elements) => {
          const source = xml(elements);
          return () => new module.Parser().parseStringPromise(source);
        },
      },
      "Builder.buildObject": method(
        (module) => new module.Builder(),
        "buildObject",
        (elements) => [parsedXml(elements)],
        ofElements,
      ),
    },
  },
  "fast-xml-parser": {
    rows: {
      "XMLParser.parse": method(
        (module) => new module.XMLParser(),
        "parse",
        (elements) => [xml(elements)],
        ofElements,
      ),
      "XMLBuilder.build": method(
        (module) => new module.XMLBuilder(),
        "build",
        (elements) => [parsedXml(elements)],
        ofElements,
      ),
      "XMLValidator.validate": member("XMLValidator.validate", (elements) => [xml(elements)], ofElements),
    },
  },
  "js-yaml": {
    rows: {
      load: member("load", (records) => [json(records * 320)], ofRecords),
      loadAll: member("loadAll", (records) => [`---\n${json(records * 320)}\n---\n[]\n`], ofRecords),
      dump: member("dump", (records) => [orders(records)], ofRecords),
      safeLoad: oldName("load"),
      safeLoadAll: oldName("loadAll"),
      safeDump: oldName("dump"),
    },
  },
  yaml: {
    rows: {
      parse: member("parse", (records) => [json(records * 320)], fewerRecords),
      parseDocument: member("parseDocument", (records) => [json(records * 320)], fewerRecords),
      parseAllDocuments: member("parseAllDocuments", (records) => [json(records * 320)], fewerRecords),
      stringify: member("stringify", (records) => [orders(records)], fewerRecords),
    },
  },
  toml: {
    rows: {
      parse: member(
        "parse",
        (tables) => [
          Array.from({ length: tables }, (_, id) => `[table${String(id)}]\nname = "Item"\nprice = 12.5\n`).join("\n"),
        ],
        sized([10, 100, 1000], 100, "tables"),
      ),
    },
  },
  marked: {
    rows: {
      marked: member("marked", (sections) => [markdown(sections), { async: true }], ofSections),
      default: oldName("marked"),
      parse: member("parse", (sections) => [markdown(sections)], ofSections),
      "marked.parse": member("marked.parse", (sections) => [markdown(sections), { async: true }], ofSections),
      parseInline: member("parseInline", (sections) => [markdown(sections)], ofSections),
      lexer: member("lexer", (sections) => [markdown(sections)], ofSections),
    },
  },
  "markdown-it": {
    rows: {
      "MarkdownIt.render": method(
        (module) => new (defaultOf(module))(),
        "render",
        (sections) => [markdown(sections)],
        ofSections,
      ),
      "MarkdownIt.renderInline": method(
        (module) => new (defaultOf(module))(),
        "renderInline",
        (sections) => [markdown(sections)],
        ofSections,
      ),
    },
  },
  unified: { install: ["unified", "remark-parse", "remark-rehype", "rehype-stringify"], rows: processing("unified") },
  remark: { rows: processing("remark") },
  rehype: { rows: processing("rehype") },
  showdown: {
    rows: {
      "Converter.makeHtml": method(
        (module) => new (defaultOf(module).Converter)(),
        "makeHtml",
        (sections) => [markdown(sections)],
        ofSections,
      ),
    },
  },
  turndown: {
    rows: {
      "TurndownService.turndown": method(
        (module) => new (defaultOf(module))(),
        "turndown",
        (sections) => [html(sections)],
        ofSections,
      ),
    },
  },
  "highlight.js": {
    rows: {
      highlightAuto: member("highlightAuto", (functions) => [code(functions)], sized([2, 10, 50], 10, "functions")),
      highlight: member("highlight", (functions) => [code(functions), { language: "javascript" }], ofFunctions),
    },
  },
  prismjs: {
    rows: {
      highlight: {
        ...ofFunctions,
        call: (module, functions) => {
          const source = code(functions);
          return () => module.highlight(source, module.languages.javascript, "javascript");
        },
      },
    },
  },
  shiki: {
    rows: {
      codeToHtml: shiki("codeToHtml"),
      codeToTokens: shiki("codeToTokens"),
      codeToHast: shiki("codeToHast"),
      "Highlighter.codeToHtml": { ...ofFunctions, call: highlighter },
    },
  },
  katex: {
    install: ["katex@0.16"],
    rows: {
      renderToString: member("renderToString", (count) => [formulas(count)], sized([1, 10, 100], 10, "fractions")),
    },
  },
  "sanitize-html": { rows: { default: member("default", (sections) => [html(sections)], ofSections) } },
  dompurify: { install: ["dompurify", "jsdom"], rows: { sanitize: cleaned("sanitize") } },
  jsdom: {
    rows: {
      "new JSDOM": {
        ...ofSections,
        call: (module, sections) => {
          const source = html(sections);
          return () => new module.JSDOM(source);
        },
      },
    },
  },
  cheerio: { rows: { load: member("load", (sections) => [html(sections)], ofSections) } },
  linkedom: {
    install: ["linkedom@0.16"],
    rows: { parseHTML: member("parseHTML", (sections) => [html(sections)], ofSections) },
  },
  "node-html-parser": {
    rows: { parse: member("parse", (sections) => [html(sections)], ofSections), default: oldName("parse") },
  },
  parse5: {
    rows: {
      parse: member("parse", (sections) => [html(sections)], ofSections),
      parseFragment: member("parseFragment", (sections) => [html(sections)], ofSections),
      serialize: {
        ...ofSections,
        call: (module, sections) => {
          const document: Loaded = module.parse(html(sections));
          return () => module.serialize(document);
        },
      },
    },
  },
  mjml: {
    install: ["mjml@4"],
    rows: {
      default: member(
        "default",
        (sections) => [
          `<mjml><mj-body>${`<mj-section><mj-column><mj-text>${text(200)}</mj-text></mj-column></mj-section>`.repeat(sections)}</mj-body></mjml>`,
        ],
        sized([5, 50], 5, "sections"),
      ),
    },
  },
  juice: {
    rows: {
      default: member(
        "default",
        (sections) => [`<style>p { color: red } h2, li { margin: 0 }</style>${html(sections)}`],
        ofSections,
      ),
    },
  },
  svgo: {
    rows: {
      optimize: member(
        "optimize",
        (shapes) => [
          `<svg xmlns="http://www.w3.org/2000/svg">${Array.from({ length: shapes }, (_, at) => `<path d="M${String(at)} 10.0001 L 20.500 ${String(at)} Z" fill="#ff0000"/>`).join("")}</svg>`,
        ],
        sized([10, 100, 1000], 100, "shapes"),
      ),
    },
  },
};
