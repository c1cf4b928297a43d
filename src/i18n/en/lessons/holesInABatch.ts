/** English: the lesson “A batch has holes”. */
import type { HOLES_IN_A_BATCH } from "../../../lessons/holesInABatch";
import type { TextsOf } from "../../requiredTexts";

export const holesInABatch = {
  steps: {
    holes: {
      title: "A rectangle of sentences",
      say: "The network learns from {{pairs}} pairs at once, <batch>a batch</batch>. A batch is a rectangle of numbers: one row for each sentence. But sentences have different lengths. So each short one is filled up with <pad>padding</pad> to the length of the longest.",
      ask: "What percentage of the source cells of the next batch is padding?",
      unit: "Padding in percent",
      do: "Press ‘Show me’. You can also open the tab ‘Batch’ yourself.",
      fact: "The longest source has {{longest}} tokens. {{empty}} of {{cells}} cells are padding: {{share}}.",
      why: "A computer multiplies whole rectangles, and that is fast. The price is cells that mean nothing. The network does not know this by itself: for it, padding is a token like all others. Three masks keep it out, and this lesson switches each of them off.",
      reveal: {
        right: "Close: you said {{guess}}.",
        low: "You said {{guess}}. It is more: one long sentence is enough to make all the others longer.",
        high: "You said {{guess}}. It is less.",
      },
    },
    after: {
      title: "Before the softmax, not after",
      say: "First <mask>the mask</mask> of the attention. It sets the scores of padding to −∞ before the <softmax>softmax</softmax>, so their weights are 0. Suppose you forget this. You compute the softmax over all cells and only then set the weights of padding to 0.",
      ask: "What do the other weights of a padded row sum to, on average?",
      unit: "Sum of the other weights",
      do: "Press ‘Show me’. You can also switch off ‘Attention mask’ yourself.",
      fact: "Without the mask, {{weight}} of the attention of the padded rows falls on padding. Set to 0 afterwards, it leaves {{left}}.",
      why: "Softmax divides by the sum over all cells, padding included. What padding has taken is lost, and the context becomes too short. With −∞, exp(−∞) is 0 in the fraction’s denominator as well, so the rest sums to 1. A short sentence then gives the same in any batch.",
      reveal: {
        right: "Close: you said {{guess}}.",
        one: "It would be 1 if the mask came before the softmax. Afterwards, the share of padding is missing.",
        other: "You said {{guess}}. The rest is 1 minus what padding has taken.",
      },
    },
    states: {
      title: "The encoder reads on",
      say: "The last state of the encoder begins the decoder. If the states are packed, the encoder stops in each row at its last real token. If not, it reads on over all padding, to the end of the rectangle.",
      ask: "How much does the decoder’s first state of the padded rows change?",
      do: "Press ‘Show me’. You can also switch off ‘Packed states’ yourself.",
      choices: {
        none: "Not at all: padding says nothing",
        little: "A little: less than a fifth",
        much: "Much: a fifth or more",
      },
      fact: "In the padded rows, the first state changes by {{change}} of its length on average. The loss of these {{rows}} rows goes from {{loss}} to {{changed}}.",
      why: "Each step computes a new state, whatever it reads. Even an embedding of zeros does not stop this: the matrix that multiplies the old state and the biases still work. So the summary of the sentence is overwritten step by step. In PyTorch, pack_padded_sequence prevents it; padding_idx does not. The PyTorch tutorial trains without packing and then tests without padding. We measured such a model: it had learned to need the padding, and without it most answers were wrong.",
      reveal: {
        right: "Yes.",
        none: "The cell computes at each position, also on padding.",
        other: "Look at the column ‘s₀ without packing’.",
      },
    },
    loss: {
      title: "A loss over nothing",
      say: "The target is filled up, too. The mask of the loss counts real tokens only. Switch it off, and the loss is the mean over all cells: now the model should also say padding after <eos>, which it has never learned.",
      ask: "How does the loss of these rows change?",
      do: "Press ‘Show me’. You can also switch off ‘Loss mask’ yourself.",
      choices: { lower: "It falls", same: "It stays", higher: "It rises" },
      fact: "{{pads}} of the {{counted}} tokens that count are now padding. The loss goes from {{loss}} to {{changed}}.",
      why: "This model was trained with the mask, so it has no idea of padding. A model that is trained without the mask learns it sooner than the words, because it needs no source to repeat one token. Then its loss and its accuracy look better than they are: much of them is about padding.",
      reveal: {
        right: "Yes.",
        lower:
          "That happens when a model was trained without the mask: padding is easy to learn. This model never learned it.",
        same: "The mean now has more terms, and these are not like the others.",
        higher: "This model has learned to say padding.",
      },
    },
    sameNumber: {
      title: "One number for two tokens",
      source: "PyTorch tutorial: NLP From Scratch, part 3",
      say: "The loss sees numbers, not words. The tutorial gives the number 0 to <sos>, and np.zeros fills the empty places of a target with 0. Its loss has no ignore_index.",
      ask: "What does this loss ask for in an empty place?",
      do: "Press ‘Show me’. The page counts in the next batch; the tab ‘Batch’ shows its first rows.",
      choices: { nothing: "For nothing", end: "For <eos> again", start: "For <sos>" },
      fact: "In the next batch {{empty}} of {{cells}} target places are empty. With the tutorial’s numbers the loss would ask for <sos> there: {{empty}} times. It asks for <eos> {{ends}} times, once in each row.",
      why: "0 means the start and an empty place at once. So the model learns to say <sos> after <eos>, sooner than it learns the words. And no mask can tell the two apart: with padding_idx=0, for example, the vector of <sos> would stay 0, too. Give padding a number of its own, as this page does.",
      reveal: {
        right: "Yes.",
        nothing: "Only ignore_index would leave these places out.",
        end: "<eos> has the number 1. An empty place holds 0.",
      },
    },
    now: {
      title: "Now you",
      say: "Each missing mask does its own damage, and two missing masks together can do more.",
      ask: "Leave the loss mask on. Switch off other masks until the loss of these rows is at least twice as large.",
      hint: "Try each of the two alone, and then both. Without packed states, the encoder also makes states over padding, and without the attention mask the decoder can look at them.",
      reveal: {
        reached: "The loss goes from {{loss}} to {{changed}}: {{times}} times as large.",
        small:
          "The loss goes from {{loss}} to {{changed}}, {{times}} times as large. Try the other masks.",
        lossMask:
          "The loss mask is off. Switch it on again: it changes what is counted, not what is computed.",
      },
    },
  },
  remember: {
    first:
      "Sentences of a batch are filled up to one length. For the network, padding is a token like all others.",
    second:
      "Mask the scores before the softmax; stop the encoder at the last real token; count real tokens only.",
    third:
      "Without masks a sentence gives another result in another batch, and loss and accuracy look too good.",
  },
  where:
    "Course notes: pack_padded_sequence in the lab of the course, and ignore_index of the loss. The PyTorch translation tutorial has no masks; compare its program with that of the Lab.",
  open: "The masks of this page make a sentence independent of its batch. Which layers of other networks would still mix the rows of a batch?",
} as const satisfies TextsOf<typeof HOLES_IN_A_BATCH>;
