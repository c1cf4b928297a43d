/**
 * The acts of the page as its parts call them. Their code loads after the first picture; a call before that waits for it.
 * The store logs each act with its actor.
 */
import { type Actor, withAct } from "../slices/actLog";
import { useApp } from "../store";
import type { ACTS } from "./actTable";

type Acts = typeof ACTS;
type Name = keyof Acts;
type AnyAct = (...args: readonly unknown[]) => unknown;

let table: Readonly<Record<string, unknown>> | null = null;

/** Calls before the acts are there, in order. */
const waiting: (() => void)[] = [];

/** Loads the acts, and runs the calls that wait for them. A failed load rejects, and the next call repeats it. */
export async function loadActs(): Promise<void> {
  const { ACTS } = await import("./actTable");
  table = ACTS;
  for (const call of waiting.splice(0)) call();
}

/** A button passes its event to the listener; the event is no argument of the act. */
function isBrowserEvent(arg: unknown): boolean {
  return typeof arg === "object" && arg !== null && "nativeEvent" in arg;
}

/** A pointer that passes over the page lights parts of it; it does nothing that a log needs. */
const UNLOGGED: readonly string[] = ["light", "lightOperands"] satisfies Name[];

const LONGEST_TEXT = 200; // characters

/** The form of an argument in the log: name and size of a file, the beginning of a long text. */
function toLogged(arg: unknown): unknown {
  if (arg instanceof Blob) return { file: arg instanceof File ? arg.name : "", bytes: arg.size };
  if (Array.isArray(arg)) return arg.map(toLogged);
  if (isGivenPairs(arg)) return toLogged(arg.files ?? arg.text);
  return typeof arg === "string" ? arg.slice(0, LONGEST_TEXT) : arg;
}

/** Files or text of the student's own; see `CorpusInput`. */
function isGivenPairs(arg: unknown): arg is { readonly files?: unknown; readonly text?: unknown } {
  if (typeof arg !== "object" || arg === null) return false;
  return "files" in arg || ("text" in arg && !("kind" in arg)); // a typed source has a kind
}

function log(by: Actor, name: string, args: readonly unknown[]): void {
  const logged = args.filter((arg) => !isBrowserEvent(arg)).map(toLogged);
  useApp.setState(({ acts }) => ({ acts: withAct(acts, { name, args: logged, by }) }));
}

/** The source box shows the draft, so it would take back what is typed into it before the acts are there. */
const draftAtOnce = (draft: string | null): void => useApp.setState({ draft });

/** Runs an act of the table; without the table the call waits. */
function run(by: Actor, name: string, args: readonly unknown[]): unknown {
  if (!table) {
    if (name === "draftSource") draftAtOnce(args[0] as string | null);
    const result = new Promise((resolve) => {
      waiting.push(() => resolve(run(by, name, args)));
    });
    void loadActs().catch(() => undefined); // a part that loads late has the sentence for a lost connection
    return result;
  }
  if (!UNLOGGED.includes(name)) log(by, name, args);
  return (table[name] as AnyAct)(...args);
}

/** The acts of one actor. Each call writes the act into the log, then runs it; only lighting leaves no entry. */
function actsBy(by: Actor): Acts {
  const made = new Map<string, AnyAct>(); // the same function each time, so that a component's props stay the same
  const actOf = (name: string): AnyAct => {
    const known = made.get(name);
    if (known) return known;
    const act: AnyAct = (...args) => run(by, name, args);
    made.set(name, act);
    return act;
  };
  return new Proxy({} as Acts, { get: (_acts, name) => actOf(String(name)) });
}

export const student: Acts = actsBy("student");
export const lesson: Acts = actsBy("lesson");
export const page: Acts = actsBy("page");
