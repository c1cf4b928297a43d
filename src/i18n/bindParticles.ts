/** Keeps a Korean particle on the line of its noun where the noun ends in a bracket, a quote, a number or a special token. */
import type { PostProcessorModule } from "i18next";

const WORD_JOINER = "\u2060";

/** Browsers break a line there even with `word-break: keep-all`. A mark of the glossary such as <sos>…</sos> is no token. */
const LOOSE = /(?<=[)’”%]|<(?:sos|eos|pad|unk)>)(?=[가-힣])(?![^<]*<\/)/g;

export function bindParticles(text: string): string {
  return text.replace(LOOSE, WORD_JOINER);
}

export const BIND_PARTICLES = {
  type: "postProcessor",
  name: "bindParticles",
  process: bindParticles,
} as const satisfies PostProcessorModule;
