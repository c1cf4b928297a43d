/** English: saving and opening model files. */
export const modelFile = {
  save: "Save model",
  open: "Open model…",
  hint: "A .safetensors file with weights, settings and vocabularies. PyTorch can read it, too.",
  saving: "Writing the file…",
  opening: "Reading “{{name}}”…",
  saved: "Saved as “{{name}}”.",
  opened: "“{{name}}” is open, at update {{step}}. The settings now come from the file.",
  dismiss: "Dismiss",
  detail: "Technical detail",
  notSaved: "The model was not saved.",
  notOpened: "“{{name}}” was not opened.",
  kept: "The model that you see has not changed.",
  problems: {
    tooLarge: "The file is larger than {{limit}} MB, the limit.",
    unreadable:
      "The file can no longer be read. It has changed or was deleted since you chose it. Choose it again.",
    notSafetensors:
      "This is not a complete safetensors file. It was cut short, was changed, or is another kind of file. Save or copy it again.",
    noConfig:
      "Its metadata entry “{{entry}}” is missing or is not in this page’s format. Choose a file that was saved here and not edited.",
    missing:
      "The tensor “{{tensor}}” is missing, although the file’s settings need it. Save the model again with the settings of its training.",
    unexpected:
      "The file has the tensor “{{tensor}}”, which a model with its settings does not have. Save the model again with the settings of its training.",
    dtype:
      "The tensor “{{tensor}}” holds neither 32-bit nor 16-bit floats. Convert it to 32-bit floats and save it again.",
    shape:
      "The shape of the tensor “{{tensor}}” does not fit the file’s settings. Save the model again with the settings of its training.",
    notFinite:
      "The tensor “{{tensor}}” holds a value that is not a finite number, because its training diverged. Train the model again with a lower learning rate.",
    allZero:
      "All of its weights are zero, so they were lost before the file was saved, for example with the graphics card. Open another file.",
    otherSource:
      "Its source vocabulary differs from that of its task here. If the model was trained on your own sentence pairs, use the same pairs with the same reading options, then open it again.",
    otherTarget:
      "Its target vocabulary differs from that of its task here. If the model was trained on your own sentence pairs, use the same pairs with the same reading options, then open it again.",
  },
} as const;
