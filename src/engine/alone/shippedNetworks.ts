/** The trained networks alone that ship with the page, one of each kind: `npm run bake` writes them to public/data. */
import { type AloneConfig, type AloneKind, DEFAULT_ALONE } from "./aloneConfig";
import { keepsModel } from "./sameModel";

/** The settings of their training. */
export const SHIPPED_NETWORKS: Readonly<Record<AloneKind, AloneConfig>> = {
  classifier: DEFAULT_ALONE,
  generator: { ...DEFAULT_ALONE, alone: "generator", dropout: 0.1, updates: 1000 },
};

export const shippedNetworkFile = (kind: AloneKind): string => `names-${kind}.safetensors`;

/** Whether the shipped network of its kind fits these settings. */
export const hasShippedNetwork = (config: AloneConfig): boolean =>
  keepsModel(SHIPPED_NETWORKS[config.alone], config);
