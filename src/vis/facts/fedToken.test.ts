import { expect, test } from "vitest";
import { makeTrace } from "../testing/traces";
import { fedTokenOf } from "./fedToken";

test("the first step is fed <sos>, later steps the truth or the model's own answer", () => {
  const forced = makeTrace({ teacherForcing: true, wrong: [2] });
  expect(fedTokenOf(forced, 0)?.kind).toBe("sos");
  expect(fedTokenOf(forced, 1)?.kind).toBe("truthSame");
  expect(fedTokenOf(forced, 3)?.kind).toBe("truthChanged");
  const free = makeTrace({ wrong: [2] });
  expect(fedTokenOf(free, 1)?.kind).toBe("modelRight");
  expect(fedTokenOf(free, 3)).toMatchObject({ kind: "modelWrong", truth: free.expected?.[2] });
  expect(fedTokenOf(makeTrace({ known: false }), 1)?.kind).toBe("model");
  expect(fedTokenOf(free, 99)).toBeNull();
});
