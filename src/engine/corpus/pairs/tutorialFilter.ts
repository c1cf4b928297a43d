/**
 * The filter of PyTorch's tutorial "NLP from scratch: translation with a sequence to sequence network and attention":
 * fewer than ten words on both sides, and an English side that begins with one of these. It counts and compares after
 * its own cleaning, so its pairs are the same here whatever tokens the student chooses.
 */
const MAX_LENGTH = 10;
const PREFIXES = [
  ["i am ", "i m "],
  ["he is", "he s "],
  ["she is", "she s "],
  ["you are", "you re "],
  ["we are", "we re "],
  ["they are", "they re "],
].flat();

/** The tutorial's `normalizeString`: lower case, plain ASCII letters, and "!" and "?" apart from the words. */
function normalize(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/([.!?])/g, " $1")
    .replace(/[^a-zA-Z!?]+/g, " ")
    .trim();
}

export function isInTutorial(source: string, target: string): boolean {
  const sides = [normalize(source), normalize(target)];
  const isShort = sides.every((side) => side.split(" ").length < MAX_LENGTH);
  return isShort && sides.some((side) => PREFIXES.some((prefix) => side.startsWith(prefix)));
}
