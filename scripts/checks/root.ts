/** Where the checks find the repository they check. */

/** The checkout's root directory, with a slash at the end. Seen from `scripts/dist/checks`. */
export const root = new URL("../../../", import.meta.url);
