/**
 * The entry of the worker of the networks that only read or only write. It computes with the fused operations on
 * WebAssembly, or in plain JavaScript where the browser lacks its SIMD; such small networks gain nothing on a GPU.
 */
import type { NameFile } from "../engine/alone/nameFile";
import { shippedNetworkFile } from "../engine/alone/shippedNetworks";
import { createPlainOps } from "../engine/fused/plain/plainOps";
import { createWasmOps } from "../engine/fused/wasm/wasmOps";
import { openRunStore } from "../storage/runs";
import { yieldToMessages } from "./yieldToMessages";
import { checkedOps } from "./alone/checkedOps";
import type { AloneCommand, AloneEvent } from "./aloneProtocol";
import { AloneSession } from "./alone/aloneSession";

declare const self: DedicatedWorkerGlobalScope;

/** The first message: where the shipped files are. */
interface StartAlone {
  readonly dataUrl: string; // with a slash at the end
  readonly tab: string | null; // names the records of this tab; null: nothing is saved
}

function post(event: AloneEvent): void {
  self.postMessage(event);
}

async function start({ dataUrl, tab }: StartAlone): Promise<AloneSession> {
  const ops = await checkedOps(await createWasmOps(), createPlainOps());
  let file: Promise<NameFile> | null = null;
  return new AloneSession({
    ops,
    post,
    loadNames: () => (file ??= loadNames(`${dataUrl}names.json`)),
    loadNetwork: (kind) => loadNetwork(`${dataUrl}${shippedNetworkFile(kind)}`),
    storeOf: (kind) => openRunStore(tab && `${tab}/${kind}`),
    yieldToMessages,
    now: () => performance.now(),
  });
}

async function loadNames(url: string): Promise<NameFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`names: ${url} answers ${response.status}`);
  return (await response.json()) as NameFile;
}

/** Without the file the page still trains its own network. */
async function loadNetwork(url: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

let session: Promise<AloneSession> | null = null;

self.addEventListener("message", ({ data }: MessageEvent<StartAlone | AloneCommand>) => {
  if ("dataUrl" in data) {
    session = start(data);
    session.catch((error: unknown) => post({ type: "failed", detail: String(error) }));
  } else {
    session?.then(
      (started) => started.take(data),
      () => undefined,
    );
  }
});
