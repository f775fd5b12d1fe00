// @valid
// A renderer has a loop of its own, which serves nobody else.
import { readFileSync } from "node:fs";
import { ipcRenderer } from "electron";

ipcRenderer.on("refresh", () => {
  readFileSync("page.html");
});
