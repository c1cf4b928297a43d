/** The platform APIs that the engine uses: those that page, worker and Node share. */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(
    encoding: string,
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  );
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** A file. One that a student chose also has a name. */
interface Blob {
  readonly size: number; // bytes
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Decodes base64 to a string of bytes. */
declare function atob(data: string): string;

/** Encodes a string of bytes as base64. */
declare function btoa(data: string): string;

declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** @param delta in pages of 64 KiB */
    grow(delta: number): number;
  }
  interface Source {
    readonly instance: { readonly exports: Readonly<Record<string, unknown>> };
  }
  function validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  function instantiate(bytes: Uint8Array<ArrayBuffer>, imports: object): Promise<Source>;
}
