/** A cache folder with one file. Its name identifies its inputs; a new file replaces the previous one. */
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

const ABANDONED = 3_600_000; // ms; the writer of an older unfinished file has stopped

/**
 * The content of the file; a missing file is made and written first. Other processes may do the same at the same time:
 * a rename puts a complete file in place, and a deleted file is made again.
 * @param {string} folder
 * @param {string} name unique for the inputs of the file
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
    deleteOthers(folder, name);
    return text;
  }
}

/**
 * Keeps recent unfinished files, which another process will rename soon.
 * @param {string} folder
 * @param {string} name
 */
function deleteOthers(folder, name) {
  for (const other of readdirSync(folder).filter((file) => file !== name)) {
    const path = join(folder, other);
    try {
      const isUnfinished = /\.\d+$/.test(other);
      if (isUnfinished && Date.now() - statSync(path).mtimeMs < ABANDONED) continue;
      rmSync(path);
    } catch {
      continue; // already deleted, or in use: the next call deletes it
    }
  }
}
