/** The classes that a classifier gives to written names. */
import { ranked } from "../../engine/alone/belief";
import { identityOfNames } from "../../engine/alone/names";
import type { Writing } from "../../engine/alone/written";
import { readName } from "../../engine/fused/alone/read";
import type { JudgedWriting } from "../aloneProtocol";
import type { AloneRun } from "./aloneRun";

/** @param judge the newest classifier; one of other names, or an untrained one, judges nothing */
export async function judgedNames(
  judge: AloneRun | undefined,
  writer: AloneRun,
  written: readonly Writing[],
): Promise<readonly JudgedWriting[]> {
  if (!judge || judge.trainer.steps === 0 || !haveSameNames(judge, writer))
    return written.map((writing) => ({ writing, judged: null }));
  const all: JudgedWriting[] = [];
  for (const writing of written) {
    if (writing.name === "") all.push({ writing, judged: null });
    else {
      const { beliefs } = await readName(judge.trainer, writing.name);
      all.push({ writing, judged: ranked(beliefs.at(-1) ?? [])[0] ?? null });
    }
  }
  return all;
}

function haveSameNames(a: AloneRun, b: AloneRun): boolean {
  return identityOfNames(a.trainer.task) === identityOfNames(b.trainer.task);
}
