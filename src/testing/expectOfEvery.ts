/** One test of many members: every one is checked, and the failure names those that fail. */
import { expect } from "vitest";

/**
 * @param members at least one
 * @param check throws if the member fails
 */
export function expectOfEvery<T>(
  members: readonly (readonly [name: string, member: T])[],
  check: (member: T, name: string) => void,
): void {
  expect(members.length).toBeGreaterThan(0);
  const failures = members.flatMap(([name, member]) => {
    try {
      check(member, name);
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${members.length} fail:\n${failures.join("\n")}`);
}
