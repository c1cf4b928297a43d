/** The player: stepping through decoding. */
import { strongestSources, readRows } from "./attentionMap";
import { expect, type Lab, test } from "./fixtures";

test("the player steps and plays through an answer, and refuses what it cannot read", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await test.step("the map is a keyboard grid: arrows, Home and End, one tab stop", async () => {
    const cell = lab.grid.locator('[role="gridcell"][tabindex="0"]');
    await expect(cell).toHaveCount(1);
    await cell.focus();
    await lab.page.keyboard.press("Control+Home");
    await expect(lab.page.locator(":focus")).toHaveAccessibleName(/^step 1, /);
    await lab.page.keyboard.press("ArrowDown");
    await expect(lab.page.locator(":focus")).toHaveAccessibleName(/^step 2, /);
    await lab.page.keyboard.press("End");
    await expect(lab.page.locator(":focus")).toHaveAccessibleName(/source .*eos/);
    await lab.page.keyboard.press("ArrowRight"); // does not wrap
    await expect(lab.page.locator(":focus")).toHaveAccessibleName(/^step 2, .*eos/);
  });
  await test.step("the player steps token by token, forwards and backwards", async () => {
    await lab.source.fill("abcd");
    await lab.source.press("Enter");
    await expect(lab.output).toContainText("dcba");
    await lab.first.click();
    await expect(lab.output).toHaveText("d");
    await lab.next.click();
    await expect(lab.output).toHaveText("dc");
    await lab.previous.click();
    await expect(lab.output).toHaveText("d");
    await lab.last.click();
    await expect(lab.output).toContainText("dcba");
    expect(strongestSources(await readRows(lab.grid)).slice(0, 4)).toEqual(["d", "c", "b", "a"]);
  });
  await test.step("playback can be paused, and stops at the end", () => playAndPause(lab));
  await test.step("an unreadable source is refused, a long one is marked", () => refuse(lab));
});

async function playAndPause(lab: Lab): Promise<void> {
  await lab.source.fill("abcdef");
  await lab.source.press("Enter");
  await expect(lab.output).toContainText("fedcba");
  const howItDecodes = lab.decoding.getByRole("button", { name: /^How it decodes/ });
  await howItDecodes.click();
  await lab.speed.press("Home"); // the slowest speed leaves time to pause
  await lab.play.click();
  await lab.decoding.getByRole("button", { name: "Pause playback" }).click();
  await expect(lab.play).toBeVisible();
  await howItDecodes.click();
  await lab.speed.press("End"); // the fastest speed
  await lab.play.click();
  await expect(lab.output).toContainText("fedcba");
  await expect(lab.play).toBeVisible();
}

async function refuse(lab: Lab): Promise<void> {
  const before = await lab.output.textContent();
  for (const [text, sentence] of [
    ["abcdefghijklmnopqrstu", "Too long: this source has 21 tokens. At most 20 can be shown."],
    ["ab한1", /Not in this model’s vocabulary: .*한.*1/],
    ["   ", "Type something to read first."],
  ] as const) {
    await lab.source.fill(text);
    await lab.source.press("Enter");
    await expect(lab.decoding).toContainText(sentence);
    await expect(lab.source).toHaveAttribute("aria-invalid", "true");
    await expect(lab.output).toHaveText(before ?? "");
  }

  await lab.source.fill("abcdefghijkl");
  await lab.source.press("Enter");
  await expect(lab.decoding).toContainText(
    "This source is longer than any in training (at most 8 tokens)",
  );
  await expect(lab.decoding).toContainText("lkjihgfedcba"); // the expected answer; the model can be wrong

  await lab.anotherExample.click();
  await expect(lab.decoding).not.toContainText("This source is longer than any");
  await expect(lab.source).not.toHaveValue("abcdefghijkl");
  await lab.last.click();
  const source = await lab.source.inputValue();
  await expect(lab.output).toContainText(Array.from(source).toReversed().join(""));
}

test("teacher forcing feeds the truth, and the stage marks each fed token", async ({ lab }) => {
  await lab.open("?seed=2&hidden=32"); // no shipped model has this size, so the answers are wrong
  await expect(lab.update).toHaveText("0");
  await lab.source.fill("abc");
  await lab.source.press("Enter");
  await expect(lab.stage.getByText(/the model’s last output/).first()).toBeAttached();
  await lab.teacherForcing.click();
  await expect(lab.stage.getByText(/, the truth/)).toHaveCount(3); // c, b, a; step 1 is fed <sos>
  await expect(lab.stage.getByText(/the model’s last output/)).toHaveCount(0);
  await lab.teacherForcing.click();
  await expect(lab.stage.getByText(/, the truth/)).toHaveCount(0);
});
