import { describe, expect, it } from "vitest";
import { layoutBeliefs, shownClasses } from "./beliefAreas";

const BELIEFS = [
  [0.2, 0.2, 0.2, 0.2, 0.1, 0.1],
  [0.1, 0.6, 0.1, 0.1, 0.05, 0.05],
  [0.7, 0.1, 0.1, 0.05, 0.03, 0.02],
];

describe("the areas of a belief", () => {
  it("are of the classes that it holds likeliest at any letter, the final one first", () => {
    const shown = shownClasses(BELIEFS);
    expect(shown).toHaveLength(4);
    expect(shown[0]).toBe(0);
    expect(shown).toContain(1);
  });

  it("have one of the answer, though others were likelier on the way", () => {
    const late = [
      [0.2, 0.2, 0.2, 0.2, 0.2],
      [0.9, 0.1, 0, 0, 0],
      [0.1, 0.9, 0, 0, 0],
      [0, 0.1, 0.9, 0, 0],
      [0, 0, 0.1, 0.9, 0],
      [0.15, 0.15, 0.15, 0.15, 0.4],
    ];
    expect(shownClasses(late)[0]).toBe(4);
  });

  it("add up to the height of the drawing", () => {
    const areas = layoutBeliefs(BELIEFS, { column: 50, height: 100 });
    expect(areas.map(({ label }) => label).at(-1)).toBeNull();
    expect(areas.reduce((sum, { last }) => sum + last, 0)).toBeCloseTo(1);
    const widest = areas.find(({ label }) => label === 0);
    expect(widest?.height).toBeCloseTo(70);
    expect(widest?.at.x).toBe(125); // the middle of the third column
  });
});
