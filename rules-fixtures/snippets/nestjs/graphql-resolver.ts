import { Args, Mutation, Query, ResolveField, Resolver, Subscription } from "@nestjs/graphql";
import { appendFileSync, readFileSync, statSync } from "node:fs";

@Resolver("Report")
export class Reports {
  constructor() {
    readFileSync("reports.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  @Query(() => String)
  report(@Args("name") name: string): string {
    return readFileSync(name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL resolver → report → fs.readFileSync
  }

  @Mutation(() => Boolean)
  log(@Args("line") line: string): boolean {
    appendFileSync("reports.log", line);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL resolver → log → fs.appendFileSync
    return true;
  }

  @ResolveField(() => Number)
  size(): number {
    return statSync("reports.log").size;
//         ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL resolver → size → fs.statSync
  }

  @Subscription(() => String)
  changed(): string {
    return readFileSync("changes.log", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL resolver → changed → fs.readFileSync
  }
}
