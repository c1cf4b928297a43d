/** English: the dialog that takes a user's own sentence pairs. */
export const pairs = {
  open: "Use your own pairs",
  title: "Use your own pairs",
  intro:
    "One pair a line: source, a tab (or “ | ”), target. Further columns are ignored. Your pairs never leave this device.",
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
    unknown: "Tokens that became <unk>",
    sides: "The two sides",
    vocabulary: "Vocabulary, from the training pairs",
    seenOnce: "Of these, seen only once",
    rare: "Rarer tokens beyond the limit",
    coverage: "Held-out tokens it knows",
    lengths: "Length in tokens",
    oneLength: "always {{least}}",
    lengthsValue:
      "{{least}} to {{most}}; the middle half {{lower}} to {{upper}}, median {{median}}",
    dropped: "Left out: {{total}}",
    noneDropped: "Nothing was left out.",
    reasons: {
      oneColumn: "without a tab",
      emptySide: "with an empty side",
      tooLong: "too long",
      duplicate: "seen before",
      overLimit: "beyond the most pairs",
    },
    first: "The first pairs, token by token",
    unknownToken: "{{token}}, not in the vocabulary",
    source: "Source",
    target: "Target",
    tooSmall: {
      title: "Perhaps too little to learn from",
      fewPairs:
        "There are only {{train}} pairs to train on. With fewer than {{enough}}, a network learns them by heart instead of a rule, and does badly on the held-out ones. Give more pairs.",
      seenOnce:
        "{{once}} of {{vocabulary}} tokens of one side stand in the training pairs a single time, too seldom to learn what they mean. Give more pairs, lower “Most tokens”, or read characters instead of words.",
    },
  },
  proposal: {
    title: "Settings proposed for these pairs",
    change: "now {{now}}, proposed {{next}}",
    take: "Use these settings",
    leave: "Keep my settings",
    offered: "Your settings stay as they are unless you take these.",
    taken: "These are set once you use the pairs.",
    already: "Your settings are those that would be proposed for these pairs.",
    because: {
      muchToLearn:
        "About {{tokens}} target tokens to learn from: {{value}} units have room for them and still train quickly.",
      littleToLearn:
        "About {{tokens}} target tokens to learn from: {{value}} units are enough; a network of more sooner learns them by heart.",
      fewTokens:
        "{{vocabulary}} different tokens are few: {{value}} numbers for each are enough to tell them apart.",
      manyTokens:
        "{{vocabulary}} different tokens: {{value}} numbers for each leave room to tell them apart.",
      looksAhead:
        "Sources have up to {{longest}} tokens: read both ways, each state knows what comes after, too.",
      seenOnce:
        "{{once}} of {{onceOf}} tokens of one side are seen only once: dropout makes it harder to learn them by heart.",
      fewPairs:
        "{{train}} pairs come round again and again: dropout makes it harder to learn them by heart.",
      manyPairs: "{{train}} pairs seldom come round again: a little dropout will do.",
      moreUpdates:
        "{{train}} pairs are few: batches of {{value}} still give many updates in a pass over them.",
      steadyUpdates:
        "{{train}} pairs: batches of {{value}} give many updates in a pass over them, and steady ones.",
      usualRate:
        "Sets like this were learnt alike at 0.003 to 0.006, and far more slowly at 0.001.",
      passes:
        "About {{passes}} passes over {{train}} pairs: more of them help held-out pairs little.",
      longEnough:
        "So many steps pass over {{train}} pairs about {{passes}} times, long enough for a lesson; go on while it helps.",
    },
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
  kept: {
    title: "Kept on this device",
    choose: "Choose “{{name}}”",
    size: "{{size}} kB",
    used: "last used {{date}}",
    rename: "Rename",
    renameThis: "Rename “{{name}}”",
    newName: "New name for “{{name}}”",
    save: "Save",
    delete: "Delete",
    deleteThis: "Delete “{{name}}”",
    deleteAsk: "Delete “{{name}}” from this device?",
    forgetAll: "Forget all",
    forgetAllAsk: "Delete all {{total}} sets of pairs from this device?",
    deleteAll: "Delete all",
    deleted: "Deleted.",
    cancel: "Cancel",
    keep: "Keep these pairs on this device",
    keepHint:
      "They are kept in this browser on this device only, and are sent nowhere. Delete them in this dialog whenever you like.",
    problems: {
      unavailable:
        "This browser keeps nothing for this page, as in a private window. Your pairs work all the same until you close the page.",
      full: "The browser has no room left to keep these pairs. They work all the same until you close the page; delete kept ones to make room.",
      tooMany:
        "{{most}} sets of pairs are kept already, so these are not. They work all the same until you close the page; delete one to make room.",
      tooLarge:
        "These pairs are too large to be kept. They work all the same until you close the page.",
      gone: "These pairs are no longer kept on this device. Perhaps they were deleted in another tab.",
      slow: "The browser’s storage has not answered yet; this device may be busy. Everything else goes on working; try it again in a while.",
      failed:
        "The browser could not change or read what is kept. Everything else goes on working; try it again.",
    },
  },
  inUse: {
    name: "Pairs in use: “{{name}}”.",
    kept: "Kept on this device.",
    unkept: "Not kept on this device: gone once you close the page.",
  },
  use: "Use these pairs",
  close: "Close",
  whyNot: {
    nothing: "Give some pairs first.",
    reading: "The pairs are still being read.",
    unusable: "These pairs cannot be used as they are.",
    stopped: "The engine is not running.",
  },
  useHint: {
    same: "Starts a fresh model on these pairs. Until then the current one stays as it is.",
    own: "Starts a fresh model on these pairs with your settings; the proposed ones are not taken.",
    proposed: "Starts a fresh model on these pairs with the proposed settings.",
  },
} as const;
