/** What a generator writes: its steps with their candidates, and whether its names are new. Plain data. */

/** How a letter is chosen: the most probable one, or drawn at a temperature. */
export type LetterChoice =
  | { readonly kind: "greedy" }
  | { readonly kind: "sample"; readonly temperature: number; readonly seed: number };

export interface Candidate {
  readonly text: string; // a letter or a special token
  readonly p: number;
}

export interface WriteStep {
  readonly fed: string;
  readonly said: string;
  /** The likeliest ones and the one that it said, by falling probability, at the temperature of the choice. */
  readonly candidates: readonly Candidate[];
  readonly state: readonly number[]; // [H]
  /** Whether the letter was given with the beginning of the name. */
  readonly given: boolean;
}

export interface Writing {
  readonly label: number;
  readonly choice: LetterChoice;
  readonly name: string;
  readonly steps: readonly WriteStep[];
  readonly novelty: Novelty;
}

/**
 * Whether a name is in the lists, without regard to accents and capitals. "trained": it is a training name of its class.
 * "heldOut": it is a held-out name of its class, which the network never read. "otherClass": only a list of another class has it.
 */
export type Novelty = "trained" | "heldOut" | "otherClass" | "new";
