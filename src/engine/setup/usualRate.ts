/** The learning rate that each kind of network begins with, and a set-up with another kind. */
import { type Config, FIELDS, type NetworkKind } from "./config";

export const USUAL_RATE: Readonly<Record<NetworkKind, number>> = {
  recurrent: FIELDS.learningRate.initial,
  transformer: 0.002, // at three times this rate it learns worse (docs/decisions/0086)
};

/** The set-up with a kind of network. A learning rate that is the usual one of the kind before gives way to that of the new one. */
export function withNetwork(config: Config, network: NetworkKind): Config {
  const isUsual = config.learningRate === USUAL_RATE[config.network];
  return { ...config, network, ...(isUsual && { learningRate: USUAL_RATE[network] }) };
}
