/** What the tests ask of a real VS Code: open a window and run one suite inside its extension host. */

export interface TestWindow {
  /** The suite's file in `suites/`, without its ending. */
  readonly suite: string;
  /** Absolute path of the folder, or of the `.code-workspace` file, that the window opens. */
  readonly opens: string;
  /** User settings, beside those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens the window in Restricted Mode. */
  readonly isTrusted: boolean;
}

/** What the editor loads: absolute paths of folders. */
export interface LoadedPaths {
  /** The extension under test, as it is installed. */
  readonly extension: string;
  /** The bundled suites. */
  readonly suites: string;
}

export interface Editor {
  /** For a person: which VS Code, and how it is shown. */
  readonly name: string;
  /** Opens the window, runs the suite, and closes the window. Rejects when the suite did not come to its end. */
  run(window: TestWindow): Promise<SuiteReport>;
}

/** The part that is used of what mocha's `json` reporter writes. */
export interface SuiteReport {
  readonly tests: readonly {
    readonly title: string;
    readonly fullTitle: string;
    /** In ms. */
    readonly duration?: number;
    readonly err: { readonly message?: string; readonly stack?: string };
  }[];
}

/** Settings that keep a window from showing anything but what is tested, and from using the network. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  // A browser saves by itself, a desktop does not.
  "files.autoSave": "off",
  // The system's own dialogs are beyond the editor's commands.
  "files.simpleDialog.enable": true,
  "git.enabled": false,
  "npm.fetchOnlinePackageInfo": false,
  "security.workspace.trust.banner": "never",
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};
