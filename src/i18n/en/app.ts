/** English: the page's frame, header and status line, and the message in place of a broken figure. */
export const app = {
  title: "Seq2Seq Lab",
  mark: { left: "Seq2Seq", right: "Lab" },
  tagline: "Watch a sequence-to-sequence network learn, and take it apart step by step.",
  skip: { stage: "Skip to the stage", training: "Skip to training", setup: "Skip to set-up" },
  language: "Language",
  theme: { label: "Theme", light: "Light theme is on", dark: "Dark theme is on" },
  share: {
    copy: "Copy link",
    copied: "Link copied",
    failed: "Copying failed: the link is in the address bar",
  },
  figure: {
    broken: {
      what: "This part of the page failed to draw. The model and its training are not touched.",
      retry: "Draw it again",
    },
    missing: {
      what: "This part of the page could not be loaded. Check the connection; the rest works without it.",
      retry: "Load it again",
    },
  },
  status: {
    starting: "Starting the engine.",
    ready: "The model is ready: {{parameters}} parameters.",
    continued: "Goes on from training step {{step}}, the last one kept.",
    reset: "Reset: random weights.",
    undone: "Undone: back at training step {{step}}.",
    redone: "Redone: training step {{step}} again.",
    trained: "The trained model is on show.",
    opened: "A model from a file is on show, at training step {{step}}.",
    started: "Training started.",
    progress: "Training step {{step}}, loss {{loss}}, exact match {{match}}.",
    progressLoss: "Training step {{step}}, loss {{loss}}.",
    paused: "Paused at training step {{step}}. Loss {{loss}}.",
    oneStep: "One step done: training step {{step}}, loss {{loss}}.",
    target: "Exact match of {{match}} reached at training step {{step}}. Training has stopped.",
    cap: "Training step {{step}} reached, the most that is allowed. Training has stopped.",
    diverged: "The loss is no longer a number. Training has stopped at training step {{step}}.",
  },
} as const;
