/** English: the lesson “Four ways to score”. */
import type { FOUR_SCORES } from "../../../lessons/fourScores";
import type { TextsOf } from "../../requiredTexts";

export const fourScores = {
  steps: {
    cost: {
      title: "What a score costs",
      say: "<score>A score</score> compares a query q with a key k. Here both have {{size}} numbers. There are four ways. Dot: q · k, the sum of {{size}} products; nothing is learned. Diagonal: one learned factor for each product. Additive: v · tanh(W q + U k), with two learned matrices and a vector, {{additive}} parameters in this model.",
      ask: "The fourth way, general, puts one learned matrix W between them: q · W k. How many parameters does it have?",
      unit: "Parameters of W",
      fact: "Dot has {{dot}} parameters, diagonal {{diagonal}}, general {{general}}, additive {{additive}}.",
      why: "W has a row for each of the {{size}} numbers of the query and a column for each of the {{size}} numbers of the key. {{size}} × {{size}} = {{general}}. Diagonal is the same with zeros everywhere beside the diagonal.",
      reveal: {
        right: "Yes.",
        few: "You said {{guess}}. It needs more: a whole matrix.",
        many: "You said {{guess}}. It needs fewer: one matrix.",
      },
    },
    possible: {
      title: "When a score is impossible",
      say: "Suppose the encoder reads the source in both directions. Then each key has two states side by side, {{both}} numbers. The query still has {{size}}.",
      ask: "Which scores become impossible? Think of the lengths of q and k.",
      fact: "Dot and diagonal multiply number by number, so q and k need the same length. General and additive have a matrix that brings the key to the length of the query.",
      why: "You see it in code: a program cannot multiply {{size}} numbers by {{both}} numbers one by one, so it stops with an error. A matrix W of {{size}} × {{both}} changes the length. So a learned matrix does not only give more freedom. Sometimes it makes the score possible.",
      choices: {
        none: "None of them",
        equal: "Dot and diagonal",
        learned: "General and additive",
        all: "All of them",
      },
      reveal: {
        right: "Yes.",
        none: "Two of them need vectors of the same length.",
        all: "Two of them have a matrix, which can change the length.",
        learned: "It is the other way round.",
      },
    },
    withoutTanh: {
      title: "What the tanh is for",
      say: "This model’s score is additive: v · tanh(W q + U k). The tanh bends each number into the range from −1 to 1. Suppose you leave it out and keep all parameters of the trained model: v · (W q + U k) = v · W q + v · U k.",
      ask: "The query q differs from row to row, the keys do not. How much do the rows of the map without tanh differ from each other?",
      do: "Press ‘Show me’. The page reads the parameters of this model and computes both maps.",
      fact: "With tanh, two rows differ by up to {{bent}} at one token. Without tanh, they differ by {{straight}}.",
      why: "Without the tanh the score is a sum of two parts, v · W q and v · U k. The first is the same for all tokens of a row. Softmax ignores what all scores share, so the query has no effect, and every row is the same. With the tanh, the sum cannot be split in this way, so the query counts.",
      choices: {
        apart: "More than with tanh",
        alike: "Less than with tanh",
        equal: "Not at all",
      },
      reveal: {
        right: "Yes, and exactly so.",
        alike: "Even less: they are equal.",
        apart: "The opposite: they are equal.",
      },
    },
    swap: {
      title: "Another score, another map?",
      say: "The page has a second model, trained on the same sentences with the dot product. In this map, row {{row}} writes ‘{{said}}’ and looks most at ‘{{word}}’.",
      ask: "Where does row {{row}} of the other model look most? Click the cell.",
      do: "Press ‘Show me’ to bring the other model.",
      fact: "In the dot model, row {{row}} looks most at ‘{{now}}’ ({{weight}}). In {{agree}} of {{rows}} rows, both models look most at the same token. Held-out sentences exactly right: {{match}} with the additive score, {{matchNow}} with the dot product.",
      why: "The encoder states already hold more than their own token, so the word can be found at more than one place. Training looks only at the translation. Two models with right answers can look at different places.",
      reveal: {
        right: "Yes.",
        moved: "This place was that of the first model. Here ‘{{picked}}’ has {{pickedWeight}}.",
        other: "‘{{picked}}’ has {{pickedWeight}}.",
      },
    },
    now: {
      title: "Now you",
      say: "Build a model that reads the source in both directions.",
      ask: "Open the Lab and set the encoder to both directions. Then choose the possible score with the fewest parameters, and come back.",
      hint: "In the Lab, tab Model: choose the direction, and see which scores stay possible. The size of the model stands at the bottom of the tab.",
      reveal: {
        reached:
          "{{score}} has {{own}} parameters here. It is the cheapest score that a two-way encoder allows.",
        costly: "{{score}} is possible, with {{own}} parameters. There is a cheaper one.",
        noAttention: "Now the model has no attention at all, so it has no score.",
      },
    },
  },
  remember: {
    first: "Dot has no parameters, diagonal H, general H × H, additive two matrices and a vector.",
    second: "Dot and diagonal need a query and a key of the same length.",
    third: "Without the tanh, the additive score forgets the query, and every row is the same.",
  },
  where:
    "Course notes: the list of score functions, where “general” is sometimes called diagonal. Papers: Bahdanau, Cho and Bengio (2015), appendix A.1.2; Luong, Pham and Manning (2015), section 3.1.",
  open: "A larger encoder makes dot products larger on average. Which score would you trust with H = 1,024, and why?",
} as const satisfies TextsOf<typeof FOUR_SCORES>;
