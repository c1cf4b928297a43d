/** English: the dialog that takes a user's own sentence pairs. */
export const pairs = {
  open: "Use your own pairs",
  title: "Use your own pairs",
  intro:
    "One pair a line: source, a tab (or “ | ”), target. Further columns are ignored. Your pairs stay in this browser.",
  file: "Choose a file",
  drop: "or drop a text file here",
  chosen: "{{name}}, {{size}} MB",
  placeholder: "good morning\tguten Morgen\nthank you\tdanke",
  pasted: "Pasted text",
  text: "Pairs",
  options: "How to read them",
  unit: { label: "Tokens are", word: "words", character: "characters" },
  swap: "The second column is the source",
  simplify: "Lower-case, punctuation set apart",
  maxLength: { label: "Longest side", help: "Tokens; longer pairs are left out." },
  maxPairs: { label: "Most pairs", help: "Lines beyond these are left out." },
  maxVocabulary: { label: "Most tokens", help: "For each side; rarer ones become <unk>." },
  preview: {
    title: "What came out",
    waiting: "Choose a file or paste pairs: what was read appears here.",
    reading: "Reading…",
    usable: "These pairs can be used.",
    read: "Pairs read",
    kept: "Kept",
    split: "To train on / held out",
    splitValue: "{{train}} / {{heldOut}}",
    vocabulary: "Vocabulary, source / target",
    vocabularyValue: "{{source}} / {{target}}",
    longest: "Longest source / target",
    longestValue: "{{source}} / {{target}} tokens",
    unknown: "Tokens that became <unk>",
    dropped: "Left out: {{total}}",
    noneDropped: "Nothing was left out.",
    reasons: {
      oneColumn: "without a tab",
      emptySide: "with an empty side",
      tooLong: "too long",
      duplicate: "seen before",
      overLimit: "beyond the most pairs",
    },
    first: "The first pairs",
    source: "Source",
    target: "Target",
  },
  problems: {
    empty: "There is nothing in it. Give one pair a line: a source, a tab and its target.",
    tooLarge:
      "This is {{size}} MB; at most {{limit}} MB can be read. Cut the file to its first lines and try again.",
    unreadable:
      "The file can no longer be read: it has changed since you chose it, or is gone. Choose it again.",
    encoding:
      "This is not UTF-8 text: byte {{byte}} does not fit. Open the file in an editor, choose “Save as” with the encoding UTF-8, and give it again.",
    noTabs:
      "No line has a tab between source and target. Line {{line}} reads “{{text}}”. Put one tab between the two sides, or save the sheet as tab-separated text.",
    tooFew:
      "Of {{read}} lines, only {{kept}} pairs are left; at least {{least}} are needed. Give more lines, or let longer ones in.",
  },
  use: "Use these pairs",
  close: "Close",
  whyNot: {
    nothing: "Give some pairs first.",
    reading: "The pairs are still being read.",
    unusable: "These pairs cannot be used as they are.",
    stopped: "The engine is not running.",
  },
  useHint: "Starts a fresh model on these pairs. Until then the current one stays as it is.",
} as const;
