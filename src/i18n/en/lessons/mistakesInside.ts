/** English: the lesson “Spot the mistake in the network”. */
import type { MISTAKES_INSIDE } from "../../../lessons/mistakesInside";
import type { TextsOf } from "../../requiredTexts";

export const mistakesInside = {
  steps: {
    finalPair: {
      title: "The last two states",
      source: "Lecture notes: Sequence to Sequence with Attention (2021), lab",
      say: "An encoder with two layers reads in both directions. PyTorch returns its four last states in h_n. The notes say: “there are two layers, so forward_hidden is the first layer and backward_hidden the second.”",
      ask: "What are h_n[-2] and h_n[-1] really?",
      choices: {
        layers: "Layer 1 and layer 2",
        lastLayer: "Layer 2, forward and backward",
        firstLayer: "Layer 1, forward and backward",
      },
      fact: "The order is: layer 1 forward, layer 1 backward, layer 2 forward, layer 2 backward.",
      why: "The code itself is right: it takes the two directions of the top layer. Only the words are wrong. Do not take outputs[:, -1] instead: its backward half has read only one token.",
      reveal: {
        right: "Yes.",
        layers: "So the notes say. But PyTorch keeps the two directions of a layer together.",
        firstLayer: "The first layer comes first; these are the last two.",
      },
    },
    permuted: {
      title: "Two layers ask",
      source: "Diary beside the PyTorch tutorial: attention decoder",
      say: "This model has one layer, and hidden is [1, B, {{size}}]. The line works. Now give the decoder two layers: hidden becomes [2, B, {{size}}]. The source on the stage has {{tokens}} tokens.",
      ask: "What happens at Wa(query) + Ua(keys)?",
      choices: {
        works: "It works: PyTorch takes the top layer",
        silent: "It runs, and the scores are wrong",
        error: "It stops with an error",
      },
      fact: "The query is [B, 2, {{size}}] and the keys are [B, {{tokens}}, {{size}}]. PyTorch can add them only if the two middle numbers are equal or one of them is 1.",
      why: "With a source of two tokens, and only then, the code runs without an error: layer 1 asks the first token and layer 2 asks the second. Such a mistake is worse than an error. Take the state of the top layer, hidden[-1:].",
      reveal: {
        right: "Yes.",
        works:
          "Nothing in this line chooses a layer. permute only changes the order of the dimensions.",
        other: "It depends on the number of source tokens: compare 2 with {{tokens}}.",
      },
    },
    narrow: {
      title: "Five numbers for all tokens",
      say: "The notes with two layers (DL-11) show the shapes with hidden size 5 and a vocabulary of 10,000. This new model has hidden size {{size}} and {{vocabulary}} target tokens. Its <logit>logits</logit> are s · W + b: {{size}} numbers of the state s, a matrix W of {{size}} × {{vocabulary}}, and a bias b for each token.",
      ask: "How many of the {{vocabulary}} logits can the state set freely, before all others are fixed?",
      unit: "Number of logits",
      do: "Press ‘Show me’. The page reads W and b from this model.",
      fact: "It is {{rank}}. From {{rank}} logits of a row, W and b, the page has computed the other {{others}} logits. In all {{rows}} rows its largest error is {{error}}.",
      why: "{{size}} numbers can move the logits in {{size}} directions only, however many tokens there are (the rank of W). Training does not change this. When we trained such models for this task, they got most sentences wrong. So the notes’ sizes are good for reading shapes, not for learning.",
      reveal: {
        right: "Yes.",
        all: "Each token has a logit of its own, but all of them come from the same {{size}} numbers.",
        few: "It is more: each number of the state adds a direction.",
        many: "It is fewer. Count the numbers that come in.",
      },
    },
    dropout: {
      title: "Where is the dropout?",
      source: "Notes: Bahdanau attention, line by line",
      say: "The notes say that dropout helps the decoder to work on new data: in training it sets numbers to 0 at random. See in which line it stands. In this model the cell reads {{token}} numbers of the token’s vector and {{key}} numbers of <contextVector>the context</contextVector>.",
      ask: "How many of these {{both}} numbers can this dropout set to 0?",
      unit: "Numbers",
      do: "Press ‘Show me’. The page reads the model’s parameters and computes all rows again, each with a token vector of zeros.",
      fact: "It can reach {{token}} of the {{both}} numbers. Even with the whole token vector set to 0 in every row, this model writes the same token in {{same}} of {{rows}} rows.",
      why: "Dropout stands around the embedding, before cat. So it can only take away what the last token says. The context, the state and the logits go past it. The dropout argument of nn.GRU acts between two layers, and this GRU has one.",
      reveal: {
        right: "Yes.",
        all: "The context joins after this line, so dropout never meets it.",
        few: "dropout_p is the share that is set to 0 each time. But each number of the token’s vector can be hit.",
        many: "It is fewer. Read which variable goes through self.dropout.",
      },
    },
    diagonal: {
      title: "“General is diagonal”",
      say: "The notes say of the score ‘general’, q · W k: “W is a diagonal matrix, a weight for each dimension.” This model has learned such a W, with {{size}} × {{size}} = {{numbers}} numbers. Measure how much of W lies on its diagonal: its squares there, divided by the sum of all squares.",
      ask: "What share of W lies on the diagonal?",
      unit: "Percent of the sum of squares",
      do: "Press ‘Show me’. The page reads W from this model.",
      fact: "Here {{share}} lies on the diagonal. If all numbers were equally large, it would be {{even}}. So the score is no similarity either: in row 1 ‘{{word}}’ has the score {{score}}; with query and key exchanged it would be {{exchanged}}.",
      why: "W is a full matrix (Luong et al., section 3.1): each number of the query can meet each number of the key. A diagonal W can only weight equal places, and it needs query and key of one length. The page has it as a score of its own, ‘diagonal’.",
      reveal: {
        right: "Close.",
        all: "So it would be if the notes were right.",
        high: "It is less.",
        low: "It is more.",
      },
    },
  },
  remember: {
    first:
      "Write the shape of each tensor beside the code. A shape that fits by chance gives no error.",
    second: "h_n goes layer by layer. Inside a layer, forward comes first, then backward.",
    third:
      "A claim about a network can be measured: read its matrix, set an input to 0, count what can change.",
  },
  where:
    "Course notes: the lecture with h_n and the diagonal W, the diary with permute, the notes line by line with dropout_p, the notes with two layers and hidden size 5. Luong et al. (2015), section 3.1. The PyTorch tab has a note on h_n, on permute and on cat.",
  open: "The notes also write that attention has “solved” long sentences. How would you test this claim with one number?",
} as const satisfies TextsOf<typeof MISTAKES_INSIDE>;
