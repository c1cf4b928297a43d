/** What WebGL runs on. */

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|warp/i;

/** What draws WebGL in this browser, in the driver's words, and whether that is software. */
export function describeGpu(): { name: string; isSoftware: boolean } {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!gl) return { name: "no WebGL", isSoftware: true };
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return { name, isSoftware: SOFTWARE.test(name) };
}
