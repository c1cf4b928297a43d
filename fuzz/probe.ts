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
  const call = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    const given = args.map((arg) => JSON.stringify(arg)).join(", ");
    const asked = `globalThis.monkey ? [await globalThis.monkey.calls.${name}(${given})] : null`;
    const answer = await driver.evaluate<[unknown] | null>(`(async () => ${asked})()`);
    if (answer !== null) return answer[0];
    await driver.evaluate(`(() => { ${script}\nglobalThis.monkey = monkey; return null; })()`);
    return call(name, args);
  };
  return new Proxy({} as Probe, {
    get:
      (_probe, name) =>
      (...args: readonly unknown[]) =>
        call(String(name), args),
  });
}
