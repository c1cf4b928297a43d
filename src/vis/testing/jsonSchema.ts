/** The part of JSON Schema 2020-12 that the schema of traces uses. It refuses a schema with any other word. */

export type Schema = Readonly<Record<string, unknown>>;

const SAID = ["$schema", "$defs", "title", "description"]; // without a meaning for a document
const WORDS = ["$ref", "type", "const", "enum", "properties", "required", "additionalProperties", "items", "minItems", "anyOf", "oneOf"]; // prettier-ignore

/** Finds the places inside a document that are not as a schema says. */
type Check = (schema: Schema, value: unknown, place: string) => string[];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isType(name: unknown, value: unknown): boolean {
  if (name === "null") return value === null;
  if (name === "array") return Array.isArray(value);
  if (name === "integer") return Number.isInteger(value);
  return name === "object" ? isObject(value) : typeof value === name;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function definition(root: Schema, reference: unknown): Schema {
  const name = String(reference).replace("#/$defs/", "");
  const found = (root["$defs"] as Readonly<Record<string, Schema>>)[name];
  if (!found) throw new Error(`schema: no definition ${name}`);
  return found;
}

function refuseUnknown(schema: Schema): void {
  const unknown = Object.keys(schema).filter((word) => ![...SAID, ...WORDS].includes(word));
  if (unknown.length > 0) throw new Error(`schema: unknown word ${unknown.join()}`);
}

/** Whether the value itself is as the schema says, without what is in it. */
function fits(schema: Schema, value: unknown): boolean {
  const { minItems = 0 } = schema;
  return (
    (!("type" in schema) || listOf(schema["type"]).some((name) => isType(name, value))) &&
    (!("const" in schema) || schema["const"] === value) &&
    (!("enum" in schema) || listOf(schema["enum"]).includes(value)) &&
    (!Array.isArray(value) || value.length >= Number(minItems))
  );
}

function inArray(
  check: Check,
  schema: Schema,
  values: readonly unknown[],
  place: string,
): string[] {
  // prettier-ignore
  const { items } = schema;
  return isObject(items) ? values.flatMap((each, i) => check(items, each, `${place}/${i}`)) : [];
}

function inObject(check: Check, schema: Schema, value: Schema, place: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = listOf(required).filter((name) => !(String(name) in value));
  const wrong = Object.entries(value).flatMap(([name, each]) => {
    const own = (properties as Readonly<Record<string, Schema>>)[name] ?? additionalProperties;
    if (isObject(own)) return check(own, each, `${place}/${name}`);
    return own === false ? [`${place}/${name}`] : [];
  });
  return [...missing.map((name) => `${place}/${String(name)}`), ...wrong];
}

/** The places of a document that are not as the schema says; of alternatives, their own place. */
export function problemsOf(root: Schema, document: unknown): string[] {
  const check: Check = (schema, value, place) => {
    refuseUnknown(schema);
    if ("$ref" in schema) return check(definition(root, schema["$ref"]), value, place);
    const either = schema["anyOf"] ?? schema["oneOf"];
    if (either) {
      const fitting = (either as Schema[]).filter((each) => check(each, value, place).length === 0);
      return fitting.length === 1 || (fitting.length > 1 && "anyOf" in schema) ? [] : [place];
    }
    if (!fits(schema, value)) return [place];
    if (Array.isArray(value)) return inArray(check, schema, value, place);
    return isObject(value) ? inObject(check, schema, value, place) : [];
  };
  return check(root, document, "");
}
