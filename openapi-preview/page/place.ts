/** Keeps what a person looks at where it is, while the document around it changes. */

/** Views resolve references some time after they were told of a document. In ms. */
const SETTLING = 500;
const INTERRUPTIONS = ["wheel", "pointerdown", "keydown", "touchstart"] as const;

/** @param landmarks a selector of elements with ids that outlive the change */
export async function keepPlace(landmarks: string, change: () => Promise<void>): Promise<void> {
  const seen = all(landmarks)
    .filter(isInSight)
    .map((element) => ({ name: nameOf(element), top: topOf(element) }));
  const isAtTop = window.scrollY === 0;
  await change();
  if (isAtTop) return;
  const hold = (): void => {
    const now = new Map(all(landmarks).map((element) => [nameOf(element), element]));
    // The uppermost may be what the change took away.
    const kept = seen.find(({ name }) => now.has(name));
    const element = kept && now.get(kept.name);
    const moved = kept && element ? topOf(element) - kept.top : 0;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: "instant" });
  };
  hold();
  void whileSettling(hold);
}

export function barHeight(): number {
  return document.querySelector("#bar")?.getBoundingClientRect().height ?? 0;
}

/** In each frame until all is settled, or the person goes elsewhere. */
async function whileSettling(hold: () => void): Promise<void> {
  const interrupted = new AbortController();
  const { signal } = interrupted;
  for (const name of INTERRUPTIONS) {
    const interrupt = (): void => {
      interrupted.abort();
    };
    window.addEventListener(name, interrupt, { passive: true, signal });
  }
  const end = performance.now() + SETTLING;
  while (performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (signal.aborted) return;
    hold();
  }
  interrupted.abort();
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > barHeight() && top < window.innerHeight;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

function all(landmarks: string): Element[] {
  return [...document.querySelectorAll(landmarks)];
}

function nameOf(element: Element): string {
  return element.getAttribute("data-section-id") ?? element.id;
}
