/** Carries out a planned decode on the fused operations, which also train, and reads its quantities in one transfer. */
import { NO_EDITS } from "../../decoding/editPlan";
import type { Decoded, PlannedDecode } from "../../decoding/plannedDecode";
import { carryOut, carryOutLater } from "../../decoding/search";
import { type ChosenTokens, chooseTokens, mostPaths } from "../../decoding/tokenChoice";
import type { UntouchedDecode } from "../../results/trace";
import { type FusedModel, type Network, openNetwork } from "../model";
import { isOnHost } from "../ops";
import { type EncodedSources, encodeSources, handOver, openCourse } from "./course";
import { tapeDecode } from "./decodeTape";
import { tapeEncoder } from "./encoderTape";
import { Paths } from "./paths";
import { Tape } from "./tape";

/** The tokens of a decode, and those of the same decode without edits; null: it is not wanted. */
interface Chosen {
  readonly own: ChosenTokens;
  readonly untouched: ChosenTokens | null;
}

/**
 * Decodes with the weights of the call: one transfer for the decode, and one for the untouched one. On a device, sampling
 * and beam search read the logits of each step before that, on a copy of the weights, because training goes on meanwhile.
 */
export async function traceDecode(model: FusedModel, decode: PlannedDecode): Promise<Decoded> {
  const { ops } = model;
  const plain = decode.wantsUntouched ? withoutEdits(decode) : null;
  if (isOnHost(ops) || mostPaths(decode.choosing) === 0) {
    const own = searchNow(model, decode);
    return capture(model, decode, { own, untouched: plain && searchNow(model, plain) });
  }
  const parameters = ops.scope(() => ops.keep(ops.stack([model.parameters])));
  try {
    const copy = { ...model, parameters };
    const own = await searchLater(copy, decode);
    return await capture(copy, decode, {
      own,
      untouched: plain && (await searchLater(copy, plain)),
    });
  } finally {
    ops.release(parameters);
  }
}

function withoutEdits(decode: PlannedDecode): PlannedDecode {
  return { ...decode, plan: NO_EDITS, attended: decode.source };
}

/** Searches in main memory, or not at all. */
function searchNow(model: FusedModel, decode: PlannedDecode): ChosenTokens {
  const { ops } = model;
  const paths = new Paths(model, decode);
  try {
    return carryOut(chooseTokens(decode.plan, decode), (extension) =>
      paths.extend(extension, (logits) => {
        if (isOnHost(ops)) return ops.readNow(logits);
        throw new Error("trace: expected a decode without a search, got one");
      }),
    );
  } finally {
    paths.release();
  }
}

async function searchLater(model: FusedModel, decode: PlannedDecode): Promise<ChosenTokens> {
  const paths = new Paths(model, decode);
  try {
    return await carryOutLater(chooseTokens(decode.plan, decode), (extension) =>
      paths.extend(extension, (logits) => model.ops.read(logits)),
    );
  } finally {
    paths.release();
  }
}

/** Decodes once more along the chosen tokens and keeps every quantity. */
function capture(
  model: FusedModel,
  decode: PlannedDecode,
  { own, untouched }: Chosen,
): Promise<Decoded> {
  const { ops } = model;
  return ops.scope(async () => {
    const network = openNetwork(model);
    const sources = encodeSources(network, decode);
    const tape = new Tape();
    const encoder = tapeEncoder(tape, network, sources.attended, decode);
    const course = openCourse(network, decode, handOver(ops, sources, decode.plan, 1));
    const steps = tapeDecode(tape, course, own, decode);
    const [, plain] = await Promise.all([
      tape.play(ops),
      untouched && readUntouched(network, withoutEdits(decode), sources, untouched),
    ]);
    return { encoder: encoder(), transformer: null, ...steps(), untouched: plain };
  });
}

/** It has a buffer of its own, because it is kept when the trace is sent. */
async function readUntouched(
  network: Network,
  plain: PlannedDecode,
  { own }: EncodedSources,
  chosen: ChosenTokens,
): Promise<UntouchedDecode> {
  const { ops } = network;
  const tape = new Tape();
  const handover = handOver(ops, { own, attended: own }, plain.plan, 1);
  const steps = tapeDecode(tape, openCourse(network, plain, handover), chosen, plain);
  await tape.play(ops);
  return steps();
}
