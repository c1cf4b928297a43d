/** Stepping through decoding. */
import { looks, rows } from "./attentionMap";
import { expect, test } from "./fixtures";

test("the player goes through the answer token by token, there and back", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
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
  expect(looks(await rows(lab.grid)).slice(0, 4)).toEqual(["d", "c", "b", "a"]);
});

test("play runs to the end and stops there; it can be paused", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.source.fill("abcdef");
  await lab.source.press("Enter");
  await expect(lab.output).toContainText("fedcba");
  await lab.speed.press("Home"); // the slowest, so that there is time to pause
  await lab.play.click();
  await lab.decoding.getByRole("button", { name: "Pause playback" }).click();
  await expect(lab.play).toBeVisible();
  await lab.speed.press("End"); // the fastest
  await lab.play.click();
  await expect(lab.output).toContainText("fedcba");
  await expect(lab.play).toBeVisible();
});

test("a source that cannot be read is refused with what and where", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const before = await lab.output.textContent();
  for (const [text, sentence] of [
    ["abcdefghijklmnopqrstu", "Too long: 21 tokens, and at most 20 can be shown here."],
    ["ab한1", /never seen: .*한.*1/],
    ["   ", "Type something to read first."],
  ] as const) {
    await lab.source.fill(text);
    await lab.source.press("Enter");
    await expect(lab.decoding).toContainText(sentence);
    await expect(lab.source).toHaveAttribute("aria-invalid", "true");
    await expect(lab.output).toHaveText(before ?? "");
  }
});

test("a source beyond the lengths of training is decoded, and called that", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.source.fill("abcdefghijkl");
  await lab.source.press("Enter");
  await expect(lab.decoding).toContainText("Longer than any source in training (at most 8 tokens)");
  await expect(lab.decoding).toContainText("lkjihgfedcba"); // what is expected, whatever it says
  await lab.anotherExample.click();
  await expect(lab.decoding).not.toContainText("Longer than any source");
});

test("teacher forcing changes what is fed, and shows which token it was", async ({ lab }) => {
  await lab.open("?seed=2&hidden=32"); // no model of this size was trained beforehand: its answers are wrong
  await expect(lab.step).toHaveText("0");
  await lab.source.fill("abc");
  await lab.source.press("Enter");
  await expect(lab.stage.getByText(/its own last answer/).first()).toBeAttached();
  await lab.teacherForcing.click();
  await expect(lab.stage.getByText(/: the truth/)).toHaveCount(3); // c, b, a; step 1 is fed <sos>
  await expect(lab.stage.getByText(/its own last answer/)).toHaveCount(0);
  await lab.teacherForcing.click();
  await expect(lab.stage.getByText(/: the truth/)).toHaveCount(0);
});

test("another example comes from the held-out ones and changes the map", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const before = await lab.source.inputValue();
  await lab.anotherExample.click();
  await expect(lab.source).not.toHaveValue(before);
  await lab.last.click();
  const source = await lab.source.inputValue();
  await expect(lab.output).toContainText(Array.from(source).toReversed().join(""));
});

test("the map is a grid for the keyboard: arrows, Home and End, one tab stop", async ({ lab }) => {
  await lab.open();
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
