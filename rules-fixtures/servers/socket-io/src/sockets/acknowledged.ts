/** Makes a listener of a function: its result is acknowledged, and so is its failure. */
export function acknowledged<A extends unknown[], R>(handle: (...arguments_: A) => Promise<R>) {
  return async (...received: [...A, (result: R | { error: string }) => void]): Promise<void> => {
    const acknowledge = received.at(-1) as (result: R | { error: string }) => void;
    try {
      acknowledge(await handle(...(received.slice(0, -1) as A)));
    } catch (error) {
      acknowledge({ error: String(error) });
    }
  };
}
