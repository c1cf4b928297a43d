/** The models that are trained before the page is published, so that it shows a trained one at once. */
import { type Config, DEFAULT_CONFIG, FIELD_NAMES, FIELDS } from "./config";
import type { Evaluation } from "./history";

/** The set-ups that `npm run bake` trains: each task with additive attention and without any. */
export const BAKED_CONFIGS: readonly Config[] = (["reverse", "dates"] as const).flatMap((task) =>
  (["additive", "none"] as const).map((attention) => ({ ...DEFAULT_CONFIG, task, attention })),
);

/** One line of `public/data/manifest.json`. */
export interface BakedEntry {
  readonly name: string;
  readonly config: Config;
  readonly steps: number;
  readonly files: { readonly weights: BakedFile; readonly trace: BakedFile };
  readonly losses: readonly number[]; // of every step, in nats
  readonly evaluations: readonly Evaluation[];
}

export interface BakedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The fields that a baked model must share with a set-up: all that would need a fresh one. */
function structure(config: Config): string {
  const timing = config.attention === "none" ? null : config.timing; // without attention it means nothing
  return FIELD_NAMES.filter((name) => FIELDS[name].effect === "fresh")
    .map((name) => (name === "timing" ? timing : config[name]))
    .join(" ");
}

/** The name of the baked model that fits the set-up, or null where none was baked. */
export function bakedName(config: Config): string | null {
  const baked = BAKED_CONFIGS.find((candidate) => structure(candidate) === structure(config));
  return baked ? `${baked.task}-${baked.attention}` : null;
}

/** The example that a baked trace shows: the first held-out one. */
export const BAKED_EXAMPLE = { kind: "heldOut", index: 0 } as const;
