/** A class: links that hide and lock, the teacher's page with its handouts, the presentation, a network of its own. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, type Lab } from "./fixtures";

const teacherPage = (page: Page) => page.getByRole("region", { name: "Glossary and sources" });

/** Opens the teacher's page. */
async function openTeacher(lab: Lab, search = ""): Promise<void> {
  await lab.page.goto(`./?read=teacher${search}`);
  await expect(lab.page.getByRole("article").or(lab.page.getByRole("img"))).toBeVisible();
}

test("answers about a typed source are computed, without a blank", async ({ lab }) => {
  const { page } = lab;
  await openTeacher(lab, "&lang=en");
  await page.getByRole("checkbox", { name: "Answers", exact: true }).check();
  const entry = page.getByRole("region", { name: "Lesson 13: Look everywhere" });
  await entry.getByText("Questions", { exact: true }).click();
  await expect(entry).toContainText("Words and numbers are those of the shipped model.");
  await expect(entry).toContainText(/the largest difference is \d+\.\d\d/);
  await expect(entry).not.toContainText("____");
});

test("a teacher makes a link, and a student's page opens as it says", async ({ lab }) => {
  const { page } = lab;
  await openTeacher(lab, "&mode=lab&task=dates&seed=7&lang=en");
  const maker = page.getByRole("region", { name: "A link for your class" });
  await maker.getByRole("combobox", { name: "The page opens" }).selectOption("lab");
  for (const name of [
    "The modes (Learn, Lab, Compare)",
    "Training and its curves",
    "The PyTorch code",
    "The full evaluation",
    "Model files and own pairs",
    "The expected answer and its marks",
    "locks the settings, with the seed",
  ])
    await maker.getByRole("checkbox", { name }).check();
  const link = maker.getByRole("link");
  await expect(link).toHaveText(
    /\?task=dates&seed=7&mode=lab&(example=\d+&)?hide=modes\.code\.timeline\.results\.files\.expected&lock=1$/,
  );
  await expectAccessible(page);
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(lab.attention).toHaveAttribute("aria-disabled", "true");
  await lab.openTab("Data");
  await expect(lab.task).toHaveValue("dates");
  await expect(lab.setup.getByText(/A teacher has locked the settings/)).toBeVisible();
  await expect(lab.output).not.toBeEmpty();
  await expect(lab.decoding.getByText("Expected", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Equation" })).toBeVisible();
  for (const name of ["PyTorch", "Learn", "Results"])
    await expect(page.getByRole("tab", { name, exact: true })).toHaveCount(0);
  await expect(lab.training).toHaveCount(0);
  await expect(lab.ownPairs).toHaveCount(0);
  await expectAccessible(page);
  // The page writes its link again, with what it hides.
  await lab.first.click();
  await expect(page).toHaveURL(/hide=modes\.code\.timeline\.results\.files\.expected&lock=1/);
});

/** The accessible names of what the Tab key reaches, once round. */
async function tabStops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stops = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, [tabindex='0']",
    );
    return [...stops]
      .filter((each) => each.tabIndex >= 0 && each.getClientRects().length > 0)
      .map((each) => each.getAttribute("aria-label") ?? each.textContent);
  });
}

test("a page without any of the places has only the stage", async ({ lab }) => {
  const { page } = lab;
  await lab.open(
    "?hide=modes.rail.inspector.code.timeline.results.edits.files.expected.lookup&lang=en",
  );
  await expect(lab.output).not.toBeEmpty();
  await expect(lab.play).toBeVisible();
  await expect(lab.place("figure")).toBeVisible();
  for (const place of ["rail", "inspector", "training", "edits", "modes"] as const)
    await expect(lab.place(place)).toHaveCount(0);
  const stops = (await tabStops(page)).join("\n");
  expect(stops).not.toMatch(/Train|PyTorch|Edit|Learn|Skip to training/);
  await lab.grid.getByRole("gridcell").first().click();
  await page.keyboard.press("F2"); // would open the panel of a weight
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const room = await lab.place("figure").boundingBox();
  expect(room?.width).toBeGreaterThan(1200);
  await expectAccessible(page);
});

for (const [language, dark] of [
  ["en", false],
  ["ko", true],
] as const)
  test(`the teacher's page and a handout are accessible on a phone, in ${language}`, async ({
    lab,
  }) => {
    const { page } = lab;
    await page.setViewportSize({ width: 390, height: 844 });
    await openTeacher(lab, `&lang=${language}${dark ? "&theme=dark" : ""}`);
    const reading = page.locator("main").getByRole("tabpanel");
    await reading.locator("summary").first().click();
    await reading.getByRole("checkbox").last().check();
    await expect(reading.locator("ol h5")).not.toHaveCount(0);
    await expectAccessible(page);
    await reading
      .getByRole("button", { name: /^(Handout|학습지)/ })
      .nth(1) // the first lesson is about names and has no map
      .click();
    await expect(page.getByRole("article").getByRole("heading", { level: 3 })).toBeFocused();
    await expect(page.getByRole("article").getByRole("table")).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

test("a handout is printed alone, on A4", async ({ lab }) => {
  const { page } = lab;
  await openTeacher(lab, "&lang=en");
  await teacherPage(page).getByRole("button", { name: "Handout: Read the map" }).click();
  const paper = page.getByRole("article");
  await expect(paper.getByRole("table")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(paper).toBeVisible();
  for (const part of [lab.language, lab.train, page.getByRole("button", { name: "Print" })])
    await expect(part).toBeHidden();
  await expect(page.locator("html")).toHaveCSS("overflow", "visible");
  const pdf = await page.pdf({ path: "test-results/handout.pdf", preferCSSPageSize: true });
  expect(pdf.toString("latin1")).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

/** The smallest type of a visible text in the card of the stage, in pixels. */
async function smallestType(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes: number[] = [];
    const texts = document.createTreeWalker(
      document.querySelector("#stage") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (texts.nextNode()) {
      const around = texts.currentNode.parentElement;
      if (!around || texts.currentNode.textContent?.trim() === "") continue;
      const { width, height } = around.getBoundingClientRect();
      const isSpoken = around.closest(".visually-hidden, option") !== null;
      if (width > 1 && height > 1 && !isSpoken)
        sizes.push(Number.parseFloat(getComputedStyle(around).fontSize));
    }
    return Math.min(...sizes);
  });
}

test("a presentation fills a projector with large type, and a remote steps through it", async ({
  lab,
}) => {
  const { page } = lab;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await lab.open("?task=dates&lang=en");
  await expect(lab.output).not.toBeEmpty();
  await expect(page.getByRole("button", { name: "Present", exact: true })).toBeVisible();
  await page.keyboard.press("F8");
  await expect(page).toHaveURL(/present=1/);
  for (const part of [lab.training, lab.setup, page.getByRole("region", { name: "Inspector" })])
    await expect(part).toBeHidden();
  await expect.poll(() => smallestType(page)).toBeGreaterThanOrEqual(20);
  await lab.first.click();
  const before = await lab.output.textContent();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(lab.output).not.toHaveText(before ?? "");
  const chosen = lab.grid.locator("[aria-selected=true]");
  await expect(chosen).toHaveCSS("outline-width", "5px");
  await expectAccessible(page);
  await lab.theme.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Inspect", exact: true }).click();
  await expect(page.getByRole("region", { name: "Inspector" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(lab.training).toBeVisible();
  await expect(page).not.toHaveURL(/present/);
});

test("a link opens a presentation, in the dark and in Korean", async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("./?lesson=readTheMap.2&present=1&lang=ko&theme=dark");
  await expect(page.getByRole("button", { name: "발표 끝내기" })).toBeVisible();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect.poll(() => smallestType(page)).toBeGreaterThanOrEqual(20);
  await page.getByRole("button", { name: "배우기" }).click();
  await expect(page.getByRole("region", { name: "수업", exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("larger type grows the stage, too", async ({ lab }) => {
  const smallest = async (search: string): Promise<number> => {
    await lab.open(search);
    await expect(lab.output).not.toBeEmpty();
    await expect(lab.play).toBeVisible();
    return smallestType(lab.page);
  };
  const normal = await smallest("?task=dates");
  expect(await smallest("?task=dates&type=large")).toBeCloseTo(1.25 * normal);
});

test("no request leaves the page's own server, from opening to training, lessons and reading", async ({
  lab,
  context,
  baseURL,
}) => {
  const { page } = lab;
  const asked = new Set<string>();
  context.on("request", (request) => void asked.add(new URL(request.url()).origin));
  page.on("websocket", (socket) => void asked.add(new URL(socket.url()).origin));
  await page.goto("./?lesson=readTheMap&lang=en");
  await expect(lab.output).not.toBeEmpty();
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await page.getByRole("button", { name: "All lessons" }).click();
  await page.getByRole("button", { name: "Glossary", exact: true }).click();
  await expect(page.getByRole("searchbox")).toBeVisible();
  for (const name of ["Notes and papers", "For teachers"])
    await page.getByRole("tab", { name, exact: true }).click();
  await page.getByRole("button", { name: "Handout: A batch has holes" }).click();
  await expect(page.getByRole("article").locator("li")).not.toHaveCount(0);
  await lab.language.selectOption("ko");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  expect([...asked].filter((origin) => origin !== "null")).toEqual([new URL(baseURL ?? "").origin]);
});
