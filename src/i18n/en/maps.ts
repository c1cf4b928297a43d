/** English: the attention over time, with its maps, its curves and its replay. */
export const maps = {
  button: "Maps",
  title: "Attention over time",
  list: "Maps by update, scrollable",
  about:
    "Maps of the example on show, fed the right answer where it is known. Below each map: its update, and the mean entropy of its rows. 0: each row looks at one token only. ln {{tokens}} = {{even}} nats: each row looks at all {{tokens}} tokens alike.",
  later: "New maps come when training stops.",
  open: "Update {{update}}, entropy {{nats}} nats: go there",
  nats: "{{nats}} nats",
  waiting: "The maps appear in a moment.",
  kept: "This model keeps no earlier weights. Train a model, and its maps appear here.",
  none: "This model has no attention, so it has no map.",
  replay: "Replay",
  pause: "Pause replay",
  next: "Next map",
  curves: {
    label: "Curves",
    answers: "Exact match",
    attention: "Attention",
  },
} as const;
