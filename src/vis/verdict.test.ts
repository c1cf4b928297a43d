import { expect, test } from "vitest";
import { makeTrace } from "./testing/traces";
import { sourceText } from "./verdict";

test("a reversed source is shown as a person writes it", () => {
  const trace = makeTrace({ source: ["c", "a", "t"], sourceOrder: "reversed" });
  expect(trace.source.map(({ text }) => text)).toEqual(["t", "a", "c", "<eos>"]);
  expect(sourceText(trace)).toBe("cat");
  const words = makeTrace({ source: ["i", "am", "here"], sourceOrder: "reversed" });
  expect(sourceText(words)).toBe("i am here");
});
