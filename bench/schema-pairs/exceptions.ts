/** The pairs that are read otherwise on purpose, each with the reason. Data. */
export const exceptions: Readonly<Record<string, string>> = {};
