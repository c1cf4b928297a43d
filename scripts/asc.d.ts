/**
 * What is used of AssemblyScript's compiler. Its own types declare Array and other globals anew, which would change the
 * meaning of `at` and the like wherever this project is checked.
 */
interface Output {
  readonly stderr: { write(text: Uint8Array | string): void };
  writeFile(name: string, contents: Uint8Array | string): void;
}

export function main(
  options: readonly string[],
  output: Output,
): Promise<{ readonly error: Error | null }>;
