/**
 * The search: from the names of blocking calls, and then of the functions that make them, backwards to
 * whatever calls, registers or passes them on. Syntax proposes candidates by name; the oracle is asked
 * about those alone, a level at a time.
 */
import type { Answer, Question } from "../reference.js";
import { Arguments } from "./arguments.js";
import { blockingCalls } from "./blocking-calls.js";
import { Constants } from "./constants.js";
import { DecoratedRoutes } from "./decorated-routes.js";
import { DeclaredEntryPoints } from "./declared-entry-points.js";
import type { FoundRoutes, SearchPlace, SearchResult, SourceFile } from "./graph.js";
import { EventBuses } from "./event-buses.js";
import { Guards } from "./guards.js";
import { Inquiry } from "./inquiry.js";
import type { Knowledge } from "./knowledge.js";
import { Mentions } from "./mentions.js";
import { NamedFunctions } from "./named-functions.js";
import { NamedValues } from "./named-values.js";
import { filesOfPages } from "./pages.js";
import { ParameterValues } from "./parameter-values.js";
import { Procedures } from "./procedures.js";
import { ProjectIndex } from "./project-index.js";
import { Routers } from "./routers.js";
import { Routes } from "./routes.js";
import { Seeds } from "./seeds.js";
import { Senders } from "./senders.js";
import { Sight } from "./sight.js";
import { Sites } from "./sites.js";
import { Uses } from "./uses.js";
import { Values } from "./values.js";
import { WorkerFiles } from "./worker-files.js";

/** Questions go out, answers come back: the host decides how they are asked, and may stop between batches. */
export type SearchProcess<T = SearchResult> = Generator<readonly Question[], T, readonly Answer[]>;

export function search(files: readonly SourceFile[], knowledge: Knowledge): SearchProcess {
  return searchOf(files, knowledge).run();
}

/** The routes alone, as {@link search} finds them, without looking for what blocks. */
export function searchRoutes(files: readonly SourceFile[], knowledge: Knowledge): SearchProcess<FoundRoutes> {
  return searchOf(files, knowledge).runForRoutes();
}

function searchOf(files: readonly SourceFile[], knowledge: Knowledge): Search {
  const pages = filesOfPages(files, knowledge.frameworks);
  const serving = pages.size === 0 ? files : files.filter((file) => !pages.has(file));
  return new Search(serving, knowledge, pages.size);
}

/** One search: its parts, which call on each other, since every value leads to others. */
export class Search {
  readonly inquiry = new Inquiry();
  readonly index: ProjectIndex;
  readonly knowledge: Knowledge;
  readonly seeds = new Seeds(this);
  readonly values = new Values(this);
  readonly mentions = new Mentions(this);
  readonly sites = new Sites(this);
  readonly uses = new Uses(this);
  readonly guards: Guards;
  readonly arguments = new Arguments(this);
  readonly eventBuses = new EventBuses(this);
  readonly parameters = new ParameterValues(this);
  readonly constants = new Constants(this);
  readonly declared: DeclaredEntryPoints;
  readonly workers: WorkerFiles;
  readonly decorated: DecoratedRoutes;
  readonly routers: Routers;
  readonly procedures: Procedures;
  readonly routes = new Routes(this);
  readonly named: NamedFunctions;
  readonly senders: Senders;
  readonly namedValues: NamedValues;
  readonly #pages: number;

  /** @param pages how many files were left out, because they run in browsers */
  constructor(files: readonly SourceFile[], knowledge: Knowledge, pages: number) {
    this.#pages = pages;
    this.index = new ProjectIndex(files);
    this.knowledge = knowledge;
    this.senders = new Senders(this.index);
    this.guards = new Guards(this);
    this.declared = new DeclaredEntryPoints(this);
    this.workers = new WorkerFiles(this);
    this.decorated = new DecoratedRoutes(this);
    this.routers = new Routers(this);
    this.procedures = new Procedures(this);
    this.named = new NamedFunctions(this);
    this.namedValues = new NamedValues(this);
  }

  *run(): SearchProcess {
    yield* this.part(() => this.decorated.run());
    this.seeds.seed();
    this.attempt({}, () => {
      this.workers.seed();
    });
    yield* this.inquiry.run();
    const found = yield* this.findRoutes();
    return {
      ...found,
      blockingCalls: blockingCalls(this.seeds.starts, this.index),
      nodeOf: (ref) => this.values.known(ref),
      isDevelopmentOnly: (guards) => guards.some(({ file, guard }) => this.guards.isDevelopmentOnly(file, guard)),
      isElsewhere: (guards) => guards.some(({ file, guard }) => this.guards.isElsewhere(file, guard)),
      workerFiles: this.workers.files,
      handedOutFiles: this.workers.handedOut,
      pages: this.#pages,
      unresolved: this.mentions.unresolved,
      searchedMentions: this.mentions.searched,
      registrations: this.arguments.registrations,
      named: (registered, handlers) => this.routes.named(registered, handlers),
      sight: new Sight(this.index.lookedUp, this.knowledge),
    };
  }

  *runForRoutes(): SearchProcess<FoundRoutes> {
    yield* this.part(() => this.decorated.run());
    return yield* this.findRoutes();
  }

  private *findRoutes(): SearchProcess<FoundRoutes> {
    yield* this.part(() => this.routers.run());
    yield* this.part(() => this.procedures.run());
    this.attempt({}, () => {
      this.routes.seed();
    });
    yield* this.inquiry.run();
    return { routes: this.attempt({}, () => this.routes.all()) ?? [], failures: this.inquiry.failures };
  }

  /**
   * Does a part of the search that the others can do without, should it fail.
   *
   * @param place what is worked at
   * @returns undefined when it has failed
   */
  attempt<T>(place: SearchPlace, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.inquiry.failures.push({ ...place, error });
      return undefined;
    }
  }

  /** As {@link attempt}, for a part that asks questions. */
  private *part(work: () => SearchProcess<void>): SearchProcess<void> {
    try {
      yield* work();
    } catch (error) {
      this.inquiry.failures.push({ error });
    }
  }
}
