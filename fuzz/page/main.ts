/** The monkey's functions in the page, as one global object `monkey`; `probe.ts` bundles them and puts them there. */
import { findControl, focusControl, listControls, missed, pointOf } from "./controls";
import { chooseOption, compose, giveFile, paste, setHidden } from "./events";
import { findWrong } from "./findings";
import {
  hasLessonRow,
  look,
  quieten,
  reach,
  remembered,
  settledLink,
  waitsFor,
  weightsOf,
} from "./store";
import type { Target } from "../act";

type Reached = NonNullable<Awaited<ReturnType<typeof reach>>>;

let reached: Reached | null = null;

function page(): Reached {
  if (!reached) throw new Error("fuzz: the page has not started");
  return reached;
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

const hasFocus = (): boolean =>
  document.activeElement !== null && document.activeElement !== document.body;

const FOCUS_MS = 20_000; // a part that loads late may take the focus, also on a busy machine
const STORAGE_MS = 60_000;

async function waitForFocus(): Promise<void> {
  const end = performance.now() + FOCUS_MS;
  while (!hasFocus() && performance.now() < end) await pause();
}

const isSlow = (): boolean =>
  Object.values(page().state().lanes).some(({ run }) => run.savingProblem === "slow");

/** A busy machine stores slowly, which the page says until it is done. Storage that never answers is a finding. */
async function waitForStorage(limit: number): Promise<void> {
  const end = performance.now() + limit;
  while (isSlow() && performance.now() < end) await pause();
}

/** Waits for the scripts of the page, then for the worker; false: it took longer than the time. */
async function start(limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  while (!reached && performance.now() < end) {
    reached = await reach().catch(() => null);
    if (!reached) await pause();
  }
  return reached !== null && quieten(reached.state, limit);
}

export const calls = {
  start,
  quieten: (limit: number) => quieten(page().state, limit),
  waitsFor: () => (reached ? waitsFor(reached.state()) : "the scripts of the page"),
  look: () => look(page().state()),
  remembered: () => remembered(page().state()),
  findWrong: async (mustHaveFocus: boolean) => {
    if (mustHaveFocus) await waitForFocus();
    await waitForStorage(STORAGE_MS);
    return findWrong(page().state(), mustHaveFocus);
  },
  /** Null: the act has not failed. */
  act: async (name: string, args: readonly unknown[]): Promise<string | null> => {
    try {
      await page().act(name, args);
      return null;
    } catch (error) {
      return `act: ${name}: ${String(error)}`;
    }
  },
  hasFocus,
  option: (target: Target, index: number) => chooseOption(findControl(target), index),
  listControls,
  pointOf,
  missed,
  focusControl,
  settledLink,
  hasLessonRow: () => hasLessonRow(page().state()),
  weights: () => weightsOf(page().state()),
  giveFile,
  paste: (text: string) => (paste(text), null),
  compose: (texts: readonly string[]) => (compose(texts), null),
  setHidden: (isHidden: boolean) => (setHidden(isHidden), null),
} as const;

export type Calls = typeof calls;
