/** English: the lesson “One vector must carry it all”. */
import type { BOTTLENECK } from "../../../lessons/bottleneck";
import type { TextsOf } from "../../requiredTexts";

export const bottleneck = {
  steps: {
    only: {
      title: "What the decoder receives",
      say: "This network writes a word backwards. It has no attention: the decoder never looks back at the source. The encoder reads the source token by token (here a token is a letter). At each of the {{tokens}} tokens it computes <hiddenState>a state</hiddenState>, a vector of {{units}} numbers. The decoder starts from one of these states. It gets nothing else from the source.",
      ask: "Which encoder state does the decoder start from? Click its tile.",
      fact: "The decoder starts from the state of ‘{{last}}’. All encoder states together have {{numbers}} numbers; the decoder receives {{units}} of them.",
      why: "Each state is computed from the token and from the state before. So only the last state has read the whole source. The decoder’s first state is a copy of it, number by number.",
      reveal: {
        right: "Yes.",
        letter:
          "Almost. This state has read all letters, but the encoder reads one more token, the end mark.",
        first: "This state has read only ‘{{picked}}’. It knows nothing of the letters after it.",
        other: "This state has read the source only up to ‘{{picked}}’.",
      },
    },
    longest: {
      title: "Which lengths fail?",
      say: "In training the words had {{shortest}} to {{longest}} letters. A long word must fit into the same vector as a short one. Now the page asks the network for words that it has never seen, of every length.",
      ask: "How large is the share of words with {{longest}} letters that come out exactly right? Drag the point, or use the slider.",
      do: "Press ‘Show me’. You can also press Evaluate under Results.",
      fact: "Exactly right: {{first}} of the words with {{shortest}} letters, {{share}} of those with {{longest}}.",
      why: "Each further letter must go into the same numbers, and the letters before it must not get lost. This is <bottleneck>the bottleneck</bottleneck>. Under Results you also see where in the answer the errors stand.",
      axes: {
        x: "Letters",
        y: "Share exactly right, from 0 to 1",
        none: "Not chosen yet",
      },
      reveal: {
        right: "Yes, you said {{guess}}.",
        low: "You said {{guess}}. It does better than that.",
        high: "You said {{guess}}. It does worse than that.",
      },
    },
    beside: {
      title: "The same network with attention",
      say: "A second network has had the same training: states of the same size, the same words in the same order. Only one thing differs: in every row its decoder may look back at all encoder states. A grey line in the chart is the network without attention, as part 2 has measured it.",
      ask: "With attention, which share of the words with {{longest}} letters is exactly right?",
      do: "Press ‘Show me’. The page puts the network with attention beside this one and evaluates both.",
      fact: "With attention, {{first}} of the words with {{shortest}} letters and {{share}} of those with {{longest}} letters are exactly right.",
      why: "The state at a letter holds this letter well: it has just been read. With attention a row fetches it from there, so nothing has to be carried through one vector.",
      axes: {
        x: "Letters",
        y: "Share exactly right, from 0 to 1",
        none: "Not chosen yet",
      },
      reveal: {
        right: "Yes, you said {{guess}}.",
        low: "You said {{guess}}. It does better than that.",
        high: "You said {{guess}}. It does worse than that.",
      },
    },
    fair: {
      title: "Was that fair?",
      say: "The network with attention has more <parameter>parameters</parameter>: {{withAttention}} instead of {{parameters}}. Perhaps it is better only for this reason. So here is a larger network without attention. Its states have {{wide}} numbers instead of {{units}}, and it has {{wideParameters}} parameters, about as many as the one with attention. The smaller one writes {{was}} of all words exactly right.",
      ask: "What percentage of all words does the larger network write exactly right?",
      unit: "Percent exactly right",
      do: "Press ‘Show me’. The page puts the larger network beside the one with attention and evaluates both.",
      fact: "With states of {{wide}} numbers, {{now}} of all words are exactly right, but only {{atLongest}} of those with {{longest}} letters. The network with attention writes {{beside}} of all words exactly right.",
      why: "A larger vector holds more, so it helps. But the source still goes through one vector of a fixed size. Attention removes this limit: a longer source brings more states to look at.",
      reveal: {
        right: "Yes, you said {{guess}}.",
        low: "You said {{guess}}. Larger states do help.",
        high: "You said {{guess}}. Larger states help, but not that much.",
      },
    },
    beyond: {
      title: "Longer than in training",
      say: "Here is the network with attention again: {{match}} of the words up to {{longest}} letters come out exactly right. Next it gets ‘{{long}}’, {{letters}} letters. It has never read a word of that length.",
      ask: "It should write all {{letters}} letters backwards. How many does it write at the right place?",
      unit: "Letters at the right place",
      do: "Press ‘Show me’, or type the word as the source yourself.",
      fact: "It writes ‘{{said}}’: {{rows}} letters. Counted place by place, {{right}} of them are right. (The number beside the output can be larger: it allows letters to shift.)",
      why: "With attention a row can look at every place. But where to start and when to stop, the network has learned from words of up to {{longest}} letters. Attention removes the bottleneck; it gives no rule for every length.",
      reveal: {
        right: "Yes, you said {{guess}}.",
        high: "You said {{guess}}. Attention does not save it here.",
        low: "You said {{guess}}. It gets more than that.",
      },
    },
    order: {
      title: "Read the source backwards",
      say: "Before attention there was a trick (Sutskever and others, 2014): the encoder reads the source from its end. The network without attention that you know reads from the first letter and writes {{was}} of all words exactly right. Another one has had the same training, but it reads every word from its last letter.",
      ask: "Is the one that reads from the last letter better or worse?",
      do: "Press ‘Show me’ to bring the other network.",
      fact: "Read from the last letter, {{now}} of all words are exactly right. Read from the first letter, it was {{was}}.",
      why: "Reading backwards brings some letters nearer to the place where they are written and moves others away. On average the distance stays the same. The trick helped in the translation of long sentences. Its authors had no complete explanation. They supposed that it helps to have the first words of the source near the first words of the answer.",
      choices: {
        better: "Clearly better",
        same: "About the same (within 5 percentage points)",
        worse: "Clearly worse",
      },
      reveal: {
        right: "Yes.",
        better: "It is not clearly better.",
        worse: "It is not clearly worse.",
        same: "There is a difference of more than 5 percentage points.",
      },
    },
    now: {
      title: "Now you",
      say: "This is the network without attention. It fails on most of the longest words, but not on all.",
      ask: "Find a word that it writes backwards without a mistake. Type it as the source and press Enter. It must have as many letters as the longest words of training: part 2 names the number.",
      hint: "Not every word works, so try several. One that works: {{example}}",
      reveal: {
        reached:
          "All {{letters}} letters are right. One vector was enough for this word. Try to find out which words are easy for it.",
        short: "This word has {{letters}} letters. Take one with at least {{longest}}.",
        wrong:
          "Row {{row}} writes ‘{{said}}’. Right would be ‘{{right}}’. Try another word of the same length.",
      },
    },
  },
  remember: {
    first:
      "Without attention the decoder gets one vector, the last encoder state. Its size does not depend on the source.",
    second:
      "So long sources fail first. A larger vector moves the limit; attention removes it, also with the same number of parameters.",
    third: "Attention does not make a network ready for sources longer than those of training.",
  },
  where:
    "Course notes: the part on the limits of seq2seq, before attention. Papers: Sutskever, Vinyals and Le (2014), section 3.3 on reversed sources; Cho and others (2014) on long sentences; Bahdanau, Cho and Bengio (2015), figure 2.",
  open: "How could you find out which letters the last encoder state still knows, without looking at the decoder’s answer?",
} as const satisfies TextsOf<typeof BOTTLENECK>;
