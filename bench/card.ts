/** Compares what computes on a graphics card. */
import { type BenchmarkBrowser, describeDevice, openBrowser } from "./browser";
import { countAll, type Counts } from "./counts";
import { describeMachine, type Machine } from "./machine";
import type { ComparedId } from "./names";
import { type SizeResult, timeSize } from "./rounds";
import { CARD_SIZES, type Size } from "./work";

/** The base of the ratios first. One thread of the processor tells from which size on a card pays. */
export const ON_CARD: readonly ComparedId[] = [
  "fusedWebgpu",
  "fusedWebgl",
  "fusedWasm",
  "jaxWebgpu",
  "stockWebgl",
  "pytorchCuda",
];

export interface CardResults {
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
  readonly launches: readonly { readonly size: Size; readonly counts: Counts["launches"] }[];
}

interface CardOptions {
  readonly rounds: number;
  /** For a run that only shows whether everything starts, at the first size. */
  readonly allowsSoftware: boolean;
}

/** @throws if the browser finds no graphics card */
export async function compareOnCard({ rounds, allowsSoftware }: CardOptions): Promise<CardResults> {
  const browser = await openBrowser(allowsSoftware ? "software" : "hardware");
  try {
    const machine = await describeCard(browser, allowsSoftware);
    const sizes: SizeResult[] = [];
    const launches: CardResults["launches"][number][] = [];
    for (const size of allowsSoftware ? CARD_SIZES.slice(0, 1) : CARD_SIZES) {
      console.log(`timing H = ${size.hidden}, batch ${size.batch} ...`);
      sizes.push(await timeSize(browser, size, ON_CARD, rounds));
      const counts = await countAll(browser, size, ON_CARD, ON_CARD);
      launches.push({ size, counts: counts.launches });
    }
    return { machine, sizes, launches };
  } finally {
    await browser.close();
  }
}

async function describeCard(browser: BenchmarkBrowser, allowsSoftware: boolean): Promise<Machine> {
  const page = await browser.openPage();
  const device = await describeDevice(page);
  await page.close();
  if (device.isSoftwareGpu && !allowsSoftware)
    throw new Error(`bench: expected a graphics card, the browser has ${device.gpu}`);
  const machine = await describeMachine(browser.version, device);
  for (const line of Object.values(machine)) console.log(line);
  return machine;
}
