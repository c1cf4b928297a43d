import { expect, test } from "vitest";
import { EOS } from "../../engine/text/tokens";
import { glyph, widestEm, widthEm } from "./labels";

test("blanks are visible, special tokens have no brackets, Hangul is wide", () => {
  expect(glyph({ id: 7, text: " " })).toBe("␣");
  expect(glyph({ id: EOS, text: "<eos>" })).toBe("eos");
  expect(widthEm("한국")).toBe(2);
  expect(widthEm("il")).toBeLessThan(widthEm("mw"));
  expect(widestEm([{ id: EOS, text: "<eos>" }])).toBe(0);
});
