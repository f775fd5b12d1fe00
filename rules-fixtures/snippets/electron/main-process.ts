import { execSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { app, BrowserWindow, ipcMain, powerMonitor, session } from "electron";

ipcMain.handle("read-settings", () => readFileSync("settings.json", "utf8"));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ipc channel read-settings → fs.readFileSync

ipcMain.on("save", (_event, text: string) => {
  writeFileSync("note.txt", text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ipc channel save → fs.writeFileSync
});

app.on("second-instance", () => {
  execSync("say hello");
//^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: app event "second-instance" → child_process.execSync
});

session.defaultSession.on("will-download", (_event, item) => {
  item.on("updated", () => writeFileSync("download.txt", String(item.getReceivedBytes())));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: download event "updated" → fs.writeFileSync
});

powerMonitor.on("resume", () => {
  readFileSync("state.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: system event "resume" → fs.readFileSync
});

function createWindow(): void {
  const window = new BrowserWindow({ title: readFileSync("title.txt", "utf8") });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  window.on("resize", () => {
    writeFileSync("bounds.json", JSON.stringify(window.getBounds()));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: window event "resize" → fs.writeFileSync
  });
  window.webContents.on("did-finish-load", () => {
    readFileSync("welcome.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: window event "did-finish-load" → fs.readFileSync
  });
}

app.whenReady().then(createWindow);

app.on("before-quit", () => {
  writeFileSync("state.json", "{}");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
});
