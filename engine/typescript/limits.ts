/** How far the oracle looks: beyond, something stays unknown. */

/** How far values are followed through initialisers, returns and containers. */
export const MAX_DEPTH = 10;
/** How many expressions a value is followed through: a variable and its initialiser are two, `await` and a call more. */
export const MAX_VALUE_DEPTH = 20;
/** Larger unions are data, not objects with behaviour. */
export const MAX_UNION = 40;
