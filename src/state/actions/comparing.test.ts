/** Mode Compare where the script of its acts does not load. */
import { beforeEach, expect, test, vi } from "vitest";
import { useApp } from "../store";
import { lane, openPage } from "../testing/openedPage";
import { setMode } from "./viewing";

vi.mock("./comparison", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

beforeEach(openPage);

test("the page goes back to the mode before, and says why", async () => {
  setMode("lab");
  setMode("compare");
  await vi.waitFor(() => expect(lane().run.failure?.kind).toBe("actMissing"));
  await vi.waitFor(() => expect(useApp.getState().view.mode).toBe("lab"));
  expect(useApp.getState().lanes.b).toBeUndefined();
});
