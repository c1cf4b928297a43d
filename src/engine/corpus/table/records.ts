/** The text fields of JSON records. */

const DEEPEST = 4;
const MOST_FIELDS = 500;

/** A record as names and texts: {"translation": {"en": "Hi"}} has the field "translation.en", a list has "1", "2". */
export function fieldsOf(value: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  collect(value, "", 0, fields);
  return fields;
}

function collect(value: unknown, name: string, depth: number, fields: Map<string, string>): void {
  if (fields.size >= MOST_FIELDS) return;
  const text = textOf(value, depth);
  if (text !== null) fields.set(name, text);
  else if (typeof value === "object" && value !== null && depth < DEEPEST)
    for (const [key, inner] of Object.entries(value)) {
      const own = Array.isArray(value) ? String(Number(key) + 1) : key;
      collect(inner, name === "" ? own : `${name}.${own}`, depth + 1, fields);
    }
}

/** Null: it has fields of its own, or is nothing. */
function textOf(value: unknown, depth: number): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return depth > 0 && isTokens(value) ? value.join(" ") : null;
}

/** A sentence that is split already. */
function isTokens(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string")
  );
}
