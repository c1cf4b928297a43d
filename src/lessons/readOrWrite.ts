/** Before sequence to sequence: a network that only reads names, and one that only writes them. */
import { beginning, counting, decides } from "./readAlone";
import { heat, next, now } from "./writeAlone";

export const READ_OR_WRITE = [decides, beginning, counting, next, heat, now] as const;
