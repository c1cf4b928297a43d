/** The settings of a network that only reads or only writes: one table, as the settings of the whole network have. */
import { FIELDS } from "../setup/config";
import { choice, type Field, initialValues, number, type ValuesOf } from "../setup/field";

// The meanings and ranges of the whole network's settings; other first values where the task needs them.
export const ALONE_FIELDS = {
  /** "classifier": an encoder alone, from a name to its class. "generator": a decoder alone, from a class to a name. */
  alone: choice("alone", ["classifier", "generator"], "classifier"),
  names: choice("names", ["latin", "native", "own"], "latin"),
  accents: choice("accents", ["kept", "removed"], "kept"),
  cell: FIELDS.cell,
  layers: FIELDS.layers,
  direction: FIELDS.direction, // of the classifier
  tokenInput: FIELDS.tokenInput,
  hiddenSize: FIELDS.hiddenSize,
  embeddingSize: FIELDS.embeddingSize,
  dropout: { ...FIELDS.dropout, initial: 0.3 },
  batchSize: FIELDS.batchSize,
  learningRate: FIELDS.learningRate,
  clipNorm: FIELDS.clipNorm,
  updates: number("updates", [50, 5000, 50], 500),
  seed: FIELDS.seed,
} as const satisfies Readonly<Record<string, Field>>;

export type AloneConfig = ValuesOf<typeof ALONE_FIELDS>;
export type AloneKind = AloneConfig["alone"];

export const DEFAULT_ALONE: AloneConfig = initialValues(ALONE_FIELDS);
