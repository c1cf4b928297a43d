/** The page without a network, on a host without headers, and with a new version. */
import type { Page } from "@playwright/test";
import { TASK_FACTS } from "../src/engine/tasks/facts";
import { chooseTask } from "./chooseTask";
import { expect, expectAccessible, type Lab, test as base } from "./fixtures";
import { type PlainServer, servePlainly } from "./plainServer";

const test = base.extend<object, { readonly server: PlainServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures this one needs
    async ({}, provide) => {
      const server = await servePlainly("dist");
      await provide(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, provide) => provide(server.address),
});

test.use({
  serviceWorkers: "allow",
  measuresBackends: true, // a browser that saves data keeps nothing by itself
});

test.beforeEach(({ server }) => server.added.clear());

/** Waits until the device keeps every file. */
async function saved(lab: Lab): Promise<void> {
  await lab.openTab("Training");
  await expect(lab.page.getByText("It also opens without a network.")).toBeVisible();
}

const offer = (page: Page, text: string) => page.getByText(text);

test("without a network the page opens, decodes every task, trains, exports, reads own pairs and teaches", async ({
  lab,
  page,
  context,
}) => {
  await lab.open();
  await saved(lab);
  await context.setOffline(true);
  await lab.open();
  await lab.openTab("Data");
  for (const task of Object.keys(TASK_FACTS)) {
    await chooseTask(lab, task);
    await expect(lab.cells.first()).toBeVisible();
    await expect(lab.update).not.toHaveText("0"); // the shipped model, not random weights
  }
  await lab.open("?hidden=16&embedding=8&batch=16&steps=50&target=1");
  await lab.train.click();
  await expect(lab.update).toHaveText("50");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Take away" }).click();
  await page.getByRole("button", { name: "Figure as SVG" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.svg$/);
  await page.keyboard.press("Escape");
  await lab.openTab("Data");
  await lab.ownPairs.click();
  const pairs = page.getByRole("dialog", { name: "Use your own pairs" });
  await pairs.getByRole("button", { name: "Korean to English" }).click();
  await expect(pairs).toContainText(/pairs from 3,000 rows can be used/);
  await pairs.getByRole("button", { name: "Use these pairs" }).click();
  await expect(pairs).toBeHidden();
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await page.goto("./?lesson=readTheMap");
  await expect(page.getByRole("heading", { name: "Read the map" })).toBeVisible();
});

test("on a host without headers, threads train after the reload that the page offers once", async ({
  lab,
  page,
}) => {
  const processors = await page.evaluate(() => navigator.hardwareConcurrency);
  test.skip(processors < 2, "threads need at least two processors");
  await lab.open("?hidden=16&embedding=8&batch=16&steps=50&target=1");
  const threads = offer(page, "This device can train on several processor cores.");
  await expect(threads).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect.poll(() => page.evaluate(() => crossOriginIsolated)).toBe(true);
  await lab.open("?hidden=16&embedding=8&batch=16&steps=50&target=1&backend=threads");
  await expect(lab.backend).toHaveText(/WebAssembly, \d threads: set by the link$/);
  await lab.train.click();
  await expect(lab.update).toHaveText("50");
  await expect(threads).toBeHidden();
});

test("a new version is offered, waits for other tabs, and never ends a run by itself", async ({
  lab,
  page,
  context,
  server,
}) => {
  await lab.open("?hidden=16&embedding=8&batch=16&target=1&steps=20000");
  await saved(lab);
  // At this speed the run reaches neither its target nor its last update before the new version is there.
  await lab.training.getByLabel("Speed of training").selectOption("2 per second");
  server.added.set("/serviceWorker.js", "\n// a later version");
  const other = await context.newPage();
  await other.goto(server.address);
  const news = offer(page, "A new version of Seq2Seq Lab is ready.");
  await lab.train.click();
  await expect(news).toBeVisible();
  await expect(lab.pause).toBeVisible(); // training goes on
  const take = page.getByRole("button", { name: "Use the new version" });
  await take.click();
  await expect(offer(page, "another tab still uses the old one")).toBeVisible();
  await other.close();
  await lab.pause.click();
  // For a moment the browser counts a closed tab as open, so the page may have to ask again.
  await expect(async () => {
    if (await take.isVisible()) await take.click({ timeout: 5000 });
    await expect(lab.training).toContainText("Saved run: update", { timeout: 5000 });
  }).toPass();
  await expect(news).toBeHidden();
});
