/** English: the lesson “Spot the mistake in training”. */
import type { SPOT_THE_MISTAKE } from "../../../lessons/spotTheMistake";
import type { TextsOf } from "../../requiredTexts";

export const spotTheMistake = {
  steps: {
    coin: {
      title: "A coin for each step",
      source: "Lecture notes: Sequence to Sequence with Attention (2021), lab",
      say: "Each step of training feeds the true token or the model’s own. Here top_ids is the model’s own token, and random() is a number between 0 and 1. A student wants mostly the truth and sets teacher_forcing_prob to {{written}}.",
      ask: "In what share of the steps does this line feed the truth?",
      unit: "Percent of the steps",
      fact: "The line feeds the truth in {{fed}} of the steps. With teacher_forcing_prob = 1 it never does.",
      why: "random() is larger than {{written}} in only {{fed}} of all cases. The sign is turned round: < is right. The default of these notes is 0.5, and there both signs give the same. So the mistake stays hidden until somebody changes the number.",
      reveal: {
        right: "Yes.",
        named: "That is what the name promises: {{chance}}. Read the sign again.",
        other: "Only the sign and the number decide.",
      },
    },
    twice: {
      title: "A loss that cannot reach 0",
      source: "Notes: Seq2Seq with two layers (DL-11)",
      say: "This decoder returns probabilities. The notes show no loss; suppose it is <crossEntropy>the cross-entropy</crossEntropy>, as usual: loss = F.cross_entropy(prediction, trg). This model has {{vocabulary}} target tokens; guessing evenly costs ln {{vocabulary}} = {{guessing}}.",
      ask: "The model gives the right token a probability of 1. What loss does this code report?",
      unit: "Loss",
      fact: "Even a perfect answer costs {{floor}}. The answer on the stage has a loss of {{loss}}; with this code it would be {{twice}}.",
      why: "cross_entropy has a softmax inside, so softmax is applied twice. The second softmax gets numbers between 0 and 1. The largest difference is 1, so the right token gets at most e times as much as any other. The gradient gets small as well, and the loss seems stuck. Return the logits.",
      reveal: {
        right: "Yes.",
        zero: "This would be true if the loss took probabilities. It takes logits.",
        low: "It is higher.",
        high: "It is lower, but far from 0.",
      },
    },
    firstRow: {
      title: "Row 0",
      source: "Lecture notes: Sequence to Sequence with Attention (2021), lab",
      say: "The loop begins at t = 1, because token 0 is <sos> and is given. Row 0 of outputs keeps its zeros. The notes do not show the loss; suppose it takes all rows.",
      ask: "What does training do with the loss of row 0?",
      choices: { falls: "It falls to 0", stays: "It always stays the same", grows: "It grows" },
      fact: "Row 0 always costs ln {{vocabulary}} = {{guessing}}. The mean loss of this answer is {{loss}}; with row 0 it would be {{withZeros}}.",
      why: "{{vocabulary}} equal logits give each token the same probability. No parameter has a part in these zeros, so no gradient reaches one. The model learns as before. But the reported loss cannot reach 0, and you cannot compare it with others.",
      reveal: {
        right: "Yes.",
        falls: "Training changes parameters. These zeros come from none.",
        grows: "The zeros stay zeros, so their loss stays, too.",
      },
    },
    noStart: {
      title: "A target without its ends",
      source: "Notes: Seq2Seq with two layers (DL-11)",
      say: "The notes test their model with this target of five words. Suppose the loss compares outputs[:, t] with trg[:, t] from t = 1 on, as the loop does. And suppose the answer on the stage, ‘{{answer}}’, stands in trg in the same way, without <sos> and <eos>.",
      ask: "Which token of the answer does training never ask for? Click it, or choose it.",
      fact: "The loss begins with ‘{{second}}’, right after <sos>. ‘{{first}}’ is never fed and never asked for.",
      why: "The loop skips place 0 because it expects <sos> there. Without <sos>, it skips the first word. And without <eos> the model never learns when to stop.",
      reveal: {
        right: "Yes.",
        end: "That is one: <eos> is not in trg at all. There is a second one.",
        other: "‘{{picked}}’ stands at a place that the loop reaches.",
      },
    },
    padLoss: {
      title: "A loss that looks good",
      source: "PyTorch tutorial: NLP From Scratch, part 3",
      say: "The tutorial fills each target up to {{places}} places with padding. The answer on the stage has {{real}} tokens, so {{pads}} places are padding. Padding is easy: suppose the model predicts it perfectly, at a loss of 0.",
      ask: "Suppose the mean loss of the {{real}} real tokens is {{mean}}. What loss does this code report?",
      unit: "Reported loss",
      fact: "It reports {{reported}}: a sum over {{real}} real tokens, divided by {{places}} places.",
      why: "Without ignore_index every place counts. The more padding, the better the loss looks. The accuracy looks better in the same way. Padding must be left out of the sum and of the number of tokens.",
      reveal: {
        right: "Yes.",
        same: "That would be the mean of the real tokens only. This code counts all places.",
        high: "Places without loss make a mean smaller. It is lower.",
        low: "The real tokens still count. It is higher.",
      },
    },
    length: {
      title: "How long is the answer?",
      source: "Notes: Seq2Seq with two layers (DL-11)",
      say: "The notes keep the answers in a table of {{places}} places, filled with zeros. Place 0 stays empty. The answer on the stage has {{words}} tokens and then <eos>.",
      ask: "What does this line give as the length of the answer?",
      unit: "actual_lengths",
      fact: "It gives {{counted}}. The answer has {{words}} tokens.",
      why: "The line counts all places that are not <eos>. The zeros behind the answer are not <eos>, and place 0 is not either. The right line looks for the place of the first <eos>.",
      reveal: {
        right: "Yes.",
        words: "That is what the name promises. The line also counts the empty places.",
        all: "One place holds <eos>. It does not count.",
        other: "Count the places that are not <eos>, empty ones included.",
      },
    },
    ended: {
      title: "When does the batch stop?",
      source: "Notes: Seq2Seq with two layers (DL-11)",
      say: "Two answers are written side by side in a batch, without the truth, so current_token is the model’s own token. Answer A is on the stage: it says <eos> at step {{own}}. Answer B says <eos> at step {{other}}, and other tokens after it.",
      ask: "When does this loop stop?",
      choices: {
        first: "At the first <eos>",
        last: "When both have said <eos>",
        never: "Never by itself: it runs to its limit",
      },
      fact: "A says <eos> at step {{own}} and B at step {{other}}. At no step do both say it, so the loop runs to its limit of {{places}} steps.",
      why: "The line tests only the tokens of the present step. It forgets who has ended before. Each row needs a mark that stays: finished |= top1 == eos. Everything after a row’s first <eos> is then ignored.",
      reveal: {
        right: "Yes.",
        first: "all() needs <eos> in every row.",
        last: "That is what the loop should do. But it remembers nothing from earlier steps.",
      },
    },
  },
  remember: {
    first:
      "Read what the code does, not what its names and comments promise. Then test it with one number that you know.",
    second:
      "An untrained model has a loss near ln V; a perfect one has 0. If not, look at the loss.",
    third:
      "The worst mistakes run without an error: a sign that is turned round, or padding that counts.",
  },
  where:
    "Course notes: the lecture with teacher_forcing_prob, the notes with softmax in the decoder and actual_lengths, the tutorial with MAX_LENGTH. The PyTorch tab has a note on each of these lines.",
  open: "A loss falls as it should, but the answers are bad. Which of these mistakes can be the reason, and which number would show it?",
} as const satisfies TextsOf<typeof SPOT_THE_MISTAKE>;
