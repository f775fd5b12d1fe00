/** The data model of entry points: what a framework calls, and when. One file per framework. */
import type { TypeOrigins } from "../catalogue/row.js";

export type EntryPointKind =
  | "http"
  | "middleware"
  | "hook"
  | "websocket"
  | "rpc"
  | "timer"
  | "listener"
  | "queue"
  | "schedule"
  | "resolver"
  | "callback";

/** What requests a handler answers. */
export interface RoutePattern {
  /** In capitals; `ALL` for any, several separated by `, `, `…` where it is not written out. */
  readonly method: string;
  /** The full path, with the prefixes under which its router is mounted: `/api/users/:id`. */
  readonly path: string;
}

/** What happens to a function that is handed to a registration. */
export type Effect =
  /** The loop calls it while the process serves. */
  | "entry"
  /** It runs once, later, on behalf of whoever registered it: `promise.then(f)`, `fs.readFile(p, f)`. */
  | "continuation"
  /** It is called before the registering call returns: `array.map(f)`. */
  | "immediate"
  /** It runs on another thread or in another process. */
  | "offload"
  /** It runs while the process starts: plugin bodies, `app.listen(port, f)`, lifecycle hooks. */
  | "startup"
  /** It never runs on this server's loop: test cases, command-line actions. */
  | "ignored"
  /** The call returns the function (or an equivalent): `f.bind(x)`, `promisify(f)`, `asyncHandler(f)`. */
  | "wrapped"
  /** As `wrapped`, but the result is computed at most once: `once(f)`, `memoize(f)`. */
  | "memoised"
  /** The call returns an object that has the members of its arguments: `merge(a, b)`. */
  | "merged";

/** Which arguments of a call carry functions. Negative indexes count from the end. */
export interface ArgumentSelector {
  /** Only this argument; -1 is the last. */
  readonly at?: number;
  /** This argument and all after it. */
  readonly from?: number;
  /**
   * Inside an object argument: the property that holds the function. `*` stands for any properties, one or
   * several deep: `plugins.*`, `fields.*.resolve`. Elements of arrays are included. `()` at the end stands for the
   * function that is returned by what stands there: `logCreator.()`.
   */
  readonly property?: string;
}

export interface Registration {
  /** What it is called on: type names of {@link Framework.types}; absent for plain exports of the module. */
  readonly on?: readonly string[];
  /** Names of the called member or export: `get`, `createServer`; `default` for the module itself; `new Queue` for constructors. */
  readonly members: readonly string[];
  /** Arguments that carry functions: all positions by default. Elements of array arguments are included. */
  readonly handlers?: readonly ArgumentSelector[];
  readonly effect: Effect;
  readonly kind?: EntryPointKind;
  /**
   * How a person names the entry point. Placeholders: `{METHOD}` member in capitals, `{member}`, `{property}` what
   * {@link ArgumentSelector.property} found, `{0}` first argument if a literal string, `{method}` property `method`
   * of the first argument and so on (`{0.url}`).
   */
  readonly label?: string;
  /** HTTP method: a fixed one, `member` (its name is the method), or the path of an option (`0.method`). */
  readonly method?: string;
  /** Where the route's path is: an argument index, or the path of an option: `0.url`. */
  readonly path?: number | string;
  /** Parameters of the path are written `{id}`. */
  readonly hasBracedParameters?: boolean;
  /** Where it is when what is written at {@link path} is a function: a name may come before it. */
  readonly pathWithoutName?: number;
  /** Only when the first argument is one of these literal strings: `on("connection", f)`. */
  readonly events?: readonly string[];
  /** Only when the first argument is a literal string (`string`), or one that starts with a slash (`path`). */
  readonly firstArgument?: "string" | "path";
  /** Handlers may be methods, named by their classes: `[Users, "index"]`, or a function that imports the class. */
  readonly takesMethods?: boolean;
  /** Methods of the class that is given as the handler, and what requests each answers below the path. */
  readonly actions?: Readonly<Record<string, RoutePattern>>;
  /** A text or a number may stand where the handler does: what every request is answered with. */
  readonly takesValues?: boolean;
  /** Types of the parameters that the handler receives, by index: `Socket` for `io.on("connection", (socket) => …)`. */
  readonly parameters?: readonly (string | undefined)[];
  /** Of `memoised`: the result is kept for every argument anew, so a new argument makes it run again. */
  readonly isPerArgument?: boolean;
  /** Of what is wrapped: the function that comes out passes it a callback, which some functions only block without. */
  readonly addsCallback?: boolean;
  /** The receiver is recognised by a guess rather than by its type or import: never `definite`. */
  readonly isLikely?: boolean;
  /**
   * Of a listener: members of the type that run it at once, when their first argument is the same. Where the project
   * calls them for the event, on the same object, the listener runs there and nowhere else.
   */
  readonly emittedBy?: readonly string[];
  /** Asynchronous handlers are as good as ordinary ones: somebody waits for them, or nothing depends on when they end. */
  readonly asynchronous?: AsynchronousHandlers;
}

/** Where handlers may be asynchronous, and a rejection is treated as an exception is. */
export interface AsynchronousHandlers {
  /** From these versions of the framework's packages on; `0` for all. */
  readonly since: Readonly<Record<string, string>>;
  /** Those with more parameters are given a callback, and must not be asynchronous. */
  readonly mostParameters?: number;
  /** The index of the parameter that they answer by: once their promise is kept, the framework answers for them. */
  readonly answersBy?: number;
}

/** Properties that hold what is called when something happens: `socket.onmessage = f`. */
export interface HandlerProperty {
  /** Names of {@link Framework.types}. */
  readonly on: readonly string[];
  readonly properties: readonly string[];
  readonly effect: "entry" | "offload";
  readonly kind: EntryPointKind;
  readonly label: string;
}

/** Decorated methods of decorated classes: NestJS, routing-controllers, tsoa. */
export interface DecoratorShape {
  /** Exported names of the framework's decorators: `Get`, `TypedRoute.Get`. */
  readonly decorators: readonly string[];
  readonly on: "method" | "class" | "parameter";
  readonly effect: Effect;
  readonly kind?: EntryPointKind;
  readonly method?: string;
  readonly label?: string;
  /** The class decorator whose first argument (a string, or its `path` property) is the route's prefix. */
  readonly prefixFrom?: readonly string[];
  /** Parameters of paths are written `{id}`. */
  readonly hasBracedParameters?: boolean;
  /** The method's decorator whose first argument is the route's version, where the class's does not say it (`version`). */
  readonly versionFrom?: readonly string[];
  /** Only when an object argument has this property, and it is a constant of this name: `{ scope: Scope.REQUEST }`. */
  readonly option?: { readonly name: string; readonly is: string };
  /** Of listeners to events of one emitter, which is of this type: see {@link Registration.emittedBy}. */
  readonly emittedBy?: { readonly on: readonly string[]; readonly members: readonly string[] };
  /** Whoever asks for an instance of the decorated class gets the same one. */
  readonly isMadeOnce?: boolean;
  /** For `on: "class"`: which members of the decorated class have the effect; `constructor` for its constructor. */
  readonly members?: readonly string[];
}

/** Members of classes that implement or extend one of the framework's types: `CanActivate.canActivate`. */
export interface HeritageShape {
  readonly types: readonly string[];
  readonly members: readonly string[];
  readonly effect: Effect;
  readonly kind?: EntryPointKind;
  readonly label?: string;
  readonly parameters?: readonly (string | undefined)[];
}

/**
 * Exported functions recognised by their declared types alone: `(request: Request) => Promise<Response>`. Believed
 * in files that import the framework, everywhere for `global`.
 */
export interface SignatureShape {
  /** Names of which one must be in some parameter's declared type. */
  readonly parameterTypes?: readonly string[];
  /** Names of which one must be in the declared return type. */
  readonly returnTypes?: readonly string[];
  /** Names of which one must be in the declared type of what the function is assigned to: `const handler: Handler = …`. */
  readonly functionTypes?: readonly string[];
  /** Methods of exported classes, instead of functions. */
  readonly isMethod?: boolean;
  readonly kind: EntryPointKind;
  /** `{name}` is the function's name, `Class.method` for a method. */
  readonly label: string;
  readonly isLikely?: boolean;
}

/**
 * Exports that a runtime or a bundler calls by their name: `export default { fetch }`. Believed in folders where a file
 * imports the framework, everywhere for `global`.
 */
export interface ExportShape {
  /** Paths from the export: `default.fetch`, `handler`. */
  readonly names: readonly string[];
  readonly kind: EntryPointKind;
  readonly label?: string;
  /** Never `definite`: the name alone is a guess. */
  readonly isLikely?: boolean;
}

/**
 * Exports of files that a framework finds by their place: `GET` of `app/api/users/route.ts`. Believed where a
 * file in the same directory tree imports the framework, or a file's place says so (`beside`).
 */
export interface FileConvention {
  /** Paths without extensions, from the application's directory: `**` is any number of directories, `*` a name or a part of one. */
  readonly files: readonly string[];
  /** Paths from the export: `GET`, `default`, `actions.*`; `*` is any name. */
  readonly exports: readonly string[];
  readonly effect: Effect;
  readonly kind?: EntryPointKind;
  /**
   * The HTTP method of the requests that the export answers by itself; `{METHOD}` is the export's name or the file's
   * suffix. Absent for what only takes part, such as a layout.
   */
  readonly method?: string;
  /**
   * `{route}` is the URL that the file's place gives, `{export}` the export's name, `{METHOD}` it or the file's suffix
   * in capitals. The method and the route by default.
   */
  readonly label?: string;
  /** How the file's place gives the URL. */
  readonly route?: FileRoute;
  /** Only beside one of these directories: `app`. */
  readonly beside?: readonly string[];
  /** Also in the files that a {@link Framework.routeConfiguration} names, wherever they lie. */
  readonly isConfigured?: boolean;
  readonly parameters?: readonly (string | undefined)[];
  /** Never `definite`: it may run at build time as well. */
  readonly isLikely?: boolean;
}

/** Groups (`(shop)`), slots (`@modal`), `index` and names that stand in the convention's path are never part of a URL. */
export interface FileRoute {
  /** The directory that the URL is relative to. */
  readonly below: string;
  /** What separates the URL's parts inside one name, besides directories. */
  readonly separator?: string;
  /** The HTTP method is the name's last part: `users.post`. */
  readonly hasMethodSuffix?: boolean;
}

/** Calls that name the files of routes: `route("about", "./about.tsx")`. Inside one another, their paths are joined. */
export interface RouteConfiguration {
  readonly modules: readonly string[];
  /** By the called export: which arguments are the path and the file, where it has them. */
  readonly calls: Readonly<
    Record<
      string,
      {
        readonly path?: number;
        readonly file?: number;
        /** It answers no requests by itself. */ readonly isAround?: boolean;
      }
    >
  >;
}

/** Functions that begin with a directive, and all exported ones of files that do: `"use server"`. */
export interface DirectiveShape {
  readonly directive: string;
  readonly effect: Effect;
  readonly kind?: EntryPointKind;
  /** `{name}` is the function's name. */
  readonly label?: string;
}

/** Functions of the project, by their names in the file that {@link Framework.modules} gives: nothing in sight calls them. */
export interface FunctionShape {
  /** `runJob`, `Jobs.run` for a method, `default`. */
  readonly functions: readonly string[];
  readonly effect: "entry" | "startup";
  readonly kind?: EntryPointKind;
  readonly label?: string;
}

/** What a framework's page in `docs/frameworks/` says besides what follows from its shapes. */
export interface FrameworkPage {
  /** The framework's name by default. */
  readonly title?: string;
  readonly homepage: string;
  /** What is particular about finding its handlers, in a sentence or two. */
  readonly description: string;
  /** Snippets that show it, below `rules-fixtures/snippets/`: `express/route.ts`. */
  readonly examples: readonly string[];
}

/** Objects that routes are registered on, and how they are put under one another. */
export interface RouterShape {
  /** Names of {@link Framework.types}. */
  readonly types: readonly string[];
  /** Where the call that makes one says the prefix of its routes: `0.prefix`. */
  readonly prefix?: string;
  readonly mounts?: readonly Mount[];
  /** Members that stand for the router where it is mounted, or whose result does: `router.handler`, `router.routes()`. */
  readonly standIns?: readonly string[];
  /** Exports that give back the description of a route that they are given: `createRoute({ method, path })`. */
  readonly describers?: readonly string[];
  /** Exports that put the router among their arguments under a prefix, which whoever mounts that may say again. */
  readonly bases?: { readonly members: readonly string[]; readonly prefix: string };
  /** Members that put something around the routes of the router and of those that are mounted on it. */
  readonly surrounds?: readonly Surround[];
  /** Exports that wrap a function so that what it puts around routes is around those of whoever runs it. */
  readonly sharers?: readonly string[];
}

/** What runs before the handlers of routes, or after them: `app.use(authenticate)`, `app.addHook("preHandler", f)`. */
export interface Surround {
  readonly members: readonly string[];
  /** Where the path is written that requests must begin with; `*` and parameters in it match any part. */
  readonly path?: string;
  /** The path is the whole of the requests', unless it ends with a wildcard. */
  readonly isWholePath?: boolean;
  /** Where the name of the parameter is written that a route's path must have. */
  readonly parameter?: string;
  /** It is around what is registered, or mounted, after it. */
  readonly isOrdered?: boolean;
  /** Only where it is given so many arguments. */
  readonly count?: number;
  /** It is around the routes of what its router is put on as well: always, or where the option is one of these. */
  readonly lent?: true | { readonly option: string; readonly is: readonly string[] };
}

/** A member of a router that puts routes under a prefix. */
export interface Mount {
  readonly members: readonly string[];
  /** Where the prefix is written, the first of several that is: `0`, `1.prefix`. Without it the mount adds nothing. */
  readonly prefix?: string | readonly string[];
  /** The member of what the call gives that is told the prefix instead: `router.group(…).prefix("/admin")`. */
  readonly prefixedBy?: string;
  /** What it is given besides is put around the routes. */
  readonly isAround?: boolean;
  /**
   * Which routes: those of routers among the `arguments`; those that a function among the arguments registers on
   * the router that it receives first (`callback`), or that are registered `inside` such a function on any; those of
   * the call's `result`; all of the router `itself`.
   */
  readonly puts: "arguments" | "callback" | "inside" | "result" | "itself";
}

/** Procedures, which routers hold by their names and adapters serve below a path: `/trpc/users.byId`. */
export interface ProcedureShape {
  /** Members of {@link Framework.types} that make a router of an object. */
  readonly makers: readonly string[];
  /** Members, or exports, that make one of several. */
  readonly mergers: readonly string[];
  /** Exports that are given a function which imports a router. */
  readonly lazy: readonly string[];
  /** Members that make a procedure of its handler, and the method of the requests that it answers. */
  readonly methods: Readonly<Record<string, string>>;
  readonly adapters: readonly ProcedureAdapter[];
}

/** What serves a router of procedures. */
export interface ProcedureAdapter {
  readonly members: readonly string[];
  /** It is handed to the call that is told all this: `register(plugin, options)`. */
  readonly isHanded?: boolean;
  /** Where the router is written: `0.router`. */
  readonly router: string;
  /** Where the path is written that it serves below. */
  readonly base?: string;
  /** Where that is written in the call that its result is given to: `app.use("/trpc", …)`. */
  readonly mountedAt?: string;
}

/** A call that says something about the paths of all the routes that decorators register, or of many. */
export type RouteSetting = RoutePrefixSetting | RouteVersionSetting | RouteGroupSetting;

interface AnyRouteSetting {
  /** Names of {@link Framework.types}; absent for exports of the module. */
  readonly on?: readonly string[];
  readonly members: readonly string[];
}

/** `app.setGlobalPrefix("api", { exclude: ["health"] })`. */
export interface RoutePrefixSetting extends AnyRouteSetting {
  readonly says: "prefix";
  /** Where the prefix is written: `0`. */
  readonly prefix: string;
  /** Where the paths (or objects with a `path`) are listed that stay without it: `1.exclude`. */
  readonly exclude?: string;
}

/** `app.enableVersioning({ type: VersioningType.URI })`: versions are part of the path. */
export interface RouteVersionSetting extends AnyRouteSetting {
  readonly says: "versions";
  /** Only when the option is a constant of this name, or is left out with all the others. */
  readonly option: { readonly name: string; readonly is: string };
  /** Where that which comes before the version's name is written, and what it is otherwise. */
  readonly prefix: string;
  readonly defaultPrefix: string;
  /** Where the version of routes that name none is written. */
  readonly defaultVersion: string;
}

/** `RouterModule.register([{ path: "admin", module: AdminModule, children: […] }])`: classes are put under paths. */
export interface RouteGroupSetting extends AnyRouteSetting {
  readonly says: "groups";
  /** The class decorator of what is grouped, and the property that lists the classes whose routes are meant. */
  readonly decorator: string;
  readonly lists: string;
}

/**
 * Objects that keep functions and run them when a member of theirs is called, such as a validator's schemas. Whatever
 * is made of such an object, by its members or by the module's exports, keeps them too.
 */
export interface HolderShape {
  /** Members and exports, whose arguments (or properties of them) are kept. */
  readonly takes: readonly string[];
  /** Members that run what is kept; exports that run what is kept by an argument. */
  readonly runs: readonly string[];
}

/** Values that are put somewhere under a name by one call, and are read under that name by whoever knows it. */
export interface NamedValues {
  readonly puts: readonly NamedPlace[];
  readonly reads: readonly NamedPlace[];
  /**
   * How the value is wrapped when it is put: names of functions that it is given to, of properties that hold it, or of
   * members that are called on what the put gives: `bind(name).to(Class)`.
   */
  readonly wrappers?: Readonly<Record<string, NamedValueForm>>;
  /** Members or constants that keep what is made for the first read: `inSingletonScope`. */
  readonly keepers?: readonly string[];
  /** Names may be constants as well as strings: symbols, classes. */
  readonly hasConstantNames?: boolean;
  /** The names are read by destructuring, too, in the first parameter of whatever is put. */
  readonly isDestructured?: boolean;
}

/** What is read: the value itself, an instance of the class, or what the function returns. */
export type NamedValueForm = "value" | "instance" | "result";

/**
 * One way to put or read a value: a call that is given the name, and for a put the value after
 * it; a property that has the name; or a decorator that is given it.
 */
export interface NamedPlace {
  /** Names of {@link Framework.types}; empty for what the module exports. */
  readonly on: readonly string[];
  /** The called member: `decorate`. A put may be given an object of names and values instead. */
  readonly call?: string;
  /** The path to the property, where `*` is the name: `locals.*`. */
  readonly property?: string;
  /** A decorator of constructors' parameters and of fields, which get the value. */
  readonly decorator?: string;
  /** What is read of a value that is put without a wrapper. */
  readonly as?: NamedValueForm;
  /** What is made for the first read is kept. */
  readonly isKept?: boolean;
  /** What is read is a list of all the values under the name. */
  readonly isList?: boolean;
  /** More may follow the name of what is read. */
  readonly hasOptions?: boolean;
}

export interface Framework {
  readonly name: string;
  readonly page?: FrameworkPage;
  /** The name of the framework on whose page it stands. */
  readonly partOf?: string;
  /**
   * Modules whose exports the shapes below speak of; the first is the canonical one. `global` for globals, an
   * absolute path for a file of the project.
   */
  readonly modules: readonly string[];
  /** Names that a bundler imports by itself: a file that uses one of them is as good as one that imports the framework. */
  readonly autoImports?: readonly string[];
  /** Modules that pass on everything of the canonical one. */
  readonly types?: Readonly<Record<string, TypeOrigins>>;
  readonly registrations?: readonly Registration[];
  readonly handlerProperties?: readonly HandlerProperty[];
  readonly routers?: readonly RouterShape[];
  readonly procedures?: ProcedureShape;
  readonly namedValues?: readonly NamedValues[];
  readonly holders?: HolderShape;
  readonly decorators?: readonly DecoratorShape[];
  readonly routeSettings?: readonly RouteSetting[];
  readonly heritage?: readonly HeritageShape[];
  readonly signatures?: readonly SignatureShape[];
  readonly exports?: readonly ExportShape[];
  readonly files?: readonly FileConvention[];
  readonly routeConfiguration?: RouteConfiguration;
  readonly directives?: readonly DirectiveShape[];
  readonly functions?: readonly FunctionShape[];
  /** Files of these folders that use one of these globals are handed out by servers, and run in browsers. */
  readonly handedOut?: { readonly folders: readonly string[]; readonly globals: readonly string[] };
  /** Exports that put an application into a page: the file is a page's script, unless another file imports it. */
  readonly pageStarts?: readonly string[];
  /** Members that a bundler imports all files for that match the patterns of their first argument: `import.meta.glob`. */
  readonly importingMembers?: readonly string[];
  /** Exports that only code off the loop uses, on a worker thread or in a browser: a file that mentions one runs there. */
  readonly workerMarkers?: readonly string[];
  /** Exports that tell threads and processes apart, and what runs where they are true: what serves, or another one. */
  readonly placeTests?: Readonly<Record<string, "serving" | "elsewhere">>;
}
