/** All that a run of the benchmark finds; what `--json` writes. */
import type { Counts } from "./counts";
import type { Machine } from "./machine";
import type { SizeProfile } from "./profiles";
import type { Ratios } from "./ratios";
import type { SizeResult } from "./rounds";
import type { Student } from "./student";

export interface Results extends Ratios, Counts {
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
  /** Where our update's time goes, where it is there. */
  readonly profiles: readonly SizeProfile[];
  /** What a student waits for; null in a quick run. */
  readonly student: Student | null;
}
