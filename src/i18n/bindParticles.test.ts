import { expect, test } from "vitest";
import { bindParticles } from "./bindParticles";

const JOINER = "\u2060";

test.each([
  ["쿼리(query)는", `쿼리(query)${JOINER}는`],
  ["‘되돌리기’와", `‘되돌리기’${JOINER}와`],
  ["몫은 61%입니다", `몫은 61%${JOINER}입니다`],
  ["<sos>에서 <eos>까지", `<sos>${JOINER}에서 <eos>${JOINER}까지`],
])("a particle stays with its noun: %s", (text, bound) => {
  expect(bindParticles(text)).toBe(bound);
});

test.each([
  "<sos>시작 토큰</sos>입니다",
  "<query>쿼리(query)</query>는 벡터",
  "the <eos> (end) token",
])("a mark of the glossary and other text stay as they are: %s", (text) => {
  expect(bindParticles(text)).toBe(text);
});
