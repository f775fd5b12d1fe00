/** Keeps what a person looks at where it is, while the document around it changes. */

/** @param landmarks a selector of elements with ids that outlive the change */
export async function keepPlace(landmarks: string, change: () => Promise<void>): Promise<void> {
  const seen = [...document.querySelectorAll(landmarks)].find(
    (element) => element.getBoundingClientRect().bottom > barHeight(),
  );
  const before = seen?.getBoundingClientRect().top;
  const scroll = window.scrollY;
  await change();
  if (scroll === 0 || seen === undefined || before === undefined) return;
  // An id may hold what a selector cannot.
  const now = [...document.querySelectorAll(landmarks)].find(({ id }) => id === seen.id);
  if (now) window.scrollBy({ top: now.getBoundingClientRect().top - before, behavior: "instant" });
  else window.scrollTo({ top: scroll, behavior: "instant" });
}

export function barHeight(): number {
  return document.querySelector("#bar")?.getBoundingClientRect().height ?? 0;
}
