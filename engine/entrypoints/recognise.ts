/** Recognises registrations: what becomes of a function that is handed to a call. */
import type { CallFact, ValueFact } from "../facts/facts.js";
import { CONSTRUCTED, ELEMENT, type Step } from "../reference.js";
import { parsePath, ShapeIndex, type ExternalReference } from "../catalogue/shapes.js";
import type { ArgumentSelector, DecoratorShape, Framework, HeritageShape, Registration } from "./framework.js";

export interface RecognisedRegistration {
  readonly framework: Framework;
  readonly registration: Registration;
  /** The called member's name. */
  readonly member: string;
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
  decorator(reference: ExternalReference): readonly { readonly framework: Framework; readonly shape: DecoratorShape }[];
  heritage(reference: ExternalReference): { readonly framework: Framework; readonly shape: HeritageShape } | undefined;
  /** The type of a parameter that a registered function receives, as a reference to an instance of it. */
  parameterType(recognised: RecognisedRegistration, index: number): ExternalReference | undefined;
}

export type { Recogniser };

/** Any module: for members that are believed on receivers nobody can type. */
const ANY_MODULE = "*";

export function createRecogniser(frameworks: readonly Framework[]): Recogniser {
  const order = new Map(frameworks.map((framework, position) => [framework, position]));
  const index = new ShapeIndex(frameworks);
  const registrations = new Map(frameworks.map((framework) => [framework, indexRegistrations(framework)]));
  const likely = frameworks.filter(({ modules }) => modules.includes(ANY_MODULE));

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
        .find(({ registration }) => applies(registration, call, position));
    },
    likelyRegistration(member, call, position) {
      for (const framework of likely) {
        const registration = framework.registrations?.find(
          ({ members }, at) => members.includes(member) && applies(framework.registrations?.[at], call, position),
        );
        if (registration) return { framework, registration, member };
      }
      return undefined;
    },
    decorator(reference) {
      return index.read(reference).flatMap(({ shape, type, steps }) => {
        const name = type === undefined && steps.length === 1 ? steps[0] : undefined;
        return (shape.decorators ?? [])
          .filter(({ decorators }) => name !== undefined && decorators.includes(name))
          .map((found) => ({ framework: shape, shape: found }));
      });
    },
    heritage(reference) {
      const member = reference.steps.at(-1);
      const type = reference.steps.at(-2);
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

function applies(registration: Registration | undefined, call: CallFact, position: ArgumentPosition): boolean {
  if (!registration) return false;
  const first = call.arguments[0];
  const text = first?.is === "string" ? first.value : undefined;
  if (registration.events && !(text !== undefined && registration.events.includes(text))) return false;
  if (registration.firstArgument === "string" && text === undefined) return false;
  if (registration.firstArgument === "path" && text?.startsWith("/") !== true) return false;
  const { handlers } = registration;
  if (handlers) return handlers.some((selector) => selects(selector, call, position));
  // Without selectors, functions stand anywhere among the arguments, alone or in arrays.
  return position.properties.every((property) => property === "[]");
}

function selects(selector: ArgumentSelector, call: CallFact, { index, properties }: ArgumentPosition): boolean {
  const at = selector.at !== undefined && selector.at < 0 ? call.arguments.length + selector.at : selector.at;
  if (at !== undefined && index !== at) return false;
  if (selector.from !== undefined && index < selector.from) return false;
  const named = properties.filter((property) => property !== "[]");
  if (selector.property === undefined) return named.length === 0;
  if (selector.property === "*") return named.length > 0;
  return named.join(".") === selector.property;
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
export function labelOf({ registration, member }: RecognisedRegistration, call: Pick<CallFact, "arguments">): string {
  if (member === ELEMENT)
    return registration.kind === "http" || registration.kind === "middleware" ? "HTTP handler" : "registered handler";
  const template = registration.label ?? (registration.kind === "http" ? "{METHOD} {0}" : `${member} callback`);
  const label = template
    .replaceAll("{METHOD}", member.toUpperCase())
    .replaceAll("{member}", member)
    .replace(/\{(?<path>[\w.]+)\}/gu, (_whole, path: string) => literalAt(call, path) ?? UNREAD)
    .replace(`"${UNREAD}"`, UNREAD);
  // Without a path, middleware is for every request; a route always has one.
  return registration.kind === "http" ? label : label.replace(` ${UNREAD}`, "");
}

/** How a person names a method registered by a decorator: its own label, or the route of its class and itself. */
export function decoratedLabel(
  shape: DecoratorShape,
  name: string,
  decorator: CallFact | undefined,
  classDecorator: CallFact | undefined,
): string {
  if (shape.method !== undefined)
    return `${shape.method} ${joinRoute(routePath(classDecorator?.arguments[0]), routePath(decorator?.arguments[0]))}`;
  const registration: Registration = {
    members: [name],
    effect: shape.effect,
    ...(shape.label !== undefined && { label: shape.label }),
  };
  return labelOf({ framework: { name: "", modules: [] }, registration, member: name }, decorator ?? NO_ARGUMENTS);
}

const NO_ARGUMENTS: Pick<CallFact, "arguments"> = { arguments: [] };

function routePath(value: ValueFact | undefined): string {
  if (value?.is === "string") return value.value;
  if (value?.is === "array") return routePath(value.elements[0]);
  if (value?.is === "object") return routePath(value.properties.find(({ name }) => name === "path")?.value);
  return "";
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
