/** The names of CSS modules' classes in the built page: their component's and their own, short and legible. */
import { basename } from "node:path";

/** A maker of class names, `Stage-footer` for `footer` in `Stage.module.css`; no two files may be of one name. */
export function classNames() {
  /** @type {Map<string, string>} the file of each component */
  const files = new Map();
  /**
   * @param {string} name
   * @param {string} path
   */
  return (name, path) => {
    const [file = path] = path.split("?");
    const component = basename(file, ".module.css");
    const first = files.get(component) ?? file;
    if (first !== file)
      throw new Error(`classNames: ${component} is the name of ${first} and of ${file}`);
    files.set(component, file);
    return `${component}-${name}`;
  };
}
