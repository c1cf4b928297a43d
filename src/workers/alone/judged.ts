/** The classes that a classifier gives to written names. */
import { ranked } from "../../engine/alone/belief";
import type { Writing } from "../../engine/alone/written";
import { readName } from "../../engine/fused/alone/read";
import type { JudgedWriting } from "../aloneProtocol";
import type { AloneRun } from "./aloneRun";

/** @param judge the newest classifier; one of other names, or an untrained one, judges nothing */
export async function judgedNames(
  judge: AloneRun | undefined,
  { config }: AloneRun,
  written: readonly Writing[],
): Promise<readonly JudgedWriting[]> {
  const { names, accents } = judge?.config ?? {};
  const isFit = names === config.names && accents === config.accents;
  if (!judge || !isFit || judge.trainer.steps === 0)
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
