/** Calls the monkey's functions in the page (`page/main.ts`), which it puts there first. */
import { build } from "vite";
import type { Driver } from "./driver";
import type { Calls } from "./page/main";

/** The functions of `page/main.ts`, called over a driver. */
export type Probe = {
  readonly [Name in keyof Calls]: (
    ...args: Parameters<Calls[Name]>
  ) => Promise<Awaited<ReturnType<Calls[Name]>>>;
};

/** One script with all of `page/`. */
export async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: "fuzz/page/main.ts", formats: ["iife"], name: "monkey" },
    },
  });
  const output = (Array.isArray(built) ? built[0] : built) as { output: { code: string }[] };
  return output.output[0]?.code ?? "";
}

/** @param script of `bundlePage`; each document of the page gets it with the first call */
export function createProbe(driver: Driver, script: string): Probe {
  const call =
    (name: string) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const isThere = await driver.evaluate<boolean>("'monkey' in globalThis");
      if (!isThere)
        await driver.evaluate(`(() => { ${script}\nglobalThis.monkey = monkey; return null; })()`);
      const given = args.map((arg) => JSON.stringify(arg)).join(", ");
      return driver.evaluate(`globalThis.monkey.calls.${name}(${given})`);
    };
  return new Proxy({} as Probe, { get: (_probe, name) => call(String(name)) });
}
