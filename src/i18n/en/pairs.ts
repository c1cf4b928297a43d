/** English: a user's own sentence pairs, outside their dialog. */
export const pairs = {
  away: {
    reason: "The pairs of this model are not here. It can decode, but it cannot train.",
    give: "Give the pairs",
  },
  open: "Use your own pairs",
  inUse: {
    name: "Pairs in use: “{{name}}”.",
    kept: "Saved on this device.",
    unkept: "Not saved on this device. They are lost when you close the page.",
  },
  keptProblems: {
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
} as const;
