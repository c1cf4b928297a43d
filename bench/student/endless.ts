/** Settings of a page that trains as long as it is watched. */

/**
 * Learns slowly, so that it does not reach its target, and does not end after evaluations without progress. The cap
 * of updates stays: a page that trains for longer than that starts again.
 */
export const ENDLESS = "rate=0.0001&target=1&patience=0&steps=20000";
