/** Compares the times that "Computation" reports with the times that training then reaches. */
import type { Browser, Locator, Page } from "@playwright/test";
import { BACKENDS, type BackendName } from "../../src/state/slices/backends";
import { ENDLESS } from "./endless";

const SETTLE = 3000; // ms of training before the first sample
const SAMPLES = 10;
const SAMPLE_EVERY = 500; // ms
const SLOWEST = 200; // ms an update; training on a slower backend would take minutes to settle

export interface UpdateTime {
  readonly backend: BackendName;
  /** Milliseconds of an update, as the page reports it. */
  readonly reported: number;
  /** Milliseconds of an update in training, from the pairs a second on the page. */
  readonly reached: readonly number[];
}

/** @param address the page, with a question mark and perhaps settings */
export async function measureUpdateTimes(
  browser: Browser,
  address: string,
  batch: number,
): Promise<UpdateTime[]> {
  const reported = await readReportedTimes(browser, address);
  const times: UpdateTime[] = [];
  for (const { backend, milliseconds } of reported) {
    if (milliseconds > SLOWEST) continue;
    const speeds = await readSpeeds(browser, `${address}&backend=${backend}&${ENDLESS}`);
    const reached = speeds.map((pairs) => (1000 * batch) / pairs);
    times.push({ backend, reported: milliseconds, reached });
  }
  return times;
}

interface ReportedTime {
  readonly backend: BackendName;
  readonly milliseconds: number;
}

async function readReportedTimes(browser: Browser, address: string): Promise<ReportedTime[]> {
  const page = await openLab(browser, address);
  const setup = page.getByRole("region", { name: "Set-up" });
  await setup.getByRole("tab", { name: "Training", exact: true }).click();
  await setup.getByText("Computation", { exact: true }).click();
  const options = setup.getByRole("group", { name: "Compute with" });
  await options.getByRole("radio").first().waitFor(); // without any, nothing waits to be measured
  await options
    .getByText(/not measured yet/)
    .first()
    .waitFor({ state: "hidden", timeout: 0 });
  const reported: ReportedTime[] = [];
  for (const [i, backend] of BACKENDS.entries()) {
    const milliseconds = await readTime(options.getByRole("radio").nth(i + 1)); // after "Automatic"
    if (milliseconds !== null) reported.push({ backend, milliseconds });
  }
  await page.context().close();
  return reported;
}

async function readTime(option: Locator): Promise<number | null> {
  const text = await option.evaluate(
    (input) =>
      input.ownerDocument.getElementById(input.getAttribute("aria-describedby") ?? "")
        ?.textContent ?? "",
  );
  const [, digits] = /^([\d.,]+)\sms/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(",", ""));
}

async function readSpeeds(browser: Browser, address: string): Promise<number[]> {
  const page = await openLab(browser, address);
  const training = page.getByRole("region", { name: "Training" });
  await training.getByLabel("Backend").getByText(/\w/).waitFor();
  await training.getByRole("button", { name: "Train", exact: true }).click();
  await training.getByLabel("Pairs per second", { exact: true }).getByText(/\d/).waitFor();
  await page.waitForTimeout(SETTLE);
  const speeds: number[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    await page.waitForTimeout(SAMPLE_EVERY);
    const text = await training.getByLabel("Pairs per second", { exact: true }).innerText();
    speeds.push(Number(text.replaceAll(/\D/g, "")));
  }
  await page.context().close();
  return speeds;
}

async function openLab(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${address}&mode=lab`);
  return page;
}
