import { readFileSync } from "node:fs";
import { contextBridge } from "electron";

contextBridge.exposeInMainWorld("page", { read: () => readFileSync("page.txt", "utf8") });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script

window.addEventListener("DOMContentLoaded", () => {
  readFileSync("page.css");
//^^^^^^^^^^^^^^^^^^^^^^^^ worker
});
