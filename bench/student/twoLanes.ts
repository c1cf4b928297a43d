/** Measures what two lanes in lockstep cost: one page trains a model, another one two with the same settings, in turn. */
import type { Browser, Page } from "@playwright/test";
import type { Message } from "../../src/workers/protocol";
import { ENDLESS } from "./endless";
import { watchMainThread } from "./mainThread";
import { forgetNotes, openWatched, readNotes } from "./watch";

const ROUNDS = 8;
const TURN = 3000; //   milliseconds
const SETTLE = 1000; // milliseconds after Train that do not count

export interface TwoLanes {
  /** Milliseconds for an update of one model, and for one of each of two, in neighbouring turns. */
  readonly one: readonly number[];
  readonly two: readonly number[];
  /** Milliseconds from one frame to the next in 95 % of the frames, while both train. */
  readonly frames95: number;
  /** Processor time of the main thread for each map of either lane meanwhile, in milliseconds. */
  readonly mainThread: number;
}

interface Progress {
  step: number; // of lane A at the last report
  at: number; //   of that report, in milliseconds
}

type Watched = typeof globalThis & { progress: Progress };

/** Runs in the page before all other scripts. */
function watchProgress(): void {
  const progress: Progress = { step: 0, at: 0 };
  Object.assign(globalThis, { progress });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({ data }: MessageEvent<Message>) => {
        if (data.lane !== "a" || data.event.type !== "progress") return;
        progress.step = data.event.losses.at(-1)?.step ?? progress.step;
        progress.at = performance.now();
      });
    }
  };
}

/** @param address a page with a task, without rate, target, cap or mode */
export async function measureTwoLanes(browser: Browser, address: string): Promise<TwoLanes> {
  const one = await open(browser, `${address}&mode=lab&${ENDLESS}`);
  const two = await open(browser, `${address}&mode=compare&b.seed=2&${ENDLESS}`);
  const turns: { readonly one: Turn[]; readonly two: Turn[] } = { one: [], two: [] };
  for (let round = 0; round < ROUNDS; round++) {
    turns.one.push(await takeTurn(one));
    turns.two.push(await takeTurn(two));
  }
  for (const { page } of [one, two]) await page.context().close();
  const frames = turns.two.flatMap((turn) => turn.frames).toSorted((a, b) => a - b);
  const total = (of: "work" | "traces"): number =>
    turns.two.reduce((sum, turn) => sum + turn[of], 0);
  return {
    one: turns.one.map(({ update }) => update),
    two: turns.two.map(({ update }) => update),
    frames95: frames[Math.floor(0.95 * frames.length)] ?? Number.NaN,
    mainThread: total("work") / total("traces"),
  };
}

interface Opened {
  readonly page: Page;
  readonly mainThread: () => Promise<number>;
}

async function open(browser: Browser, address: string): Promise<Opened> {
  const page = await openWatched(browser, "about:blank");
  await page.addInitScript(watchProgress);
  await page.goto(address);
  await button(page, "Train").waitFor();
  return { page, mainThread: await watchMainThread(page) };
}

const button = (page: Page, name: string) =>
  page.getByRole("region", { name: "Training" }).getByRole("button", { name, exact: true });

interface Turn {
  readonly update: number; // milliseconds for each update of lane A
  readonly frames: readonly number[];
  readonly traces: number;
  readonly work: number; // of the main thread, in milliseconds
}

/** Trains a fresh model for a turn: one that trained through all turns could reach its target. */
async function takeTurn({ page, mainThread }: Opened): Promise<Turn> {
  await page.bringToFront();
  await button(page, "Train").click();
  await page.waitForTimeout(SETTLE);
  await forgetNotes(page);
  const [before, worked] = [await progressOf(page), await mainThread()];
  await page.waitForTimeout(TURN);
  const [after, work] = [await progressOf(page), (await mainThread()) - worked];
  const { frames, traces } = await readNotes(page);
  await button(page, "Pause").click();
  await button(page, "Train").waitFor();
  await button(page, "Reset model").click();
  return { update: (after.at - before.at) / (after.step - before.step), frames, traces, work };
}

const progressOf = (page: Page): Promise<Progress> =>
  page.evaluate(() => ({ ...(globalThis as Watched).progress }));
