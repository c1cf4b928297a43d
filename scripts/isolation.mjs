/**
 * The headers that make browsers isolate the page, so its threads can share memory. The page works without them.
 * README.md shows them for other servers.
 */
export const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
