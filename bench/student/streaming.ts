/** What it costs to watch: training with the stage shown, and blind, in turn within one run of one page. */
import type { Browser, Page } from "@playwright/test";
import { INITIAL_SHOW, type Show } from "../../src/engine/show";
import type { Command, Event, Message, Request } from "../../src/workers/protocol";

const ROUNDS = 10;
const TURN = 2500; //  milliseconds
const SETTLE = 500; // milliseconds after a change of ways that do not count
const ENDLESS = "rate=0.0001&target=1&steps=20000"; // learns slowly, and is sent on where it comes to an end

export interface Streaming {
  /** Pairs a second of each turn. Blind: no trace is made, and the page takes no notice of what it is told. */
  readonly shown: readonly number[];
  readonly blind: readonly number[];
  /** What came to the page each second, with the stage shown. */
  readonly traces: number;
  readonly reports: number;
}

/** What the page has heard from its worker. */
interface Heard {
  isBlind: boolean;
  worker: Worker | null;
  runId: number;
  steps: number; //   trained so far
  at: number; //      when that was heard, in milliseconds
  traces: number;
  reports: number;
}

type Watched = typeof globalThis & { heard: Heard };

/** Runs in the page before anything else: stands between the page and its worker. */
function watchWorker(): void {
  const counts = { steps: 0, at: 0, traces: 0, reports: 0 };
  const heard: Heard = { isBlind: false, worker: null, runId: 0, ...counts };
  Object.assign(globalThis, { heard });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== "trainer") return;
      heard.worker = this;
      this.addEventListener("message", (message: MessageEvent<Message>) => {
        const { event } = message.data;
        note(event);
        const again: Request = { id: 0, lane: "a", command: { type: "train" } };
        if (event.type === "stopped") this.postMessage(again);
        if (heard.isBlind) message.stopImmediatePropagation();
      });
    }
  };

  function note(event: Event): void {
    if (event.type === "trace") heard.traces++;
    if (event.type !== "progress") return;
    heard.reports++;
    heard.runId = event.runId;
    heard.steps = event.losses.at(-1)?.step ?? heard.steps;
    heard.at = performance.now();
  }
}

/** @param address of a page with a task, and no rate, target or cap of its own */
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
  await page.waitForFunction(() => (globalThis as Watched).heard.steps > 100); // compiled by then
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

type Turn = Pick<Heard, "steps" | "traces" | "reports"> & { readonly milliseconds: number };

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

/** Runs in the page. A worker that is asked to look back makes no traces of what comes. */
function setBlind({ isBlind, show }: { readonly isBlind: boolean; readonly show: Show }): void {
  const { heard } = globalThis as Watched;
  const command: Command = { type: "show", show, runId: heard.runId };
  const request: Request = { id: 0, lane: "a", command };
  heard.isBlind = isBlind;
  heard.worker?.postMessage(request);
}

/** What has been heard, at the moment of a report. */
const mark = (page: Page): Promise<Omit<Heard, "worker">> =>
  page.evaluate(async () => {
    const { heard } = globalThis as Watched;
    const { reports } = heard;
    while (heard.reports === reports) await new Promise((resolve) => setTimeout(resolve, 5));
    const { worker: _worker, ...rest } = heard;
    return rest;
  });
