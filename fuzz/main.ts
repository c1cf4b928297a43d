/**
 * `npm run fuzz [-- --minutes 30 | --episodes n] [--seed n] [--acts n] [--engine firefox] [--built] [--replay FILE]`:
 * plays episodes with the built page and prints what breaks, shortened. Fails if anything does. See `README.md`.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build, preview } from "vite";
import { browserEngine } from "./browsers";
import { startChromium } from "./chromium";
import type { Engine } from "./driver";
import type { Ground, Outcome, Story } from "./episode";
import { playSeed, replay, shorten } from "./monkey";
import { bundlePage } from "./probe";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    episodes: { type: "string" },
    seed: { type: "string", default: "1" },
    acts: { type: "string", default: "40" },
    engine: { type: "string", default: "chromium" },
    port: { type: "string", default: "0" },
    built: { type: "boolean", default: false },
    whole: { type: "boolean", default: false },
    replay: { type: "string" },
  },
});

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  chromium: startChromium,
  firefox: () => browserEngine("Firefox"),
  webkit: () => browserEngine("WebKit"),
};

function print(title: string, { story, findings }: Outcome): void {
  console.log(`${title}\n  ${findings.join("\n  ")}\n${JSON.stringify(story)}\n`);
}

async function report(ground: Ground, name: string, outcome: Outcome): Promise<void> {
  const fails = outcome.findings.length > 0;
  print(`${name} ${fails ? "fails" : "passes"}`, outcome);
  if (fails && !values.whole) print(`${name}, shortened`, await shorten(ground, outcome));
}

/** Whether another episode begins: their number decides, or else the time. */
function goesOn(played: number, end: number): boolean {
  return values.episodes === undefined ? performance.now() < end : played < Number(values.episodes);
}

/** Plays episodes one after the other; the number of those that failed. */
async function playMany(ground: Ground): Promise<number> {
  const end = performance.now() + Number(values.minutes) * 60_000;
  let [failed, acts, played] = [0, 0, 0];
  for (; goesOn(played, end); played++) {
    const seed = Number(values.seed) + played;
    const start = performance.now();
    const outcome = await playSeed(ground, seed, Number(values.acts));
    const { length } = outcome.story.acts;
    acts += length;
    console.log(
      `seed ${seed}: ${length} acts, ${Math.round((performance.now() - start) / 1000)} s`,
    );
    if (outcome.findings.length === 0) continue;
    failed++;
    await report(ground, `seed ${seed}`, outcome);
  }
  console.log(`${played} episodes from seed ${values.seed}, ${acts} acts, ${failed} failed`);
  return failed;
}

async function replayFile(ground: Ground, file: string): Promise<number> {
  const outcome = await replay(ground, JSON.parse(readFileSync(file, "utf8")) as Story);
  await report(ground, file, outcome);
  return outcome.findings.length;
}

async function fuzz(): Promise<number> {
  const startEngine = ENGINES[values.engine];
  if (!startEngine) throw new Error(`fuzz: expected one of ${Object.keys(ENGINES).join(", ")}`);
  if (!values.built) await build({ logLevel: "warn" });
  const server = await preview({
    preview: { host: "127.0.0.1", port: Number(values.port) },
    logLevel: "warn",
  });
  const engine = await startEngine();
  try {
    const address = server.resolvedUrls?.local[0] ?? "";
    const ground: Ground = { engine, address, script: await bundlePage() };
    console.log(`${engine.name}, ${address}`);
    return await (values.replay === undefined
      ? playMany(ground)
      : replayFile(ground, values.replay));
  } finally {
    await engine.close();
    await server.close();
  }
}

process.exitCode = (await fuzz()) === 0 ? 0 : 1;
