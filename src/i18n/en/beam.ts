/** English: beam search and its tree. */
export const beam = {
  title: "Beam search",
  how: "A path is the start of an answer. At each step every kept path is continued with every token. The {{width}} continuations with the largest total are kept, the others are pruned. A path that outputs <eos> is complete. In that step it takes one of the {{width}} places.",
  howOne:
    "A beam of width 1 keeps one path and adds its likeliest token at each step. This is greedy decoding.",
  total: "Total: the sum of ln p along the path (unit: nat).",
  answer:
    "Best path found: ‘{{text}}’, total {{total}}, which is a probability of {{probability}}.",
  answerUnfinished:
    "No path reached <eos> within the length limit. The likeliest path found: ‘{{text}}’, total {{total}}, which is a probability of {{probability}}.",
  scroller: "Tree of the beam search, scrollable",
  root: "sos",
  step: "Step {{step}}",
  nodeFirst: "‘{{token}}’: probability {{probability}}, total {{total}}, {{fate}}",
  node: "‘{{token}}’ after ‘{{before}}’: probability {{probability}}, total {{total}}, {{fate}}",
  nodeOfAnswer: "{{said}}, on the best path found",
  fate: { kept: "kept", ended: "complete", pruned: "pruned" },
  hidden_one: "+ {{count}} pruned",
  hidden_other: "+ {{count}} pruned",
  key: {
    answer: "best path found; a click selects its step",
    kept: "kept: continued in the next step",
    ended: "complete: ended with <eos>",
    pruned: "pruned: not among the best {{width}}",
  },
  doubt: {
    title: "Is a wider beam always better?",
    length:
      "No. The total is a plain sum. It is not divided by the length, and each further token can only lower it. So short answers have an advantage. A wider beam compares more paths and finds more of these short answers.",
    likely:
      "The search looks for what the model thinks is likely, not for what is right. Where the model is wrong, a wider beam can find the wrong answer more easily. In translation, very wide beams made the quality worse (Koehn and Knowles 2017).",
    pruned:
      "No beam compares all paths. A path that was pruned early could have had the largest total in the end.",
  },
} as const;
