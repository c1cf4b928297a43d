import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeLanguage, startI18n } from "../../i18n/i18n";
import { Prose } from "./Prose";

beforeEach(async () => {
  await startI18n("en");
  render(
    <p>
      <Prose>{"Every <key>encoder state</key> is compared with the <query>query</query>."}</Prose>
    </p>,
  );
});
afterEach(cleanup);

const term = (name: string): HTMLElement => screen.getByRole("button", { name });
const bubble = (): string | null | undefined => screen.queryByRole("tooltip")?.textContent;

test("a text reads as before, and its terms are buttons", () => {
  expect(document.querySelector("p")?.textContent).toBe(
    "Every encoder state is compared with the query.",
  );
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "encoder state",
    "query",
  ]);
});

test("the focus opens the sentence of a term and describes it; leaving closes it", async () => {
  const user = userEvent.setup();
  await user.tab();
  expect(bubble()).toMatch(/^key A vector that is compared with the query\./);
  expect(term("encoder state").getAttribute("aria-describedby")).toBe(
    screen.getByRole("tooltip").id,
  );
  await user.tab();
  expect(bubble()).toMatch(/^query The vector that is compared/);
  await user.tab();
  expect(bubble()).toBeUndefined();
});

test("Escape closes the sentence, the focus stays, and a click opens it again", async () => {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard("{Escape}");
  expect(bubble()).toBeUndefined();
  expect(document.activeElement).toBe(term("encoder state"));
  await user.keyboard("{Enter}");
  expect(bubble()).toMatch(/^key/);
});

test("the pointer opens the sentence and can move onto it", async () => {
  const query = term("query");
  await userEvent.hover(query);
  const sentence = screen.getByRole("tooltip");
  fireEvent.pointerOut(query, { relatedTarget: sentence });
  expect(bubble()).toMatch(/^query/);
  fireEvent.pointerOut(sentence, { relatedTarget: document.body });
  expect(bubble()).toBeUndefined();
});

test("the sentence is in the page's language", async () => {
  await changeLanguage("ko");
  await userEvent.setup().tab();
  expect(bubble()).toMatch(/^키\(key\) /);
});

/** What shares the line of a term. */
const lineOf = (name: string) => term(name).closest("[class*=bound]")?.textContent;

test("a Korean particle shares the line of its term, and the text reads as before", () => {
  cleanup();
  const { container } = render(<Prose>{"여기서 <query>쿼리</query>는 벡터입니다."}</Prose>);
  expect(container.textContent).toBe("여기서 쿼리는 벡터입니다.");
  expect(lineOf("쿼리")).toBe("쿼리는");
});

test("brackets, commas and full stops share the line of the term beside them", () => {
  cleanup();
  const text = "Look (<query>the query</query>), then at <key>keys</key>/<query>queries</query>.";
  const { container } = render(<Prose>{text}</Prose>);
  expect(container.textContent).toBe("Look (the query), then at keys/queries.");
  expect(["the query", "keys", "queries"].map(lineOf)).toEqual([
    "(the query),",
    "keys/",
    "queries.",
  ]);
});
