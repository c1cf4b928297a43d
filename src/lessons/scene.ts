/** What stands on the stage when a lesson, or a step of it, begins. */
import type { AloneKind } from "../engine/alone/aloneConfig";
import type { Edit } from "../engine/edits/edit";
import type { Mask } from "../engine/results/batchAccount";
import type { Op } from "../engine/results/operation";
import type { Subject } from "../engine/results/subject";
import { type Config, DEFAULT_CONFIG } from "../engine/setup/config";
import { settle } from "../engine/setup/conflicts";
import type { ExampleChoice, Show } from "../engine/show";
import { withTask } from "../engine/tasks/difficulty";
import type { TaskId } from "../engine/tasks/task";

/** The named comparisons of two lanes. */
export type PairId =
  | "withWithout"
  | "equalParameters"
  | "timings"
  | "scores"
  | "feeding"
  | "cells"
  | "sourceOrder"
  | "directions"
  | "networks"
  | "earlier"
  | "shipped";

/** By the tag of a language; a language without an entry takes the general value. */
type ByLanguage<T> = Readonly<Partial<Record<string, T>>>;

/** What the student looks at. What a scene does not name is as on a new page. */
export interface SceneView {
  readonly centre?: "network" | "results" | "batch" | "beam";
  readonly masksOff?: readonly Mask[];
  readonly drawn?: "values" | "gradients";
  readonly lossOf?: "token" | "all";
  readonly operation?: Op;
  readonly inspector?: "equation" | "pytorch" | "numbers";
  readonly inspected?: Subject | null;
  /** A number whose sum stands in the inspector, as `engine/derivation/placeText.ts` names it. */
  readonly derivation?: string | null;
  readonly layer?: number | null;
  /** Of a Transformer. */
  readonly head?: number | null;
  /** The map of self-attention that stands large in place of the picture. */
  readonly selfMap?: "encoder" | "self" | null;
  /** Whether the inspector divides the scores of a Transformer. */
  readonly dividesScores?: boolean;
}

/** What the shipped network that only reads or only writes does. Anything left out is as on its page at first. */
export interface AloneScene {
  readonly kind: AloneKind;
  /** The name to read. */
  readonly text?: string;
  /** The class to write names of. */
  readonly label?: string;
  readonly choosing?: "greedy" | "sample";
  readonly temperature?: number;
}

export interface Scene {
  readonly task: TaskId;
  readonly taskIn?: ByLanguage<TaskId>;
  /** What differs from the task's initial settings. */
  readonly settings?: Partial<Config>;
  /** "fresh": the untrained model of these settings. By default the shipped one. */
  readonly weights?: "baked" | "fresh";
  /** By default the task's first example in the page's language. */
  readonly example?: ExampleChoice;
  readonly exampleIn?: ByLanguage<ExampleChoice>;
  readonly show?: Partial<Omit<Show, "example" | "edits">>;
  readonly edits?: readonly Edit[];
  readonly view?: SceneView;
  /** The comparison that stands beside the lesson; absent: one lane. */
  readonly compare?: PairId;
  /** The page of the networks alone stands in place of the stage. */
  readonly alone?: AloneScene;
}

/** How the scene of a step differs from the scene of its lesson. */
export type SceneChange = Partial<Scene>;

/** The scene with a change: settings, Show and view are joined, everything else is replaced. */
export function changed(scene: Scene, change: SceneChange): Scene {
  return {
    ...scene,
    ...change,
    settings: { ...scene.settings, ...change.settings },
    show: { ...scene.show, ...change.show },
    view: { ...scene.view, ...change.view },
  };
}

export function taskOf({ task, taskIn }: Scene, language: string): TaskId {
  return taskIn?.[language] ?? task;
}

/** The settings of a scene's model. */
export function configOf(scene: Scene, language: string): Config {
  const base = withTask(DEFAULT_CONFIG, taskOf(scene, language));
  return settle({ ...base, ...scene.settings });
}
