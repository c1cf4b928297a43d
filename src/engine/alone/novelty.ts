/** Whether names that a generator wrote are in the lists that it learned from. */
import { folded } from "./letters";
import type { Named, NameTask } from "./names";
import type { Novelty } from "./written";

function keysOf(names: readonly Named[]): ReadonlySet<string> {
  return new Set(names.map(({ name, label }) => `${label} ${folded(name)}`));
}

/** The rule for the names of a task. */
export function noveltyIn({ train, heldOut }: NameTask): (name: string, label: number) => Novelty {
  const [trained, held] = [keysOf(train), keysOf(heldOut)];
  const all = new Set([...train, ...heldOut].map(({ name }) => folded(name)));
  return (name, label) => {
    const key = `${label} ${folded(name)}`;
    if (trained.has(key)) return "trained";
    if (held.has(key)) return "heldOut";
    return all.has(folded(name)) ? "otherClass" : "new";
  };
}
