/** Presets, settings that exclude each other, beam search and schedules. */
import { readRows } from "./attentionMap";
import { expect, type Lab, test } from "./fixtures";

const ATTENTIVE = [
  "Default",
  "Bahdanau, PyTorch tutorial",
  "Luong, dot",
  "Luong, general",
  "Luong, concat",
];
const PLAIN = ["Plain seq2seq", "Course lab, no attention"];
const SMALL = "?hidden=32&batch=32&steps=50&target=1";

/** Fresh weights: presets that differ only in their training would go on with those of the one before. */
async function startAnew(lab: Lab): Promise<void> {
  if ((await lab.update.innerText()) !== "0") await lab.reset.click();
  await expect(lab.update).toHaveText("0");
}

/** Trains a preset and decodes a word. */
async function trainPreset(lab: Lab, preset: string): Promise<void> {
  await lab.preset.selectOption({ label: preset });
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 50");
  await expect(lab.train).toBeVisible();
  expect(Number(await lab.loss.innerText())).toBeLessThan(Math.log(30) + 0.2);
  await lab.source.fill("lamp");
  await lab.source.press("Enter");
  await expect(lab.decoding).toContainText("pmal"); // the right answer: the stage has the new source
  await expect(lab.output).toContainText(/\S/);
  await expect(lab.stage).toContainText("eos");
}

test("each preset with attention trains 50 steps, decodes and draws its map", async ({ lab }) => {
  await lab.open(SMALL);
  await expect(lab.backend).toContainText("WebAssembly");
  for (const preset of ATTENTIVE)
    await test.step(preset, async () => {
      await startAnew(lab);
      await trainPreset(lab, preset);
      const map = await readRows(lab.grid);
      expect(map.length).toBeGreaterThan(0);
      for (const row of map) {
        expect(row).toHaveLength(5); // l a m p <eos>
        const sum = row.reduce((total, cell) => total + cell.weight, 0);
        expect(Math.abs(sum - 1)).toBeLessThanOrEqual(0.005 * row.length + 1e-9);
      }
    });
});

test("each preset without attention trains 50 steps, decodes and says what it lacks", async ({
  lab,
}) => {
  await lab.open(SMALL);
  await expect(lab.backend).toContainText("WebAssembly");
  for (const preset of PLAIN)
    await test.step(preset, async () => {
      await startAnew(lab);
      await trainPreset(lab, preset);
      await expect(lab.grid).toBeHidden();
      await expect(lab.stage).toContainText(
        "No attention: the decoder cannot look back at the source",
      );
    });
});

test("the dot score and a bidirectional encoder exclude each other, and each option says why", async ({
  lab,
}) => {
  await lab.open("?direction=bidirectional&hidden=16");
  await expect(lab.attention.getByRole("option", { name: /^Dot product/ })).toBeDisabled();
  await expect(lab.setup).toContainText(
    "this encoder reads both ways, so its states have 2H numbers",
  );
  await lab.open("?direction=bidirectional&attention=dot&hidden=16"); // the page resolves a link that sets both
  await expect(lab.attention).toHaveValue("general");
});

test("a beam search shows its tree, and a width of 1 gives the greedy answer", async ({ lab }) => {
  await lab.open("?source=lamp");
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(lab.output).toContainText("pmal");
  await lab.open("?source=lamp&decoding=beam&beam=3");
  const tree = lab.page.getByRole("figure", { name: "Beam search" });
  await lab.centreTab("Beam").click();
  await expect(tree).toBeVisible();
  await lab.centreTab("Network").click();
  await expect(lab.output).toContainText("pmal");
  await lab.open("?source=lamp&decoding=beam&beam=1");
  await expect(lab.output).toContainText("pmal");
});

test("a schedule lowers P(feed truth) during training, and the page shows its value", async ({
  lab,
}) => {
  await lab.open("?hidden=16&batch=8&steps=50&target=1&schedule=exponential&half=50");
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(lab.truthProbability).toHaveText("1");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 50");
  await expect(lab.truthProbability).toHaveText("0.5");
});
