/** The models of the self-test: as few as use every option of the family, and in many combinations. */
import { DEFAULT_CONFIG, FIELDS } from "./setup/config";
import { idleness, obstacleTo } from "./setup/conflicts";
import type { ModelShape } from "./setup/modelShape";

/** In the order in which a shape is put together: attention comes first, since it rules options of the others out. */
const CHOICES = [
  "attention",
  "direction",
  "cell",
  "layers",
  "timing",
  "sourceOrder",
  "tokenInput",
  "inputFeeding",
] as const satisfies readonly (keyof ModelShape)[];
type ChoiceName = (typeof CHOICES)[number];

/** An option of a field, as `cell=gru`. */
type Option = `${ChoiceName}=${string | number}`;

function optionsOf(name: ChoiceName): readonly (string | number)[] {
  const field = FIELDS[name];
  if (field.kind === "choice") return field.options;
  return Array.from({ length: field.max - field.min + 1 }, (_, i) => field.min + i);
}

/** Whether the option goes with the rest of the shape and has an effect beside it. */
function isAtWork(shape: ModelShape, name: ChoiceName): boolean {
  const config = { ...DEFAULT_CONFIG, ...shape };
  if (idleness(config, name) !== null) return false;
  return obstacleTo(config, "attention", config.attention) === null;
}

/** The options that a shape uses; timing, say, is no option of a model without attention. */
export function usedOptions(shape: ModelShape): Option[] {
  return CHOICES.filter((name) => isAtWork(shape, name)).map(
    (name): Option => `${name}=${shape[name]}`,
  );
}

/** Two options of one shape; with itself, an option. */
function pairsOf(option: Option, others: readonly Option[]): string[] {
  return [option, ...others].map((other) => [option, other].toSorted().join(" "));
}

/**
 * The first shape, and behind it as many as it takes until every option occurs.
 * Each field in turn takes the option that has been seen least, on its own and beside the options before it.
 */
export function shapesFrom(
  first: ModelShape,
  sizes: Pick<ModelShape, "hiddenSize" | "embeddingSize">,
): ModelShape[] {
  const shapes = [first];
  const missing = new Set(CHOICES.flatMap((name) => optionsOf(name).map((o) => `${name}=${o}`)));
  const seen = new Map<string, number>();
  for (const shape of shapes) {
    usedOptions(shape).forEach((option, i, all) => {
      missing.delete(option);
      for (const pair of pairsOf(option, all.slice(0, i)))
        seen.set(pair, (seen.get(pair) ?? 0) + 1);
    });
    if (missing.size > 0) shapes.push(nextShape({ ...first, ...sizes }, seen));
  }
  return shapes;
}

function nextShape(start: ModelShape, seen: ReadonlyMap<string, number>): ModelShape {
  let shape = start;
  const chosen: Option[] = [];
  for (const name of CHOICES) {
    const timesSeen = (value: string | number): number =>
      pairsOf(`${name}=${value}`, chosen).reduce((sum, pair) => sum + (seen.get(pair) ?? 0), 0);
    const possible = optionsOf(name).filter((v) => isAtWork({ ...shape, [name]: v }, name));
    // Of options that have been seen as often, the last: it is the one that asks for more.
    const [rarest] = possible.toReversed().toSorted((a, b) => timesSeen(a) - timesSeen(b));
    if (rarest === undefined) continue;
    shape = { ...shape, [name]: rarest };
    chosen.push(`${name}=${rarest}`);
  }
  return shape;
}
