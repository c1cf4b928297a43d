/**
 * The names that scripts of users and assistive technology find parts of the page by. A name that changes breaks them,
 * so this list changes only on purpose.
 */
import { expect, it } from "vitest";
import { LANGUAGES } from "../languages";
import { LATE_TEXTS } from "./lateTexts";

const NAMES = {
  modes: ["Mode", "Learn", "Lab", "Compare"],
  training: [
    "Training",
    "Train",
    "Pause",
    "One update",
    "Slowly",
    "Reset model",
    "Update",
    "Loss",
    "Exact match",
    "Pairs per second",
    "Backend",
    "Timeline",
    "Back to now",
  ],
  decoding: [
    "Decoding",
    "Source",
    "Decode",
    "First token",
    "Previous token",
    "Next token",
    "Last token",
    "Play",
    "Pause playback",
    "Another example",
    "Speed",
    "Teacher forcing",
    "Output",
    "Expected",
  ],
  stage: ["Attention weights", "Unrolled encoder and decoder"],
  inspector: ["Inspector", "Equation", "PyTorch", "Numbers"],
  edits: [
    "Edits",
    "Undo edit",
    "Clear edits",
    "Show untouched",
    "Say another token",
    "Feed another token",
    "Attend here only",
    "Attend everywhere alike",
    "Set weight",
    "Hide this token",
    "Empty the context",
    "Empty the state",
  ],
  lesson: [
    "Lesson",
    "Lesson progress",
    "Your prediction",
    "Show me",
    "Why",
    "Next",
    "Back",
    "Skip",
    "All lessons",
  ],
  setup: [
    "Set-up",
    "Task",
    "Attention",
    "Timing",
    "Use your own pairs",
    "Pairs",
    "Use these pairs",
  ],
  page: ["Results", "Evaluate", "Language", "Theme"],
  takeAway: [
    "Take away",
    "Copy link",
    "Figure as SVG",
    "Figure as PNG",
    "Copy image",
    "Weights",
    "{{table}} as CSV",
    "Save model",
    "PyTorch program",
  ],
};

/** All texts in a tree of texts. */
function textsOf(tree: unknown): string[] {
  if (typeof tree === "string") return [tree];
  return tree !== null && typeof tree === "object" ? Object.values(tree).flatMap(textsOf) : [];
}

it("every promised name is a text of the English page", async () => {
  const late = await Promise.all(Object.values(LATE_TEXTS.en).map((load) => load()));
  const texts = new Set(textsOf([await LANGUAGES.en.load(), late]));
  const missing = Object.values(NAMES)
    .flat()
    .filter((name) => !texts.has(name));
  expect(missing).toEqual([]);
});
