/** The preview of OpenAPI documents: its page, what the page is told, and what it asks for. */
export { type HostAbilities, messageOf } from "./document-message.js";
export { DEFAULT_SERVER, forward, type ForwardOptions, serverAddress } from "./forward.js";
export type * from "./messages.js";
export { type PageOptions, previewPage } from "./page.js";
export { DOCUMENT_FORMATS, type DocumentFormat, formatOf, textOf } from "./text.js";
