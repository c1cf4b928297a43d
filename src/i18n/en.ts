/** The English texts: one file per part of the page. */
import { app } from "./en/app";
import { batch } from "./en/batch";
import { beam } from "./en/beam";
import { computing } from "./en/computing";
import { derivation } from "./en/derivation";
import { edits } from "./en/edits";
import { evaluation } from "./en/evaluation";
import { failures } from "./en/failures";
import { glossary } from "./en/glossary";
import { gradients } from "./en/gradients";
import { inspector } from "./en/inspector";
import { lessons } from "./en/lessons";
import { maps } from "./en/maps";
import { modelFile } from "./en/modelFile";
import { pairs } from "./en/pairs";
import { parting } from "./en/parting";
import { player } from "./en/player";
import { setup } from "./en/setup";
import { stage } from "./en/stage";
import { step } from "./en/step";
import { tasks } from "./en/tasks";
import { training } from "./en/training";
import { undo } from "./en/undo";

export const en = {
  app,
  batch,
  beam,
  computing,
  derivation,
  edits,
  evaluation,
  failures,
  glossary,
  gradients,
  inspector,
  lessons,
  maps,
  modelFile,
  pairs,
  parting,
  player,
  setup,
  stage,
  step,
  tasks,
  training,
  undo,
} as const;
