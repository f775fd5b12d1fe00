/**
 * The data model of HTTP conventions: how a framework's handlers read requests and answer them. One file per framework.
 *
 * Places in handlers' code are written as paths, such as `request.query` or `context.req.param()`. They begin with
 * - a role: what a parameter of the handler is, by {@link Conventions.roles};
 * - an export of a module or a global: `next/server#NextResponse`, `global#Response`; `new` before it for an instance.
 *
 * Places of arguments are written as in entry points: `0`, `1.status`.
 */

export type ParameterPart = "path" | "query" | "header" | "cookie";
export type RequestPart = ParameterPart | "body";

/** `request`, `response`, `context`: what stands for what a handler is given. */
export type Role = string;

/** Where a part of the request is read. */
export interface ReadShape {
  readonly at: string;
  readonly part: RequestPart;
  /** The index of the argument that names the parameter: `request.get("x-key")`. Without one, all of the part is read. */
  readonly named?: number;
  /** The index of the argument that says which part it is, as {@link Conventions.parts} know it: `req.valid("json")`. */
  readonly partAt?: number;
  /** What is read was checked: its type says what it is. */
  readonly isChecked?: boolean;
  /** Of bodies. */
  readonly contentType?: string;
  /** The body has this property, which is a file or an array of files. */
  readonly file?: { readonly name?: string; readonly isArray?: boolean };
}

/** An object through which a handler answers, or settles how it will. */
export interface ResponseShape {
  /** Where it is. */
  readonly at: readonly string[];
  /**
   * What its members do when they are called, or assigned to (`status=`); `()` is the call of itself, `new` that as a
   * constructor.
   */
  readonly members: Readonly<Record<string, AnswerShape>>;
}

export interface AnswerShape {
  /** It is sent when everything has run: what is settled after it in its block counts as well. */
  readonly isDeferred?: boolean;
  /** The answer is sent; else something of it is settled for later. */
  readonly sends?: boolean;
  /** The status, or where it is written: `0`, `1.status`; several places to look in turn. */
  readonly status?: number | string | readonly string[];
  /** Where the body is written. */
  readonly body?: string;
  /** What is sent where no body is written: a text of the framework's own. */
  readonly emptyAs?: string;
  /** What the body is sent as; by its type when it is absent: an object as JSON, a text as {@link Conventions.text}. */
  readonly contentType?: string;
  /** Where the content type is written: a type, a file's extension or its name. */
  readonly typeAt?: string;
  /** Where the name of a header is written, and its value. */
  readonly header?: { readonly name: string; readonly value: string };
  /** Where several are written: `1.headers`. */
  readonly headersAt?: string;
  /** Headers that it always sets. */
  readonly sets?: readonly string[];
  /** It leads elsewhere. */
  readonly isRedirect?: boolean;
}

/** Values that a handler throws, or makes in order to throw. */
export interface ErrorShape {
  /** The call that makes it: `new hono/http-exception#HTTPException`, `context.throw()`. */
  readonly at: string;
  /** Or where it is written; several places to look in turn. */
  readonly status: number | string | readonly string[];
  /** The statuses of names that are written there. */
  readonly named?: Readonly<Record<string, number>>;
  /** The body that it is answered with; {@link Conventions.errorBody} by default. */
  readonly contentType?: string;
}

/** A call with a schema by which a part of the request is checked before the handler sees it. */
export interface ValidatorShape {
  /** The call, among the registration's arguments: `@hono/zod-validator#zValidator()`. */
  readonly at: string;
  readonly schema: string;
  /** The part that it checks, or where its name is written, as {@link Conventions.parts} know it. */
  readonly part: RequestPart | { readonly at: string };
}

/** A call with the name of a field, or a list of names, that makes a validator of it. */
export interface FieldShape {
  /** `express-validator#body()` */
  readonly at: string;
  readonly field: string;
  /** Where the field is; anywhere when absent. */
  readonly part?: RequestPart;
}

/** A call, among the registration's arguments, that is given the operation as OpenAPI has it, with schemas of a validator. */
export interface DescriptionShape {
  /** `hono-openapi#describeRoute()` */
  readonly at: string;
  /** Calls that a schema may be wrapped in: `resolver(User)`. */
  readonly wrappers?: readonly string[];
  /** Properties of its `request` that are schemas, which requests are checked against. */
  readonly request?: Readonly<Record<string, ParameterPart>>;
}

/** Middleware that takes files out of forms: members of what a call makes. */
export interface UploadShape {
  /** `multer#default()` */
  readonly maker: string;
  /** Where each member, or the maker itself (`()`), is given the name of a file's field, or a list of objects with names. */
  readonly members: Readonly<Record<string, { readonly name: string; readonly isArray?: boolean }>>;
}

/** What frameworks call the parts of a request. */
export type PartNames = Readonly<Record<string, { readonly part: RequestPart; readonly contentType?: string }>>;

/** A call whose argument runs before the handler, with parameters of its own: `validator("json", (value, context) => …)`. */
export interface MiddlewareShape {
  readonly at: string;
  readonly handler: string;
  readonly roles: readonly Role[];
}

/** Calls on routers that put something around routes, and what the functions among their arguments are given. */
export interface AroundShape {
  readonly members: readonly string[];
  /** Only with one of these as the first argument: hooks that may answer. */
  readonly events?: readonly string[];
  /** Only functions of so many parameters. */
  readonly parameters?: number;
  /** With `error` among them, errors that handlers throw are answered. */
  readonly roles: readonly Role[];
  /** What handles errors is given them as part of something else. */
  readonly answersErrors?: boolean;
  /** It is given options as a registration is. */
  readonly options?: OptionsShape;
  /** It gives schemas names, by which options may refer to them: `model({ User: t.Object(…) })`, `model("User", …)`. */
  readonly namesSchemas?: boolean;
}

/** A call, among a route's handlers or in one, by which requests are let through or turned away. */
export interface SecurityShape {
  readonly at: string;
  /** The scheme's name, or where what names it is written; `null` for what asks for none. */
  readonly scheme:
    | string
    | {
        readonly at: string;
        readonly names: Readonly<Record<string, string | null>>;
        readonly otherwise: string | null;
      };
  /** What requests without it are answered with. */
  readonly status?: number;
}

/** What stands around the methods of classes: NestJS's guards, interceptors, pipes and filters. */
export interface CompanionShape {
  /** Decorators of methods and classes that are given it. */
  readonly decorators: readonly string[];
  /** Members of applications that are given it, for all classes. */
  readonly members: readonly string[];
  /** What modules provide it as, for all classes. */
  readonly provided: readonly string[];
  /** The method that runs. */
  readonly method: string;
  readonly roles: readonly Role[];
  /** What is answered when the method gives anything but true. */
  readonly refusal?: number;
  /** The decorator of its class that names the errors it takes. */
  readonly catches?: string;
}

/** Functions that applications have under names, beside what they have of themselves. */
export interface NamedMembersShape {
  /** Members of applications that are given a name and a function. */
  readonly puts: readonly string[];
  /** Those that packages give to applications, and the security schemes that they stand for. */
  readonly known: Readonly<Record<string, { readonly scheme: string; readonly status: number }>>;
  /** Members that put functions together which run before a handler, one of which has to let a request through. */
  readonly combine: readonly string[];
}

/** What decorators note about handlers, for guards to ask. */
export interface MetadataShape {
  /** The call that makes a decorator of a key and a value. */
  readonly sets: string;
  /** Members that are given a key and give the value. */
  readonly reads: readonly string[];
}

/** How procedures are built, asked and answered. */
export interface ProcedureConventions {
  /** Members of builders that are given a schema, and what it is of. */
  readonly schemas: Readonly<Record<string, "input" | "output">>;
  /** Members of builders that are given what runs before, and those that make it of functions. */
  readonly before: readonly string[];
  readonly middleware: readonly string[];
  /** The parameter that carries the input, as JSON, of requests without a body. */
  readonly parameter: string;
  /** Members that make procedures whose results are sent one after the other, and what they are sent as. */
  readonly streams: Readonly<Record<string, string>>;
  /** The properties that results are sent in, from the outside in. */
  readonly envelope: readonly string[];
  /** Where members that make builders are given this option, values are in these properties, too. */
  readonly transformed: {
    readonly members: readonly string[];
    readonly option: string;
    readonly properties: readonly string[];
  };
  /** What requests are answered with whose input does not match. */
  readonly failure: number;
  /** And those that should have a body and do not say what it is. */
  readonly unsupported: { readonly status: number; readonly contentType: string };
}

/** How handlers tell requests apart that no router chooses for. */
export interface DispatchShape {
  /** Where servers are made, by which of their exports. */
  readonly modules: readonly string[];
  readonly makers: readonly string[];
  /** Where a request's path is read. */
  readonly paths: readonly string[];
}

/** Options of a registration that say what its requests and responses are like: Fastify's `schema`. */
export interface OptionsShape {
  /** Where they are among the registration's arguments: `1.schema`, `0.schema`. */
  readonly at: readonly string[];
  readonly parts: Readonly<Record<string, RequestPart>>;
  /** Where functions are that run before the handler: `1.preHandler`. */
  readonly before?: readonly string[];
  /** The property that holds a schema for each status, or that of the result. */
  readonly responses?: string;
  /** Properties that hold what a person says of the operation. */
  readonly texts?: Readonly<Partial<Record<"summary" | "description" | "operationId", string>>>;
  readonly tags?: string;
  /** The status that requests which do not match are answered with, and the class of the error if it is thrown. */
  readonly failure?: number;
  readonly failureError?: string;
}

/** What a decorator says of a parameter. */
export interface DecoratedParameter {
  readonly part: RequestPart;
  /** Where no name is written, the parameter's own counts; else it is all of the part. */
  readonly isNamed?: boolean;
  readonly contentType?: string;
  readonly file?: ReadShape["file"];
}

/** What decorators say: NestJS, tsoa. */
export interface DecoratorConventions {
  /** Of parameters: the part of the request that it is, named by the first argument where that is a text. */
  readonly parameters: Readonly<Record<string, DecoratedParameter>>;
  /** Requests may lack what is named, unless its decorator says otherwise (`required`). */
  readonly isOptional?: boolean;
  /** Of parameters: the role that it plays. */
  readonly roles: Readonly<Record<string, Role>>;
  /** Functions or classes among the arguments of a parameter's decorator, and what they make of its text. */
  readonly pipes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Owners of methods' decorators, and what results are sent as once they are encrypted: their schemas are of the plain ones. */
  readonly encrypted?: Readonly<Record<string, string>>;
  /** Of methods: the status that they answer with. */
  readonly status: readonly string[];
  /** Of methods: they lead elsewhere; the status is the second argument. */
  readonly redirect: readonly string[];
  /** Of methods: the status that they answer with where they give nothing. */
  readonly nothing?: readonly string[];
  /** Classes have the decorators of those that they extend. */
  readonly isInherited?: boolean;
  /** Of methods and classes: a status, its description, and the type of the answer as an argument of their own. */
  readonly answers?: readonly string[];
  /** Of methods and classes: they describe an answer with this status (or that of their options) by options, `{ type, description }`. */
  readonly described?: Readonly<Record<string, number | "default" | "option">>;
  /** Of methods: they describe the operation by options. */
  readonly operations?: readonly string[];
  /** Of methods and classes: parameters that requests may have, by options. */
  readonly declaring?: Readonly<Record<string, ParameterPart>>;
  /** Of methods: what the answer is sent as. */
  readonly sentAs?: Readonly<Record<string, string>>;
  /** Of methods: they set a header of the answer, by its name and value. */
  readonly headers?: readonly string[];
  /** Among the arguments of a parameter's decorator: what is given it stands in where nothing is sent. */
  readonly defaults?: readonly string[];
  /** Of methods and classes: what they are called. */
  readonly texts?: Readonly<Record<string, "tags" | "operationId">>;
  /** Of methods and classes: they are no part of the document, or will not be for long. */
  readonly hiding?: readonly string[];
  readonly deprecated?: readonly string[];
}

export interface Conventions {
  /** Names of the frameworks whose routes follow them. */
  readonly frameworks: readonly string[];
  /** Routes of other frameworks with the same methods and paths are made of these. */
  readonly isGenerator?: boolean;
  /** What the handler's parameters are, in order. */
  readonly roles: readonly Role[];
  readonly reads: readonly ReadShape[];
  /** What stands for the whole request, and its properties: `schema.parse(request)` checks several parts at once. */
  readonly whole?: { readonly at: readonly string[]; readonly parts: Readonly<Record<string, RequestPart>> };
  /** Where handlers of all methods read which one it is: `request.method`. */
  readonly method?: string;
  readonly dispatch?: DispatchShape;
  readonly responses: readonly ResponseShape[];
  readonly errors?: readonly ErrorShape[];
  /** Classes of errors by the module that exports them, and the status that they are answered with. */
  readonly errorClasses?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Members of errors that say the status, where nothing else handles them. */
  readonly errorStatus?: readonly string[];
  /** Calls in an error handler that leave the answer to the framework: `error.getResponse()`. */
  readonly errorPassed?: readonly string[];
  /** What errors are answered with, as JSON Schema; text when absent. */
  readonly errorBody?: Readonly<Record<string, unknown>>;
  /** What requests are answered with that do not match their schemas; as errors are when absent. */
  readonly failureBody?: Readonly<Record<string, unknown>>;
  readonly parts?: PartNames;
  readonly validators?: readonly ValidatorShape[];
  readonly fields?: readonly FieldShape[];
  readonly descriptions?: readonly DescriptionShape[];
  readonly middleware?: readonly MiddlewareShape[];
  readonly uploads?: readonly UploadShape[];
  /** Functions that are given an object of {@link responses}, and send it something piece by piece. */
  readonly streamedBy?: readonly string[];
  readonly companions?: readonly CompanionShape[];
  readonly metadata?: MetadataShape;
  readonly namedMembers?: NamedMembersShape;
  /** Companions of packages, and what they answer with instead of going on. */
  readonly knownCompanions?: Readonly<Record<string, number>>;
  /** What checks the parts of requests by their declared types, and the status of its refusal; always where it has no name. */
  readonly classValidation?: { readonly at?: string; readonly status: number };
  /** The first that fits a call and a function counts. */
  readonly around?: readonly AroundShape[];
  readonly options?: OptionsShape;
  readonly procedures?: ProcedureConventions;
  readonly decorators?: DecoratorConventions;
  /** What a handler returns is the body of an answer with this status, by method where that decides. */
  readonly result?: {
    readonly status: number;
    readonly byMethod?: Readonly<Record<string, number>>;
    /** Where nothing is returned. */
    readonly nothing?: number;
    /** Types of results that stand for others, as requests for schemas have them. */
    readonly instead?: Readonly<Record<string, "argument" | Readonly<Record<string, unknown>>>>;
    /** Where a value stands among a registration's arguments that is sent as it is, instead of a handler. */
    readonly constant?: string;
  };
  /** What texts are sent as. */
  readonly text: string;
  /** Types of JSON Schema that are sent as texts; strings alone by default. */
  readonly sentAsText?: readonly string[];
  /** Names of exports of files, found by their place, that answer with pages and not with data. */
  readonly pages?: readonly string[];
}
