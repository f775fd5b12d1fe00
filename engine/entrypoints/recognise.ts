/** Recognises registrations: what becomes of a function that is handed to a call. */
import type { CallFact, ValueFact } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, ELEMENT, type Step } from "../reference.js";
import { parsePath, ShapeIndex, type ExternalReference } from "../catalogue/shapes.js";
import type {
  ArgumentSelector,
  DecoratorShape,
  Framework,
  HandlerProperty,
  HeritageShape,
  Registration,
  RoutePattern,
} from "./framework.js";

export interface RecognisedRegistration {
  readonly framework: Framework;
  readonly registration: Registration;
  /** The called member's name. */
  readonly member: string;
  /** The property of an argument that holds the function: `Query.users` where `resolvers.*` is looked for. */
  readonly property?: string;
}

/** Where a function stands among a call's arguments: the index, and the properties that lead to it. */
export interface ArgumentPosition {
  readonly index: number;
  readonly properties: readonly string[];
}

interface Recogniser {
  registration(
    reference: ExternalReference,
    call: CallFact,
    position: ArgumentPosition,
  ): RecognisedRegistration | undefined;
  /** Whether the call starts other threads or processes, which run the files it names. */
  offloadsFiles(reference: ExternalReference, call: CallFact): boolean;
  /** By the member's name alone, where nobody knows the receiver. */
  likelyRegistration(member: string, call: CallFact, position: ArgumentPosition): RecognisedRegistration | undefined;
  /** Whether something may be called because it is assigned to a property of this name. */
  mayHandle(property: string): boolean;
  /** What is called because it is assigned to the property. */
  handlerProperty(reference: ExternalReference): HandlerProperty | undefined;
  decorator(reference: ExternalReference): readonly { readonly framework: Framework; readonly shape: DecoratorShape }[];
  /** Whether a decorator of this name, if it is the framework's, registers a route. */
  decoratesRoutes(name: string): boolean;
  /** What a call of the reference does with functions that objects keep: see {@link HolderShape}. */
  holding(reference: ExternalReference): "takes" | "runs" | "passes" | undefined;
  /** Whether a member of this name runs what its object keeps. */
  runsHeld(member: string): boolean;
  /** Whether the reference is to a member of one of the framework's types. */
  isMember(
    reference: ExternalReference,
    framework: Framework,
    on: readonly string[],
    members: readonly string[],
  ): boolean;
  heritage(reference: ExternalReference): { readonly framework: Framework; readonly shape: HeritageShape } | undefined;
  /** The type of a parameter that a registered function receives, as a reference to an instance of it. */
  parameterType(
    recognised: { readonly framework: Framework; readonly registration: Pick<Registration, "parameters"> },
    index: number,
  ): ExternalReference | undefined;
}

export type { Recogniser };

/** Any module: for members that are believed on receivers nobody can type. */
const ANY_MODULE = "*";

export function createRecogniser(frameworks: readonly Framework[]): Recogniser {
  const order = new Map(frameworks.map((framework, position) => [framework, position]));
  const index = new ShapeIndex(frameworks);
  const registrations = new Map(frameworks.map((framework) => [framework, indexRegistrations(framework)]));
  const likely = frameworks.filter(({ modules }) => modules.includes(ANY_MODULE));

  const holding = frameworks.filter(({ holders }) => holders !== undefined);

  const routeDecorators = new Set(
    frameworks.flatMap(({ decorators = [] }) =>
      decorators
        .filter(({ method }) => method !== undefined)
        .flatMap((shape) => shape.decorators.map((name) => name.slice(name.lastIndexOf(".") + 1))),
    ),
  );

  const handlerProperties = new Set(
    frameworks.flatMap((framework) => (framework.handlerProperties ?? []).flatMap(({ properties }) => properties)),
  );

  const candidatesFor = (reference: ExternalReference, call: CallFact): RecognisedRegistration[] => {
    const called: ExternalReference =
      call.isNew === true ? { ...reference, steps: [...reference.steps, CONSTRUCTED] } : reference;
    return index.read(called).flatMap(({ shape, type, steps }) =>
      (registrations.get(shape)?.get(keyOf(type, steps)) ?? []).map((registration) => ({
        framework: shape,
        registration,
        member: lastName(steps),
      })),
    );
  };

  return {
    offloadsFiles: (reference, call) =>
      candidatesFor(reference, call).some(({ registration }) => registration.effect === "offload"),
    registration(reference, call, position) {
      return candidatesFor(reference, call)
        .sort((a, b) => (order.get(a.framework) ?? 0) - (order.get(b.framework) ?? 0))
        .flatMap((candidate) => {
          const selected = select(candidate.registration, call, position);
          return selected ? [{ ...candidate, ...selected }] : [];
        })
        .at(0);
    },
    likelyRegistration(member, call, position) {
      for (const framework of likely) {
        for (const registration of framework.registrations ?? []) {
          const selected = registration.members.includes(member) ? select(registration, call, position) : undefined;
          if (selected) return { framework, registration, member, ...selected };
        }
      }
      return undefined;
    },
    mayHandle: (property) => handlerProperties.has(property),
    handlerProperty(reference) {
      for (const { shape, type, steps } of index.read(reference)) {
        const [name, ...others] = steps;
        const found = shape.handlerProperties?.find(
          ({ on, properties }) => type !== undefined && on.includes(type) && properties.includes(name ?? ""),
        );
        if (found && others.length === 0) return found;
      }
      return undefined;
    },
    decorator(reference) {
      return index.read(reference).flatMap(({ shape, type, steps }) => {
        // `core.TypedRoute.Get` of the module's only export is `TypedRoute.Get` of the module.
        const name = type === undefined ? (steps[0] === "default" ? steps.slice(1) : steps).join(".") : undefined;
        return (shape.decorators ?? [])
          .filter(({ decorators }) => name !== undefined && decorators.includes(name))
          .map((found) => ({ framework: shape, shape: found }));
      });
    },
    holding(reference) {
      const { holders } = holding.find(({ modules }) => modules.includes(reference.module)) ?? {};
      const member = lastName(reference.steps);
      if (!holders) return undefined;
      return holders.takes.includes(member) ? "takes" : holders.runs.includes(member) ? "runs" : "passes";
    },
    runsHeld: (member) => holding.some(({ holders }) => holders?.runs.includes(member)),
    isMember: (reference, framework, on, members) =>
      index
        .read(reference)
        .some(
          ({ shape, type, steps }) =>
            shape === framework && type !== undefined && on.includes(type) && members.includes(steps.join(".")),
        ),
    decoratesRoutes: (name) => routeDecorators.has(name),
    heritage(reference) {
      // A base that a function makes goes by the function's name: `extends PassportStrategy(Strategy)`.
      const [type, member] = reference.steps.filter((step) => step !== CALLED && step !== CONSTRUCTED).slice(-2);
      for (const framework of frameworks) {
        if (!framework.modules.includes(reference.module)) continue;
        const shape = framework.heritage?.find(
          ({ types, members }) =>
            type !== undefined && member !== undefined && types.includes(type) && members.includes(member),
        );
        if (shape) return { framework, shape };
      }
      return undefined;
    },
    parameterType({ framework, registration }, parameter) {
      const type = registration.parameters?.[parameter];
      const [module] = framework.modules;
      return type === undefined || module === undefined
        ? undefined
        : { is: "external", module, steps: [type], byType: true };
    },
  };
}

function indexRegistrations(framework: Framework): ReadonlyMap<string, readonly Registration[]> {
  const found = new Map<string, Registration[]>();
  for (const registration of framework.registrations ?? []) {
    for (const type of registration.on ?? [undefined]) {
      for (const member of registration.members) {
        const key = keyOf(type, parsePath(member));
        found.set(key, [...(found.get(key) ?? []), registration]);
      }
      // `app[method](path, handler)`: one of the type's registrations, whichever the name turns out to be.
      if (type !== undefined && registration.effect === "entry" && !registration.events) {
        const key = keyOf(type, [ELEMENT]);
        found.set(key, [...(found.get(key) ?? []), { ...registration, isLikely: true }]);
      }
    }
  }
  return found;
}

/** What the registration says of the function at this position; undefined when it speaks of others. */
function select(
  registration: Registration,
  call: CallFact,
  position: ArgumentPosition,
): Pick<RecognisedRegistration, "property"> | undefined {
  const first = call.arguments[0];
  const text = first?.is === "string" ? first.value : undefined;
  if (registration.events && !(text !== undefined && registration.events.includes(text))) return undefined;
  if (registration.firstArgument === "string" && text === undefined) return undefined;
  if (registration.firstArgument === "path" && text?.startsWith("/") !== true) return undefined;
  const { handlers } = registration;
  for (const selector of handlers ?? []) {
    const property = selectedProperty(selector, call, position);
    if (property !== undefined) return property === "" ? {} : { property };
  }
  // Without selectors, functions stand anywhere among the arguments, alone or in arrays.
  return !handlers && position.properties.every((step) => step === ELEMENT) ? {} : undefined;
}

/** The property that holds the function, empty for the argument itself; undefined when the selector looks elsewhere. */
function selectedProperty(
  selector: ArgumentSelector,
  call: CallFact,
  { index, properties }: ArgumentPosition,
): string | undefined {
  const at = selector.at !== undefined && selector.at < 0 ? call.arguments.length + selector.at : selector.at;
  if (at !== undefined && index !== at) return undefined;
  if (selector.from !== undefined && index < selector.from) return undefined;
  const steps = properties.filter((step) => step !== ELEMENT);
  if (selector.property === undefined) return steps.length === 0 ? "" : undefined;
  // A function that gives the options is as good as them, but what the handler returns is only one where they say so.
  const pattern = selector.property.split(".").filter((part) => part !== CALLED);
  const isReturned = selector.property.endsWith(CALLED);
  if ((steps.at(-1) === CALLED) !== isReturned) return undefined;
  return matchProperty(
    pattern,
    steps.filter((step) => step !== CALLED),
  );
}

/** What `*` stands for in the pattern, or else the last name; undefined when the names do not match. */
function matchProperty(parts: readonly string[], names: readonly string[]): string | undefined {
  const star = parts.indexOf("*");
  if (star < 0) return names.join(".") === parts.join(".") ? (names.at(-1) ?? "") : undefined;
  const [before, after] = [parts.slice(0, star), parts.slice(star + 1)];
  const end = names.length - after.length;
  const matches =
    end > star && before.every((name, at) => names[at] === name) && after.every((name, at) => names[end + at] === name);
  return matches ? names.slice(star, end).join(".") : undefined;
}

function keyOf(type: string | undefined, steps: readonly Step[]): string {
  return `${type ?? ""}:${steps.join(".")}`;
}

function lastName(steps: readonly Step[]): string {
  return steps.findLast((step) => step !== CONSTRUCTED && step !== "()") ?? "default";
}

// ── Labels ──────────────────────────────────────────────────────────────────────────────────

/** Stands for a text that is not written out in the call. */
const UNREAD = "…";

/** How a person names the entry point: `POST /login`, `socket event "login"`. */
export function labelOf(
  { registration, member, property }: RecognisedRegistration,
  call: Pick<CallFact, "arguments">,
): string {
  if (member === ELEMENT)
    return registration.kind === "http" || registration.kind === "middleware" ? "HTTP handler" : "registered handler";
  const template = registration.label ?? (registration.kind === "http" ? "{METHOD} {0}" : `${member} callback`);
  const label = template
    .replaceAll("{METHOD}", member.toUpperCase())
    .replaceAll("{member}", member)
    .replaceAll("{property}", property ?? UNREAD)
    .replace(/\{(?<path>[\w.]+)\}/gu, (_whole, path: string) => literalAt(call, path) ?? UNREAD)
    .replace(`"${UNREAD}"`, UNREAD);
  if (registration.kind === "http" && label === `${UNREAD} ${UNREAD}`) return "HTTP handler";
  // Without a path, middleware is for every request; a route always has one.
  return registration.kind === "http" ? label : label.replace(` ${UNREAD}`, "");
}

/** How a person names a method registered by a decorator that makes no route. */
export function decoratedLabel(shape: DecoratorShape, name: string, decorator: CallFact | undefined): string {
  const registration: Registration = {
    members: [name],
    effect: shape.effect,
    ...(shape.label !== undefined && { label: shape.label }),
  };
  return labelOf({ framework: { name: "", modules: [] }, registration, member: name }, decorator ?? NO_ARGUMENTS);
}

/** What requests a decorated method answers, by its own decorator and that of its class. */
export function decoratedRoutes(
  { method, hasBracedParameters }: DecoratorShape,
  decorator: CallFact | undefined,
  classDecorator: CallFact | undefined,
): readonly RoutePattern[] {
  if (method === undefined) return [];
  return routePaths(classDecorator?.arguments[0]).flatMap((prefix) =>
    routePaths(decorator?.arguments[0]).map((own) => {
      const path = joinRoute(prefix, own);
      return { method, path: hasBracedParameters === true ? path.replaceAll(/\{(\w+)\}/gu, ":$1") : path };
    }),
  );
}

const NO_ARGUMENTS: Pick<CallFact, "arguments"> = { arguments: [] };

/** A path, those of a list, or those of an object's `path`; an empty one where nothing is written. */
function routePaths(value: ValueFact | undefined): readonly string[] {
  if (value?.is === "string") return [value.value];
  if (value?.is === "array" && value.elements.length > 0) return value.elements.flatMap(routePaths);
  if (value?.is === "object") return routePaths(value.properties.find(({ name }) => name === "path")?.value);
  return [""];
}

function joinRoute(prefix: string, path: string): string {
  const parts = [prefix, path].map((part) => part.replace(/^\/+|\/+$/gu, "")).filter((part) => part !== "");
  return `/${parts.join("/")}`;
}

/** The literal text at a path into the arguments: `0`, `0.url`, or `method` for a property of the first. */
function literalAt(call: Pick<CallFact, "arguments">, path: string): string | undefined {
  const [head = "", ...rest] = path.split(".");
  const isIndex = /^\d+$/u.test(head);
  let value: ValueFact | undefined = call.arguments[isIndex ? Number(head) : 0];
  for (const name of isIndex ? rest : path.split(".")) {
    // `server.route([{ method, path, handler }])`; of several elements nobody says here which one is meant.
    if (value?.is === "array" && value.elements.length === 1) [value] = value.elements;
    value = value?.is === "object" ? value.properties.find((property) => property.name === name)?.value : undefined;
  }
  return literalText(value);
}

function literalText(value: ValueFact | undefined): string | undefined {
  switch (value?.is) {
    case "string":
      return value.value;
    case "regex":
      return value.value;
    case "number":
      return String(value.value);
    case "array":
      return value.elements
        .map(literalText)
        .filter((text) => text !== undefined)
        .join(", ");
    default:
      return undefined;
  }
}
