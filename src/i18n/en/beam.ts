/** English: beam search and its tree. */
export const beam = {
  title: "Beam search",
  how: "At each step every path kept so far is continued by every token, and the {{width}} continuations with the largest total stay; the others are pruned. A path that says <eos> is complete; in the step where it does so it takes one of these {{width}} places.",
  howOne:
    "A beam of width 1 keeps one path, continued by its likeliest token at each step: this is greedy decoding.",
  total: "Total: the sum of ln p along the path, in nats.",
  answer: "Best path: ‘{{text}}’, total {{total}}, which is a probability of {{probability}}.",
  answerUnfinished:
    "No path has said <eos> within the length limit. The likeliest: ‘{{text}}’, total {{total}}, which is a probability of {{probability}}.",
  scroller: "Tree of the beam search, scrollable",
  root: "sos",
  step: "Step {{step}}",
  nodeFirst: "‘{{token}}’: probability {{probability}}, total {{total}}, {{fate}}",
  node: "‘{{token}}’ after ‘{{before}}’: probability {{probability}}, total {{total}}, {{fate}}",
  nodeOfAnswer: "{{said}}, on the best path",
  fate: { kept: "kept", ended: "complete", pruned: "pruned" },
  hidden_one: "+ {{count}} pruned",
  hidden_other: "+ {{count}} pruned",
  key: {
    answer: "best path; a click shows its step",
    kept: "kept: goes on",
    ended: "complete: said <eos>",
    pruned: "pruned: not among the best {{width}}",
  },
  doubt: {
    title: "Is a wider beam always better?",
    length:
      "No. The total is a plain sum, not divided by the length, and each further token can only lower it: short answers are favoured, the more so the more paths are compared.",
    likely:
      "The search finds what the model holds to be likely, not what is right. Where the model is wrong, a wider beam finds its mistake more surely; in translation, quality falls again with wide beams (Koehn and Knowles 2017).",
    pruned:
      "And no beam looks at everything: a path pruned early might have had the largest total in the end.",
  },
} as const;
