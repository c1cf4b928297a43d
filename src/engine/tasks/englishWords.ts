/** Everyday English words: the held-out examples of the tasks on letters begin with the held-out ones among them. */

export const ENGLISH_WORDS: readonly string[] = `
  rainbow student friend teacher island forest mountain garden window planet music guitar piano apple cherry lemon
  orange banana tomato carrot coffee butter cheese chicken dragon rabbit tiger zebra spider turtle elephant table
  chair pillow bedroom kitchen house bridge street thunder storm autumn winter summer january question sentence
  reverse alphabet football letter school book yellow purple quiet strong small sister mother people tree
`
  .trim()
  .split(/\s+/);
