/** Template engines, and components that are rendered to text. */
import { defaultOf, member } from "../member-call.js";
import { file, orders } from "../samples.js";
import { type Loaded, type Prepare, type Workload, type Workloads } from "../workload.js";

const ofRecords: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100, 1000],
  typical: 100,
  of: (records) => `a list of ${records.toLocaleString("en")} records`,
};

const data = (records: number): object => ({ title: "Orders", orders: orders(records) });
const HANDLEBARS = "<h1>{{title}}</h1>{{#each orders}}<li>{{id}} {{customer.name}} {{note}}</li>{{/each}}";
const EJS = "<h1><%= title %></h1><% for (const order of orders) { %><li><%= order.id %> <%= order.note %></li><% } %>";
const PUG = "h1= title\nul\n  each order in orders\n    li= order.id + ' ' + order.note\n";
const NUNJUCKS = "<h1>{{ title }}</h1>{% for order in orders %}<li>{{ order.id }} {{ order.note }}</li>{% endfor %}";
const MUSTACHE = "<h1>{{title}}</h1>{{#orders}}<li>{{id}} {{note}}</li>{{/orders}}";
const ETA =
  "<h1><%= it.title %></h1><% for (const order of it.orders) { %><li><%= order.id %> <%= order.note %></li><% } %>";

/** The template differs each time, as one that is put together does: engines remember what they compiled. */
const compiling = (name: string, template: string): Workload => ({
  of: () => "a template of three lines",
  call: (module) => {
    const library: Loaded = defaultOf(module);
    let compiled = 0;
    return () => library[name](`${template}<!-- ${String(compiled++)} -->`);
  },
});

const rendering = (path: string, template: string): Workload =>
  member(path, (records) => [template, data(records)], ofRecords);
const fromFile = (path: string, template: string, name: string): Workload =>
  member(path, (records, { directory }) => [file(directory, name, template), data(records)], ofRecords);

const environment =
  (run: (environment: Loaded, records: number) => unknown): Prepare =>
  (module, records, { directory }) => {
    file(directory, "list.html", NUNJUCKS);
    const made: Loaded = new module.Environment(new module.FileSystemLoader(directory));
    return () => run(made, records);
  };

const eta =
  (run: (eta: Loaded, given: object) => unknown): Prepare =>
  (module, records, { directory }) => {
    file(directory, "list.eta", ETA);
    const made: Loaded = new module.Eta({ views: directory, cache: true });
    const given = data(records);
    return () => run(made, given);
  };

/** A list of React's elements. */
const react =
  (name: string): Prepare =>
  async (module, records, { load }) => {
    const { createElement }: Loaded = defaultOf(await load("react"));
    const list: Loaded = createElement(
      "ul",
      null,
      ...orders(records).map(({ id, note }) => createElement("li", { key: id }, note)),
    );
    return () => module[name](list);
  };
/** The same, to a stream that is read to its end. */
const reactStream: Prepare = async (module, records, { load }) => {
  const { createElement }: Loaded = defaultOf(await load("react"));
  const { PassThrough } = await import("node:stream");
  const items = orders(records);
  return () =>
    new Promise((resolve) => {
      const { pipe }: Loaded = module.renderToPipeableStream(
        createElement("ul", null, ...items.map(({ id, note }) => createElement("li", { key: id }, note))),
        {
          onShellReady: () => {
            const stream = new PassThrough();
            stream.resume().on("end", resolve);
            pipe(stream);
          },
        },
      );
    });
};

const vue =
  (isStream: boolean): Prepare =>
  async (module, records, { load }) => {
    const { createSSRApp, h }: Loaded = await load("vue");
    const items = orders(records);
    const app = (): Loaded =>
      createSSRApp({
        render: () =>
          h(
            "ul",
            null,
            items.map(({ id, note }) => h("li", { key: id }, note)),
          ),
      });
    return isStream
      ? () =>
          new Promise((resolve) => {
            module.renderToNodeStream(app()).resume().on("end", resolve);
          })
      : () => module.renderToString(app());
  };

export const templates: Workloads = {
  handlebars: {
    rows: {
      compile: {
        of: () => "a template of three lines, compiled and run once",
        call: (module) => {
          const library: Loaded = defaultOf(module);
          let compiled = 0;
          return () => library.compile(`${HANDLEBARS}${String(compiled++)}`)(data(1));
        },
      },
      precompile: compiling("precompile", HANDLEBARS),
    },
  },
  ejs: {
    rows: {
      render: rendering("render", EJS),
      compile: compiling("compile", EJS),
      renderFile: fromFile("renderFile", EJS, "list.ejs"),
    },
  },
  pug: {
    rows: {
      render: rendering("render", PUG),
      compile: member("compile", () => [PUG], { of: () => "a template of four lines" }),
      compileClient: member("compileClient", () => [PUG], { of: () => "a template of four lines" }),
      renderFile: fromFile("renderFile", PUG, "list.pug"),
      compileFile: member("compileFile", (_, { directory }) => [file(directory, "list.pug", PUG)], {
        of: () => "a template of four lines",
      }),
    },
  },
  nunjucks: {
    rows: {
      renderString: rendering("renderString", NUNJUCKS),
      "Environment.renderString": {
        ...ofRecords,
        call: environment((made, records) => made.renderString(NUNJUCKS, data(records))),
      },
      compile: {
        of: () => "a template of three lines, compiled and run once",
        call: (module) => () => module.compile(NUNJUCKS).render(data(1)),
      },
      render: {
        ...ofRecords,
        call: (module, records, { directory }) => {
          file(directory, "list.html", NUNJUCKS);
          module.configure(directory);
          const given = data(records);
          return () => module.render("list.html", given);
        },
      },
      "Environment.render": {
        ...ofRecords,
        call: environment((made, records) => made.render("list.html", data(records))),
      },
    },
  },
  mustache: { rows: { render: rendering("render", MUSTACHE) } },
  eta: {
    rows: {
      "Eta.renderString": { ...ofRecords, call: eta((made, given) => made.renderString(ETA, given)) },
      "Eta.render": { ...ofRecords, call: eta((made, given) => made.render("list", given)) },
    },
  },
  "react-dom/server": {
    install: ["react-dom", "react"],
    rows: {
      renderToString: { ...ofRecords, call: react("renderToString"), twin: reactStream, same: "unrelated" },
      renderToStaticMarkup: { ...ofRecords, call: react("renderToStaticMarkup"), twin: reactStream, same: "unrelated" },
    },
  },
  "vue/server-renderer": {
    install: ["vue"],
    rows: { renderToString: { ...ofRecords, call: vue(false), twin: vue(true), same: "unrelated" } },
  },
};
