/** Describes the hardware that the browser computes with. */

export interface Device {
  /** The renderer of WebGL, as the driver names it. */
  readonly gpu: string;
  readonly isSoftwareGpu: boolean;
  /** Whether WebAssembly multiplies and adds in one instruction. */
  readonly hasRelaxedSimd: boolean;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|warp/i;

/** A module of one function, () -> v128, with a relaxed instruction: f32x4.relaxed_madd. */
const RELAXED_MODULE = Uint8Array.from(
  [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], //   magic number and version
    [1, 5, 1, 0x60, 0, 1, 0x7b], //            one type: nothing -> v128
    [3, 2, 1, 0], //                           one function, of that type
    [10, 19, 1, 17, 0], //                     its code, 17 bytes, no locals:
    [0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f], // i32.const 0, i8x16.splat, three times
    [0xfd, 0x85, 0x02, 0x0b], //               f32x4.relaxed_madd, end
  ].flat(),
);

export function describeDevice(): Device {
  const gpu = describeGpu();
  return {
    gpu,
    isSoftwareGpu: SOFTWARE.test(gpu),
    hasRelaxedSimd: WebAssembly.validate(RELAXED_MODULE),
  };
}

function describeGpu(): string {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!gl) return "no WebGL, software";
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return name;
}
