/** English: saving and opening model files. */
export const modelFile = {
  save: "Save model",
  open: "Open a model…",
  hint: "A .safetensors file with weights, settings and vocabularies; PyTorch reads it too.",
  saving: "Writing the file…",
  opening: "Reading “{{name}}”…",
  saved: "Saved as “{{name}}”.",
  opened: "“{{name}}” is open, at training step {{step}}. The settings are those of the file.",
  dismiss: "Dismiss",
  detail: "Technical detail",
  notSaved: "The model was not saved.",
  notOpened: "“{{name}}” was not opened.",
  kept: "The model on show is as it was.",
  problems: {
    tooLarge: "The file is larger than {{limit}} MB, the most that is read.",
    unreadable:
      "It can no longer be read: it has changed since you chose it, or is gone. Choose it again.",
    notSafetensors:
      "It is no complete safetensors file: it was cut short, was changed, or is something else. Save or copy it again.",
    noConfig:
      "Its metadata “{{entry}}” is missing or is not what this page writes. Choose a file that was saved here and has not been edited.",
    missing:
      "By its settings it must hold the tensor “{{tensor}}”, and does not. Save it again with the settings that it was trained with.",
    unexpected:
      "It holds the tensor “{{tensor}}”, which a model of its settings does not have. Save it again with the settings that it was trained with.",
    dtype: "Its tensor “{{tensor}}” is not of 32-bit floats. Convert it and save it again.",
    shape:
      "Its tensor “{{tensor}}” does not have the shape that the settings ask for. Save it again with the settings that it was trained with.",
    notFinite:
      "The tensor “{{tensor}}” holds a value that is no number: training had gone astray. Train it anew with a lower learning rate.",
    otherSource:
      "Its source vocabulary is not that of its task here. If it learned from sentence pairs of your own, use the same pairs, read in the same way, and open it again.",
    otherTarget:
      "Its target vocabulary is not that of its task here. If it learned from sentence pairs of your own, use the same pairs, read in the same way, and open it again.",
    needsPairs:
      "It learned from somebody’s own sentence pairs, which are not in the file. Choose “Use your own pairs”, give the same ones, and open it again.",
  },
} as const;
