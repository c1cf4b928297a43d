import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore, IDBOpenDBRequest } from "fake-indexeddb";
import fc from "fast-check";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CORPUS_LIMITS, type CorpusInput, DEFAULT_CORPUS_OPTIONS } from "../engine/corpus/report";
import { anyText } from "../testing/anyText";
import {
  forgetAllCorpora,
  forgetCorpus,
  keepCorpus,
  listCorpora,
  readCorpus,
  renameCorpus,
  type StorageProblem,
  type Stored,
} from "./corpora";
import { MOST_CORPORA } from "./corporaLimit";

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function valueOf<T>(stored: Promise<Stored<T>>): Promise<T> {
  const outcome = await stored;
  if (outcome.kind === "problem") throw new Error(outcome.problem);
  return outcome.value;
}

function inputOf(given: Blob | string): CorpusInput {
  return typeof given === "string" ? { text: given } : { files: [given] };
}

function keep(input: Blob | string, name = "pairs", now = 1): Promise<number> {
  return valueOf(keepCorpus({ name, input: inputOf(input), options: DEFAULT_CORPUS_OPTIONS }, now));
}

const read = (id: number) => valueOf(readCorpus({ id, name: "kept" }));

async function bytesOf(input: CorpusInput): Promise<Uint8Array[]> {
  if ("text" in input) throw new Error("a text");
  const buffers = await Promise.all(input.files.map((file) => file.arrayBuffer()));
  return buffers.map((buffer) => new Uint8Array(buffer));
}

function namesOf(input: CorpusInput): string[] {
  if ("text" in input) throw new Error("a text");
  return input.files.map((file) => (file instanceof File ? file.name : ""));
}

const names = async () => (await valueOf(listCorpora())).map(({ name }) => name);

describe("kept pairs", () => {
  it("come back unchanged: any text with any name", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, name) => {
        vi.stubGlobal("indexedDB", new IDBFactory());
        const id = await keep(text, name);
        expect(await read(id)).toEqual({ text });
        const [entry] = await valueOf(listCorpora());
        expect(entry).toEqual({
          id,
          name,
          bytes: Buffer.byteLength(text),
          usedAt: 1,
          options: DEFAULT_CORPUS_OPTIONS,
        });
      }),
    );
  });

  it("come back unchanged: the bytes of any file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        vi.stubGlobal("indexedDB", new IDBFactory());
        const id = await keep(new Blob([Uint8Array.from(bytes)]));
        expect(await bytesOf(await read(id))).toEqual([Uint8Array.from(bytes)]);
      }),
    );
  });

  it("come back as two files with their names", async () => {
    const files = [new File(["안녕"], "a.ko"), new File(["hello"], "a.en")];
    const corpus = { name: "both", input: { files }, options: DEFAULT_CORPUS_OPTIONS };
    const id = await valueOf(keepCorpus(corpus, 1));
    expect(await valueOf(keepCorpus(corpus, 2))).toBe(id);
    const kept = await read(id);
    expect(namesOf(kept)).toEqual(["a.ko", "a.en"]);
    expect(await bytesOf(kept)).toEqual(await bytesOf({ files }));
    const [entry] = await valueOf(listCorpora());
    expect(entry?.bytes).toBe(11);
  });

  it("are listed with the last used first", async () => {
    await keep("a", "first", 10);
    await keep("b", "second", 20);
    expect(await names()).toEqual(["second", "first"]);
    await keep("a", "first", 30);
    expect(await names()).toEqual(["first", "second"]);
  });

  it("have one entry: the same pairs again change its options and not its name", async () => {
    const id = await keep("a\tb");
    await renameCorpus(id, "My pairs");
    const options = { ...DEFAULT_CORPUS_OPTIONS, swap: true };
    const again = { name: "other", input: { text: "a\tb" }, options };
    expect(await valueOf(keepCorpus(again, 2))).toBe(id);
    const file = new Blob(["a\tb"]); // a file has its own entry, because its encoding is unknown
    expect(await keep(file)).not.toBe(id);
    expect(await keep(file)).not.toBe(id);
    const entries = await valueOf(listCorpora());
    expect(entries).toHaveLength(2);
    expect(entries.find((entry) => entry.id === id)).toMatchObject({ name: "My pairs", options });
  });

  it("never get an id that was used before", async () => {
    const id = await keep("a");
    await valueOf(forgetAllCorpora());
    expect(await keep("a")).not.toBe(id);
  });

  it("are compared by content, not by length", async () => {
    expect(await keep("a\tb")).not.toBe(await keep("a\tc"));
    expect(await keep(new Blob(["1"]))).not.toBe(await keep(new Blob(["2"])));
  });

  it("are deleted one by one or all at once", async () => {
    const [a, b] = [await keep("a"), await keep("b")];
    await keep("c", "c");
    await valueOf(forgetCorpus(a));
    await valueOf(forgetCorpus(a));
    expect(await readCorpus({ id: a, name: "" })).toEqual({ kind: "problem", problem: "gone" });
    expect(await read(b)).toEqual({ text: "b" });
    expect(await names()).toHaveLength(2);
    await valueOf(forgetAllCorpora());
    expect(await names()).toEqual([]);
    expect(await readCorpus({ id: b, name: "" })).toEqual({ kind: "problem", problem: "gone" });
  });

  it("are limited in number; an existing entry can be used again", async () => {
    for (let i = 0; i < MOST_CORPORA; i++) await keep(`${i}`);
    const more = { name: "more", input: { text: "more" }, options: DEFAULT_CORPUS_OPTIONS };
    expect(await keepCorpus(more, 1)).toEqual({ kind: "problem", problem: "tooMany" });
    await keep("7");
    expect(await names()).toHaveLength(MOST_CORPORA);
    expect((await listCorpora()).kind).toBe("stored");
  });

  it("are limited in number also where two tabs keep pairs at the same time", async () => {
    for (let i = 1; i < MOST_CORPORA; i++) await keep(`${i}`);
    const both = ["x", "y"].map((input) =>
      keepCorpus({ name: input, input: { text: input }, options: DEFAULT_CORPUS_OPTIONS }, 1),
    );
    const kinds = (await Promise.all(both)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["problem", "stored"]);
    expect(await names()).toHaveLength(MOST_CORPORA);
  });

  it("are refused where they are too large to be read again", async () => {
    const file = new Blob([new Uint8Array(3 * CORPUS_LIMITS.bytes + 1)]);
    expect(
      await keepCorpus({ name: "", input: { files: [file] }, options: DEFAULT_CORPUS_OPTIONS }, 1),
    ).toEqual({ kind: "problem", problem: "tooLarge" });
  });

  it("cannot be renamed where another tab has deleted them", async () => {
    expect(await renameCorpus(5, "x")).toEqual({ kind: "problem", problem: "gone" });
  });
});

async function problem(): Promise<StorageProblem | null> {
  const outcome = await keepCorpus(
    { name: "a", input: { text: "a" }, options: DEFAULT_CORPUS_OPTIONS },
    1,
  );
  return outcome.kind === "problem" ? outcome.problem : null;
}

describe("storage", () => {
  it("is unavailable where there is no IndexedDB", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await problem()).toBe("unavailable");
  });

  it("is unavailable where IndexedDB refuses to open, as in private windows", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("not here", "SecurityError");
    });
    expect(await problem()).toBe("unavailable");
  });

  it("is slow where it never answers", async () => {
    vi.useFakeTimers();
    vi.spyOn(IDBFactory.prototype, "open").mockReturnValue(new IDBOpenDBRequest());
    const asked = problem();
    await vi.runAllTimersAsync();
    expect(await asked).toBe("slow");
  });

  it.each([
    ["QuotaExceededError", "full"],
    ["UnknownError", "failed"],
  ])("reports an error of a write: %s", async (name, expected) => {
    await keep("before");
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no", name);
    });
    expect(await problem()).toBe(expected);
    vi.restoreAllMocks();
    expect(await names()).toEqual(["pairs"]);
  });

  it("fails where the file can no longer be read", async () => {
    const file = new Blob(["a"]);
    vi.spyOn(file, "arrayBuffer").mockRejectedValue(new DOMException("", "NotReadableError"));
    const outcome = await keepCorpus(
      { name: "", input: { files: [file] }, options: DEFAULT_CORPUS_OPTIONS },
      1,
    );
    expect(outcome).toEqual({ kind: "problem", problem: "failed" });
  });
});

describe("pairs that an earlier version kept", () => {
  const OPTIONS = {
    unit: "character",
    swap: true,
    simplify: false,
    maxLength: 12,
    maxPairs: 500,
    maxVocabulary: 60,
  };

  /** Writes an entry as the earlier version did. */
  async function keepAsBefore(content: string | ArrayBuffer): Promise<number> {
    await names(); // makes the database
    const db = await openDB("seq2seq-lab-corpora", 1);
    const entry = { name: "old", bytes: 3, usedAt: 1, options: OPTIONS };
    const id = Number(await db.put("entries", entry));
    await db.put("contents", content, id);
    db.close();
    return id;
  }

  it("are listed with options that read them as before", async () => {
    await keepAsBefore("a\tb");
    const [entry] = await valueOf(listCorpora());
    expect(entry?.options).toEqual({
      ...DEFAULT_CORPUS_OPTIONS,
      header: false,
      columns: { source: 1, target: 0 },
      units: { source: "characters", target: "characters" },
      simplify: false,
      maxSource: 12,
      maxTarget: 12,
      maxPairs: 500,
      maxVocabulary: 60,
    });
  });

  it("come back as the text or the file that they were, and are found again", async () => {
    const text = await keepAsBefore("a\tb");
    expect(await read(text)).toEqual({ text: "a\tb" });
    expect(await keep("a\tb")).toBe(text);
    const bytes = new TextEncoder().encode("c\td");
    const file = await keepAsBefore(bytes.buffer);
    const kept = await read(file);
    expect(namesOf(kept)).toEqual(["kept"]);
    expect(await bytesOf(kept)).toEqual([bytes]);
    expect(await keep(new Blob([bytes]))).toBe(file);
  });
});
