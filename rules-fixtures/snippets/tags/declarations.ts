// @filename: native.d.ts
/**
 * Reads the whole directory.
 *
 * @blocking 120ms It waits for the directory server.
 */
export function searchUsers(filter: string): string[];

export interface Index {
  /** @blocking 2 s */
  rebuild(): void;
  find(text: string): string;
}

export declare const index: Index;
// @filename: store.ts
import { readFileSync } from "node:fs";

export interface Store {
  /** @nonblocking Every store keeps its values in memory. */
  get(key: string): string;
  /** @blocking */
  flush(): void;
}

export class FileStore implements Store {
  private values = new Map<string, string>();

  get(key: string): string {
    return this.values.get(key) ?? readFileSync(key, "utf8");
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
  }

  flush(): void {
    this.values.clear();
  }
}
// @filename: server.ts
import { createServer } from "node:http";
import { index, searchUsers } from "./native";
import { FileStore, type Store } from "./store";

const store: Store = new FileStore();

createServer((request, response) => {
  const users = searchUsers("*");
//              ^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → searchUsers
  index.rebuild();
//^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → rebuild
  store.flush();
//^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → flush
  response.end(store.get(request.url ?? "") + users.join());
});
