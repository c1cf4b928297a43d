/**
 * A worker takes its content security policy from the headers of its file, and most static hosts send none. So the build
 * itself makes sure that the code of the workers asks for nothing but files of the page: it fails where a module that is
 * not in this list uses one of the browser's ways to reach a network.
 */

/** Every way of a worker to reach a network, or to run code that is not in its files. */
const REQUESTS =
  /\b(?:fetch|importScripts|eval)\s*\(|\bXMLHttpRequest\b|\bWebSocket(?:Stream)?\b|\bWebTransport\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bnew (?:Shared)?Worker\b|\bnew Function\b|\bimport\((?!\s*["'`.])/g;

/**
 * The modules that may, with what they ask for.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const KNOWN = [
  [
    /\/src\/workers\/alone\.worker\.ts$/,
    "the list of names and the shipped networks, at the addresses that the page gives",
  ],
  [/\/src\/workers\/run\/loadBaked\.ts$/, "a shipped model, at the address that the page gives"],
  [/\/src\/workers\/backend\/peerTeam\.ts$/, "the script of a thread, a file of the build"],
  [
    /\/@tensorflow\/tfjs-core\/dist\/(?:platforms\/|util\.js$|hash_util\.js$)/,
    "nothing: the page calls none of the library's readers of files, and a hash has a function of that name",
  ],
  [
    /\/@tensorflow\/tfjs-backend-wasm\/wasm-out\//,
    "the library's WebAssembly, at the addresses that `backend.ts` sets",
  ],
  [/\/papaparse\//, "nothing: the page gives it texts"],
  [/\/fflate\//, "nothing: its threads are for functions that the page does not call"],
];

/** @returns {import("vite").Plugin} for the build of the workers */
export function workerRequests() {
  return {
    name: "worker-requests",
    apply: "build",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === "chunk" ? Object.entries(file.modules) : [],
      );
      const unknown = modules.flatMap(([id, { code }]) => requestsIn(id, code ?? ""));
      if (unknown.length > 0) this.error(`requests of a worker:\n${unknown.join("\n")}`);
    },
  };
}

/**
 * The requests of a module that is not in the list.
 * @param {string} id
 * @param {string} code
 * @returns {string[]}
 */
export function requestsIn(id, code) {
  if (KNOWN.some(([module]) => module.test(id))) return [];
  return [...code.matchAll(REQUESTS)].map(([request]) => `${id}: ${request}`);
}
