/** The models of the self-test: as few as possible that use every option of the family, in varied combinations. */
import { DEFAULT_CONFIG, FIELDS } from "./setup/config";
import { idleness, obstacleTo } from "./setup/conflicts";
import type { ModelShape } from "./setup/modelShape";

/** The order in which a shape is built. Attention is first, because it excludes options of the others. */
const CHOICES = [
  "attention",
  "direction",
  "cell",
  "layers",
  "decoderLayers",
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

/** Whether the field's option is possible in the shape and has an effect. */
function hasEffect(shape: ModelShape, name: ChoiceName): boolean {
  const config = { ...DEFAULT_CONFIG, ...shape };
  if (idleness(config, name) !== null) return false;
  return obstacleTo(config, "attention", config.attention) === null;
}

/** The options with an effect in a shape; for example, timing has none without attention. */
export function usedOptions(shape: ModelShape): Option[] {
  return CHOICES.filter((name) => hasEffect(shape, name)).map(
    (name): Option => `${name}=${shape[name]}`,
  );
}

/** Keys of an option alone and of its pairs with other options. */
function pairsOf(option: Option, others: readonly Option[]): string[] {
  return [option, ...others].map((other) => [option, other].toSorted().join(" "));
}

/**
 * The first shape, followed by more shapes until every option occurs.
 * Each field takes the option that occurred least often, alone and in pairs with the options chosen before.
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
    const possible = optionsOf(name).filter((v) => hasEffect({ ...shape, [name]: v }, name));
    // Of equally rare options the last, which is the more complex one.
    const [rarest] = possible.toReversed().toSorted((a, b) => timesSeen(a) - timesSeen(b));
    if (rarest === undefined) continue;
    shape = { ...shape, [name]: rarest };
    chosen.push(`${name}=${rarest}`);
  }
  return shape;
}
