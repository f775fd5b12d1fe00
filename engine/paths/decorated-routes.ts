/** Routes that decorators register, by their full paths: with prefixes and versions that are set elsewhere. */
import type {
  DecoratorShape,
  Framework,
  RouteGroupSetting,
  RoutePattern,
  RoutePrefixSetting,
  RouteVersionSetting,
} from "../entrypoints/framework.js";
import { decoratedRoutes } from "../entrypoints/recognise.js";
import { type RecognisedSetting, type RouteSettingRecogniser } from "../entrypoints/recognise-route-settings.js";
import type { CallFact, DecoratorFact, FunctionFact, ValueFact } from "../facts/facts.js";
import type { Answer, Question } from "../reference.js";
import type { SourceFile } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { joinRoute } from "./route-paths.js";
import { classKey, type DeclaredClass, Heirs, withDeclared } from "./heirs.js";
import type { Search } from "./search.js";
import { textAt, writtenValue } from "./texts.js";
import type { Node } from "./value-node.js";

/** A decorator that makes a route of a method. */
interface RouteDecorator {
  readonly framework: Framework;
  readonly shape: DecoratorShape;
  readonly file: SourceFile;
  readonly method: FunctionFact;
  /** The decorator's call. */
  readonly call: CallFact | undefined;
}

/** A call that was found to say something about routes. */
interface SettingCall extends RecognisedSetting {
  readonly file: SourceFile;
  readonly call: CallFact;
}

/** A route of a decorated method. */
export interface DecoratedRoute extends RoutePattern {
  /** The class that inherits the method, and by its decorators says below which path. */
  readonly heir?: DeclaredClass;
}

export class DecoratedRoutes {
  readonly #search: Search;
  readonly #recogniser: RouteSettingRecogniser;
  readonly #settings: SettingCall[] = [];
  /** Directories of files that make an application, by its framework. */
  readonly #applications = new Map<Framework, Set<string>>();
  readonly #groups = new Map<string, string>();
  readonly #heirs: Heirs;

  constructor(search: Search) {
    this.#search = search;
    this.#heirs = new Heirs(search);
    this.#recogniser = search.knowledge.routeSettings;
  }

  /** Finds what is said about the routes, before any of them is looked at. */
  *run(): Generator<readonly Question[], void, readonly Answer[]> {
    const { node } = this.#search.values.node("route settings", {});
    for (const file of this.#search.index.files) {
      for (const call of file.facts.calls) {
        const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
        if (!mention || call.callee === undefined) continue;
        if (this.#recogniser.members.has(mention.name)) this.seed(node, file, call);
        if (mention.isMember !== true) continue;
        const receiver = receiverOf(file, call.callee);
        const from = receiver === undefined ? undefined : file.facts.mentions[receiver]?.name;
        for (const maker of this.#recogniser.makers)
          if (maker.from === from && maker.member === mention.name) this.addApplication(maker.framework, file);
      }
    }
    this.#heirs.seed(node);
    yield* this.#search.inquiry.run();
  }

  /** The routes that a decorator makes of a method: several where it answers for several paths, versions or classes. */
  routesOf({ framework, shape, file, method, call }: RouteDecorator): readonly DecoratedRoute[] {
    if (shape.on !== "method") return [];
    const owner = method.class === undefined ? undefined : file.facts.classes[method.class];
    const heirs =
      owner && !method.isStatic ? this.#heirs.of({ file, class: owner.id }, method.name, shape.prefixFrom) : [];
    const ownCall = decoratorNamed(file, owner?.decorators, shape.prefixFrom);
    // A class that says no path is there to be extended, where another one does.
    const isBase = heirs.length > 0 && (!ownCall || ownCall.arguments.length === 0);
    const places = [
      ...(isBase ? [] : [{ at: owner && { file, class: owner.id }, classCall: ownCall }]),
      ...heirs.map((heir) => ({
        at: heir,
        heir,
        classCall: decoratorNamed(heir.file, heir.file.facts.classes[heir.class]?.decorators, shape.prefixFrom),
      })),
    ];
    return places.flatMap(({ at, classCall, ...inherited }) => {
      const group = at && this.#groups.get(classKey(at));
      const settings = this.settingsFor(framework, at?.file ?? file);
      const versions = versionsIn(decoratorNamed(file, method.decorators, shape.versionFrom), classCall);
      return decoratedRoutes(shape, call, classCall).flatMap((route) => {
        const path = joinRoute(group ?? "", route.path);
        const prefix = settings.map((setting) => prefixOf(setting, path)).find((found) => found !== undefined);
        return versionParts(settings, versions).map((version) => ({
          method: route.method,
          path: joinRoute("/", prefix ?? "", version, path),
          ...inherited,
        }));
      });
    });
  }

  /** With several applications, what is said of the one that lies nearest to the file counts. */
  private settingsFor(framework: Framework, file: SourceFile): readonly SettingCall[] {
    const settings = this.#settings.filter((setting) => setting.framework === framework);
    const directories = [...(this.#applications.get(framework) ?? [])];
    if (settings.length === 0 || directories.length < 2) return settings;
    const nearest = nearestTo(directories, file);
    return settings.filter((setting) => nearest !== undefined && nearestTo(directories, setting.file) === nearest);
  }

  private addApplication(framework: Framework, file: SourceFile): void {
    const known = this.#applications.get(framework) ?? new Set();
    this.#applications.set(framework, known.add(directoryOf(file.path)));
  }

  // ── What is said about them ─────────────────────────────────────────────────────────────────

  private seed(node: Node, file: SourceFile, call: CallFact): void {
    this.#search.inquiry.add(node, (isForced) => {
      const callee = this.#search.parameters.calleeReferences(file, call, isForced, node);
      if (!callee) return false;
      for (const reference of callee) {
        const found = reference.is === "external" ? this.#recogniser.settingOf(reference) : undefined;
        if (!found) continue;
        const { setting } = found;
        if (setting.says === "groups") this.seedGroups(node, file, setting, call.arguments[0], "");
        else this.#settings.push({ ...found, file, call });
        // What makes the application says it as well.
        if (setting.on === undefined) this.addApplication(found.framework, file);
        return true;
      }
      return true;
    });
  }

  /** `[{ path: "admin", module: AdminModule, children: [MetricsModule] }]`. */
  private seedGroups(
    node: Node,
    file: SourceFile,
    setting: RouteGroupSetting,
    value: ValueFact | undefined,
    above: string,
  ): void {
    if (value?.is === "array")
      for (const element of value.elements) this.seedGroups(node, file, setting, element, above);
    if (value?.is === "mention") this.seedMembers(node, file, setting, value, above);
    if (value?.is !== "object") return;
    const path = joinRoute(above, textsOf(propertyOf(value, "path"))[0] ?? "");
    const module = propertyOf(value, "module");
    if (module) this.seedMembers(node, file, setting, module, path);
    this.seedGroups(node, file, setting, propertyOf(value, "children"), path);
  }

  /** The classes that a grouped class lists are reached under the path. */
  private seedMembers(node: Node, file: SourceFile, setting: RouteGroupSetting, value: ValueFact, path: string): void {
    this.withClass(node, file, value, (module) => {
      const decorators = module.file.facts.classes[module.class]?.decorators;
      const call = decoratorNamed(module.file, decorators, [setting.decorator]);
      const listed = call?.arguments[0] && propertyOf(call.arguments[0], setting.lists);
      for (const member of listed?.is === "array" ? listed.elements : [])
        this.withClass(node, module.file, member, (found) => this.#groups.set(classKey(found), path));
    });
  }

  private withClass(node: Node, file: SourceFile, value: ValueFact, found: (declared: DeclaredClass) => void): void {
    if (value.is !== "mention") return;
    withDeclared(this.#search, node, file, value.mention, (target) => {
      if (target.class !== undefined) found({ file: target.file, class: target.class });
    });
  }
}

/** The call of the decorator of one of these names. */
function decoratorNamed(
  { facts }: SourceFile,
  decorators: readonly DecoratorFact[] = [],
  names: readonly string[] = [],
): CallFact | undefined {
  const decorator = decorators.find(({ name }) => names.includes(name));
  return decorator?.call === undefined ? undefined : facts.calls[decorator.call];
}

// ── Prefixes ────────────────────────────────────────────────────────────────────────────────

/** The prefix that the setting puts before the path; undefined when it is about something else. */
function prefixOf({ setting, file, call }: SettingCall, path: string): string | undefined {
  if (setting.says !== "prefix") return undefined;
  return excludedBy(setting, file, call).some((pattern) => isExcluded(path, pattern))
    ? ""
    : textAt(file, call, setting.prefix);
}

function excludedBy({ exclude }: RoutePrefixSetting, file: SourceFile, call: CallFact): readonly string[] {
  const [index = "", ...names] = exclude?.split(".") ?? [];
  const value = call.arguments[Number(index)];
  return exclude === undefined || !value ? [] : textsOf(writtenValue({ file, value, visit: undefined }, names)?.value);
}

/** Patterns may end with a wildcard: `health/(.*)`, `health/{*path}`. */
function isExcluded(path: string, pattern: string): boolean {
  const [start = "", ...others] = pattern.split(/\(\.\*\)|\{?\*/u);
  const bare = `/${start.replace(/^\/+|\/+$/gu, "")}`;
  return path === bare || (others.length > 0 && path.startsWith(bare === "/" ? bare : `${bare}/`));
}

// ── Versions ────────────────────────────────────────────────────────────────────────────────

/** What the method's decorator says, or else its class's; `undefined` where neither says anything. */
function versionsIn(method: CallFact | undefined, owner: CallFact | undefined): ValueFact | undefined {
  const options = owner?.arguments[0];
  return method?.arguments[0] ?? (options && propertyOf(options, "version"));
}

/** What stands in the path for each version; one empty part where versions are no part of it. */
function versionParts(settings: readonly SettingCall[], versions: ValueFact | undefined): readonly string[] {
  for (const { setting, file, call } of settings) {
    if (setting.says !== "versions" || !isInPath(setting, file, call)) continue;
    const prefix = textAt(file, call, setting.prefix) ?? defaultPrefix(setting, call);
    const [, ...names] = setting.defaultVersion.split(".");
    const [options] = call.arguments;
    const byDefault = options && writtenValue({ file, value: options, visit: undefined }, names)?.value;
    const parts = textsOf(versions ?? byDefault).map((version) => `${prefix}${version}`);
    // Neutral versions are constants, and have no part in the path.
    return parts.length > 0 ? parts : [""];
  }
  return [""];
}

function isInPath({ option }: RouteVersionSetting, { facts }: SourceFile, { arguments: [options] }: CallFact): boolean {
  if (!options) return true;
  const value = propertyOf(options, option.name);
  return value?.is === "mention" && facts.mentions[value.mention]?.name === option.is;
}

/** `prefix: false` leaves it out. */
function defaultPrefix({ prefix, defaultPrefix: otherwise }: RouteVersionSetting, { arguments: [options] }: CallFact) {
  return options && propertyOf(options, prefix.split(".").at(-1) ?? "")?.is === "boolean" ? "" : otherwise;
}

// ── Values ──────────────────────────────────────────────────────────────────────────────────

function propertyOf(value: ValueFact, name: string): ValueFact | undefined {
  return value.is === "object" ? value.properties.find((property) => property.name === name)?.value : undefined;
}

/** The texts of a string, an object's `path`, or a list of them. */
function textsOf(value: ValueFact | undefined): readonly string[] {
  switch (value?.is) {
    case "string":
      return [value.value];
    case "array":
      return value.elements.flatMap(textsOf);
    case "object":
      return textsOf(propertyOf(value, "path"));
    default:
      return [];
  }
}

/** The directory that shares most with the file's; undefined where several others share as much. */
function nearestTo(directories: readonly string[], { path }: SourceFile): string | undefined {
  const most = Math.max(...directories.map((directory) => sharedLength(directory, path)));
  const sharing = directories.filter((directory) => sharedLength(directory, path) === most);
  return sharing.find(({ length }) => length === most) ?? (sharing.length === 1 ? sharing[0] : undefined);
}

/** How much of a directory's path is the way to a file as well. */
function sharedLength(directory: string, file: string): number {
  let length = 0;
  while (length < directory.length && directory[length] === file[length]) length++;
  return directory.lastIndexOf("/", length - 1) + 1;
}

function directoryOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
