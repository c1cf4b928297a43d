/** The gradient of q . (d * k). */
import { at, type Vector } from "../../reference/linearAlgebra";
import type { ReferenceScoreBackward } from "../score";

export const diagonal: ReferenceScoreBackward<"diagonal"> = (own, q, k) => {
  const [d = []] = own("attention.diagonal"); // a vector is one row
  const scaled = (x: Vector): Vector => x.map((value, i) => value * at(d, i));
  return { query: scaled(k), key: scaled(q) };
};
