/**
 * The part of AssemblyScript's compiler that this project uses. The compiler's own types redeclare globals such as Array
 * and would change types in the whole project.
 */
interface Output {
  readonly stderr: { write(text: Uint8Array | string): void };
  writeFile(name: string, contents: Uint8Array | string): void;
}

export function main(
  options: readonly string[],
  output: Output,
): Promise<{ readonly error: Error | null }>;
