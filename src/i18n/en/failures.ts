/** English: failures, and how the student continues. */
export const failures = {
  title: "Something went wrong",
  detail: "Technical detail",
  restart: "Restart the engine",
  reload: "Reload the page",
  dismiss: "Dismiss",
  openPairs: "Use your own pairs",
  noBackend:
    "No backend on this device passed its self-test, not even JavaScript. Try another browser, or restart the engine.",
  engineMissing:
    "The page could not load the engine that computes. Check the connection, then restart the engine.",
  bakedMissing:
    "The trained model could not be loaded, so this model has random weights. Press Train to train it.",
  linkRefused:
    "The page cannot use every value in this link. It uses its own or the nearest possible value for:",
  weightsRandom:
    "The sender trained this model for {{updates}} updates. A link holds no weights: these settings start with random weights. Press Train: this seed reproduces the run.",
  weightsShipped:
    "The sender trained a model for {{updates}} updates. A link holds no weights: you see the model that comes with the page. Press Train: this seed reproduces the sender’s run.",
  weightsInFile:
    "The sender’s model came from a file. A link holds no weights: ask the sender for the file, and open it here.",
  pairsAway:
    "A new model of this task needs its sentence pairs, and they are not here. The opened model stays.",
  pairsMissing:
    "This link was made with somebody’s own sentence pairs. A link holds settings, not data, so the pairs are missing. Give the same pairs to train that model. Until then the page shows “Reverse the letters”.",
  outOfMemory:
    "The device ran out of memory. Choose a smaller hidden size, batch or vocabulary, then restart the engine.",
  backendLost:
    "The graphics card stopped answering. After a restart the page uses the next backend.",
  threadsLost:
    "One of the threads stopped answering. After a restart the page uses the next backend.",
  actMissing:
    "The page could not load what this action needs, so nothing has changed. Check the connection, then try again.",
  scriptsMissing:
    "The page could not load all of its parts. Check the connection, then reload the page.",
  silent:
    "The engine has not answered for a minute. It may still be busy, or it may be stuck. A restart brings back your settings and the last saved weights. Later updates are lost.",
  crash:
    "The engine stopped unexpectedly. A restart brings back your settings and the last saved weights. Later updates are lost.",
} as const;
