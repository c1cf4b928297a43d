/**
 * The base of every end-to-end test: the page's parts by their accessible names, and a guard that fails the test on
 * any error, on any violation of the content security policy and on any request to another origin than the
 * page's own.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { type Place, selectorOf } from "../src/places";

const button = (within: Locator, name: string) => within.getByRole("button", { name, exact: true });

/** The link with the lab as its mode, unless it names one. */
function inLab(search: string): string {
  const query = new URLSearchParams(search);
  if (!query.has("mode")) query.set("mode", "lab");
  return `?${query.toString()}`;
}

/** The page's parts by role and accessible name. */
export function createLab(page: Page) {
  const training = page.getByRole("region", { name: "Training" });
  const decoding = page.getByRole("region", { name: "Decoding", exact: true });
  const setup = page.getByRole("region", { name: "Set-up" });
  const grid = page.getByRole("grid", { name: "Attention weights" });
  const reading = (name: string) => training.getByLabel(name, { exact: true });
  return {
    page,
    /** Opens a link in the lab, unless it names another mode. */
    open: (search = "") => page.goto(`./${inLab(search)}`),
    /** Opens a tab of the lab's rail. */
    openTab: (name: "Model" | "Data" | "Training") =>
      setup.getByRole("tab", { name, exact: true }).click(),
    /** The button of a narrow page that opens and closes a panel under the stage. */
    panelButton: (name: "Learn" | "Inspect" | "Train" | "Set-up") =>
      page.getByRole("navigation").getByRole("button", { name, exact: true }),
    /** The tab of the centre, between network and results. */
    centreTab: (name: "Network" | "Results" | "Batch" | "Beam") =>
      page.getByRole("tab", { name, exact: true }),
    place: (name: Place) => page.locator(selectorOf(name)),

    training,
    train: button(training, "Train"),
    pause: button(training, "Pause"),
    oneUpdate: button(training, "One update"),
    reset: button(training, "Reset model"),
    undo: training.getByRole("button", { name: /^Undo/ }),
    redo: training.getByRole("button", { name: /^Redo/ }),
    update: reading("Update"),
    loss: reading("Loss"),
    exactMatch: reading("Exact match"),
    pairsPerSecond: reading("Pairs per second"),
    backend: reading("Backend"),
    truthProbability: reading("P(feed truth)"),
    timeline: training.getByRole("slider", { name: "Timeline" }),
    backToNow: button(training, "Back to now"),

    decoding,
    source: decoding.getByRole("textbox", { name: "Source" }),
    decode: button(decoding, "Decode"),
    output: decoding.getByLabel("Output", { exact: true }),
    first: button(decoding, "First token"),
    previous: button(decoding, "Previous token"),
    next: button(decoding, "Next token"),
    last: button(decoding, "Last token"),
    play: button(decoding, "Play"),
    anotherExample: button(decoding, "Another example"),
    speed: decoding.getByRole("slider", { name: "Speed" }),
    teacherForcing: decoding.getByRole("switch", { name: "Teacher forcing" }),

    stage: page.getByRole("figure", { name: "Unrolled encoder and decoder" }),
    grid,
    cells: grid.getByRole("gridcell"),

    setup,
    preset: setup.getByRole("combobox", { name: "Preset" }),
    task: setup.getByRole("combobox", { name: "Task" }),
    attention: setup.getByRole("combobox", { name: "Attention" }),
    timing: setup.getByRole("combobox", { name: "Timing" }),
    takeAway: page.getByRole("button", { name: "Take away" }),
    ownPairs: page.getByRole("button", { name: "Use your own pairs" }),

    language: page.getByRole("combobox", { name: "Language" }),
    theme: page.getByRole("button", { name: "Theme" }),
  };
}

export type Lab = ReturnType<typeof createLab>;

/** Collects everything that fails a test. */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin)
      faults.push(`request beyond the page: ${url.href}`);
  });
  return faults;
}

/** A visitor whose browser saves data, so that the page starts nothing by itself. */
function saveData(): void {
  Object.defineProperty(navigator, "connection", { value: { saveData: true } });
}

interface Fixtures {
  readonly lab: Lab;
  readonly expectedFaults: RegExp[];
  readonly measuresBackends: boolean;
}

export const test = base.extend<Fixtures>({
  /** Whether the page may time its backends in idle time, in a second worker. The result may replace the first worker. */
  measuresBackends: [false, { option: true }],

  context: async ({ context, measuresBackends }, provide) => {
    if (!measuresBackends) await context.addInitScript(saveData);
    await provide(context);
  },

  /** Faults that a test provokes on purpose: push patterns to it. */
  expectedFaults: [[], { option: true }],

  lab: async ({ page, baseURL, expectedFaults }, provide) => {
    const faults = watch(page, new URL(baseURL ?? "").origin);
    await provide(createLab(page));
    const surprises = faults.filter((fault) => !expectedFaults.some((known) => known.test(fault)));
    expect(surprises, "unexpected errors and requests").toEqual([]);
  },
});

/** What lies over the page: a menu, a panel or a dialog. */
const POPUP = "[role=menu], [role=dialog]";

/**
 * Fails where axe finds a serious or critical violation, and names the rule and the element.
 *
 * @param within the part of the page that changed since axe saw the whole of it, here or in another test
 */
export async function expectAccessible(
  page: Page,
  within: Place | "popup" | null = null,
): Promise<void> {
  const isLoaded = await page.evaluate(() => "axe" in window);
  // In one call and with the violations only: the page has no frames, and the passes would be thousands of elements.
  const axe = new AxeBuilder(isLoaded ? { page, axeSource: ";" } : { page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] });
  if (within !== null) axe.include(within === "popup" ? POPUP : selectorOf(within));
  axe.exclude("[data-base-ui-focus-guard]"); // an element around a menu or a panel that only passes the focus on
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(serious, "serious findings of axe").toEqual([]);
}

export { expect };
