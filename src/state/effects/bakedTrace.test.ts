import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { withTask } from "../../engine/tasks/difficulty";
import { TASK_FACTS } from "../../engine/tasks/facts";
import { fetchShippedHistory, fetchShippedTrace } from "./bakedTrace";
import { fetchShippedFilm } from "./shippedFilm";
import { GREEDY, INITIAL_SHOW } from "../../engine/show";

const fetched: string[] = [];

/** The page's own files, as a static site serves them. */
function serve(path: string): Response {
  fetched.push(path);
  try {
    return new Response(readFileSync(new URL(`../../../public/${path}`, import.meta.url)));
  } catch {
    return new Response("", { status: 404 });
  }
}

beforeEach(() => {
  fetched.length = 0;
  vi.stubGlobal("fetch", async (path: string) => serve(path));
});
afterEach(() => vi.unstubAllGlobals());

const dates = withTask(DEFAULT_CONFIG, "dates");
const sourceOf = async (config: Config, index: number): Promise<string | undefined> => {
  const show = { ...INITIAL_SHOW, example: { kind: "heldOut", index } } as const;
  const shipped = await fetchShippedTrace(config, show);
  return shipped?.trace.source.map(({ text }) => text).join("");
};

describe("the shipped trace", () => {
  it("is of the first example, in both languages", async () => {
    expect(await sourceOf(dates, 0)).toContain("29 December 1989");
    expect(await sourceOf(dates, 3)).toContain("1993년 3월 28일");
    expect(fetched).toEqual(["data/dates-additive.trace.json", "data/dates-additive.4.trace.json"]);
  });

  it.each([
    { choosing: { ...GREEDY, method: "beam" } },
    { choosing: { ...GREEDY, method: "sampling" } },
    { feeding: "truth" },
  ] as const)("is not of another decode than the link's: %o", async (change) => {
    expect(await fetchShippedTrace(dates, { ...INITIAL_SHOW, ...change })).toBeNull();
    expect(fetched).toEqual([]);
  });

  it("is not requested where the page ships none", async () => {
    expect(await sourceOf(dates, 1)).toBeUndefined();
    expect(await sourceOf({ ...dates, hiddenSize: 128 }, 0)).toBeUndefined();
    expect(await fetchShippedTrace(dates, { ...INITIAL_SHOW, feeding: "truth" })).toBeNull();
    const typed = { ...INITIAL_SHOW, example: { kind: "typed", text: "abc" } } as const;
    expect(await fetchShippedTrace(dates, typed)).toBeNull();
    expect(fetched).toEqual([]);
  });

  it.each([
    ["the network fails", () => Promise.reject(new TypeError("failed to fetch"))],
    ["it is missing", async () => new Response("", { status: 404 })],
    ["it is no JSON", async () => new Response("<!doctype html>")],
  ])("is none where %s", async (_why, answer) => {
    vi.stubGlobal("fetch", answer);
    expect(await sourceOf(DEFAULT_CONFIG, 0)).toBeUndefined();
    expect(await fetchShippedHistory(DEFAULT_CONFIG)).toBeNull();
  });
});

it("its record holds the training history of a shipped model", async () => {
  const history = await fetchShippedHistory(dates);
  expect(history?.name).toBe("dates-additive");
  expect(history?.losses).toHaveLength(history?.steps ?? 0);
  expect(await fetchShippedHistory({ ...dates, hiddenSize: 128 })).toBeNull();
});

describe("the shipped film of a training", () => {
  it.each(["englishFrench", "englishKorean"] as const)("is that of %s", async (task) => {
    const film = await fetchShippedFilm(withTask(DEFAULT_CONFIG, task));
    expect(film?.map(({ update }) => update)).toEqual(TASK_FACTS[task].bake.film);
    expect(film?.map(({ trace }) => trace.trainedSteps)).toEqual(TASK_FACTS[task].bake.film);
    expect(fetched).toEqual([`data/${task}-additive.film.json`]);
  });

  it("is not requested where the page ships none", async () => {
    expect(await fetchShippedFilm(dates)).toBeNull();
    const changed = { ...withTask(DEFAULT_CONFIG, "englishFrench"), hiddenSize: 128 };
    expect(await fetchShippedFilm(changed)).toBeNull();
    expect(fetched).toEqual([]);
  });

  it("is none where the file cannot be read", async () => {
    vi.stubGlobal("fetch", async () => new Response("<!doctype html>"));
    expect(await fetchShippedFilm(withTask(DEFAULT_CONFIG, "englishFrench"))).toBeNull();
  });
});
