/** English: the page's frame, header and status line, and the message in place of a broken figure. */
export const app = {
  title: "Seq2Seq Lab",
  mark: { left: "Seq2Seq", right: "Lab" },
  tagline: "Watch a sequence-to-sequence network learn, and see how each part works.",
  skip: { stage: "Skip to the network", training: "Skip to training", setup: "Skip to set-up" },
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
    trained: "The trained model is shown.",
    opened: "A model from a file is shown, at update {{step}}.",
    started: "Training started.",
    progress: "Update {{step}}, loss {{loss}}, exact match {{match}}.",
    progressLoss: "Update {{step}}, loss {{loss}}.",
    paused: "Paused at update {{step}}. Loss {{loss}}.",
    oneStep: "One update done: update {{step}}, loss {{loss}}.",
    target: "Exact match reached {{match}} at update {{step}}. Training has stopped.",
    cap: "Training has stopped at update {{step}}, the limit.",
    diverged: "The loss is no longer a finite number. Training has stopped at update {{step}}.",
  },
} as const;
