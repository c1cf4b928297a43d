/** Which settings need a fresh model. */
import { ALONE_FIELDS, type AloneConfig } from "./aloneConfig";

const LIVE: readonly string[] = ["dropout", "learningRate", "clipNorm", "updates"];

/** Whether a model of the first settings is one of the second, too. */
export function keepsModel(from: AloneConfig, to: AloneConfig): boolean {
  const names = Object.keys(ALONE_FIELDS) as (keyof AloneConfig)[];
  return names.every((name) => LIVE.includes(name) || from[name] === to[name]);
}
