/** The Korean texts: one file per part of the page. */
import { app } from "./ko/app";
import { batch } from "./ko/batch";
import { beam } from "./ko/beam";
import { computing } from "./ko/computing";
import { derivation } from "./ko/derivation";
import { edits } from "./ko/edits";
import { evaluation } from "./ko/evaluation";
import { failures } from "./ko/failures";
import { glossary } from "./ko/glossary";
import { gradients } from "./ko/gradients";
import { inspector } from "./ko/inspector";
import { lessons } from "./ko/lessons";
import { maps } from "./ko/maps";
import { modelFile } from "./ko/modelFile";
import { pairs } from "./ko/pairs";
import { parting } from "./ko/parting";
import { player } from "./ko/player";
import { setup } from "./ko/setup";
import { stage } from "./ko/stage";
import { step } from "./ko/step";
import { tasks } from "./ko/tasks";
import { training } from "./ko/training";
import { undo } from "./ko/undo";
import type { Translation } from "./translation";

export const ko: Translation = {
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
};
