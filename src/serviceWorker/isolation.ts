/**
 * The headers that make browsers isolate the page, so its threads can share memory. Where a host does not send them,
 * the service worker adds them.
 */
export const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
