/** A folder of the cache that holds one file, named by what it was made from, and forgets those before. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const ABANDONED = 3_600_000; // ms after which nobody is still writing a file

/**
 * What the file says, or what is made now and written into it. Others may read, write and forget at the same time: a
 * file comes whole, by its last name, and one that has gone is made again.
 * @param {string} folder
 * @param {string} name other than that of any file made from something else
 * @param {() => Promise<string>} make
 */
export async function latestFile(folder, name, make) {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    const text = await make();
    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, `${name}.${process.pid}`);
    writeFileSync(unfinished, text);
    renameSync(unfinished, join(folder, name));
    forgetOthers(folder, name);
    return text;
  }
}

/**
 * What another process is about to rename stays, unless it has been lying there for long.
 * @param {string} folder
 * @param {string} name
 */
function forgetOthers(folder, name) {
  for (const other of readdirSync(folder).filter((file) => file !== name)) {
    const path = join(folder, other);
    try {
      const isUnfinished = /\.\d+$/.test(other);
      if (isUnfinished && Date.now() - statSync(path).mtimeMs < ABANDONED) continue;
      rmSync(path);
    } catch {
      continue; // gone already, or somebody reads it: it will go the next time
    }
  }
}
