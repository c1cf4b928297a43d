/** Where the page shows each term of the glossary, and the order of the list: from the data to the results. */
import type { TermId } from "../../i18n/terms";
import type { WhereId } from "./wheres";

interface Group {
  readonly id: "data" | "network" | "attention" | "training" | "answers";
  readonly terms: Readonly<Partial<Record<TermId, WhereId>>>;
}

export const TERM_GROUPS = [
  {
    id: "data",
    terms: {
      sequence: "source",
      token: "source",
      vocabulary: "nextToken",
      source: "source",
      target: "output",
      sos: "stage",
      eos: "stage",
      pad: "softmaxCode",
      unk: "data",
      heldOut: "results",
      batch: "updatesSetting",
    },
  },
  {
    id: "network",
    terms: {
      encoder: "stage",
      decoder: "stage",
      hiddenState: "stage",
      step: "transport",
      parameter: "model",
      embedding: "embed",
      onehot: "readingSetting",
      rnn: "cellsSetting",
      gru: "cell",
      lstm: "cellsSetting",
      gate: "cell",
      bidirectional: "readingSetting",
      bridge: "readingSetting",
      reversedSource: "readingSetting",
      bottleneck: "attentionSetting",
      dropout: "cellsSetting",
      classifier: "data",
      generator: "data",
      transformer: "model",
    },
  },
  {
    id: "attention",
    terms: {
      attention: "map",
      query: "query",
      key: "score",
      value: "context",
      score: "score",
      additive: "attentionSetting",
      dotScore: "attentionSetting",
      generalScore: "attentionSetting",
      softmax: "softmax",
      weight: "map",
      contextVector: "context",
      timing: "timingSetting",
      combined: "timingSetting",
      inputFeeding: "timingSetting",
      mask: "softmaxCode",
      alignment: "map",
      entropy: "map",
      selfAttention: "model",
      attentionHead: "model",
      position: "model",
      causalMask: "model",
    },
  },
  {
    id: "training",
    terms: {
      logit: "logits",
      crossEntropy: "nextToken",
      nat: "readings",
      perplexity: "results",
      update: "readings",
      epoch: "updatesSetting",
      gradient: "gradients",
      gradientClipping: "updatesSetting",
      learningRate: "updatesSetting",
      adam: "updatesSetting",
      teacherForcing: "forcing",
      feedTruth: "readings",
      freeRunning: "forcing",
      scheduledSampling: "forcingSetting",
      exposureBias: "exposure",
      overfitting: "curves",
    },
  },
  {
    id: "answers",
    terms: {
      greedy: "choosing",
      beam: "choosing",
      sampling: "choosing",
      temperature: "choosing",
      exactMatch: "readings",
      alignmentError: "results",
    },
  },
] as const satisfies readonly Group[];
