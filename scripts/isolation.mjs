/**
 * What a server sends so that browsers isolate the page from others, which lets its threads share memory. The page works
 * without; README.md has both headers for other servers.
 */
export const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
