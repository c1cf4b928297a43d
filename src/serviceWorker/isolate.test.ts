import { expect, it } from "vitest";
import { isolate } from "./isolate";

it("adds the isolation headers and keeps body, status and type", async () => {
  const answer = isolate(
    new Response("body", { status: 203, headers: { "Content-Type": "application/wasm" } }),
  );
  expect(answer.headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
  expect(answer.headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
  expect(answer.headers.get("Content-Type")).toBe("application/wasm");
  expect(answer.status).toBe(203);
  expect(await answer.text()).toBe("body");
});

it("leaves a header that the site sends", () => {
  const headers = { "Cross-Origin-Embedder-Policy": "credentialless" };
  const answer = isolate(new Response("", { headers }));
  expect(answer.headers.get("Cross-Origin-Embedder-Policy")).toBe("credentialless");
});
