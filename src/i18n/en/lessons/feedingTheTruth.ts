/** English: the lesson “Feeding the truth”. */
import type { FEEDING_THE_TRUTH } from "../../../lessons/feedingTheTruth";
import type { TextsOf } from "../../requiredTexts";

export const feedingTheTruth = {
  steps: {
    stays: {
      title: "Does the truth correct a mistake?",
      say: "This network writes a word backwards, without attention. Each row reads the token that the row before has written. Row {{row}} makes a mistake: it writes ‘{{said}}’, but right is ‘{{right}}’. With <teacherForcing>teacher forcing</teacherForcing>, each row reads the token that the row before should have written, whatever it has written.",
      ask: "Switch teacher forcing on. What does row {{row}} write then?",
      do: "Press ‘Show me’, or use the switch ‘Teacher forcing’ yourself.",
      fact: "Row {{row}} writes ‘{{now}}’. But row {{next}} now reads ‘{{fed}}’.",
      why: "Up to row {{row}} all answers were right, so the rows read the same tokens as before and compute the same numbers. Teacher forcing does not look at the answer and does not correct it. It only chooses what the next row reads.",
      choices: {
        corrected: "The right token",
        same: "Still the same wrong token",
        other: "Another token",
      },
      reveal: {
        right: "Yes.",
        corrected: "No: nothing has changed for this row. It has read the same tokens as before.",
        other: "No: this row has read the same tokens as before, so it computes the same.",
        same: "This time it does change.",
      },
    },
    marked: {
      title: "What should a row write?",
      say: "Teacher forcing is on. Row {{rowBefore}} has written ‘{{saidBefore}}’, which is wrong, and row {{row}} reads ‘{{fed}}’, which is right. Training compares each row with one token, its <target>target</target>.",
      ask: "What is the target of row {{row}}?",
      fact: "The target of row {{row}} is ‘{{wanted}}’, with teacher forcing or without. Here it writes ‘{{said}}’.",
      why: "Think of an exam in which part (b) needs the result of part (a). The teacher gives you the official result for (a), so that you can go on. You are still marked on your own (a), and on (b). The targets never change, only what you go on with.",
      choices: {
        after: "The token that comes next in the right answer",
        read: "The token that it reads",
        own: "The token that would follow the model’s own mistake",
      },
      reveal: {
        right: "Yes.",
        read: "That was the target of the row before. A row must write the next token, not the one that it reads.",
        own: "The target does not depend on what the model has written.",
      },
    },
    follow: {
      title: "One wrong token",
      say: "Outside training nobody knows the truth, so each row reads the model’s own answer. This word comes out right: ‘{{was}}’. Now the page puts ‘{{slip}}’ into row {{row}} in place of ‘{{said}}’, and row {{next}} reads it. The network has no attention.",
      ask: "{{later}} rows come later. How many of them then write another token than before?",
      do: "Press ‘Show me’. You can also choose ‘{{slip}}’ for row {{row}} yourself.",
      fact: "Now the answer is ‘{{now}}’. {{changed}} of the {{later}} later rows write another token.",
      why: "In training with the truth the network has never read a wrong token of its own. The decoder computes its state from the token that it reads. A wrong token brings it to a state that it never had in training, so more errors can follow: letters move, get lost or come from nowhere. This is <exposureBias>exposure bias</exposureBias>.",
      choices: { none: "None", few: "Some, but less than half", most: "Half of them or more" },
      reveal: {
        right: "Yes.",
        none: "The wrong token has an effect: later rows change.",
        few: "You said some, but less than half. Here it is not so.",
        most: "It is fewer than half.",
      },
    },
    recover: {
      title: "The same slip with attention",
      say: "This network has attention and writes ‘{{was}}’, too. The page puts the same wrong token ‘{{slip}}’ into row {{row}}.",
      ask: "How many of the {{later}} later rows write another token than before?",
      do: "Press ‘Show me’. You can also choose ‘{{slip}}’ for row {{row}} yourself.",
      fact: "Now the answer is ‘{{now}}’. {{changed}} of the {{later}} later rows write another token.",
      why: "The query still tells which place of the source comes next, and attention takes the letter from there. So this model depends less on what it reads. How far an error goes is a matter of the model and the task, not only of the training.",
      choices: { none: "None", few: "Some, but less than half", most: "Half of them or more" },
      reveal: {
        right: "Yes.",
        none: "Some do change.",
        few: "You said some, but less than half. Here it is not so.",
        most: "It is fewer than half.",
      },
    },
    gap: {
      title: "Two accuracies",
      say: "Back to the network without attention. The page tests it with words that were not in training (held-out words). If each row reads the model’s own answer (<freeRunning>free-running</freeRunning>), {{free}} of the tokens are right.",
      ask: "What percentage of the tokens is right with teacher forcing?",
      unit: "Percent of the tokens right",
      do: "Press ‘Show me’. You can also press Evaluate under Results.",
      fact: "Fed its own answers: {{free}} right. Fed the truth: {{forced}}. Words without any mistake, fed its own answers: {{match}}.",
      why: "With the truth a mistake cannot spread. So a loss or an accuracy measured with teacher forcing looks better than what a user gets. Before you trust a low loss, look at free-running answers.",
      reveal: {
        right: "Yes, you said {{guess}}.",
        below:
          "You said {{guess}}. With the truth it is higher than without: a mistake cannot spread.",
        low: "You said {{guess}}. It is higher.",
        high: "You said {{guess}}. It is lower: the rows still make mistakes of their own.",
      },
    },
    never: {
      title: "Never the truth?",
      say: "The share of tokens for which training feeds the truth is called <feedTruth>P(feed truth)</feedTruth>. This model writes dates, with attention; its training always fed the truth, so P was 1. The curve shows the exact match, the share of answers without a mistake, over the updates of training. After {{update}} updates it was {{fed}}. A second model has had P = 0: it read only its own answers, from the first update on.",
      ask: "What was the exact match of the second model after {{update}} updates? Drag the point, or use the slider.",
      do: "Press ‘Show me’ to bring the second model and its curve.",
      fact: "After {{update}} updates it had {{own}}, against {{fed}} with the truth. After {{last}} updates it has {{ownLast}}, against {{fedLast}}.",
      why: "At the start its own answers are noise, so with P = 0 it learns from wrong inputs and is slower. But it does learn. On small tasks like these both end alike, so do not expect a large exposure bias here. On real text people begin with P = 1 and lower it (<scheduledSampling>scheduled sampling</scheduledSampling>); whether that helps depends on the task.",
      axes: {
        x: "Updates",
        y: "Exact match, from 0 to 1",
        none: "Not chosen yet",
      },
      reveal: {
        right: "Yes, you said {{guess}}.",
        same: "You said {{guess}}, as with the truth. Early in training it makes a difference.",
        low: "You said {{guess}}. It was better than that.",
        high: "You said {{guess}}. It was not that good.",
      },
    },
    oneCoin: {
      title: "One coin for the whole batch",
      say: "This model is the lab of a course: it feeds the truth with a probability of {{chance}}. In each step of training, one coin decides for all {{pairs}} rows of <batch>the batch</batch> whether they read the truth or the model’s own tokens. So the steps of a row make a pattern, for example: truth, own, own, truth.",
      ask: "How many different patterns do the {{pairs}} rows of the next batch have?",
      unit: "Number of patterns",
      do: "Press ‘Show me’. You can also open the tab ‘Batch’ yourself.",
      fact: "Different patterns in the {{rows}} rows on show: {{patterns}}. With a coin for each token, {{rows}} rows with {{steps}} coins each would have about {{each}}.",
      why: "One update then learns from one pattern only. In the paper on scheduled sampling (Bengio and others, 2015) each token has its own coin. The code of the course is simpler and not wrong. We trained this page’s words with a coin for each token, for each step and for each word: after the same number of updates, the three were about equally good.",
      reveal: {
        right: "Yes.",
        rows: "It would be many if each row had coins of its own.",
        other:
          "The coin is tossed once in each step, not in each row. It is the same for all rows.",
      },
    },
    now: {
      title: "Now you",
      say: "The page shows two answers of the same network. For the first, each row reads the model’s own answer. For the second, each row reads the truth.",
      ask: "Type a word as the source and press Enter. Find one for which the two answers differ in some row.",
      hint: "The network must make a mistake first, and not only in the last row. Long words are good for that. Try: {{example}}",
      reveal: {
        reached:
          "In row {{row}} they part. The one read ‘{{ownRead}}’, its own answer, and writes ‘{{own}}’. The other read ‘{{forcedRead}}’, the truth, and writes ‘{{forced}}’.",
        noSlip:
          "No mistake in this word, so both read the same tokens and write the same. Try a longer word.",
        alike:
          "There is a mistake in row {{slip}}, but the rows after it write the same in both. Try another word.",
        alone: "The second answer is not beside the first one. Choose it again in the player.",
      },
    },
  },
  remember: {
    first:
      "Teacher forcing changes what a row reads, not what it should write. It corrects no answer.",
    second:
      "Free-running, one wrong token can bring more of them. How many depends on the model and the task.",
    third:
      "A loss with teacher forcing looks better than free-running answers. Always look at both.",
  },
  where:
    "Course notes: “Teacher forcing”. In one course lab the comparison is turned round, so that a larger ratio feeds the truth less often. Papers: Bengio and others (2015), scheduled sampling; Ranzato and others (2016), where the term exposure bias comes from.",
  open: "Scheduled sampling begins with P = 1 and ends with a small P. Why not begin with a small one?",
} as const satisfies TextsOf<typeof FEEDING_THE_TRUTH>;
