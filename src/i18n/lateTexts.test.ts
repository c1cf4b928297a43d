/** Texts that do not load. */
import i18next from "i18next";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { LATE_TEXTS, lateTexts } from "./lateTexts";
import { MissingError } from "./missingError";

const OFFLINE = new TypeError("Failed to fetch dynamically imported module");

beforeAll(() => i18next.init());
afterEach(() => vi.restoreAllMocks());

/** The promises that reject unheard while this runs, and until the next turn of the loop. */
async function unheardOf(run: () => Promise<unknown>): Promise<unknown[]> {
  const unheard: unknown[] = [];
  const note = (reason: unknown): void => void unheard.push(reason);
  process.on("unhandledRejection", note);
  await run();
  await new Promise(setImmediate); // Node reports them when all promises have settled
  process.off("unhandledRejection", note);
  return unheard;
}

test("the second of two texts does not reject unheard where a part throws at the first", async () => {
  vi.spyOn(LATE_TEXTS.en, "pytorch").mockRejectedValue(OFFLINE);
  vi.spyOn(LATE_TEXTS.en, "reading").mockRejectedValue(OFFLINE);
  const unheard = await unheardOf(async () => {
    void lateTexts("pytorch", "en");
    await expect(lateTexts("reading", "en")).rejects.toBeInstanceOf(MissingError);
  });
  expect(unheard).toEqual([]);
});

test("texts that have failed fail again without a load, until another try or other texts arrive", async () => {
  const load = vi.spyOn(LATE_TEXTS.ko, "compare").mockRejectedValue(OFFLINE);
  const failure: unknown = await lateTexts("compare", "ko").catch((error: unknown) => error);
  if (!(failure instanceof MissingError)) throw new Error("expected a MissingError");
  await expect(lateTexts("compare", "ko")).rejects.toBe(failure);
  expect(load).toHaveBeenCalledTimes(1);
  failure.renew();
  await expect(lateTexts("compare", "ko")).rejects.toThrow("ko.compare");
  expect(load).toHaveBeenCalledTimes(2);
  await lateTexts("offline", "ko");
  load.mockRestore();
  expect(await lateTexts("compare", "ko")).toBe(await LATE_TEXTS.ko.compare());
});
