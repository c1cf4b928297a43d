/** The page where scripts do not load that it can do without. */
import { afterEach, expect, test, vi } from "vitest";
import { writeLink } from "./state/ports/linkPort";
import { page } from "./state/actions/acts";
import { useApp } from "./state/store";
import { startPage } from "./startPage";
import type { Request } from "./workers/protocol";

const missing = vi.hoisted(() => () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});
const worker = vi.hoisted(() => ({ sent: [] as Request[] }));

vi.mock("./state/effects/film", missing);
vi.mock("./state/effects/gradientRoads", missing);
vi.mock("./state/effects/keepScene", missing);
vi.mock("./state/effects/writtenLink", missing);
vi.mock("./state/effects/benchmarkBackends", missing);
vi.mock("./workers/client", () => ({
  createTrainerClient: () => ({ send: (request: Request) => void worker.sent.push(request) }),
  startTiming: () => undefined,
}));

afterEach(() => vi.restoreAllMocks());

test("without the film, the gradients, the scene of a lesson and the link the page works", async () => {
  const unheard: unknown[] = [];
  const note = (reason: unknown): void => void unheard.push(reason);
  process.on("unhandledRejection", note);
  await startPage({
    opened: useApp.getState(),
    insisted: null,
    tab: null,
    isFirstVisit: true,
    lesson: null,
  });
  expect(worker.sent.map(({ command }) => command.type)).toContain("configure");
  page.typeSource("abc");
  expect(worker.sent.at(-1)?.command).toMatchObject({ show: { example: { text: "abc" } } });
  await writeLink(); // a part that copies the link does not wait for it without an end
  await expect.poll(() => useApp.getState().film).toBe("missing"); // no button offers the film
  await new Promise(setImmediate); // Node reports a rejection when all promises have settled
  process.off("unhandledRejection", note);
  expect(unheard).toEqual([]);
});
