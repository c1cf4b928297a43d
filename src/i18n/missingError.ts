/** A script of the page failed to load: its code, or its texts. Loading it again can succeed. */
export class MissingError extends Error {}
