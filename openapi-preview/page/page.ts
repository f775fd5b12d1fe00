/** Runs in the preview's page: takes the document from its host, and shows it in the view that the person chose. */
import type { DocumentMessage, ToPage } from "../messages.js";
import { connect, type Kept } from "./link.js";
import { operationNamed, partOf, setCurrent, setOperations } from "./operations.js";
import { barHeight, keepPlace } from "./place.js";
import { redocView } from "./redoc-view.js";
import { swaggerView } from "./swagger-view.js";
import { followTheme } from "./theme.js";
import { TryOut } from "./try-out.js";
import type { View } from "./view.js";

type ViewName = NonNullable<Kept["view"]>;

const link = connect();
let kept: Kept = link.kept;
const tryOut = new TryOut((message) => {
  link.send(message);
});
const views: Readonly<Record<ViewName, View>> = {
  swagger: swaggerView(tryOut, {
    unfolded: kept.unfolded ?? [],
    onChange: (unfolded) => {
      keep({ unfolded });
    },
  }),
  redoc: redocView(),
};
let latest: DocumentMessage | undefined;
/** What each view shows. */
const shown = new Map<ViewName, DocumentMessage>();
/** The operation whose handler the cursor is in. */
let current: string | undefined;
/** One change after the other. */
let changing: Promise<void> = Promise.resolve();

link.listen(receive);
followTheme(link.isEditor, () => {
  for (const view of Object.values(views)) view.followTheme();
});
prepareBar();
let scrollTimer = 0;
window.addEventListener("scroll", () => {
  clearTimeout(scrollTimer);
  scrollTimer = window.setTimeout(() => {
    keep({ scroll: window.scrollY });
  }, 100);
});
if (link.isEditor) link.send({ type: "ready", ...(kept.api !== undefined && { api: kept.api }) });

function receive(message: ToPage): void {
  switch (message.type) {
    case "document":
      change(() => show(message));
      break;
    case "reveal":
      change(() => reveal(message.operationId));
      break;
    case "answer":
      tryOut.receive(message.id, message.answer);
      break;
    case "empty":
      latest = undefined;
      say(...nothingFound(message));
      break;
    case "message":
      latest = undefined;
      say(paragraph(message.text));
      break;
  }
}

function change(make: () => Promise<void>): void {
  changing = changing.then(make).catch((error: unknown) => {
    say(paragraph(`The document could not be shown: ${String(error)}`));
  });
}

async function show(message: DocumentMessage): Promise<void> {
  const isFirst = shown.size === 0;
  const isUpdate = latest !== undefined;
  latest = message;
  say();
  fillBar(message);
  keep({ api: message.api });
  await showIn(viewName(), () => {
    setOperations(message.operations, {
      canOpen: message.can.open,
      send: (sent) => {
        link.send(sent);
      },
    });
  });
  const { scroll = 0 } = kept;
  if (isFirst && scroll > 0) window.scrollTo({ top: scroll, behavior: "instant" });
  setCurrent(current);
  if (isUpdate) announce(`Updated: ${message.operations.length} operations`);
}

/** @param prepare what changes the page together with the view */
async function showIn(name: ViewName, prepare: () => void = () => undefined): Promise<void> {
  for (const other of Object.keys(views))
    document.querySelector(`#${other}`)?.toggleAttribute("hidden", other !== name);
  const message = latest;
  if (!message || shown.get(name) === message) return;
  shown.set(name, message);
  await keepPlace(views[name].landmarks, () => {
    prepare();
    return views[name].show(message);
  });
}

async function reveal(operationId: string | undefined): Promise<void> {
  // Who moves within a handler may have scrolled elsewhere.
  const isNew = operationId !== current;
  current = operationId;
  setCurrent(operationId);
  if (!isNew || operationId === undefined || !operationNamed(operationId)) return;
  await views[viewName()].draw(operationId);
  const part = partOf(operationId, `#${viewName()}`);
  if (!part) return;
  const { top, bottom } = part.getBoundingClientRect();
  // Its beginning is what a person looks for, were the rest longer than the page.
  if (top < barHeight() || Math.min(bottom, top + 80) > window.innerHeight) {
    window.scrollTo({ top: window.scrollY + top - barHeight() - 8, behavior: "instant" });
  }
}

function viewName(): ViewName {
  return kept.view ?? "swagger";
}

function keep(some: Kept): void {
  kept = { ...kept, ...some };
  link.keep(kept);
}

function prepareBar(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("#views button")) {
    button.addEventListener("click", () => {
      keep({ view: button.value === "redoc" ? "redoc" : "swagger", scroll: 0 });
      pressButtons();
      change(async () => {
        await showIn(viewName());
        announce(`${button.textContent} is shown`);
      });
    });
  }
  pressButtons();
  const select = document.querySelector("#api select");
  select?.addEventListener("change", () => {
    const { value } = select as HTMLSelectElement;
    link.send({ type: "choose", ...(value !== "" && { api: value }) });
  });
  document.querySelector("#server button")?.addEventListener("click", () => {
    link.send({ type: "configure" });
  });
}

function pressButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("#views button"))
    button.setAttribute("aria-pressed", String(button.value === viewName()));
}

function fillBar({ apis, api, server, can }: DocumentMessage): void {
  document.querySelector("#bar")?.toggleAttribute("hidden", false);
  document.querySelector("#api")?.toggleAttribute("hidden", apis.length < 2);
  const options = [{ id: "", name: "All" }, ...apis].map(
    ({ id, name }) => new Option(name, id, false, id === (api ?? "")),
  );
  document.querySelector("#api select")?.replaceChildren(...options);
  const address = document.querySelector("#server code");
  if (address) address.textContent = server;
  document.querySelector("#server button")?.toggleAttribute("hidden", !can.configure);
}

/** In place of the document; without anything to say, the document is shown. */
function say(...content: readonly Node[]): void {
  const message = document.querySelector("#message");
  message?.replaceChildren(...content);
  message?.toggleAttribute("hidden", content.length === 0);
  document.querySelector("#shown")?.toggleAttribute("hidden", content.length > 0);
  if (content.length > 0) document.querySelector("#bar")?.toggleAttribute("hidden", true);
}

function nothingFound({ frameworks, documentation }: Extract<ToPage, { type: "empty" }>): Node[] {
  const heading = document.createElement("h1");
  heading.textContent = "No HTTP routes were found";
  const last = frameworks.at(-1) ?? "";
  const known = `Routes of ${frameworks.slice(0, -1).join(", ")} and ${last} appear here as you write them.`;
  const more = document.createElement("a");
  more.href = documentation;
  more.textContent = "What is recognised, and how it is read";
  const place = document.createElement("p");
  place.append(more);
  return [heading, paragraph(known), place];
}

function paragraph(text: string): Node {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

/** For those who hear the page: once for a burst of changes. */
let announcing = 0;
function announce(text: string): void {
  clearTimeout(announcing);
  announcing = window.setTimeout(() => {
    const live = document.querySelector("#live");
    if (live) live.textContent = text;
  }, 800);
}
