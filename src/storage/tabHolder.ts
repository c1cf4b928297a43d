/** How a tab learns that another open one has its name: it asks all of them, and the one that has it answers. */

const CHANNEL = "seq2seq-lab.tabs";

type Message = { readonly type: "who" | "me"; readonly tab: string };

/** Answers for this name as long as the page lives. A page on its way out says nothing any more. */
export function answerFor(tab: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.type === "who" && data.tab === tab)
      channel.postMessage({ type: "me", tab } satisfies Message);
  });
  globalThis.addEventListener("pagehide", () => channel.close(), { once: true });
}

/**
 * Settles when another page answers for the name; never where none does.
 * @param signal ends the asking
 */
export function otherHolder(tab: string, signal: AbortSignal): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  signal.addEventListener("abort", () => channel.close(), { once: true });
  return new Promise((resolve) => {
    channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if (data.type === "me" && data.tab === tab) resolve();
    });
    channel.postMessage({ type: "who", tab } satisfies Message);
  });
}
