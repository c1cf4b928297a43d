import { expect, it } from "vitest";
import { isUpToDate, notPermissive, noticeOf, shippedPackages } from "./licences.mjs";

it("every package whose code reaches the visitor has a permissive licence, and the shipped notice names it", () => {
  const packages = shippedPackages();
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["react", "workbox-core", "d3-color", "vite"]));
  expect(names).not.toContain("typescript");
  expect(notPermissive(packages)).toEqual([]);
  expect(isUpToDate()).toBe(true);
});

it("a licence that is not permissive is a fault, and a text is in the notice once", () => {
  const [first, second] = shippedPackages();
  if (!first || !second) throw new Error("expected two packages");
  expect(notPermissive([first, { ...second, licence: "GPL-3.0" }])).toEqual([
    `${second.name}: GPL-3.0`,
  ]);
  const notice = noticeOf([first, { ...first, name: "again" }]);
  expect(notice.match(/Permission is hereby granted/g)).toHaveLength(1);
  expect(notice).toContain(`again ${first.version}`);
});
