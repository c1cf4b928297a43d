/** English: the dialog that takes a user's own sentence pairs. */
export const pairs = {
  away: {
    reason: "The pairs of this model are not here. It can decode, but it cannot train.",
    give: "Give the pairs",
  },
  open: "Use your own pairs",
  title: "Use your own pairs",
  intro:
    "Give at least {{least}} lines, one pair per line: source, a tab (or “ | ”), target. More columns are ignored. Your pairs never leave this device.",
  file: "Choose a file",
  drop: "or drop a text file here",
  chosen: "{{name}}, {{size}} MB",
  chosenSmall: "{{name}}, {{size}} kB",
  placeholder: "good morning\tguten Morgen\nthank you\tdanke",
  pasted: "Pasted text",
  text: "Pairs",
  options: "How to read them",
  unit: { label: "Tokens are", word: "words", character: "characters" },
  swap: "The second column is the source",
  simplify: "Lower case, punctuation as separate tokens",
  maxLength: { label: "Longest side", help: "In tokens. Longer pairs are left out." },
  maxPairs: { label: "Most pairs", help: "Later lines are left out." },
  maxVocabulary: { label: "Most tokens", help: "For each side. Rarer tokens become <unk>." },
  preview: {
    title: "What was read",
    waiting: "Choose a file or paste pairs. What was read appears here.",
    reading: "Reading…",
    readingLong: "Reading {{size}} MB. This can take some seconds.",
    usable: "These pairs can be used.",
    read: "Pairs read",
    kept: "Kept",
    split: "For training / held out",
    splitValue: "{{train}} / {{heldOut}}",
    unknown: "Tokens that became <unk>",
    sides: "The two sides",
    vocabulary: "Vocabulary from the training pairs",
    seenOnce: "Of these, tokens seen only once",
    rare: "Rare tokens left out by the limit",
    coverage: "Held-out tokens in this vocabulary",
    lengths: "Length in tokens",
    oneLength: "always {{least}}",
    lengthsValue: "{{least}} to {{most}}, half of them {{lower}} to {{upper}}, median {{median}}",
    dropped: "Left out: {{total}}",
    noneDropped: "Nothing was left out.",
    reasons: {
      oneColumn: "without a tab or “ | ”",
      emptySide: "with an empty side",
      tooLong: "too long",
      duplicate: "repeated",
      overLimit: "above the limit of “Most pairs”",
    },
    first: "The first pairs, token by token",
    unknownToken: "{{token}}, not in the vocabulary",
    source: "Source",
    target: "Target",
    tooSmall: {
      title: "Perhaps too little to learn from",
      fewPairs:
        "There are only {{train}} pairs for training. With fewer than {{enough}}, a network often learns the pairs by heart (overfitting) and does badly on the held-out pairs. Give more pairs.",
      seenOnce:
        "On one side, {{once}} of {{vocabulary}} tokens occur only once in the training pairs. That is too rare to learn what they mean. Give more pairs, lower “Most tokens”, or read characters instead of words.",
    },
  },
  proposal: {
    title: "Settings proposed for these pairs",
    change: "now {{now}}, proposed {{next}}",
    take: "Use these settings",
    leave: "Keep my settings",
    offered: "Your settings stay as they are if you do not take these.",
    taken: "These settings apply when you use the pairs.",
    already: "Your settings already are the proposed ones.",
    because: {
      muchToLearn:
        "There are about {{tokens}} target tokens to learn from. {{value}} units have enough room for them and still train quickly.",
      littleToLearn:
        "There are about {{tokens}} target tokens to learn from. {{value}} units are enough. A larger network learns them by heart sooner.",
      fewTokens:
        "There are only {{vocabulary}} different tokens. An embedding of {{value}} numbers is enough to tell them apart.",
      manyTokens:
        "There are {{vocabulary}} different tokens. An embedding of {{value}} numbers has enough room to tell them apart.",
      looksAhead:
        "Sources have up to {{longest}} tokens. If the encoder reads both ways, each state also knows the tokens after its own.",
      seenOnce:
        "On one side, {{once}} of {{onceOf}} tokens occur only once. Dropout makes it harder to learn them by heart.",
      fewPairs:
        "The {{train}} training pairs are repeated many times. Dropout makes it harder to learn them by heart.",
      manyPairs:
        "With {{train}} training pairs each pair is repeated few times. A little dropout is enough.",
      moreUpdates:
        "There are only {{train}} training pairs. Batches of {{value}} still give many updates per epoch (one pass over all pairs).",
      steadyUpdates:
        "There are {{train}} training pairs. Batches of {{value}} give many updates per epoch (one pass over all pairs), and the updates are stable.",
      usualRate:
        "In our tests on similar data, learning rates from 0.003 to 0.006 worked equally well. 0.001 was much slower.",
      passes:
        "This is about {{passes}} epochs (passes over the {{train}} training pairs). Longer training often makes the loss on the held-out pairs worse.",
      longEnough:
        "This is about {{passes}} epochs (passes over the {{train}} training pairs). Continue as long as the held-out examples get better.",
    },
  },
  problems: {
    empty: "There is no text. Give one pair per line: source, a tab, target.",
    tooLarge:
      "This is {{size}} MB. At most {{limit}} MB can be read. Keep only the first lines and try again.",
    unreadable:
      "The file can no longer be read. It has changed or was deleted since you chose it. Choose it again.",
    encoding:
      "This is not UTF-8 text (see byte {{byte}}). It may be an Excel file (.xlsx) or have another encoding. From Excel, copy the two columns and paste them here. From a text editor, choose “Save as” with the encoding UTF-8.",
    noTabs:
      "No line has a tab or “ | ” between source and target. Line {{line}} reads “{{text}}”. Put one tab between the two sides. From a spreadsheet, copy the two columns and paste them here.",
    tooFew:
      "Of {{read}} lines, only {{kept}} pairs can be used. At least {{least}} are needed. Give more lines.",
    tooFewLong:
      "Of {{read}} lines, only {{kept}} pairs can be used. At least {{least}} are needed. Give more lines, or raise “Longest side”.",
  },
  kept: {
    title: "Saved on this device",
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
    forgetAll: "Delete all sets",
    forgetAllAsk: "Delete all {{total}} sets of pairs from this device?",
    deleteAll: "Delete all",
    deleted: "Deleted.",
    cancel: "Cancel",
    keep: "Save these pairs on this device",
    keepHint:
      "They are saved only in this browser on this device and are not sent anywhere. You can delete them in this dialog at any time.",
    problems: {
      unavailable:
        "This browser cannot save anything for this page (for example in a private window). You can use your pairs until you close the page.",
      full: "The browser has no room left to save these pairs. You can use them until you close the page. Delete saved pairs to make room.",
      tooMany:
        "{{most}} sets of pairs are already saved, so these were not saved. You can use them until you close the page. Delete a set to make room.",
      tooLarge: "These pairs are too large to save. You can use them until you close the page.",
      gone: "These pairs are no longer saved on this device. They may have been deleted in another tab.",
      slow: "The browser’s storage has not answered yet. This device may be busy. Everything else still works. Try again later.",
      failed:
        "The browser could not read or change the saved pairs. Everything else still works. Try again.",
    },
  },
  inUse: {
    name: "Pairs in use: “{{name}}”.",
    kept: "Saved on this device.",
    unkept: "Not saved on this device. They are lost when you close the page.",
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
    same: "Starts a new model on these pairs. Until then the current model stays.",
    own: "Starts a new model on these pairs with your settings, not with the proposed ones.",
    proposed: "Starts a new model on these pairs with the proposed settings.",
  },
} as const;
