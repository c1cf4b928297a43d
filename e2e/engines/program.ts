/** A program beside the tests: a browser, its driver, or a screen in memory. */
import { type ChildProcess, spawn } from "node:child_process";
import { Readable } from "node:stream";

const LIMIT_MS = 120_000; // ends a start that hangs

export interface Program {
  /** What the pattern captures in the program's output. */
  readonly told: string;
  /** Ends the program and waits until it has gone. */
  readonly stop: () => Promise<void>;
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}

/**
 * Starts a program and waits for a line of its output, on stdout, stderr or descriptor 3.
 * @param line null: the program tells nothing when it is ready
 * @throws if the program ends first, or writes no such line in two minutes
 */
export function startProgram(
  command: string,
  args: readonly string[],
  line: RegExp | null,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(command, args, {
    stdio: line === null ? "ignore" : ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const kill = (): void => void child.kill();
  process.once("exit", kill); // also after a test that failed
  child.once("exit", () => process.off("exit", kill));
  if (line === null) return Promise.resolve({ told: "", stop: () => stop(child) });
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(fail, LIMIT_MS, "does not start");
    const failed = (error: Error): void => fail(error.message);
    const ended = (code: number | null): void => fail(`ended with ${code}`);
    child.once("error", failed).once("exit", ended);
    const streams = child.stdio.filter((stream) => stream instanceof Readable);
    for (const stream of streams) stream.on("data", hear);

    function settle(): void {
      clearTimeout(timer);
      child.off("error", failed).off("exit", ended);
      for (const stream of streams) stream.off("data", hear).resume(); // a full pipe would stop the program
    }
    function fail(why: string): void {
      settle();
      child.kill();
      reject(new Error(`${command}: ${why}; its output: ${output.slice(-2000)}`));
    }
    function hear(data: Buffer): void {
      output += data.toString();
      const told = line?.exec(output);
      if (!told) return;
      settle();
      resolve({ told: told[1] ?? "", stop: () => stop(child) });
    }
  });
}
