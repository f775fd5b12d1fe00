/** What the page knows of operations beside their document, and the element that shows it in either view. */
import type { FromPage, ShownOperation, ShownPath } from "../messages.js";

export const OPERATION_ELEMENT = "loopguard-operation";

interface Context {
  readonly canOpen: boolean;
  readonly send: (message: FromPage) => void;
}

let byKey = new Map<string, ShownOperation>();
let context: Context = { canOpen: false, send: () => undefined };
/** The one whose handler the cursor is in. */
let current: ShownOperation | undefined;

/** @param operations those of the document that is shown from now on */
export function setOperations(operations: readonly ShownOperation[], now: Context): void {
  byKey = new Map(operations.map((operation) => [keyOf(operation.method, operation.path), operation]));
  context = now;
  current = current && operationNamed(current.operationId);
  for (const element of document.querySelectorAll<OperationElement>(OPERATION_ELEMENT)) element.update();
}

export function operationNamed(operationId: string): ShownOperation | undefined {
  return [...byKey.values()].find((operation) => operation.operationId === operationId);
}

/** Marks an operation in every view; none where it is absent or unknown. */
export function setCurrent(operationId: string | undefined): void {
  current = operationId === undefined ? undefined : operationNamed(operationId);
  for (const element of document.querySelectorAll<OperationElement>(OPERATION_ELEMENT)) element.mark();
}

/** The part of the view that is about an operation, where it is drawn. */
export function partOf(operationId: string, view: string): Element | null | undefined {
  const { method, path } = operationNamed(operationId) ?? {};
  const elements = [...document.querySelectorAll(`${view} ${OPERATION_ELEMENT}`)];
  return elements
    .find((element) => element.getAttribute("path") === path && element.getAttribute("method") === method)
    ?.closest(PARTS);
}

/** Of Swagger UI, and of Redoc. */
const PARTS = ".opblock, [data-section-id]";

/** `<loopguard-operation method="get" path="/users">`: the way to its handler, and a warning where it reaches what blocks. */
class OperationElement extends HTMLElement {
  #shown = "";

  connectedCallback(): void {
    this.update();
  }

  /** By attributes that the views do not know: they leave them alone. */
  mark(): void {
    const isCurrent = this.operation !== undefined && this.operation === current;
    const part = this.closest(PARTS);
    part?.toggleAttribute("data-current", isCurrent);
    if (isCurrent) part?.setAttribute("aria-current", "location");
    else part?.removeAttribute("aria-current");
  }

  private get operation(): ShownOperation | undefined {
    return byKey.get(keyOf(this.getAttribute("method") ?? "", this.getAttribute("path") ?? ""));
  }

  update(): void {
    this.mark();
    const operation = this.operation;
    // What is unfolded in it stays so while nothing has changed.
    const now = JSON.stringify([operation, context.canOpen]);
    if (now === this.#shown) return;
    const isUnfolded = this.querySelector("details")?.open ?? false;
    this.#shown = now;
    this.replaceChildren(...(operation ? contentOf(operation, isUnfolded) : []));
  }
}

customElements.define(OPERATION_ELEMENT, OperationElement);

function contentOf(operation: ShownOperation, isUnfolded: boolean): Node[] {
  const name = `${operation.method.toUpperCase()} ${operation.path}`;
  const handler = wayTo(
    context.canOpen ? "Go to handler" : operation.place,
    `Go to handler of ${name}, ${operation.place}`,
    { type: "open", operationId: operation.operationId },
  );
  return operation.blockingPaths.length === 0 ? [handler] : [warning(operation, isUnfolded), handler];
}

function warning(operation: ShownOperation, isUnfolded: boolean): Node {
  const { blockingPaths } = operation;
  const details = element("details", { class: "blocking" });
  details.open = isUnfolded;
  const number = blockingPaths.length;
  details.append(
    element("summary", {}, `⚠ ${number} blocking ${number === 1 ? "call" : "calls"}`),
    ...blockingPaths.map((path, index) => way(operation.operationId, path, index)),
  );
  return details;
}

function way(operationId: string, { message, hops }: ShownPath, path: number): Node {
  const list = element("ol", {});
  for (const [hop, { name, place }] of hops.entries()) {
    const item = element("li", {});
    item.append(wayTo(name, `Go to ${name}, ${place}`, { type: "open", operationId, hop: { path, hop } }));
    item.append(element("span", { class: "place" }, ` ${place}`));
    list.append(item);
  }
  const section = element("div", {});
  section.append(element("p", {}, message), list);
  return section;
}

/** A button where the host can show code, else the words alone. */
function wayTo(text: string, label: string, message: FromPage): Node {
  if (!context.canOpen) return element("span", {}, text);
  const button = element("button", { type: "button", "aria-label": label, title: label }, text);
  button.addEventListener("click", () => {
    context.send(message);
  });
  return button;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function keyOf(method: string, path: string): string {
  return `${method} ${path}`;
}
