/** The part of WebGL 2 that the fused operations use; the engine has no browser types. */

/** A texture, program or other WebGL object; null after the context is lost. */
export type Handle = object | null;

export interface Gl {
  readonly CLAMP_TO_EDGE: number;
  readonly COLOR_ATTACHMENT0: number;
  readonly FLOAT: number;
  readonly FRAGMENT_SHADER: number;
  readonly FRAMEBUFFER: number;
  readonly FRAMEBUFFER_COMPLETE: number;
  readonly LINK_STATUS: number;
  readonly MAX_TEXTURE_SIZE: number;
  readonly NEAREST: number;
  readonly OUT_OF_MEMORY: number;
  readonly RGBA: number;
  readonly RGBA32F: number;
  readonly TEXTURE0: number;
  readonly TEXTURE_2D: number;
  readonly TEXTURE_MAG_FILTER: number;
  readonly TEXTURE_MIN_FILTER: number;
  readonly TEXTURE_WRAP_S: number;
  readonly TEXTURE_WRAP_T: number;
  readonly TRIANGLES: number;
  readonly VERTEX_SHADER: number;

  getExtension(name: string): unknown;
  getParameter(name: number): unknown;
  getError(): number;
  isContextLost(): boolean;

  createTexture(): Handle;
  deleteTexture(texture: Handle): void;
  activeTexture(unit: number): void;
  bindTexture(target: number, texture: Handle): void;
  texParameteri(target: number, name: number, value: number): void;
  texStorage2D(target: number, ...size: [number, number, number, number]): void;
  texSubImage2D(target: number, ...rest: [...SubImage, Float32Array, number]): void;

  createFramebuffer(): Handle;
  deleteFramebuffer(framebuffer: Handle): void;
  bindFramebuffer(target: number, framebuffer: Handle): void;
  checkFramebufferStatus(target: number): number;
  framebufferTexture2D(target: number, ...rest: [number, number, Handle, number]): void;
  readPixels(...rest: [number, number, number, number, number, number, Float32Array]): void;

  createShader(kind: number): Handle;
  shaderSource(shader: Handle, source: string): void;
  compileShader(shader: Handle): void;
  getShaderInfoLog(shader: Handle): string | null;
  deleteShader(shader: Handle): void;
  createProgram(): Handle;
  attachShader(program: Handle, shader: Handle): void;
  linkProgram(program: Handle): void;
  getProgramParameter(program: Handle, name: number): unknown;
  getUniformLocation(program: Handle, name: string): Handle;
  useProgram(program: Handle): void;
  uniform1i(location: Handle, value: number): void;
  uniform1iv(location: Handle, values: Int32Array): void;
  uniform1fv(location: Handle, values: Float32Array): void;

  createVertexArray(): Handle;
  bindVertexArray(vertexArray: Handle): void;
  viewport(x: number, y: number, width: number, height: number): void;
  scissor(x: number, y: number, width: number, height: number): void;
  drawArrays(mode: number, first: number, count: number): void;
}

/** level, x, y, width, height, format, type */
type SubImage = [number, number, number, number, number, number, number];
