/** English: the lesson “A map is not a reason”. */
import type { NOT_A_REASON } from "../../../lessons/notAReason";
import type { TextsOf } from "../../requiredTexts";

export const notAReason = {
  steps: {
    look: {
      title: "Where would you look?",
      say: "This model writes a word backwards. It writes {{match}} of the held-out words exactly right. Its score is the dot product, and its encoder reads from left to right.",
      ask: "Row {{row}} writes ‘{{said}}’. Where does it look most? Click the cell.",
      fact: "It looks most at ‘{{word}}’, with weight {{weight}}. ‘{{said}}’ itself has {{ownWeight}}. {{letters}} rows write a right letter. {{agree}} of them look most at that letter in the source.",
      why: "The weights do not mix letters; they mix encoder states. A state is not its letter. The next part shows what is in it.",
      reveal: {
        right: "Yes.",
        own: "One would expect this. But this model gives its own letter only {{ownWeight}}.",
        other: "Not at ‘{{picked}}’.",
      },
    },
    reads: {
      title: "What is in a state?",
      say: "Row {{row}} takes almost all from the column ‘{{word}}’. What it takes is <hiddenState>the encoder’s state</hiddenState> at ‘{{word}}’.",
      ask: "Which letters has this state read?",
      choices: {
        own: "Only its own letter",
        upTo: "All letters from the first one to its own",
        all: "All letters of the source",
      },
      fact: "The state at ‘{{word}}’ has read everything from ‘{{first}}’ to ‘{{word}}’, and so ‘{{said}}’, too.",
      why: "The encoder computes each state from its letter and from the state before. So a column can hold the letter before its own. This model has learned to look one place further and to take the letter from there. A map shows which states are used. It does not show what is in them.",
      reveal: {
        right: "Yes.",
        own: "The embedding has only its own letter. The state also has the state before it.",
        all: "An encoder that reads in one direction does not know what comes later.",
      },
    },
    force: {
      title: "Put the map right",
      say: "Suppose we correct the map: in row {{row}}, the whole weight goes to ‘{{said}}’, the letter that the row writes.",
      ask: "What does row {{row}} write then?",
      do: "Press ‘Show me’. You can also select the cell of ‘{{said}}’ in row {{row}} and choose ‘Attend here only’.",
      choices: {
        same: "The same letter, more surely",
        previous: "The letter before it in the source",
        else: "Something else",
      },
      fact: "With the whole weight on ‘{{said}}’, row {{row}} writes ‘{{now}}’.",
      why: "This decoder has learned to use states that have read one letter more. In training it never had to find ‘{{said}}’ in the state at ‘{{said}}’, so nothing has taught it what to write from there. (The letter before it in the source is ‘{{previous}}’.) The map that looked wrong is the one that this model has learned to use.",
      reveal: {
        right: "Yes.",
        same: "So it would be if a state were its letter.",
        previous: "The last part could make you think so. Here the row writes something else.",
        else: "Not quite.",
      },
    },
    hide: {
      title: "Hide a letter",
      say: "Now the map is as before, and the page hides ‘{{said}}’ from the attention, in all rows. The encoder still reads it.",
      ask: "Which row is the first to write something else? Click it in the map, or choose it.",
      do: "Press ‘Show me’. You can also open the menu of the column ‘{{said}}’ and hide it there.",
      fact: "Row {{changed}} wrote ‘{{was}}’ and had looked most at ‘{{looked}}’. Now it writes ‘{{now}}’.",
      why: "Row {{row}}, which writes ‘{{said}}’, had only {{ownWeight}} of its weight there. This is what makes it evidence: we changed one thing and saw what depends on it. A map alone is only an observation.",
      reveal: {
        right: "Yes.",
        own: "Row {{row}} writes ‘{{said}}’ as before. It did not look there.",
        none: "No row changes: the model does without this column.",
        other: "Row {{picked}} is not the first.",
      },
    },
    contrast: {
      title: "The same task, another map",
      say: "Another model has learned the same task. Its encoder reads in both directions, and its score is general. It has learned to write words backwards, too.",
      ask: "Where does row {{row}} of that model look most? Click the cell.",
      do: "Press ‘Show me’ to bring the other model.",
      fact: "It looks most at ‘{{now}}’ ({{nowWeight}}). In this model, {{nowAgree}} of the {{nowLetters}} rows with a right letter look most at that letter in the source. In the first model it was {{agree}} of {{letters}}.",
      why: "The first model writes ‘{{answer}}’, the second ‘{{answerNow}}’. Their maps differ. So the answer does not decide the map. To read a map as an alignment, you must check it against the right letters, as the numbers here do.",
      reveal: {
        right: "Yes.",
        own: "Not at its own letter in this model, either.",
        before: "That was the place of the first model. This one has learned otherwise.",
        other: "‘{{picked}}’ is not the largest.",
      },
    },
    now: {
      title: "Now you",
      say: "If two maps lead to the same answer, the map alone does not explain the answer.",
      ask: "Move the weights of a row to another letter, so that the answer stays exactly the same.",
      hint: "Try a late row: the decoder then knows how many letters are left. Select the cell of a neighbouring letter, open its menu (the button with three dots) and choose ‘Attend here only’.",
      reveal: {
        reached:
          "Row {{row}} looked at ‘{{from}}’ and now looks at ‘{{to}}’. The answer stays ‘{{answer}}’: two maps, one answer.",
        unmoved: "Row {{row}} still looks most at ‘{{to}}’. Move it to another letter.",
        changed:
          "With row {{row}} at ‘{{to}}’ the answer is ‘{{answer}}’. Try another place or row.",
      },
    },
  },
  remember: {
    first:
      "Weights say which states a row uses, not which words. A state holds more than its word.",
    second: "Right answers do not prove that the map is an alignment.",
    third: "To learn what an answer depends on, change something and look at the answer.",
  },
  where:
    "Papers: Koehn and Knowles (2017), section 3.5: attention can be off by one word. Jain and Wallace (2019) “Attention is not Explanation”, and the reply by Wiegreffe and Pinter (2019).",
  open: "Hiding a column is an edit, too, but one that training never showed the model. How far do you trust what it shows?",
} as const satisfies TextsOf<typeof NOT_A_REASON>;
