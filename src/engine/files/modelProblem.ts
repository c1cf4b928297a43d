/** Why a file is not a model that can be opened: data, of which the page makes a sentence in its language. */

/** `detail` says what was found and what was expected, in English, for whoever mends the file. */
export type ModelProblem =
  | { readonly kind: "tooLarge"; readonly limit: number } // bytes
  | { readonly kind: "unreadable" } // the file has changed since it was chosen, or is gone
  | { readonly kind: "notSafetensors"; readonly detail: string }
  | { readonly kind: "noConfig"; readonly entry: string; readonly detail: string } // `entry` of the metadata
  | {
      readonly kind: "badTensor";
      readonly tensor: string;
      readonly fault: TensorFault;
      readonly detail: string;
    }
  | { readonly kind: "otherVocabulary"; readonly side: "source" | "target" } // its task has other tokens here
  | { readonly kind: "needsPairs" }; // it learned from somebody's own pairs, which are not open

export type TensorFault = "missing" | "unexpected" | "dtype" | "shape" | "notFinite";

/** The one error that reading a model file throws. */
export class ModelFileError extends Error {
  readonly problem: ModelProblem;

  constructor(problem: ModelProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

/** A text of the file, short enough for a sentence. */
export function quote(text: string): string {
  const QUOTED = 80; // characters
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}
