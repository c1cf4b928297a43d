/** English: the lesson “Which answer to choose”. */
import type { WHICH_ANSWER } from "../../../lessons/whichAnswer";
import type { TextsOf } from "../../requiredTexts";

export const whichAnswer = {
  steps: {
    hot: {
      title: "Temperature",
      say: "In each row the network gives every token a probability. <greedy>Greedy</greedy> takes the likeliest one. In row {{row}} that is ‘{{said}}’ with probability {{chance}}. The second likeliest is ‘{{second}}’. A <temperature>temperature</temperature> divides all <logit>logits</logit> before the softmax, here by {{temperature}}.",
      ask: "Does another token become the likeliest one in row {{row}}?",
      fact: "At temperature {{temperature}}, ‘{{said}}’ has probability {{hotChance}} in place of {{chance}}. It stays the likeliest.",
      why: "Dividing by a positive number keeps the order of the logits. The probabilities get more alike, but the largest stays the largest. So temperature changes nothing for greedy. It changes what sampling draws.",
      choices: { same: "No, it stays the same one", changes: "Yes, another one" },
      reveal: {
        right: "Yes.",
        changes: "The probabilities change, but not their order.",
      },
    },
    draw: {
      title: "Sampling",
      say: "<sampling>Sampling</sampling> draws a token by its probability. In row {{row}} greedy takes ‘{{said}}’, which has probability {{chance}}.",
      ask: "How likely is it that sampling writes another token than ‘{{said}}’ in row {{row}}?",
      unit: "Probability",
      do: "Press ‘Show me’ for a draw. You can also choose sampling in the player.",
      fact: "All other tokens together have {{other}}. This draw of the whole answer is ‘{{drawn}}’; greedy wrote ‘{{answer}}’.",
      why: "The probabilities of a row sum to 1. What the likeliest token does not have is left for the others. A lower temperature makes them rarer. Note that a draw in an early row also changes what the later rows read.",
      reveal: {
        right: "Yes, you said {{guess}}.",
        never: "That is greedy. Sampling draws other tokens, too.",
        low: "You said {{guess}}. It is more likely than that.",
        high: "You said {{guess}}. It is less likely than that.",
      },
    },
    one: {
      title: "A beam of width 1",
      say: "<beam>Beam search</beam> keeps the best partial answers in every row, as many as its width. It compares their total probability: the product of the probabilities of their tokens. Greedy writes ‘{{answer}}’.",
      ask: "What does a beam of width 1 write?",
      do: "Press ‘Show me’. You can also choose beam search and width 1 in the player.",
      fact: "The beam of width 1 writes ‘{{now}}’.",
      why: "Width 1 keeps one partial answer, and the best continuation of one answer is its likeliest next token. That is greedy.",
      choices: {
        same: "The same as greedy",
        likelier: "The likeliest answer of all",
        other: "Another answer",
      },
      reveal: {
        right: "Yes.",
        wrong: "With one partial answer there is nothing to compare it with.",
      },
    },
    wider: {
      title: "A wider beam",
      say: "Greedy writes ‘{{answer}}’. The sum of ln p of its tokens is {{was}}; nearer to 0 is likelier. Now the beam keeps {{width}} partial answers.",
      ask: "What does the beam of width {{width}} find?",
      do: "Press ‘Show me’. You can also choose beam search and width {{width}} in the player.",
      fact: "It writes ‘{{now}}’. The sum of ln p is {{is}}; for greedy it was {{was}}.",
      why: "Greedy takes the likeliest token now, even if only poor continuations follow. A beam can first take a less likely token and win later. It costs {{width}} times the work in every row, and it does not always find more.",
      choices: {
        same: "The same answer",
        likelier: "Another answer, which is likelier",
        lessLikely: "Another answer, which is less likely",
      },
      reveal: {
        right: "Yes.",
        same: "It finds another one.",
        likelier: "It does not find a likelier one.",
        lessLikely: "A beam keeps what is likelier, not less likely.",
      },
    },
    blame: {
      title: "Whose mistake?",
      say: "Another sentence. The beam writes ‘{{answer}}’ (sum of ln p: {{own}}). Right is ‘{{expected}}’. There are two reasons for a wrong answer. Search error: the network finds the right answer likelier, but the search has missed it. Model error: the network finds the wrong answer likelier.",
      ask: "Which one is it here?",
      do: "Press ‘Show me’. The page feeds the right answer and adds up its ln p. You can also switch teacher forcing on.",
      fact: "The right answer has {{right}}, the beam’s answer {{own}}.",
      why: "If the right answer has the larger sum, a wider beam can help. If not, the best search finds the wrong answer, and only more training or another model helps. A sum also favours short answers, because every token makes it smaller. So many systems divide by the length.",
      choices: { search: "Search error", model: "Model error" },
      reveal: {
        right: "Yes.",
        search: "The search has found the likelier answer. The model prefers the wrong one.",
        model: "The model prefers the right answer. The search has missed it.",
      },
    },
    now: {
      title: "Now you",
      say: "The beam’s answer is on the stage, and greedy’s stands beside it.",
      ask: "Type a sentence for which the two differ.",
      hint: "Sentences with adjectives make this network doubtful. Try: {{example}}",
      reveal: {
        reached:
          "They part in row {{row}}: the beam writes ‘{{beam}}’, greedy writes ‘{{greedy}}’.",
        alike: "Both write the same here. Try another sentence.",
        alone: "Choose beam search, and greedy beside it, in the player again.",
      },
    },
  },
  remember: {
    first: "Temperature keeps the order of the tokens: greedy stays the same, sampling changes.",
    second: "A beam compares whole partial answers. Width 1 is greedy.",
    third:
      "A wrong answer is a search error if the right one is likelier, and a model error if it is not.",
  },
  where:
    "Course notes: greedy decoding with topk(1); beam search is not in them. Papers: Sutskever, Vinyals and Le (2014), section 3.2; Koehn and Knowles (2017), section 3.6 on beams that are too wide.",
  open: "Why can a very wide beam give worse translations, although each of its answers is likelier?",
} as const satisfies TextsOf<typeof WHICH_ANSWER>;
