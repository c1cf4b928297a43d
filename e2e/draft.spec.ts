/** A text in the source box that the stage does not show yet, and the keys of the page. */
import { expect, expectAccessible, test } from "./fixtures";

test("a typed text is marked until it is decoded: by its button, Play, First token or the switch", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const before = await lab.source.inputValue();
  await test.step("marked until it is decoded by its button", async () => {
    await lab.source.fill("window");
    await expect(lab.source).toHaveAccessibleDescription(
      `Not shown yet. The picture still shows ‘${before}’. Press Enter or Decode.`,
    );
    await expect(lab.decoding.getByText("not shown yet", { exact: true })).toBeVisible();
    await expectAccessible(lab.page, "stage");
    await lab.decode.click();
    await expect(lab.output).toContainText("wodniw");
    await expect(lab.source).toHaveAccessibleDescription("");
  });
  await test.step("the next step is no silent no-op at the end of the answer", async () => {
    await expect(lab.next).toHaveAttribute("aria-disabled", "true");
    await lab.previous.click();
    await expect(lab.next).toHaveAttribute("aria-disabled", "false");
    await lab.next.click();
    await expect(lab.next).toBeFocused();
    await lab.first.click();
    await expect(lab.previous).toHaveAttribute("aria-disabled", "true");
  });
  await test.step("Play, First token and the switch decode what stands in the box", async () => {
    await lab.source.fill("summer");
    await lab.play.click();
    await expect(lab.output).toContainText("remmus");
    await lab.source.fill("planet");
    await lab.first.click();
    await expect(lab.output).toHaveText("t");
    await lab.source.fill("grin");
    await lab.teacherForcing.click();
    await expect(lab.stage.getByText(/, the truth/)).toHaveCount(4); // n, i, r, g; step 1 is fed <sos>
    await lab.teacherForcing.click();
  });
  await test.step("a new model drops a refused text", async () => {
    await lab.source.fill("값");
    await lab.play.click();
    await expect(lab.decoding).toContainText("Not in this model’s vocabulary");
    await expect(lab.source).toHaveValue("값");
    await lab.attention.selectOption("none");
    await expect(lab.source).toHaveValue("grin");
    await expect(lab.source).toHaveAttribute("aria-invalid", "false");
  });
  await test.step("the legend explains the keys", async () => {
    await lab.decoding.getByRole("button", { name: "Legend", exact: true }).click();
    await expect(lab.page.getByText(/Space plays/)).toBeVisible();
  });
});

test("on a fresh page with nothing focused the keys step and play", async ({ lab }) => {
  await lab.open();
  await lab.page.setViewportSize({ width: 1440, height: 4000 }); // so high that the page does not scroll
  await expect(lab.backend).toContainText("WebAssembly");
  const whole = await lab.output.innerText();
  const first = Array.from(whole)[0] ?? "";
  await lab.page.keyboard.press("Home");
  await expect(lab.output).toHaveText(first);
  await lab.page.keyboard.press("ArrowRight");
  await expect(lab.output).not.toHaveText(first);
  await lab.page.keyboard.press("PageUp"); // a presenter's remote
  await expect(lab.output).toHaveText(first);
  await lab.page.keyboard.press("PageDown");
  await expect(lab.output).not.toHaveText(first);
  await lab.page.keyboard.press("End");
  await expect(lab.output).toHaveText(whole, { useInnerText: true });
  await lab.page.keyboard.press("Space");
  await expect(lab.decoding.getByRole("button", { name: "Pause playback" })).toBeVisible();
  await lab.page.keyboard.press("Space");
  await expect(lab.play).toBeVisible();
  await lab.source.focus();
  await lab.page.keyboard.press("Home");
  await expect(lab.source).toBeFocused();
  await lab.page.keyboard.type(" ");
  await expect(lab.source).toHaveValue(/ /);
});

test("a page that scrolls keeps its own keys", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 1440, height: 400 }); // too low to divide, so the page scrolls
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const whole = await lab.output.innerText();
  await lab.page.keyboard.press("End");
  await expect.poll(() => lab.page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await lab.page.keyboard.press("Home");
  await expect.poll(() => lab.page.evaluate(() => scrollY)).toBe(0);
  await expect(lab.output).toHaveText(whole, { useInnerText: true });
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("the page explains no keys", async ({ lab }) => {
    await lab.open();
    await lab.panelButton("Set-up").click(); // the stage takes the whole page
    const legend = lab.decoding.getByRole("button", { name: "Legend", exact: true });
    await legend.click();
    await expect(lab.place("legend")).toBeVisible();
    await expect(lab.page.getByText(/Space plays/)).toBeHidden();
  });
});
