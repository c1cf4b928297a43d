/** `npm start`: installs if necessary, builds the page, serves it on a free port and prints the address. */
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { build, preview } = await import("vite"); // available only after the install

console.log("Building Seq2Seq Lab ...");
await build({ logLevel: "warn" });
const server = await preview({ logLevel: "warn" }); // uses the next free port if the default is taken
console.log(`\nSeq2Seq Lab runs at ${server.resolvedUrls?.local[0]}\nPress Ctrl+C to stop it.`);
