/** All results of a run of the benchmark, as `--json` writes them. */
import type { Counts } from "./counts";
import type { Machine } from "./machine";
import type { SizeProfile } from "./profiles";
import type { SizeResult } from "./rounds";
import type { Student } from "./student";

export interface Results extends Counts {
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
  /** Empty where the browser does not have our fastest system. */
  readonly profiles: readonly SizeProfile[];
  /** What a student waits for in the built page; null in a quick run, and where a measurement fails. */
  readonly student: Student | null;
}
