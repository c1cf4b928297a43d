/** Carries out a planned decode on tensors, in the textbook composition. */
import { sourceTensors } from "../model/batchTensors";
import { handOver } from "../model/seq2seq";
import type { Weights } from "../model/weights";
import type { NetworkKind } from "../setup/config";
import type { ModelShape } from "../setup/modelShape";
import { readTogether } from "./capture";
import { editedCourse, plainCourse } from "./course";
import { collectDecode } from "./decode";
import { editedMemory } from "./editedMemory";
import { NO_EDITS } from "./editPlan";
import { collectEncoder } from "./encoderCapture";
import type { Decoded, PlannedDecode } from "./plannedDecode";
import { decodeTransformer } from "./transformer/decode";

type Decode = (weights: Weights, shape: ModelShape, planned: PlannedDecode) => Decoded;

const DECODES: Readonly<Record<NetworkKind, Decode>> = {
  recurrent: decodeRecurrent,
  transformer: decodeTransformer,
};

/** The decode of a model of any kind. Call inside `plainResult`. */
export const decodeOnTensors: Decode = (weights, shape, planned) =>
  DECODES[shape.network](weights, shape, planned);

/** One transfer for the decode, and one for the same decode without edits. */
function decodeRecurrent(weights: Weights, shape: ModelShape, planned: PlannedDecode): Decoded {
  const { source, attended, plan, truth, wantsUntouched } = planned;
  const own = handOver(weights, shape, sourceTensors(source));
  const read = attended === source ? own : handOver(weights, shape, sourceTensors(attended));
  const plain = plainCourse(own, truth);
  const course =
    plan === NO_EDITS ? plain : editedCourse(plain, plan, editedMemory(own, plan, read));
  const decoded = readTogether((collect) => {
    const encoder = collectEncoder(collect, read, attended, plan.pads);
    const decode = collectDecode(collect, course, planned);
    return () => ({ encoder: encoder(), ...decode() });
  });
  const untouched = () => readTogether((collect) => collectDecode(collect, plain, planned));
  return { ...decoded, transformer: null, untouched: wantsUntouched ? untouched() : null };
}
