/** The document in Redoc, whose script is loaded when it is first looked at. */
import type { DocumentMessage } from "../messages.js";
import { OPERATION_ELEMENT, operationNamed } from "./operations.js";
import { asPlainTexts } from "./plain-texts.js";
import { painted, type View } from "./view.js";

/** The part of Redoc that is used. */
interface Redoc {
  init(document: object, options: object, container: Element, onDone: (error?: Error) => void): void;
}

declare global {
  interface Window {
    readonly Redoc?: Redoc;
  }
}

/** It makes everything anew when the document changes: what is being typed can wait for a pause. In ms. */
const PAUSE = 400;

export function redocView(): View {
  let latest: DocumentMessage | undefined;
  let timer: number | undefined;
  const waiting: (() => void)[] = [];
  /** How long the last one took. */
  let took = 0;
  const render = async (): Promise<void> => {
    const message = latest;
    if (!message) return;
    const begin = performance.now();
    const redoc = await loaded();
    const place = document.querySelector("#redoc");
    const container = document.createElement("div");
    const unfolded = unfoldedIn(place);
    // It measures its container: it has to be there, and what was before stays to be seen until it is done.
    container.className = "in-making";
    place?.append(container);
    await new Promise<void>((resolve) => {
      redoc.init(asPlainTexts(withServer(message)), optionsOf(), container, () => {
        resolve();
      });
    });
    addOperationElements(container);
    // They are below headings of the second level.
    for (const heading of container.querySelectorAll("h5")) heading.setAttribute("aria-level", "3");
    unfold(container, unfolded);
    for (const before of [...(place?.children ?? [])]) if (before !== container) before.remove();
    container.className = "";
    await painted();
    took = performance.now() - begin;
    if (timer === undefined) place?.removeAttribute("aria-busy");
    for (const done of waiting.splice(0)) done();
  };
  const later = (delay: number): Promise<void> => {
    clearTimeout(timer);
    document.querySelector("#redoc")?.setAttribute("aria-busy", "true");
    timer = window.setTimeout(() => {
      timer = undefined;
      void render();
    }, delay);
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    landmarks: "#redoc [data-section-id]",
    show: (message) => {
      const isFirst = latest === undefined;
      latest = message;
      return later(isFirst ? 0 : Math.max(PAUSE, took));
    },
    followTheme: () => {
      if (latest) void later(PAUSE);
    },
    draw: () => Promise.resolve(),
  };
}

/** The script may run because it carries the page's nonce, or comes from the page's origin. */
let loading: Promise<Redoc> | undefined;
function loaded(): Promise<Redoc> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    if (nonce !== undefined) script.nonce = nonce;
    script.src = document.body.dataset["redoc"] ?? "";
    script.addEventListener("load", () => {
      if (window.Redoc) resolve(window.Redoc);
    });
    script.addEventListener("error", () => {
      reject(new Error("Redoc could not be loaded."));
    });
    document.head.append(script);
  });
  return loading;
}

function withServer({ document, server }: DocumentMessage): object {
  return { ...document, servers: [{ url: server }] };
}

/** Where an operation's texts begin. */
function addOperationElements(container: Element): void {
  for (const section of container.querySelectorAll("[data-section-id*='operation/']")) {
    const operationId = (section.getAttribute("data-section-id") ?? "").replace(/^.*operation\//u, "");
    const operation = operationNamed(decodeURIComponent(operationId));
    const heading = section.querySelector("h2");
    // A section may lie in another of the same name.
    if (!operation || !heading || heading.nextElementSibling?.localName === OPERATION_ELEMENT) continue;
    const element = document.createElement(OPERATION_ELEMENT);
    element.setAttribute("method", operation.method);
    element.setAttribute("path", operation.path);
    heading.after(element);
  }
}

/** The answers that are unfolded, by section. */
function unfoldedIn(place: Element | null): ReadonlySet<string> {
  const open = [...(place?.querySelectorAll("[data-section-id] button[aria-expanded=true]") ?? [])];
  return new Set(open.map(nameOf));
}

function unfold(container: Element, unfolded: ReadonlySet<string>): void {
  for (const button of container.querySelectorAll<HTMLElement>("[data-section-id] button[aria-expanded=false]"))
    if (unfolded.has(nameOf(button))) button.click();
}

function nameOf(button: Element): string {
  return `${button.closest("[data-section-id]")?.getAttribute("data-section-id") ?? ""} ${button.textContent}`;
}

/** Colours of answers that can be read on a dark ground. */
const BRIGHT = {
  success: { main: "#6ccb5f" },
  warning: { main: "#ffc36b" },
  error: { main: "#ff8f8f" },
  responses: {
    success: { color: "#6ccb5f" },
    error: { color: "#ff8f8f" },
    redirect: { color: "#ffc36b" },
    info: { color: "#8fc8ff" },
  },
};

/** The editor's colours, as values: Redoc computes others from them. */
function optionsOf(): object {
  const styles = getComputedStyle(document.body);
  const value = (name: string, other: string): string => styles.getPropertyValue(`--vscode-${name}`).trim() || other;
  const background = value("editor-background", "#ffffff");
  const text = value("editor-foreground", "#1f1f1f");
  const link = value("textLink-foreground", "#005fb8");
  const border = value("contrastBorder", value("panel-border", "#8888"));
  const shade = value("sideBar-background", background);
  const isDark = document.documentElement.classList.contains("dark-mode");
  const font = value("font-family", "system-ui, sans-serif");
  const code = value("editor-font-family", "monospace");
  return {
    untrustedSpec: true,
    // Its index is made by a worker of a kind that the page's policy refuses.
    disableSearch: true,
    hideDownloadButtons: true,
    hideLoading: true,
    nativeScrollbars: true,
    scrollYOffset: "#bar",
    theme: {
      colors: {
        ...(isDark && BRIGHT),
        primary: { main: link },
        text: { primary: text, secondary: text },
        border: { light: border, dark: border },
      },
      schema: { nestedBackground: shade, linesColor: border, typeNameColor: text, typeTitleColor: text },
      typography: {
        fontFamily: font,
        fontSize: "13px",
        headings: { fontFamily: font },
        code: { fontFamily: code, color: text, backgroundColor: shade },
        links: { color: link, hover: link, visited: link },
      },
      // Its samples are written for a dark ground.
      ...(isDark && { rightPanel: { backgroundColor: shade } }),
      sidebar: { backgroundColor: shade, textColor: text, activeTextColor: link },
    },
  };
}
