/** `npm start`: installs when needed, builds the page, serves the build on a free port and prints the address. */
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { build, preview } = await import("vite"); // not there before the install

console.log("Building Seq2Seq Lab ...");
await build({ logLevel: "warn" });
const server = await preview({ logLevel: "warn" }); // takes the next free port where its own is in use
console.log(`\nSeq2Seq Lab runs at ${server.resolvedUrls?.local[0]}\nPress Ctrl+C to stop it.`);
