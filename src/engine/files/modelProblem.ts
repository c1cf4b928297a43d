/** Why a model file cannot be opened, as data; the page turns it into a sentence in the student's language. */

/** `detail` tells a developer, in English, what was found and what was expected. */
export type ModelProblem =
  | { readonly kind: "tooLarge"; readonly limit: number } // bytes
  | { readonly kind: "unreadable" } // the file was changed or deleted after it was chosen
  | { readonly kind: "notSafetensors"; readonly detail: string }
  | { readonly kind: "noConfig"; readonly entry: string; readonly detail: string } // entry of the metadata
  | {
      readonly kind: "badTensor";
      readonly tensor: string;
      readonly fault: TensorFault;
      readonly detail: string;
    }
  | { readonly kind: "allZero" } // no model has only zeros: its numbers were lost before they were saved
  | { readonly kind: "otherVocabulary"; readonly side: "source" | "target" }; // its task has other tokens in this version

export type TensorFault = "missing" | "unexpected" | "dtype" | "shape" | "notFinite";

/** The only error that reading a model file throws. */
export class ModelFileError extends Error {
  readonly problem: ModelProblem;

  constructor(problem: ModelProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

/** A text of the file, shortened for use in a sentence. */
export function quote(text: string): string {
  const QUOTED = 80; // characters
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}
