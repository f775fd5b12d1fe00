/** Electron's main process, a loop of its own that every window waits on. Renderers and preload scripts have theirs. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "addListener", "prependListener", "once"] as const;

/** What electron-store, electron-log and the like are told about is left to their own rows; this is Electron itself. */
export const electron: Framework = {
  name: "Electron",
  page: {
    homepage: "https://www.electronjs.org",
    description:
      "What the main process does for its windows: while it blocks, every window stands still.",
    examples: ["electron/main-process.ts", "electron/renderer.ts"],
  },
  modules: ["electron", "electron/main", "electron/common"],
  types: {
    IpcMain: { origins: ["ipcMain", "WebContents.ipc"], declaredAs: ["electron#IpcMain"] },
    App: { origins: ["app", ...chained("App", listen)], declaredAs: ["electron#App"] },
    Window: {
      origins: [
        "new BrowserWindow", "new BaseWindow", "BrowserWindow.getFocusedWindow()", "BrowserWindow.fromWebContents()",
        "BrowserWindow.fromId()", ...chained("Window", listen),
      ],
      declaredAs: ["electron#BrowserWindow", "electron#BaseWindow"],
    },
    WebContents: {
      origins: [
        "Window.webContents", "new WebContentsView.webContents", "webContents.fromId()",
        ...chained("WebContents", listen),
      ],
      declaredAs: ["electron#WebContents"],
    },
    Session: {
      origins: ["session.defaultSession", "session.fromPartition()", "WebContents.session"],
      declaredAs: ["electron#Session"],
    },
    WebRequest: { origins: ["Session.webRequest"], declaredAs: ["electron#WebRequest"] },
    Protocol: { origins: ["protocol", "Session.protocol"], declaredAs: ["electron#Protocol"] },
    Tray: { origins: ["new Tray", ...chained("Tray", listen)], declaredAs: ["electron#Tray"] },
    Monitor: {
      origins: ["powerMonitor", "screen", "nativeTheme", "autoUpdater", "inAppPurchase", "systemPreferences"],
      declaredAs: [
        "electron#PowerMonitor", "electron#Screen", "electron#NativeTheme", "electron#AutoUpdater",
        "electron#SystemPreferences",
      ],
    },
    Notification: { origins: ["new Notification"], declaredAs: ["electron#Notification"] },
    Download: { origins: [], declaredAs: ["electron#DownloadItem"] },
    Process: { origins: ["utilityProcess.fork()"], declaredAs: ["electron#UtilityProcess"] },
    Port: {
      origins: ["new MessageChannelMain.port1", "new MessageChannelMain.port2"],
      declaredAs: ["electron#MessagePortMain"],
    },
  },
  registrations: [
    {
      on: ["IpcMain"],
      members: ["handle", "handleOnce", ...listen],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "rpc",
      label: "ipc channel {0}",
    },
    { on: ["App"], members: listen, events: ["ready", "will-finish-launching"], effect: "startup" },
    {
      on: ["App"],
      members: listen,
      events: ["before-quit", "will-quit", "quit", "window-all-closed"],
      effect: "ignored",
    },
    {
      on: ["App"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'app event "{0}"',
    },
    { on: ["Window"], members: listen, events: ["closed", "ready-to-show"], effect: "continuation", kind: "listener" },
    {
      on: ["Window", "WebContents"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'window event "{0}"',
    },
    {
      on: ["WebContents"],
      members: ["setWindowOpenHandler"],
      effect: "entry",
      kind: "listener",
      label: "window open handler",
    },
    {
      on: ["Session"],
      members: listen,
      events: ["will-download"],
      effect: "entry",
      kind: "listener",
      label: "download",
      parameters: [undefined, "Download"],
    },
    {
      on: ["Download"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'download event "{0}"',
    },
    {
      on: ["Process", "Port"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'process event "{0}"',
    },
    {
      on: ["Session"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'session event "{0}"',
    },
    {
      on: ["Session"],
      members: [
        "setPermissionRequestHandler", "setPermissionCheckHandler", "setCertificateVerifyProc",
        "setDevicePermissionHandler", "setDisplayMediaRequestHandler",
      ],
      effect: "entry",
      kind: "listener",
      label: "session {member}",
    },
    {
      on: ["WebRequest"],
      members: [
        "onBeforeRequest", "onBeforeSendHeaders", "onSendHeaders", "onHeadersReceived", "onResponseStarted",
        "onBeforeRedirect", "onCompleted", "onErrorOccurred",
      ],
      handlers: [{ at: -1 }],
      effect: "entry",
      kind: "listener",
      label: "web request {member}",
    },
    {
      on: ["Protocol"],
      members: [
        "handle", "registerFileProtocol", "registerBufferProtocol", "registerStringProtocol", "registerHttpProtocol",
        "registerStreamProtocol", "interceptFileProtocol", "interceptBufferProtocol", "interceptStringProtocol",
        "interceptHttpProtocol", "interceptStreamProtocol",
      ],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "rpc",
      label: "protocol {0}",
    },
    {
      on: ["Tray"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'tray event "{0}"',
    },
    {
      on: ["Notification"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'notification event "{0}"',
    },
    {
      on: ["Monitor"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'system event "{0}"',
    },
    {
      members: ["globalShortcut.register", "globalShortcut.registerAll"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: "shortcut {0}",
    },
    {
      members: ["Menu.buildFromTemplate", "new MenuItem"],
      handlers: [
        { at: 0, property: "click" },
        { at: 0, property: "*.click" },
      ],
      effect: "entry",
      kind: "listener",
      label: "menu item",
    },
    { members: ["utilityProcess.fork"], handlers: [{ at: 0 }], effect: "offload" },
  ],
};

/** What runs in windows does not block the main process. */
export const electronRenderer: Framework = {
  name: "Electron renderer",
  partOf: "Electron",
  modules: ["electron", "electron/renderer"],
  types: { IpcRenderer: { origins: ["ipcRenderer"], declaredAs: ["electron#IpcRenderer"] } },
  workerMarkers: ["ipcRenderer", "contextBridge", "webFrame", "webUtils"],
  registrations: [
    { on: ["IpcRenderer"], members: listen, effect: "ignored" },
    {
      members: ["contextBridge.exposeInMainWorld"],
      handlers: [{ at: 1 }, { at: 1, property: "*" }],
      effect: "ignored",
    },
  ],
};

export const electronUpdater: Framework = {
  name: "electron-updater",
  partOf: "Electron",
  modules: ["electron-updater"],
  types: { Updater: { origins: ["autoUpdater"], declaredAs: ["electron-updater#AppUpdater"] } },
  registrations: [
    {
      on: ["Updater"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'updater event "{0}"',
    },
  ],
};
