/** The path of a QR code has exactly the dark modules of the code. */
import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrPath } from "./qrPath";

const LINK = "https://example.org/lab/?lesson=bottleneck&hide=modes.files&lock=1&lang=ko";

/** The dark modules that the path covers, as "x,y". */
function covered(d: string): Set<string> {
  const rectangles = [...d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(rectangles.map(([text]) => text).join("")).toBe(d);
  return new Set(
    rectangles.flatMap(([, x, y, length]) =>
      Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i},${y}`),
    ),
  );
}

test("the path covers the dark modules and no other", () => {
  const { data, size } = encode(LINK, { ecc: "M", border: 0 });
  const path = qrPath(LINK);
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
  expect(path?.size).toBe(size);
  expect(covered(path?.d ?? "")).toEqual(new Set(dark));
});

test("a text beyond the largest code has none", () => {
  expect(qrPath("x".repeat(4000))).toBeNull();
});
