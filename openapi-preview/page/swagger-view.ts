/** The document in Swagger UI. */
import type { DocumentMessage } from "../messages.js";
import { OPERATION_ELEMENT, operationNamed, partOf } from "./operations.js";
import { resolveSubtree } from "./resolve.js";
import type { SwaggerRequest, TryOut } from "./try-out.js";
import { painted, type View } from "./view.js";

/** The parts of Swagger UI that are used; its package has no types. */
interface SwaggerUi {
  readonly specActions: { updateJsonSpec(document: object): void };
  readonly layoutActions: {
    show(part: readonly string[], isShown: boolean): void;
    scrollToVirtualizedOperation(part: readonly string[]): void;
  };
}

interface React {
  readonly Fragment: unknown;
  createElement(type: unknown, properties: object | null, ...children: unknown[]): unknown;
}

interface System {
  readonly React: React;
}

interface OperationProperties {
  readonly operationProps: { get(key: "method" | "path"): string };
}

declare const SwaggerUIBundle: (options: object) => SwaggerUi;

export interface Unfolding {
  /** What is unfolded from the start, as Swagger UI names its parts. */
  readonly unfolded: readonly (readonly string[])[];
  readonly onChange: (unfolded: readonly (readonly string[])[]) => void;
}

export function swaggerView(tryOut: TryOut, unfolding: Unfolding): View {
  const parts = new Map(unfolding.unfolded.map((part) => [part.join("\n"), part]));
  let ui: SwaggerUi | undefined;
  const remember = (part: readonly string[], isShown: boolean): void => {
    if (isShown) parts.set(part.join("\n"), part);
    else parts.delete(part.join("\n"));
    unfolding.onChange([...parts.values()]);
  };
  const begin = async (document: object): Promise<void> => {
    ui = await new Promise<SwaggerUi>((resolve) => {
      const made = SwaggerUIBundle({
        spec: document,
        dom_id: "#swagger",
        docExpansion: "list",
        defaultModelsExpandDepth: 0,
        validatorUrl: null,
        // What it would load of itself from others.
        requestSnippetsEnabled: false,
        plugins: [plainTexts, operationElements, unfoldingOf(remember), () => ({ fn: { resolveSubtree } })],
        requestInterceptor: (request: SwaggerRequest) => ({ ...request, userFetch: tryOut.fetch }),
        onComplete: () => {
          // It completes before it has returned itself when it need not wait.
          queueMicrotask(() => {
            resolve(made);
          });
        },
      });
    });
    for (const part of parts.values()) ui.layoutActions.show(part, true);
  };
  return {
    landmarks: "#swagger .opblock, #swagger .opblock-tag",
    show: async ({ document, server }: DocumentMessage) => {
      const shown = { ...document, servers: [{ url: server }] };
      if (ui) ui.specActions.updateJsonSpec(shown);
      else await begin(shown);
      await painted();
    },
    followTheme: () => undefined,
    draw: async (operationId) => {
      const operation = operationNamed(operationId);
      if (!operation || !ui) return;
      const [tag = "default"] = operation.tags;
      ui.layoutActions.show(["operations-tag", tag], true);
      await painted();
      if (partOf(operationId, "#swagger")) return;
      ui.layoutActions.scrollToVirtualizedOperation(["operations", tag, operationId]);
      await painted();
    },
  };
}

/** Descriptions come from the workspace: they are shown as they are written, and are no markup. */
function plainTexts({ React }: System): object {
  const PlainText = ({ source = "" }: { readonly source?: string }): unknown => {
    const [own = "", label] = OWN_LABEL.exec(source) ?? [];
    const emphasis = label === undefined ? null : React.createElement("i", null, label);
    return React.createElement("div", { className: "markdown" }, emphasis, source.slice(own.length));
  };
  return { wrapComponents: { Markdown: () => PlainText } };
}

/** What Swagger UI itself puts before values, as markup. */
const OWN_LABEL = /^<i>(Available values|Default value|Example)<\/i>/u;

function operationElements({ React }: System): object {
  return {
    wrapComponents: {
      // Headings of groups are of the third level, below one that is only heard.
      operations: (Original: unknown) => (properties: object) =>
        React.createElement(
          React.Fragment,
          null,
          React.createElement("h2", { className: "heard" }, "Operations"),
          React.createElement(Original, properties),
        ),
      InfoContainer: (Original: unknown) => (properties: object) =>
        React.createElement("section", { "aria-label": "About" }, React.createElement(Original, properties)),
      TextArea: (Original: unknown) => (properties: object) =>
        React.createElement(Original, { "aria-label": "Request body", ...properties }),
      OperationSummary: (Original: unknown) => (properties: OperationProperties) =>
        React.createElement(
          "div",
          { className: "loopguard-summary" },
          React.createElement(Original, properties),
          React.createElement(OPERATION_ELEMENT, {
            method: properties.operationProps.get("method"),
            path: properties.operationProps.get("path"),
          }),
        ),
    },
  };
}

/** Tells what a person folds and unfolds. */
function unfoldingOf(remember: (part: readonly string[], isShown: boolean) => void): () => object {
  type Show = (part: readonly string[], isShown: boolean) => unknown;
  return () => ({
    statePlugins: {
      layout: {
        wrapActions: {
          show:
            (original: Show): Show =>
            (part, isShown) => {
              remember(part, isShown);
              return original(part, isShown);
            },
        },
      },
    },
  });
}
