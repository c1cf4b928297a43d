/** Firefox and WebKit for the monkey, with the drivers of the end-to-end tests. Each episode starts a browser. */
import { BROWSERS, type BrowserName } from "../e2e/engines/browsers";
import type { Engine } from "./driver";

/** @throws if the engine is not installed */
export function browserEngine(name: BrowserName): Promise<Engine> {
  const { path, start, packages } = BROWSERS[name];
  if (path === null)
    throw new Error(`fuzz: ${name} is not installed (on Debian: apt-get install ${packages})`);
  return Promise.resolve({
    name,
    openProfile: (address) => start(path, { origin: new URL(address).origin, savesData: false }),
    close: () => Promise.resolve(),
  });
}
