/** English: the lesson “When does it look?”. */
import type { WHEN_IT_LOOKS } from "../../../lessons/whenItLooks";
import type { TextsOf } from "../../requiredTexts";

export const whenItLooks = {
  steps: {
    first: {
      title: "The very first look",
      say: "In each row, the decoder does two things: it looks back at the source, and it computes a new state. Which comes first is called <timing>the timing</timing>. This network looks first, as in the paper of Bahdanau and others. Row 1 reads <sos> and writes ‘{{said}}’.",
      ask: "When row 1 looks at the source, has the state that asks already read <sos>?",
      fact: "In row 1 the query is the decoder’s start, which comes from the encoder. <sos> goes into the state only afterwards.",
      why: "Bahdanau: query s(t−1), the state of the row before → weights → context → cell → new state s(t). The cell is the part that computes the state, here a GRU. It reads the token and the context together, so the state that has read the token does not exist when the row looks.",
      choices: { already: "Yes, it has read <sos>", notYet: "No, not yet" },
      reveal: {
        right: "Yes.",
        wrong: "It is the other way round.",
      },
    },
    luong: {
      title: "The other way round",
      say: "A second network has had the same training, but it works as in the paper of Luong and others: in each row it first computes the new state and then looks. Row {{row}} writes ‘{{said}}’.",
      ask: "Which decoder state asks for row {{row}} now? Click its tile.",
      fact: "The state of row {{row}} itself is the query. It has already read ‘{{saidBefore}}’.",
      why: "Luong: cell → new state s(t) → query → weights → context → combined state → output. The query is the newest state here, too, but now the cell has gone first.",
      reveal: {
        right: "Yes.",
        before:
          "That would be Bahdanau’s query. Here the cell goes first, so the newer state asks.",
        other:
          "Row {{picked}} is another moment. The newest state asks, the one that this row has just computed.",
      },
    },
    spreads: {
      title: "From which row do the weights change? Bahdanau",
      say: "This is again the network that looks first. Row {{row}} writes ‘{{said}}’. Now the page puts ‘{{token}}’ in its place, and row {{next}} reads that.",
      ask: "Which is the first row whose weights change? Click it.",
      do: "Press ‘Show me’. You can also choose ‘{{token}}’ for row {{row}} yourself.",
      fact: "The first row with other weights is row {{changed}}.",
      why: "Row {{next}} reads the new token, but it looks before its cell does so: its query is still the state of row {{row}}. The token is in the state of row {{next}}, and the first to ask with that state is the row after it.",
      reveal: {
        right: "Yes.",
        same: "In row {{picked}} nothing is new: it has looked before ‘{{token}}’ was written.",
        sooner: "Row {{picked}} reads the new token, but it has looked before.",
        later: "It comes sooner than row {{picked}}.",
      },
    },
    spreadsLuong: {
      title: "From which row do the weights change? Luong",
      say: "The same change in the network that computes its state first: the page puts ‘{{token}}’ into row {{row}} in place of ‘{{said}}’, and row {{next}} reads that.",
      ask: "Which is the first row whose weights change now? Click it.",
      do: "Press ‘Show me’. You can also choose ‘{{token}}’ for row {{row}} yourself.",
      fact: "The first row with other weights is row {{changed}}, one row sooner than in the other network.",
      why: "Row {{next}} first reads the token into its state and then asks with this state. So a token that has just been written changes where the very next row looks.",
      reveal: {
        right: "Yes.",
        same: "In row {{picked}} nothing is new: it has looked before ‘{{token}}’ was written.",
        sooner: "Row {{picked}} comes too soon.",
        later: "Here it comes sooner: row {{next}} reads the token before it looks.",
      },
    },
    output: {
      title: "Where the context goes",
      say: "This is still the network that computes its state first. Now the page takes away what row {{row}} has found: all numbers of its context become 0.",
      ask: "Which is the first decoder state that changes? Click its tile.",
      do: "Press ‘Show me’. You can also empty the context of row {{row}} yourself.",
      fact: "Row {{row}} wrote ‘{{said}}’ and now writes ‘{{now}}’. The first state that changes is that of row {{changed}}.",
      why: "In Luong’s order the context meets the state only afterwards, in <combined>the combined state</combined>, which gives the output. The state of row {{row}} was finished before. The next state changes only because it reads another word. In Bahdanau’s order the context goes into the cell, so the row’s own state changes at once.",
      reveal: {
        right: "Yes.",
        own: "The state of row {{row}} was finished before the row looked.",
        other: "Not the state of row {{picked}}.",
      },
    },
    now: {
      title: "Now you",
      say: "Two names are often mixed up with two scores: “Bahdanau is additive, Luong is dot”. But when a network looks and how it scores are two choices.",
      ask: "Open the Lab and build a network that looks first, as Bahdanau’s does, but scores with the dot product. Then come back.",
      hint: "In the Lab, tab Model: there is one setting for the score and one for the timing.",
      reveal: {
        reached:
          "This network looks first and scores with the dot product. The two choices are independent.",
        score: "It looks first. But its score is: {{score}}.",
        timing: "It scores with the dot product. But it still computes its state first.",
      },
    },
  },
  remember: {
    first:
      "Bahdanau looks with the state before and gives the context to the cell. Luong computes the state first and gives the context to the output.",
    second:
      "A written token can change where the decoder looks: two rows later with Bahdanau, one row later with Luong.",
    third: "Timing and score are two independent choices.",
  },
  where:
    "Course notes: the code of the attention decoder says “current hidden state” where it reads the state before. Papers: Bahdanau, Cho and Bengio (2015), section 3.1; Luong, Pham and Manning (2015), section 3.",
  open: "Luong’s decoder can forget what it has already looked at, because no context goes into its state. How would you tell it?",
} as const satisfies TextsOf<typeof WHEN_IT_LOOKS>;
