import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { generatedTask } from "../engine/tasks/byId";
import { withTask } from "../engine/tasks/difficulty";
import { sourceWords } from "./sourceWords";

test.each(["englishFrench", "englishKorean"] as const)(
  "the words of %s are those of its vocabulary, at every difficulty",
  (id) => {
    for (const symbols of [4, 8, 12]) {
      const config = { ...withTask(DEFAULT_CONFIG, id), symbols };
      const { tokens } = generatedTask(id, config).sourceVocabulary;
      const words = Object.values(sourceWords(id, symbols) ?? {}).flat();
      expect(words.toSorted()).toEqual(tokens.slice(4).toSorted());
    }
  },
);

test("a task on letters has no words", () => expect(sourceWords("reverse", 26)).toBeNull());
