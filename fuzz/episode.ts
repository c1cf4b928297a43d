/** An episode: a fresh profile, a link, and acts one after the other until one of them breaks something. */
import type { Random } from "../src/engine/rng";
import type { Act } from "./act";
import { chooseAct, type Offer } from "./choose";
import type { Engine } from "./driver";
import { perform, type Session } from "./perform";
import { createProbe } from "./probe";

const HANGS_MS = 180_000;
const MAX_HEAP = 300e6; // bytes; the page takes about 20 MB

/** A list of acts from a link. */
export interface Story {
  readonly link: string;
  readonly acts: readonly Act[];
}

export interface Outcome {
  /** The acts that were carried out, the breaking one last. */
  readonly story: Story;
  /** What is wrong after the last act; empty: nothing. */
  readonly findings: readonly string[];
}

/** Gives the next act; null: the episode ends. */
type Next = (offer: () => Promise<Offer>, done: number) => Promise<Act | null>;

/** @param address of the page, with a slash at its end */
export interface Ground {
  readonly engine: Engine;
  readonly address: string;
  readonly script: string;
}

/** Without a network the browser reports what it could not load; the page shows a sentence instead. */
const OFFLINE =
  /net::ERR_|unknown error occurred when fetching the script|Failed to fetch|Load failed|download failed|error loading dynamically|NetworkError|Importing a module|part of the page could not be loaded|the texts \S+ could not be loaded|Unable to preload/;

/** What the page itself must handle, also without a network; the last one is Firefox's. */
const UNHANDLED = /^(console: )?(error|rejection): |^javascript: (?!downloadable font)/;

/** A worker that starts again without a network. */
const LOST_WORKER = /scriptsMissing|the worker could not be loaded/;

class Watch {
  #isOffline = false;
  #isHidden = false;
  #wasOffline = false;

  /** Follows what an act changes beside the page. */
  follow({ kind }: Act): void {
    if (kind === "offline") [this.#isOffline, this.#wasOffline] = [true, true];
    if (kind === "online") this.#isOffline = false;
    if (kind === "hide") this.#isHidden = true;
    if (["show", "back", "forward", "reload"].includes(kind)) this.#isHidden = false;
  }

  get state(): Pick<Offer, "isOffline" | "isHidden"> {
    return { isOffline: this.#isOffline, isHidden: this.#isHidden };
  }

  /** Whether a finding is the network's, not the page's. A part that failed to load stays missing until a retry. */
  isExpected(finding: string): boolean {
    if (!this.#wasOffline || UNHANDLED.test(finding)) return false;
    return OFFLINE.test(finding) || LOST_WORKER.test(finding);
  }
}

/** Replays the acts of a story. Acts whose control is not there are left out. */
export const replayed =
  (acts: readonly Act[]): Next =>
  (_offer, done) =>
    Promise.resolve(acts[done] ?? null);

/** Chooses acts by a seeded stream. */
export const chosen =
  (random: Random, count: number): Next =>
  async (offer, done) =>
    done < count ? chooseAct(random, await offer()) : null;

export async function playEpisode(ground: Ground, link: string, next: Next): Promise<Outcome> {
  const driver = await ground.engine.openProfile(ground.address);
  const session: Session = { driver, probe: createProbe(driver, ground.script) };
  const watch = new Watch();
  const acts: Act[] = [];
  try {
    await driver.open(ground.address + link);
    let findings = await check(session, watch, await begin(session));
    for (let done = 0; findings.length === 0; done++) {
      const act = await next(() => offerOf(session, watch), done);
      if (act === null) break;
      watch.follow(act);
      acts.push(act); // also one that throws
      const { findings: own, mustHaveFocus, isDone } = await perform(session, act);
      if (!isDone) acts.pop();
      findings = await check(session, watch, own, mustHaveFocus);
    }
    if (findings.length === 0) findings = await checkHeap(session);
    return { story: { link, acts }, findings };
  } catch (error) {
    return { story: { link, acts }, findings: [`monkey: ${String(error)}`] };
  } finally {
    await driver.close();
  }
}

async function begin({ probe }: Session): Promise<readonly string[]> {
  const isStarted = await probe.start(HANGS_MS);
  return isStarted ? [] : [`hangs: the page starts and waits for ${await probe.waitsFor()}`];
}

async function offerOf({ probe }: Session, watch: Watch): Promise<Offer> {
  const [seen, controls] = [await probe.look(), await probe.listControls()];
  return { seen, controls, ...watch.state };
}

async function check(
  { driver, probe }: Session,
  watch: Watch,
  own: readonly string[],
  mustHaveFocus = false,
): Promise<string[]> {
  const wrong = own.length > 0 ? own : await probe.findWrong(mustHaveFocus);
  return [...driver.takeFaults(), ...wrong].filter((finding) => !watch.isExpected(finding));
}

async function checkHeap({ driver }: Session): Promise<string[]> {
  const bytes = await driver.heapBytes?.();
  return bytes !== undefined && bytes > MAX_HEAP ? [`heap: ${Math.round(bytes / 1e6)} MB`] : [];
}
