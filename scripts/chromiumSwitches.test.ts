import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OFF_BY_PLAYWRIGHT } from "./chromiumSwitches.mjs";
import { ROOT } from "./npm.mjs";

test("what Playwright switches off in Chromium stays off", () => {
  const playwright = join(ROOT, "node_modules/playwright-core/lib/coreBundle.js");
  const list = /disabledFeatures = \[([^\]]+)\]/.exec(readFileSync(playwright, "utf8"))?.[1] ?? "";
  const names = list.split("\n").flatMap((line) => /^\s*"(\w+)"/.exec(line)?.[1] ?? []);
  expect(names.length).toBeGreaterThan(0);
  expect(OFF_BY_PLAYWRIGHT).toEqual(names);
});
