/** What the page asks of a view of the document: Swagger UI, or Redoc. */
import type { DocumentMessage } from "../messages.js";

export interface View {
  /** Shows a document, or what has become of it. Resolves when it is to be seen. */
  show(message: DocumentMessage): Promise<void>;
  /** Follows the editor's colours, where style sheets do not. */
  followTheme(): void;
  /** Has an operation drawn that may be folded away, or out of sight: views leave out what nobody sees. */
  draw(operationId: string): Promise<void>;
  /** All that can be told by its id when the document has changed, in order. */
  readonly landmarks: string;
}

/** When the browser has laid out what was changed. */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
