/** Runs in a bare page: compares the engine on WebGL with fixtures of the oracle. */
import { env, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-webgl";
import { readFixtures } from "../../src/testing/fixtures";
import { type Deviation, forwardNames } from "../../src/testing/fixtureValues";
import { compareWithFixture } from "../../src/testing/oracle";
import { bytesOf } from "./bytes";

export interface MemberResult {
  readonly name: string;
  readonly deviations: readonly Deviation[];
  readonly expected: readonly string[]; // names of required forward quantities
}

/** Starts WebGL. @returns the name of the running backend */
async function start(): Promise<string> {
  env().set("WEBGL_PACK", true);
  await setBackend("webgl");
  await ready();
  return getBackend();
}

/** Compares the named members of a fixture file, or all of them. file: base64 */
function compare(file: string, names: readonly string[] | null): MemberResult[] {
  return readFixtures(bytesOf(file))
    .filter(({ name }) => names === null || names.includes(name))
    .map((fixture) => ({
      name: fixture.name,
      deviations: compareWithFixture(fixture),
      expected: forwardNames(fixture),
    }));
}

export const oracle = { start, compare };

Object.assign(globalThis, { oracle });
