/** English: the lesson “Look everywhere”. */
import type { LOOK_EVERYWHERE } from "../../../lessons/lookEverywhere";
import type { TextsOf } from "../../requiredTexts";

export const lookEverywhere = {
  steps: {
    wait: {
      title: "One step at a time",
      say: "This is the recurrent network of the lesson ‘Read the map’. Its encoder reads {{source}} tokens, <eos> included. Its decoder has {{rows}} rows. Each state needs the state before it, and the decoder begins with the encoder’s last state.",
      ask: "In training all tokens of this pair are known at once. Still, how many states must be computed one after the other?",
      unit: "States, one after the other",
      fact: "{{source}} + {{rows}} = {{both}}. A pair that is twice as long needs {{doubled}}. In training, a Transformer with one layer on each side computes {{layers}} layers one after the other, for a pair of any length.",
      why: "A GPU can work on many tokens at the same time, but only if no token waits for another. In a recurrent network each one waits. In a layer of a <transformer>Transformer</transformer> none does: every token looks at the others directly. So long sentences train much faster on a GPU. On this page sentences are short, and you will not see it.",
      reveal: {
        right: "Yes.",
        half: "That counts one half only. The states of the decoder come after those of the encoder.",
        low: "It is more. Count the states of both halves.",
        high: "It is less. There is one state for each token and one for each row.",
      },
    },
    corner: {
      title: "The same task, and a map again",
      say: "Here is a <transformer>Transformer</transformer>. It has learned the same task from the same pairs. It has no arrow from state to state. But its decoder looks at the source in each row, as you know it. So there is a map again: source tokens along the top, one row for each step.",
      ask: "Row {{row}} writes ‘{{said}}’. Click the cell of this row that will have the largest weight.",
      fact: "Row {{row}} looks most at ‘{{word}}’: weight {{weight}}. This is the mean of {{heads}} heads.",
      why: "Query, key, score, softmax, context: all five are still there. The query comes from the decoder, keys and values from the encoder. Two things are new. A matrix of its own makes the values, so a token is found with its key, but what it gives is another vector, its value. And several <attentionHead>heads</attentionHead> look at the same time, each with its own matrices.",
      reveal: {
        right: "Yes.",
        place:
          "‘{{picked}}’ has the same number in the source as the row. But the order of the words changes here, so it gets {{pickedWeight}}.",
        other: "‘{{picked}}’ gets {{pickedWeight}}.",
      },
    },
    every: {
      title: "Every token asks every token",
      say: "How does the encoder read without a state that goes from token to token? With attention again: each source token has a query, and it asks all {{tokens}} source tokens, including itself. This is <selfAttention>self-attention</selfAttention>. The map ‘Encoder looks at itself’ shows it: one row for each token that asks.",
      ask: "How many weights does one head compute for these {{tokens}} tokens?",
      unit: "Weights",
      fact: "{{tokens}} · {{tokens}} = {{weights}} weights for each head, and there are {{heads}} heads. For a source twice as long there are {{doubled}} for each head.",
      why: "Every token is one look away from every other one. In a recurrent network, information from the first token must go through every state in between. The price: the number of weights grows with the square of the length. A layer has more parts, which work on each token alone: a small feed-forward network, a norm, and a sum with the layer’s input.",
      reveal: {
        right: "Yes.",
        once: "That is one weight for each token. But each token asks all tokens.",
        self: "Each token also asks itself. These {{tokens}} weights are missing.",
        pairs: "Each of two tokens asks the other: a pair counts twice.",
        both: "That is the number for all heads together. One head has {{weights}}.",
        other: "It is another number: {{weights}}. Each token asks each token.",
      },
    },
    positions: {
      title: "Where is the word?",
      say: "In this source the word ‘{{word}}’ stands at place {{first}} and at place {{second}}. Both have the same <embedding>embedding</embedding>. Attention only compares vectors.",
      ask: "Each of the two has a query in the first layer. Are the two queries the same?",
      choices: { same: "Yes, the same", differ: "No, they differ" },
      fact: "They differ. Compared number by number, the largest difference is {{most}} (head 1). So the two tokens also give other weights to the same source tokens; the largest difference of two weights is {{apart}}.",
      why: "Before the first layer, a vector that belongs to the <position>position</position> is added to each embedding. Here it is made of sines and cosines. Without it both words would have the same query, and a sentence would be a bag of words: in another order, each token would have the same state in the encoder. A recurrent network needs no such vector, because it reads in order.",
      reveal: {
        right: "Yes. A vector of its position was added to each embedding first.",
        same: "Without positions you would be right. But a vector of its position was added to each embedding first.",
      },
    },
    mask: {
      title: "Do not look ahead",
      say: "The decoder has self-attention, too: each row looks at the tokens that have been fed so far. In training all {{rows}} of them are known from the start. Row {{row}} is fed ‘{{fed}}’ and must say ‘{{said}}’, which is the input of the next row.",
      ask: "How many of the {{rows}} input tokens may row {{row}} see?",
      unit: "Tokens",
      fact: "In self-attention, row {{row}} has weights on {{sight}} tokens: those that have been fed so far. The other {{hidden}} are hidden; in the map ‘Decoder looks back’ everything right of the diagonal is hidden.",
      why: "If row {{row}} saw the input of the next row, it would see the answer and learn only to copy it. A <causalMask>causal mask</causalMask> hides all later tokens: before softmax their scores become nearly −∞, so their weights are 0. So all rows can be trained at the same time, and each one knows no more than when it writes. When a Transformer writes an answer, nobody knows the next token. Then it also takes one step at a time.",
      reveal: {
        right: "Yes.",
        all: "Then it would see the token that it must say.",
        before: "It may also look at its own input.",
        other: "It sees its own input and everything before it: {{sight}}.",
      },
    },
    scale: {
      title: "Divide by √d",
      say: "Row {{row}} writes ‘{{said}}’. Head 1 gives its largest weight to ‘{{word}}’: {{scaled}}. Its queries and keys have {{size}} numbers. The score is query · key, divided by √{{size}} = {{root}}.",
      ask: "How large would this largest weight be without the division?",
      unit: "Largest weight",
      fact: "Without the division it would be {{unscaled}} instead of {{scaled}}.",
      why: "A dot product adds {{size}} products, so vectors with many numbers have scores far from 0. Softmax of such scores gives nearly everything to one token, and then its gradient is almost 0: the head can hardly learn to look elsewhere. Why the root? If the numbers are independent with mean 0 and variance 1, the sum of d products has variance d. Divided by √d it has variance 1. You can switch the division off beside the equation. This model has learned with it.",
      reveal: {
        right: "Yes.",
        same: "Softmax does not stay the same: without the division the differences of the scores are larger.",
        less: "It is the other way round: larger differences make softmax sharper.",
        other: "It goes up to {{unscaled}}.",
      },
    },
    now: {
      title: "Now you",
      say: "Every head reads the whole state. The heads share the hidden size: with more heads, the queries and keys of each have fewer numbers. The matrices of all heads together keep their size.",
      ask: "In the Lab, under ‘Model’, make a Transformer with four heads and at most {{limit}} parameters: as many as the recurrent network with additive attention has for this task.",
      hint: "Choose four heads first and look at the number of parameters: it does not change. Then make the hidden size smaller.",
      reveal: {
        reached:
          "{{heads}} heads with {{ofHead}} numbers each, {{parameters}} parameters, at most {{limit}}. Now train it, or compare it with the recurrent network in ‘Compare’.",
        recurrent: "This network is recurrent. Choose the Transformer as the kind of network.",
        heads: "It has {{heads}} heads. You need four.",
        large:
          "{{heads}} heads of {{ofHead}} numbers each, and {{parameters}} parameters. The limit is {{limit}}: the parameters of the recurrent network.",
      },
    },
  },
  remember: {
    first:
      "A recurrent network computes one state after the other. In training, a layer of a Transformer computes all tokens at the same time.",
    second:
      "Self-attention is the attention that you know, with query, key and value from the same sequence. Positions are added, and later tokens are masked in the decoder.",
    third: "When it answers, a Transformer also writes one token after the other.",
  },
  where:
    "In the notes: “the states are computed one after the other, so there is no parallel work and training is very slow”, and the draft, which ends with the remark that Transformers have overtaken it. Papers: Vaswani et al. (2017), sections 3.2, 3.5 and 4; Xiong et al. (2020), for the norm before each part, as in this network.",
  open: "Self-attention computes a weight for every pair of tokens. What would you leave out for a text of 100,000 tokens?",
} as const satisfies TextsOf<typeof LOOK_EVERYWHERE>;
