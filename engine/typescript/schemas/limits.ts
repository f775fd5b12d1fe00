/** How far types are written out: beyond, `{}` stands, with a problem that says so. */

/** Types visited for one answer or component. */
export const MAX_VISITS = 20_000;
/** Anonymous types inside each other. */
export const MAX_DEPTH = 30;
/** Instances of one generic type inside each other: `Deep<T>` may hold a `Deep<T[]>` for ever. */
export const MAX_LINEAGE = 5;
/** Members of a union that are no literals. */
export const MAX_MEMBERS = 200;
/** Components of one document. */
export const MAX_COMPONENTS = 5000;
/** Longer names are cut. */
export const MAX_NAME = 80;
