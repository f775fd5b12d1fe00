import { readFileSync } from "node:fs";
import { Elysia } from "elysia";

class Notes {
  constructor(readonly name = readFileSync("name.txt", "utf8")) {}
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

  all() {
    return readFileSync(this.name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /notes → all → fs.readFileSync
  }
}

new Elysia()
  .decorate("notes", new Notes())
  .decorate("page", (name: string) => readFileSync(name, "utf8"))
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /pages/:name → fs.readFileSync
  .macro({
    signedIn: (role: string) => ({
      beforeHandle() {
        readFileSync(`sessions/${role}`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: signedIn macro → beforeHandle → fs.readFileSync
      },
    }),
  })
  .get("/notes", ({ notes }) => notes.all())
  .get("/pages/:name", (context) => context.page(context.params.name));
