/** Where the decoder looks in the answer so far, beside the picture. */
import type { ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import { SideMap } from "./SideMap";
import { useHead } from "./useHead";

export function DecoderSide({ trace }: { readonly trace: Trace }): ReactNode {
  return <SideMap trace={trace} {...useHead(trace)} of="self" isLarge />;
}
