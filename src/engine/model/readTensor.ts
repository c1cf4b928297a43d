/** Reads a tensor, and asks its device whether it is still there. */
import { backend, getBackend, type Tensor, type TypedArray } from "@tensorflow/tfjs-core";
import { DeviceLostError } from "../deviceLost";

/** A member of the tensor library's WebGL backend that its type lacks. */
interface WebglBackend {
  getGPGPUContext(): { readonly gl: { isContextLost(): boolean } };
}

/**
 * The numbers of a tensor, at once.
 * @throws DeviceLostError after the loss of a WebGL context, of which the tensor library reads zeros
 */
export function readTensor(tensor: Tensor): TypedArray {
  const values = tensor.dataSync();
  if (getBackend() === "webgl" && contextIsLost()) throw new DeviceLostError("WebGL");
  return values;
}

function contextIsLost(): boolean {
  return (backend() as unknown as WebglBackend).getGPGPUContext().gl.isContextLost();
}
