/** A pause in a long computation that lets the worker handle the messages in its queue. */

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

/**
 * Resolves in a task of its own, after the queued messages. Repeated calls of setTimeout(0) would each wait 4 ms, so a
 * message comes first. WebKit carries it through the thread of the page, which may be busy drawing for a second: there
 * the timer comes first.
 */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 0);
    waiting.push(() => {
      clearTimeout(timer);
      resolve();
    });
    channel.port2.postMessage(null);
  });
}
