/** The first update of a new model: what two backends must agree on. */
import { type Cell, readRows } from "./attentionMap";
import { expect as anyExpect, type Lab } from "./fixtures";

/** Without a GPU, the processor compiles and runs about a hundred shaders, which can take minutes. */
const expect = anyExpect.configure({ timeout: 600_000 });

export interface FirstUpdate {
  readonly loss: number;
  readonly map: readonly (readonly Cell[])[];
}

/** Makes the first update. The stage then shows its map. */
export async function firstUpdate(lab: Lab): Promise<FirstUpdate> {
  await expect(lab.update).toHaveText("0");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await expect(lab.training).toContainText("One update done");
  const map = await readRows(lab.grid);
  for (const row of map) {
    const sum = row.reduce((total, { weight }) => total + weight, 0);
    expect(Math.abs(sum - 1)).toBeLessThanOrEqual(0.005 * row.length + 1e-9);
  }
  return { loss: Number(await lab.loss.innerText()), map };
}

/** The same but for rounding: of the loss to three digits, of the weights to two. */
export function expectSameUpdate(one: FirstUpdate, other: FirstUpdate): void {
  expect(Math.abs(one.loss - other.loss)).toBeLessThanOrEqual(0.001);
  const named = ({ map }: FirstUpdate) =>
    map.map((row) => row.map(({ step, output, source }) => ({ step, output, source })));
  expect(named(one)).toEqual(named(other));
  expect(one.map.length).toBeGreaterThan(1);
  for (const [t, row] of one.map.entries())
    for (const [s, { weight }] of row.entries())
      expect(Math.abs(weight - (other.map[t]?.[s]?.weight ?? Number.NaN))).toBeLessThanOrEqual(
        0.011,
      );
}
