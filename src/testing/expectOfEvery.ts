/** One test of many members: every one is checked, and the failure names those that fail. */
import { expect } from "vitest";

type Members<T> = readonly (readonly [name: string, member: T])[];

/**
 * @param members at least one
 * @param check throws if the member fails
 */
export function expectOfEvery<T>(
  members: Members<T>,
  check: (member: T, name: string) => void,
): void {
  const failures = members.flatMap(([name, member]) => {
    try {
      check(member, name);
      return [];
    } catch (error) {
      return [describe(name, error)];
    }
  });
  expectNone(failures, members.length);
}

/** The same with a check that waits for a device. */
export async function expectOfEveryInTurn<T>(
  members: Members<T>,
  check: (member: T, name: string) => Promise<void>,
): Promise<void> {
  const failures: string[] = [];
  for (const [name, member] of members) {
    try {
      await check(member, name);
    } catch (error) {
      failures.push(describe(name, error));
    }
  }
  expectNone(failures, members.length);
}

function describe(name: string, error: unknown): string {
  return `${name}: ${error instanceof Error ? error.message : String(error)}`;
}

function expectNone(failures: readonly string[], count: number): void {
  expect(count).toBeGreaterThan(0);
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${count} fail:\n${failures.join("\n")}`);
}
