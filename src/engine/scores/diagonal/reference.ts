/** The diagonal score in plain arrays: q . (d * k). */
import { at, dot } from "../../reference/linearAlgebra";
import type { ReferenceScore } from "../score";

export const diagonal: ReferenceScore<"diagonal"> = (own, q, k) => {
  const [d = []] = own("attention.diagonal"); // a vector is one row
  return dot(
    q,
    k.map((x, i) => x * at(d, i)),
  );
};
