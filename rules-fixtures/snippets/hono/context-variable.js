import { readFileSync } from "node:fs";
import { Hono } from "hono";

class Maps {
  tile(name) {
    return readFileSync(`${name}.bin`);
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /tile → tile → fs.readFileSync
  }

  legend() {
    return readFileSync("legend.json", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legend → legend → fs.readFileSync
  }
}

const app = new Hono();

app.use(async (c, next) => {
  c.set("maps", new Maps());
  await next();
});

app.get("/tile", (c) => c.body(c.get("maps").tile("0-0")));
app.get("/legend", (c) => c.text(c.var.maps.legend()));
