/** English: the page's frame, header and status line, and the message in place of a broken figure. */
export const app = {
  title: "Seq2Seq Lab",
  mark: { left: "Seq2Seq", right: "Lab" },
  skip: {
    stage: "Skip to the network",
    training: "Skip to training",
    rail: "Skip to the lesson or the set-up",
  },
  mode: { label: "Mode", learn: "Learn", lab: "Lab", compare: "Compare" },
  centre: { label: "Centre", network: "Network", results: "Results", beam: "Beam" },
  panel: {
    label: "Under the picture",
    learn: "Learn",
    inspect: "Inspect",
    train: "Train",
    setup: "Set-up",
  },
  compare: {
    title: "Two models side by side",
    what: "Here two models will read the same sentence and learn from the same batches: for example with attention and without, or with teacher forcing and without. You will see both maps side by side and both curves on one axis.",
    yet: "This mode does not exist yet. Until then, change one setting in the Lab and undo the change. So you see both models one after the other.",
  },
  language: "Language",
  theme: { label: "Theme", light: "Light theme is on", dark: "Dark theme is on" },
  share: {
    copy: "Copy link",
    copied: "Link copied",
    failed: "The link could not be copied. It is also in the address bar",
  },
  figure: {
    broken: {
      what: "This part of the page could not be drawn. The model and its training are not affected.",
      retry: "Draw it again",
    },
    missing: {
      what: "This part of the page could not be loaded. Check the connection. The other parts still work.",
      retry: "Load it again",
    },
  },
  status: {
    starting: "Starting the engine.",
    ready: "The model is ready. It has {{parameters}} parameters.",
    continued: "The saved model is back, at update {{step}}.",
    reset: "The model was reset. Its weights are random.",
    undone: "Undone. The model is back at update {{step}}.",
    redone: "Redone. The model is at update {{step}} again.",
    trained: "The trained model is shown.",
    opened: "A model from a file is shown, at update {{step}}.",
    best: "You see the best weights so far, those of update {{step}}.",
    started: "Training started.",
    startedNew: "Training started a new model. Undo brings the trained one back.",
    progress: "Update {{step}}, loss {{loss}}, exact match {{match}}.",
    progressLoss: "Update {{step}}, loss {{loss}}.",
    paused: "Paused at update {{step}}. Loss {{loss}}.",
    oneStep: "One update done: update {{step}}, loss {{loss}}.",
    oneStepNew:
      "One update done on a new model, loss {{loss}}. Undo brings the trained one back.",
    target: "Exact match reached {{match}} at update {{step}}. Training has stopped.",
    cap: "Training has stopped at update {{step}}, the limit.",
    diverged: "The loss is no longer a finite number. Training has stopped at update {{step}}.",
  },
} as const;
