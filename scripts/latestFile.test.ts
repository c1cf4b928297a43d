import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { latestFile } from "./latestFile.mjs";

const never = (): Promise<string> => Promise.reject(new Error("made again"));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latest-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes the file once", async () => {
  expect(await latestFile(folder, "a.js", () => Promise.resolve("first"))).toBe("first");
  expect(await latestFile(folder, "a.js", never)).toBe("first");
});

it("replaces the previous file", async () => {
  await latestFile(folder, "a.js", () => Promise.resolve("first"));
  expect(await latestFile(folder, "b.js", () => Promise.resolve("second"))).toBe("second");
  expect(readdirSync(folder)).toEqual(["b.js"]);
});

it("keeps recent unfinished files of other processes and deletes old ones", async () => {
  const unfinished = ["b.js.123", "b.js.456"] as const;
  for (const name of unfinished) writeFileSync(join(folder, name), "half");
  utimesSync(join(folder, unfinished[1]), new Date(0), new Date(0));
  await latestFile(folder, "c.js", () => Promise.resolve("third"));
  expect(readdirSync(folder).toSorted()).toEqual(["b.js.123", "c.js"]);
});

it("returns complete files when several processes make them at the same time", async () => {
  const made = await Promise.all([
    latestFile(folder, "a.js", () => Promise.resolve("same")),
    latestFile(folder, "a.js", () => Promise.resolve("same")),
    latestFile(folder, "b.js", async () => {
      await latestFile(folder, "c.js", () => Promise.resolve("third"));
      return "second";
    }),
  ]);
  expect(made).toEqual(["same", "same", "second"]);
  expect(readdirSync(folder)).toEqual(["b.js"]);
  expect(readFileSync(join(folder, "b.js"), "utf8")).toBe("second");
});
