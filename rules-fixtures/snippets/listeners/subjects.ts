import { readFileSync } from "node:fs";
import PubSub from "pubsub-js";
import { fromEvent, interval, of, Subject } from "rxjs";

const orders = new Subject<string>();

orders.subscribe((order) => {
  readFileSync(order);
//^^^^^^^^^^^^^^^^^^^ no-sync-io definite: subscription → fs.readFileSync
});

orders.asObservable().subscribe({ next: () => readFileSync("total.txt") });
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: subscription → next → fs.readFileSync

interval(1000).subscribe(() => readFileSync("clock.txt"));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: subscription → fs.readFileSync

fromEvent(process, "message").subscribe(() => readFileSync("message.txt"));
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: subscription → fs.readFileSync

PubSub.subscribe("orders", () => readFileSync("orders.txt"));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "orders" listener → fs.readFileSync

of("settings.json").subscribe((name) => {
  readFileSync(name);
//^^^^^^^^^^^^^^^^^^ startup
});
