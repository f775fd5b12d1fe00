import { Body, Controller, Get, Param, Post } from "@nestjs/common";

interface Row {
  id: number;
  parent: number | null;
}

interface Tree extends Row {
  children: Tree[];
}

class Trees {
  build(rows: Row[], parent: number | null): Tree[] {
    return rows
//         ^^^^ no-blocking-loop probable: POST /trees → create → build → search in a loop
      .filter((row) => row.parent === parent)
      .map((row) => ({ ...row, children: this.build(rows, row.id) }));
  }

  ways(length: number): number {
    if (length < 2) return 1;
    return this.ways(length - 1) + this.ways(length - 2);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /trees/ways/:length → ways → ways → recursion that calls itself twice
  }

  /** Each element is gone over once. */
  depth(trees: Tree[]): number {
    return trees.reduce((most, tree) => Math.max(most, 1 + this.depth(tree.children)), 0);
  }

  /** No element is visited twice. */
  reachable(rows: Row[], from: number, seen: Set<number>): Set<number> {
    if (seen.has(from)) return seen;
    seen.add(from);
    rows.filter((row) => row.parent === from).forEach((row) => this.reachable(rows, row.id, seen));
    return seen;
  }
}

@Controller("trees")
export class TreesController {
  private readonly trees = new Trees();

  @Post()
  create(@Body() rows: Row[]): Tree[] {
    return this.trees.build(rows, null);
  }

  @Get("ways/:length")
  ways(@Param("length") length: string): number {
    return this.trees.ways(Number(length));
  }

  @Post("depth")
  depth(@Body() trees: Tree[]): number {
    return this.trees.depth(trees);
  }

  @Post("reachable")
  reachable(@Body() rows: Row[]): number {
    return this.trees.reachable(rows, 1, new Set()).size;
  }
}
