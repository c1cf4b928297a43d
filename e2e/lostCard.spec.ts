/**
 * A graphics card that is lost while the page uses it: the browser's GPU process is killed, as a driver or an overloaded
 * card does it. Each test has a browser of its own.
 */
import { EventEmitter, once } from "node:events";
import { type Browser, chromium, type Page, test } from "@playwright/test";
import { createLab, expect as anyExpect } from "./fixtures";
import { expectSameUpdate, firstUpdate } from "./firstUpdate";
import { bundle } from "./harness/bundle";
import type { fused } from "./harness/fused";
import { keptStep, stepNumber } from "./savedRun";

interface Harness {
  readonly fused: typeof fused;
}

/** Without a GPU, the processor compiles and runs about a hundred shaders, which can take minutes. */
const expect = anyExpect.configure({ timeout: 600_000 });

/** Updates before the loss. A software GPU that has computed much takes half a minute to lose a context. */
const TRAINED = 10;

/** Opens a page in a browser of its own, which the work may break. */
async function inOwnBrowser(work: (page: Page, browser: Browser) => Promise<void>): Promise<void> {
  const { use } = test.info().project;
  const browser = await chromium.launch(use.launchOptions);
  try {
    const { baseURL = "" } = use;
    await work(await browser.newPage({ baseURL, locale: "en-US" }), browser);
  } finally {
    await browser.close();
  }
}

/** The browser starts another GPU process for contexts that are made later. */
async function killGpuProcess(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send("Browser.crashGpuProcess");
}

test("@webgl a loss in the middle of a task is told by every operation that fails", async () => {
  await inOwnBrowser(async (page, browser) => {
    await page.addScriptTag({ content: await bundle("fused") });
    await page.evaluate(() => (globalThis as unknown as Harness).fused.start());
    const signals = new EventEmitter();
    const begun = once(signals, "begun");
    await page.exposeFunction("begun", () => signals.emit("begun"));
    const running = page.evaluate(() =>
      (globalThis as unknown as Harness).fused.useUntilLost("begun"),
    );
    await begun;
    await killGpuProcess(browser);
    const { isReported, errors } = await running;
    expect(isReported).toBe(false); // else this test proves nothing
    expect(Object.keys(errors)).toEqual(["texture", "program", "read"]);
    for (const error of Object.values(errors)) expect(error).toContain("DeviceLostError");
  });
});

test("@webgl WebGL trains as WebAssembly does; a loss during training shows nothing wrong, and the run goes on without the card", async () => {
  test.setTimeout(1_800_000);
  await inOwnBrowser(async (page, browser) => {
    const lab = createLab(page);
    await lab.open(
      "?backend=webgl&hidden=16&embedding=8&batch=32&rate=0.0005&target=1&steps=20000",
    );
    await expect(lab.backend).toContainText("WebGL");
    const webgl = await firstUpdate(lab);
    await lab.train.click();
    await expect.poll(() => keptStep(page)).toBeGreaterThan(TRAINED);
    await killGpuProcess(browser);
    const restart = page.getByRole("button", { name: "Restart the engine" });
    await expect(page.getByText("The graphics card stopped answering")).toBeVisible();
    expect(Number(await lab.loss.innerText())).toBeGreaterThan(1); // lost memory reads as 0
    await restart.click();
    await expect(lab.backend).toContainText("WebAssembly");
    await expect(lab.training).toContainText("Saved run: update");
    const resumed = await stepNumber(lab.update);
    expect(resumed).toBeGreaterThan(TRAINED);
    await lab.train.click();
    await expect.poll(() => stepNumber(lab.update)).toBeGreaterThan(resumed);
    expect(Number(await lab.loss.innerText())).toBeGreaterThan(1);
    await lab.pause.click();
    await lab.reset.click();
    expectSameUpdate(webgl, await firstUpdate(lab));
  });
});
