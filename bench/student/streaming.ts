/** Measures what the figures cost: one page trains with the figures shown and hidden, in turn. */
import type { Browser, Page } from "@playwright/test";
import { INITIAL_SHOW, type Show } from "../../src/engine/show";
import type { Command, Event, Message, Request } from "../../src/workers/protocol";
import { ENDLESS } from "./endless";

const ROUNDS = 10;
const TURN = 2500; //  milliseconds
const SETTLE = 500; // milliseconds after each change that do not count

export interface Streaming {
  /** Pairs a second in each turn. Blind: the worker makes no traces, and the page ignores its messages. */
  readonly shown: readonly number[];
  readonly blind: readonly number[];
  /** Messages to the page each second, with the figures shown. */
  readonly traces: number;
  readonly reports: number;
}

/** The state of the watch over the worker's messages. */
interface Watch {
  isBlind: boolean;
  worker: Worker | null;
  runId: number;
  steps: number; //   at the last report
  at: number; //      time of the last report, in milliseconds
  traces: number;
  reports: number;
}

type Watched = typeof globalThis & { watch: Watch };

/** Runs in the page before all other scripts: watches the messages between the page and its worker. */
function watchWorker(): void {
  const counts = { steps: 0, at: 0, traces: 0, reports: 0 };
  const watch: Watch = { isBlind: false, worker: null, runId: 0, ...counts };
  Object.assign(globalThis, { watch });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== "trainer") return;
      watch.worker = this;
      this.addEventListener("message", (message: MessageEvent<Message>) => {
        const { event } = message.data;
        note(event);
        const again: Request = { id: 0, lane: "a", command: { type: "train" } };
        if (event.type === "stopped") this.postMessage(again);
        if (watch.isBlind) message.stopImmediatePropagation();
      });
    }
  };

  function note(event: Event): void {
    if (event.type === "trace") watch.traces++;
    if (event.type !== "progress") return;
    watch.reports++;
    watch.runId = event.runId;
    watch.steps = event.losses.at(-1)?.step ?? watch.steps;
    watch.at = performance.now();
  }
}

/** @param address a page with a task, without rate, target or cap */
export async function measureStreaming(
  browser: Browser,
  address: string,
  batch: number,
): Promise<Streaming> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchWorker);
  await page.goto(`${address}&${ENDLESS}`);
  await page
    .getByRole("region", { name: "Training" })
    .getByRole("button", { name: "Train", exact: true })
    .click();
  await page.waitForFunction(() => (globalThis as Watched).watch.steps > 100); // the code is compiled by then
  const [shown, blind]: Turn[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    blind?.push(await takeTurn(page, true));
    shown?.push(await takeTurn(page, false));
  }
  await page.close();
  const all = shown ?? [];
  const perSecond = (of: "traces" | "reports"): number =>
    all.reduce((sum, turn) => sum + turn[of], 0) /
    all.reduce((sum, { milliseconds }) => sum + milliseconds / 1000, 0);
  const speed = ({ steps, milliseconds }: Turn): number => (1000 * batch * steps) / milliseconds;
  return {
    shown: all.map(speed),
    blind: (blind ?? []).map(speed),
    traces: perSecond("traces"),
    reports: perSecond("reports"),
  };
}

const WEIGHTS = { blind: { step: 0 }, shown: "present" } as const;

type Turn = Pick<Watch, "steps" | "traces" | "reports"> & { readonly milliseconds: number };

async function takeTurn(page: Page, isBlind: boolean): Promise<Turn> {
  const show = { ...INITIAL_SHOW, weightsOf: WEIGHTS[isBlind ? "blind" : "shown"] };
  await page.evaluate(setBlind, { isBlind, show });
  await page.waitForTimeout(SETTLE);
  const before = await mark(page);
  await page.waitForTimeout(TURN);
  const after = await mark(page);
  return {
    steps: after.steps - before.steps,
    milliseconds: after.at - before.at,
    traces: after.traces - before.traces,
    reports: after.reports - before.reports,
  };
}

/** Runs in the page. A worker that shows an earlier step makes no traces during training. */
function setBlind({ isBlind, show }: { readonly isBlind: boolean; readonly show: Show }): void {
  const { watch } = globalThis as Watched;
  const command: Command = { type: "show", show, runId: watch.runId };
  const request: Request = { id: 0, lane: "a", command };
  watch.isBlind = isBlind;
  watch.worker?.postMessage(request);
}

/** The counts at the moment of the next report. */
const mark = (page: Page): Promise<Omit<Watch, "worker">> =>
  page.evaluate(async () => {
    const { watch } = globalThis as Watched;
    const { reports } = watch;
    while (watch.reports === reports) await new Promise((resolve) => setTimeout(resolve, 5));
    const { worker: _worker, ...rest } = watch;
    return rest;
  });
