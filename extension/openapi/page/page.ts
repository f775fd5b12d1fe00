/** Runs in the preview's page: hands the document to Swagger UI, and keeps what is unfolded and scrolled to when it changes. */
import type { FromPage, OperationPlace, ToPage } from "../messages.js";

/** The parts of Swagger UI that are used; its package has no types. */
interface SwaggerUi {
  readonly specActions: { updateSpec(text: string): void };
}

interface React {
  createElement(type: unknown, properties: object | null, ...children: unknown[]): unknown;
}

interface System {
  readonly React: React;
}

interface OperationProperties {
  readonly operationProps: { get(key: "method" | "path"): string };
}

declare const SwaggerUIBundle: (options: object) => SwaggerUi;
declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
let shown: SwaggerUi | undefined;
let blockingCalls = new Map<string, number>();

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "message") say(data.text);
  else if (data.type === "reveal") reveal(data.operationId);
  else show(data);
});

new MutationObserver(followTheme).observe(document.body, { attributes: true, attributeFilter: ["class"] });
followTheme();
editor.postMessage({ type: "ready" });

function show({ document: api, operations }: Extract<ToPage, { type: "document" }>): void {
  say("");
  blockingCalls = new Map(operations.map((operation) => [keyOf(operation), operation.blockingCalls]));
  if (shown) {
    // What is unfolded is kept by the operations' names, the scroll position by the page.
    shown.specActions.updateSpec(JSON.stringify(api));
    return;
  }
  shown = SwaggerUIBundle({
    spec: api,
    dom_id: "#document",
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    // Requests would leave the page: nothing is sent from it.
    supportedSubmitMethods: [],
    validatorUrl: null,
    plugins: [plainTexts, operationLinks],
  });
}

/** Descriptions come from the workspace: they are shown as they are written, and are no markup. */
function plainTexts({ React }: System): object {
  const PlainText = ({ source }: { readonly source?: string }): unknown =>
    React.createElement("div", { className: "markdown" }, source ?? "");
  return { wrapComponents: { Markdown: () => PlainText } };
}

/** A way to the handler, and a warning where it reaches what blocks. */
function operationLinks({ React }: System): object {
  const OperationLinks = ({ method, path }: OperationPlace): unknown => {
    const count = blockingCalls.get(keyOf({ method, path })) ?? 0;
    const warning =
      count === 0
        ? null
        : React.createElement(
            "span",
            { className: "loopguard-blocking" },
            count === 1 ? "⚠ 1 blocking call" : `⚠ ${String(count)} blocking calls`,
          );
    const onClick = (): void => {
      editor.postMessage({ type: "open", operation: { method, path } });
    };
    const label = `Go to the handler of ${method.toUpperCase()} ${path}`;
    return React.createElement(
      "div",
      { className: "loopguard-links" },
      warning,
      React.createElement("button", { type: "button", onClick, "aria-label": label }, "Go to handler"),
    );
  };
  return {
    wrapComponents: {
      OperationSummary: (Original: unknown) => (properties: OperationProperties) =>
        React.createElement(
          "div",
          { className: "loopguard-operation" },
          React.createElement(Original, properties),
          React.createElement(OperationLinks, {
            method: properties.operationProps.get("method"),
            path: properties.operationProps.get("path"),
          }),
        ),
    },
  };
}

function reveal(operationId: string): void {
  for (const before of document.querySelectorAll(".loopguard-revealed")) before.classList.remove("loopguard-revealed");
  const operation = [...document.querySelectorAll(".opblock")].find(({ id }) => id.endsWith(`-${operationId}`));
  if (!operation) return;
  operation.classList.add("loopguard-revealed");
  operation.scrollIntoView({ block: "nearest" });
}

function say(text: string): void {
  const message = document.querySelector("#message");
  if (message) message.textContent = text;
  document.querySelector("#document")?.toggleAttribute("hidden", text !== "");
}

/** Swagger UI is dark by a class of the document's. */
function followTheme(): void {
  const { classList } = document.body;
  const isLight = classList.contains("vscode-light") || classList.contains("vscode-high-contrast-light");
  document.documentElement.classList.toggle("dark-mode", !isLight);
}

function keyOf({ method, path }: OperationPlace): string {
  return `${method} ${path}`;
}
