/** What the generated list of Node's synchronous functions looks like. */

export interface SyncModule {
  /** With the `node:` prefix. */
  readonly module: string;
  /** The bare name, where Node accepts it. */
  readonly aliases?: readonly string[];
  readonly members: readonly SyncMember[];
}

export interface SyncMember {
  /** As in {@link CatalogueRow.member}: `readFileSync`, `Dir.readSync`, `realpathSync.native`. */
  readonly member: string;
  /** The asynchronous function of the same name, where `@types/node` declares one. */
  readonly twin?: { readonly module: string; readonly member: string; readonly isCallback?: boolean };
}
