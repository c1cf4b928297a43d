/** The tabs of Firefox, and what runs in one of them. */
import { setTimeout } from "node:timers/promises";
import type { Bidi } from "./bidi";

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** The value of an expression in a tab; of a promise, its result. */
export async function evaluate<T>(bidi: Bidi, context: string, expression: string): Promise<T> {
  const { type, result, exceptionDetails } = await bidi.send<Evaluated>("script.evaluate", {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  });
  if (type === "exception") throw new Error(`firefox: ${exceptionDetails?.text}`);
  return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T;
}

interface Created {
  readonly context: string;
  readonly parent: string | null;
}

export interface Tabs {
  /** The tab that is in front: the one that was opened last. */
  readonly front: () => string;
  /** Waits for a tab that the page itself opens. */
  readonly opened: () => Promise<void>;
}

/** Follows the tabs, of which it opens the first. In the one that Firefox opens, the address bar has the focus. */
export async function followTabs(bidi: Bidi): Promise<Tabs> {
  const { contexts } = await bidi.send<{ contexts: Created[] }>("browsingContext.getTree");
  const { context: first } = await bidi.send<Created>("browsingContext.create", { type: "tab" });
  for (const { context } of contexts) await bidi.send("browsingContext.close", { context });
  let tabs = [first];
  const waiting: (() => void)[] = [];
  bidi.on("browsingContext.contextCreated", (params) => {
    const { context, parent } = params as Created;
    if (parent !== null) return; // a frame
    tabs.push(context);
    for (const resolve of waiting.splice(0)) resolve();
  });
  bidi.on("browsingContext.contextDestroyed", (params) => {
    tabs = tabs.filter((context) => context !== (params as Created).context);
  });
  return {
    front() {
      const context = tabs.at(-1);
      if (context === undefined) throw new Error("firefox: the last tab is closed");
      return context;
    },
    opened: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
  };
}

const EMPTY = "about:blank";
/** Names a document once it has loaded; an empty text before. */
const LOADED =
  "document.readyState === 'complete' ? `${performance.timeOrigin} ${location.href}` : ''";
const POLL_MS = 50;
const CALM_POLLS = 3;
const MOST_POLLS = 2400; // two minutes: ends a navigation that hangs

/**
 * Waits until a tab that goes to another document has loaded it: Firefox says when it begins.
 * @param opens whether the tab is new, so that an empty document comes first
 */
export async function untilLoaded(bidi: Bidi, context: string, opens: boolean): Promise<void> {
  let [seen, calm] = ["", 0];
  for (let polls = 0; calm < CALM_POLLS; polls++) {
    if (polls === MOST_POLLS) throw new Error("firefox: a page does not load");
    await setTimeout(POLL_MS);
    const now = await evaluate<string>(bidi, context, LOADED).catch(() => ""); // between two documents
    const isThere = now !== "" && !(opens && now.endsWith(EMPTY));
    calm = isThere && now === seen ? calm + 1 : 0;
    seen = now;
  }
}

/** Goes back or forward. Does nothing beyond the last entry, as the buttons of the browser. */
export async function traverse(bidi: Bidi, context: string, delta: number): Promise<void> {
  try {
    await bidi.send("browsingContext.traverseHistory", { context, delta });
  } catch (error) {
    if (String(error).includes("no such history entry")) return;
    throw error;
  }
  await untilLoaded(bidi, context, false);
}
