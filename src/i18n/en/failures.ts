/** English: failures, and how the student continues. */
export const failures = {
  title: "Something went wrong",
  detail: "Technical detail",
  restart: "Restart the engine",
  dismiss: "Dismiss",
  openPairs: "Give pairs",
  noBackend:
    "No way of computing on this device passed its self-test, not even plain JavaScript. Try another browser, or restart the engine.",
  bakedMissing:
    "The trained model could not be loaded, so this one starts from random weights. Press Train to teach it.",
  linkRefused:
    "The page cannot show everything as this link has it; its own settings, or the nearest that it has, stand in for:",
  weightsRandom:
    "The sender trained this model for {{updates}} updates. A link holds no weights: these settings start with random weights. Press Train: this seed reproduces the run.",
  weightsShipped:
    "The sender trained a model for {{updates}} updates. A link holds no weights: you see the model that comes with the page. Press Train: this seed reproduces the sender’s run.",
  weightsInFile:
    "The sender’s model came from a file. A link holds no weights: ask the sender for the file, and open it here.",
  pairsMissing:
    "This link is about sentence pairs that were never part of it: a link holds settings, not data. Give the pairs again to train that model; until then the page shows “Reverse the letters”.",
  outOfMemory:
    "The memory ran out. Choose a smaller hidden size, batch or vocabulary, then restart the engine.",
  backendLost:
    "The graphics card stopped answering. A restart goes on with the next way of computing.",
  threadsLost:
    "One of the threads stopped answering. A restart goes on with the next way of computing.",
  crash:
    "The engine stopped unexpectedly. A restart brings it back with your settings; the weights learned so far are lost.",
} as const;
