/** The shipped models, before any training. */
import { expect, test } from "./fixtures";
import { readRows } from "./attentionMap";
import { chooseTask } from "./chooseTask";

test("the page shows the map of a trained model without a worker", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_FAILED/);
  await lab.page.route("**/worker/**", (route) => route.abort());
  await lab.page.route("**/*.worker*", (route) => route.abort());
  await lab.open();
  await expect(lab.grid).toBeVisible();
  const map = await readRows(lab.grid);
  expect(map.length).toBeGreaterThan(3);
  // Rounded to two digits, a row of n cells sums to 1 within n half-units.
  for (const row of map) {
    const sum = row.reduce((total, cell) => total + cell.weight, 0);
    expect(Math.abs(sum - 1)).toBeLessThanOrEqual(0.005 * row.length + 1e-9);
  }
  await expect(lab.decoding).toContainText(/tokens right/);
  // The player works by keyboard, too.
  await lab.first.click();
  await lab.next.press("Enter");
  await expect(lab.output).toHaveText(
    map
      .slice(0, 2)
      .map((row) => row[0]?.output)
      .join(""),
  );
});

test("a Korean page opens Dates with a Korean date, without a worker", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_FAILED/);
  await lab.page.route("**/worker/**", (route) => route.abort());
  await lab.open("?task=dates&lang=ko");
  const stage = lab.page.getByRole("region", { name: "디코딩", exact: true });
  await expect(stage.getByRole("grid")).toBeVisible();
  await expect(stage.getByRole("textbox", { name: "원문" })).toHaveValue("1993년 3월 28일");
  await expect(stage.getByLabel("출력", { exact: true })).toHaveText("1993-03-28");
});

test("parts of the page that failed to load can be loaded again, with their style sheets", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_FAILED|dynamically imported|could not be loaded|preload CSS/);
  let fails = true;
  await lab.page.route(/\/assets\/(Timeline|TakeAwayDialog|PairsDialog)-/, (route) =>
    fails ? route.abort() : route.continue(),
  );
  const missing = lab.page.getByText("This part of the page could not be loaded.");
  const again = lab.page.getByRole("button", { name: "Load it again" });
  await lab.open();
  await expect(missing).toBeVisible();
  fails = false;
  await again.click();
  await expect(lab.train).toBeVisible();

  fails = true;
  await lab.takeAway.click();
  await expect(missing).toBeVisible();
  fails = false;
  await again.click();
  await expect(lab.page.getByRole("dialog", { name: "Take away" })).toHaveCSS("position", "fixed");
});

test("shipped models of another task, of presets and without attention open trained", async ({
  lab,
}) => {
  await lab.open("?task=dates");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.source.fill("2026년 11월 20일");
  await lab.source.press("Enter");
  await expect(lab.output).toContainText("2026-11-20");
  await test.step("a preset opens with its own shipped model, also where only its training differs", async () => {
    await lab.preset.selectOption({ label: "Luong, dot" });
    await expect(lab.exactMatch).toContainText("100");
    await lab.source.fill("2027년 11월 20일");
    await lab.source.press("Enter");
    await expect(lab.output).toContainText("2027-11-20");
    await lab.preset.selectOption({ label: "Default" });
    await expect(lab.timing).toHaveValue("bahdanau");
    await lab.preset.selectOption({ label: "Bahdanau, PyTorch tutorial" });
    await expect(lab.page.getByText("trained beforehand with these settings")).toBeVisible();
    await lab.preset.selectOption({ label: "Default" });
  });
  await lab.attention.selectOption("none");
  await expect(lab.stage).toContainText("No attention: the decoder cannot look back at the source");
  await expect(lab.stage).toContainText("one state of 64 numbers");
  await expect(lab.grid).toBeHidden();
});

test("without attention, too, each of the five tasks has a trained model", async ({ lab }) => {
  await lab.open("?attention=none");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.openTab("Data");
  for (const task of ["reverse", "dates", "englishFrench", "englishKorean", "hangulLetters"]) {
    await chooseTask(lab, task);
    await expect(lab.training).toContainText(/Trained: [\d,]+ updates/);
  }
});
