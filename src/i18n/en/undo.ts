/** English: the way back to an earlier model, and what training does to the shipped one. */
export const undo = {
  none: "Undo",
  undo: "Undo: {{run}}",
  redo: "Redo: {{run}}",
  run: {
    before: "settings before",
    after: "settings after",
    trained: "trained model",
    untrained: "untrained model",
    update: "update {{step}}",
  },
  /** The same as `run` where undo and redo share the room: a part of it. */
  short: {
    before: "settings",
    after: "settings",
    trained: "trained",
    untrained: "untrained",
    update: "{{step}}",
  },
  showTrained: "Show the trained model",
  startsNew:
    "Training starts a new model with your settings, from random weights. Undo then brings the trained one back.",
  isNew: "This is a new model. Undo brings the trained one back.",
} as const;
