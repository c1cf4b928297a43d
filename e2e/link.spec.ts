/** The link, the language, the theme and the page width. */
import { OPTIONAL_PLACES, type Place, PLACES } from "../src/places";
import { expect, expectAccessible, test } from "./fixtures";

test("a link stores and restores settings, source and selection", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.openTab("Data");
  await lab.task.selectOption("dates");
  await lab.source.fill("20 Nov 2026");
  await lab.source.press("Enter");
  await expect(lab.output).toContainText("2026-11-20");
  await lab.first.click();
  await lab.next.click();
  await expect(lab.page).toHaveURL(/task=dates/);
  await expect(lab.page).toHaveURL(/source=20\+Nov\+2026/);
  await expect(lab.page).toHaveURL(/step=2/);
  await lab.page.reload();
  await expect(lab.source).toHaveValue("20 Nov 2026");
  await expect(lab.task).toHaveValue("dates");
  // The whole answer stands on the page, with the pair of the link selected in it.
  await expect(lab.output).toHaveText("2026-11-20");
  await expect(lab.grid.getByRole("gridcell", { selected: true })).toHaveAccessibleName(/^step 2,/);
});

test("the link sets the view of a step, and the view sets the link", async ({ lab }) => {
  await lab.open("?op=cell&numbers=state.2.1&open=cells");
  const inspector = lab.place("inspector");
  await expect(inspector.getByRole("heading", { name: "Decoder state s₂" })).toBeVisible();
  await inspector.getByRole("button", { name: "Scores of this step" }).click();
  await inspector.getByRole("tab", { name: "Equation" }).click();
  await expect(lab.page).toHaveURL(/\?mode=lab&op=cell&open=cells&lang=en$/);
  await expect(lab.place("operations").getByRole("tab", { selected: true })).toContainText("GRU");
  await expect(lab.page.getByLabel("Hidden size", { exact: true })).toBeVisible();
  await lab.place("operations").getByRole("tab", { name: "score" }).click();
  await expect(lab.page).toHaveURL(/\?mode=lab&open=cells&lang=en$/);
});

test("a link gives the receiver the sender's language and operation, and no theme", async ({
  lab,
  browser,
}) => {
  await lab.open("?timing=luong");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.theme.click();
  await lab.place("operations").getByRole("tab", { name: "combine" }).click();
  await expect(lab.page).toHaveURL(/op=combine/);
  await expect(lab.page).toHaveURL(/lang=en/);
  await expect(lab.page).not.toHaveURL(/theme/);
  const receiver = await browser.newPage({ locale: "ko-KR", colorScheme: "light" });
  await receiver.goto(lab.page.url());
  await expect(receiver.locator("html")).toHaveAttribute("lang", "en");
  await expect(receiver.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(receiver.getByRole("tab", { name: "combine", selected: true })).toBeVisible();
  await receiver.close();
});

test("a copied link never carries the theme, neither the link's own nor the chosen one", async ({
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const html = lab.page.locator("html");
  const copied = async (): Promise<URLSearchParams> => {
    await lab.page.evaluate(() => navigator.clipboard.writeText(""));
    await lab.takeAway.click();
    await lab.page.getByRole("button", { name: "Copy link" }).click();
    await lab.page.getByRole("button", { name: "Close", exact: true }).click();
    await expect
      .poll(() => lab.page.evaluate(() => navigator.clipboard.readText()))
      .toContain("lang=en");
    return new URL(await lab.page.evaluate(() => navigator.clipboard.readText())).searchParams;
  };
  // Languages differ in the first date that they show, so a link names it.
  const link = { task: "dates", mode: "lab", example: "1", lang: "en" };
  await lab.open("?task=dates&theme=dark");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(lab.takeAway).toBeVisible();
  expect(Object.fromEntries(await copied())).toEqual(link);
  await lab.theme.click();
  await expect(html).toHaveAttribute("data-theme", "light");
  await lab.theme.click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  expect(Object.fromEntries(await copied())).toEqual(link);
});

test("a link to a trained model says how the receiver gets its weights", async ({
  lab,
  browser,
}) => {
  await lab.open("?hidden=16&batch=8&steps=50&seed=5");
  await expect(lab.update).toHaveText("0");
  await lab.train.click();
  await expect(lab.page).toHaveURL(/trained=50/);
  const loss = await lab.loss.innerText();
  const receiver = await browser.newPage();
  await receiver.goto(lab.page.url());
  const notice = receiver.getByText(/trained this model for 50 updates.*Press Train: this seed/);
  await expect(notice).toBeVisible();
  await receiver.getByRole("button", { name: "First token" }).click();
  await expect(receiver).toHaveURL(/step=1/);
  await receiver.reload(); // the page has written its link, which still names the updates
  await expect(notice).toBeVisible();
  const training = receiver.getByRole("region", { name: "Training" });
  await training.getByRole("button", { name: "Train", exact: true }).click();
  await expect(training.getByLabel("Loss", { exact: true })).toHaveText(loss);
  await expect(notice).toBeHidden();
  await receiver.goto("about:blank");
  await receiver.goto(lab.page.url().replace("seed=5", "seed=6"));
  await receiver.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toBeHidden();
  await receiver.close();
});

test("a link to somebody's own pairs refuses no source", async ({ lab }) => {
  await lab.open("?task=pairs&source=I+love+you&trained=450");
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(
    lab.page.getByText(/This link was made with somebody’s own sentence pairs/),
  ).toBeVisible();
  await expect(lab.source).not.toHaveValue("I love you");
  await expect(lab.source).toHaveAttribute("aria-invalid", "false");
  await expect(lab.page.getByText(/450 updates/)).toBeHidden();
});

test("an opened page has every place and leaves its link empty", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  for (const place of Object.keys(PLACES) as Place[])
    await expect(lab.place(place)).toHaveCount(OPTIONAL_PLACES.includes(place) ? 0 : 1);
  expect(new URL(lab.page.url()).search).toBe("?mode=lab");
  await lab.page.keyboard.press("Tab");
  await lab.page.keyboard.press("Enter");
  await expect(lab.place("stage")).toBeFocused();
  await lab.page.goto("./");
  await expect(lab.place("lesson")).toHaveCount(1);
  await expect(lab.backend).toContainText("WebAssembly");
  expect(new URL(lab.page.url()).search).toBe("");
});

test("the page ignores invalid values in a link and lists them", async ({ lab }) => {
  await lab.open("?task=poetry&hidden=1e9&rate=NaN&seed=0&step=-4&column=x&lang=tlh&__proto__=1");
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(lab.page.getByLabel("Hidden size", { exact: true })).toHaveValue("512"); // the maximum
  await lab.openTab("Data");
  await expect(lab.task).toHaveValue("reverse");
  const notice = lab.page.getByText("The page cannot use every value in this link");
  await expect(notice).toBeVisible();
  await expect(lab.page.getByText("task=poetry")).toContainText("hidden=1e9");
  await expectAccessible(lab.page);
  await lab.page.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toBeHidden();
});

test("the page is available in Korean and in the dark, which survives a new opening", async ({
  lab,
}) => {
  const html = lab.page.locator("html");
  await lab.open();
  await lab.language.selectOption("ko");
  await expect(html).toHaveAttribute("lang", "ko");
  await expect(lab.page.getByRole("region", { name: "학습" })).toBeVisible();
  await expect(lab.page).toHaveURL(/lang=ko/);
  await lab.page.getByRole("button", { name: "테마" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expectAccessible(lab.page);
  await lab.page.goto("./");
  await expect(html).toHaveAttribute("data-theme", "dark");
});

test("no content is wider than the page at 390 and at 320 px", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 390, height: 800 });
  await lab.open("?task=dates");
  await expect(lab.grid).toBeVisible();
  await expect(lab.page.getByText(/^The model is ready/)).toBeAttached();
  for (const width of [390, 320]) {
    await lab.page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() =>
        lab.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      )
      .toBeLessThanOrEqual(0);
  }
  await expectAccessible(lab.page);
});
