/** Every kernel of operations on rows. */
import { ATTENTION_KERNELS } from "./attention";
import { ATTENTION_GRADIENT_KERNELS } from "./attentionGradient";
import { GRU_KERNELS } from "./cells/gru";
import { LSTM_KERNELS } from "./cells/lstm";
import { RNN_KERNELS } from "./cells/rnn";
import { ELEMENTWISE_KERNELS } from "./elementwise";
import type { AnyRowKernel } from "./rowKernel";
import { ROW_PRODUCT } from "./rowProduct";
import { TOKEN_KERNELS } from "./tokens";

export const ROW_KERNELS: readonly AnyRowKernel[] = [
  ROW_PRODUCT,
  ...ELEMENTWISE_KERNELS,
  ...TOKEN_KERNELS,
  ...RNN_KERNELS,
  ...GRU_KERNELS,
  ...LSTM_KERNELS,
  ...ATTENTION_KERNELS,
  ...ATTENTION_GRADIENT_KERNELS,
];
