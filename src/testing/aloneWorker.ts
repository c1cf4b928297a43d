/** A worker of the networks alone that runs in this thread, with the shipped files. */
import { shippedNetworkFile } from "../engine/alone/shippedNetworks";
import type { NameFile } from "../engine/alone/nameFile";
import { createPlainOps } from "../engine/fused/plain/plainOps";
import type { RunStore } from "../storage/runs";
import { setAloneStarter } from "../state/ports/alonePort";
import { AloneSession } from "../workers/alone/aloneSession";
import { yieldToMessages } from "../workers/yieldToMessages";
import { shippedFile } from "./shippedModel";

/** It has nothing and takes everything. */
const NO_STORE: RunStore = {
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
};

/** Every page that a test opens from now on has a new one. */
export function startAloneWorker(): void {
  setAloneStarter(async (post) => {
    const session = new AloneSession({
      ops: createPlainOps(),
      post,
      loadNames: async () => JSON.parse(shippedFile("names.json").toString()) as NameFile,
      loadNetwork: async (kind) => new Uint8Array(shippedFile(shippedNetworkFile(kind))),
      storeOf: () => NO_STORE,
      yieldToMessages,
      now: () => performance.now(),
    });
    return (command) => void session.take(command);
  });
}
