/**
 * Serves the page of another server with one script more, which reports its errors here: WebKit's driver has no
 * command that reads the console.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Visited } from "./browser";
import { prepare } from "./preparation";

const SCRIPT = "/watch.js";
const REPORTS = "/reports";

/** Runs in the page. */
function reportErrors(report: (fault: string) => void): void {
  addEventListener("error", ({ message }) => {
    // Only says that an observer hears of a size in the next frame; no other driver reports it.
    if (!message.startsWith("ResizeObserver loop")) report(`error: ${message}`);
  });
  for (const name of ["alert", "confirm", "prompt"])
    Object.defineProperty(globalThis, name, {
      value: (message: unknown): void => report(`dialog: ${String(message)}`),
    });
  Object.defineProperty(console, "error", {
    value: (...values: unknown[]) => report(`console: ${values.map(String).join(" ")}`),
  });
}

const watchScript = (savesData: boolean): string => `{
  const report = (fault) => void navigator.sendBeacon("${REPORTS}", fault);
  (${prepare.toString()})(report, ${savesData});
  (${reportErrors.toString()})(report);
}`;

export interface WatchedPage {
  readonly origin: string;
  /** Whether the server answers; without an answer the page has no network. */
  setOffline(isOffline: boolean): void;
  takeFaults(): string[];
  close(): Promise<void>;
}

/** @param page its origin is the server behind */
export async function watchPage({ origin, savesData }: Visited): Promise<WatchedPage> {
  const faults: string[] = [];
  let isOffline = false;
  const server = createServer((request, response) => {
    void answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });

  async function answer(request: IncomingMessage) {
    const path = request.url ?? "/";
    if (path === REPORTS) {
      faults.push(await text(request));
      return { status: 204, headers: {}, body: "" };
    }
    if (isOffline) throw new Error("there is no network");
    if (path === SCRIPT)
      return {
        status: 200,
        headers: { "Content-Type": "text/javascript" },
        body: watchScript(savesData),
      };
    const reply = await fetch(origin + path, { redirect: "manual" });
    const headers = Object.fromEntries(reply.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "etag"])
      delete headers[name];
    const isPage = headers["content-type"]?.startsWith("text/html") === true;
    const body = isPage
      ? (await reply.text()).replace("<head>", `<head><script src="${SCRIPT}"></script>`)
      : Buffer.from(await reply.arrayBuffer());
    return { status: reply.status, headers, body };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    setOffline: (value) => void (isOffline = value),
    takeFaults: () => faults.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
