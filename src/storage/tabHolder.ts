/** Asks all open tabs for a name; the tab that has it answers. */

const CHANNEL = "seq2seq-lab.tabs";

type Message = { readonly type: "who" | "me"; readonly tab: string };

/** Answers for this name until the page is hidden for good. */
export function answerFor(tab: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.type === "who" && data.tab === tab)
      channel.postMessage({ type: "me", tab } satisfies Message);
  });
  globalThis.addEventListener("pagehide", () => channel.close(), { once: true });
}

/**
 * Resolves when another page answers for the name; never settles where none does.
 * @param signal ends the wait for an answer
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
