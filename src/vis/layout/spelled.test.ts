import { expect, it } from "vitest";
import { EOS, UNK } from "../../engine/text/tokens";
import { spelled } from "./spelled";

it("tells a special token from a word with the same letters", () => {
  expect(spelled({ id: EOS, text: "<eos>" })).toBe("<eos>");
  expect(spelled({ id: 40, text: "eos" })).toBe("eos");
  expect(spelled({ id: UNK, text: "typed" })).toBe("<unk>");
  expect(spelled({ id: 41, text: " " })).toBe("␣");
});
