/** Settings of a page that trains as long as it is watched. */

/**
 * Learns slowly, so that it does not reach its target within some thousands of updates. Training that goes on for longer
 * ends at the target or at the cap, so a measurement of that length starts again.
 */
export const ENDLESS = "rate=0.0001&target=1&steps=20000";
