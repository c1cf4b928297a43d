/**
 * The set-ups whose trained models the page ships: the default one of every task, and for the tasks that comparisons
 * and lessons use those of the presets and of the named pairs. `npm run bake` trains them in this order.
 */
import { type Config, DEFAULT_CONFIG, FIELDS } from "../setup/config";
import { type PresetName, withPreset } from "../setup/presets";
import { withTask } from "../tasks/difficulty";
import type { GeneratedTaskId } from "../tasks/task";

const TASKS: readonly GeneratedTaskId[] = FIELDS.task.options.filter((task) => task !== "pairs");

const TRANSLATIONS = ["englishFrench", "englishKorean"] as const;
const COMPARED: readonly GeneratedTaskId[] = ["reverse", "dates", ...TRANSLATIONS, "hangulLetters"];

type Change = Partial<Config>;
type Variants = readonly [changes: readonly Change[], tasks: readonly GeneratedTaskId[]];

const WITHOUT_HANGUL: readonly GeneratedTaskId[] = ["reverse", "dates", ...TRANSLATIONS];

const preset = (name: PresetName): Config => withPreset(DEFAULT_CONFIG, name);

const NONE = { attention: "none" } as const;

/** At the rate of the recurrent networks it learns worse. */
const TRANSFORMER_RATE = 0.002;

/** What differs from the default set-up of a task. */
const VARIANTS: readonly Variants[] = [
  [[NONE], COMPARED],
  [[{ attention: "dot" }, { attention: "general" }, { timing: "luong" }], WITHOUT_HANGUL],
  [
    [
      { ...NONE, hiddenSize: 84 }, // as many parameters as the default set-up, to 1 %
      { forcing: 0 },
      { cell: "rnn" },
      { sourceOrder: "reversed" },
      { ...NONE, sourceOrder: "reversed" },
      { direction: "bidirectional" },
    ],
    ["reverse", "dates"],
  ],
  [
    [
      { cell: "lstm" },
      { attention: "diagonal" },
      { attention: "concat" },
      { ...NONE, cell: "rnn" },
      { ...NONE, cell: "lstm" },
      { attention: "general", direction: "bidirectional" },
    ],
    ["reverse"],
  ],
  [
    [
      preset("luongDot"),
      preset("luongGeneral"),
      preset("plainSeq2seq"),
      preset("bahdanauTutorial"),
      preset("luongConcat"),
      preset("boostcampLab"),
    ],
    COMPARED,
  ],
  [[{ network: "transformer", learningRate: TRANSFORMER_RATE }], ["reverse", ...TRANSLATIONS]],
];

/** The set-up of a task without any difference. */
export function plainConfig(task: Config["task"]): Config {
  return withTask(DEFAULT_CONFIG, task);
}

function variantsOf([changes, tasks]: Variants): Config[] {
  return changes.flatMap((change) =>
    tasks.map((task) => withTask({ ...DEFAULT_CONFIG, ...change }, task)),
  );
}

/** The baked set-ups; those without a difference come first. */
export const BAKED_CONFIGS: readonly Config[] = [
  ...TASKS.map(plainConfig),
  ...VARIANTS.flatMap(variantsOf),
];
