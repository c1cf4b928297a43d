/** A static server for the built page as most hosts are: without headers of its own. A test can change its files. */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

export interface PlainServer {
  readonly address: string;
  /** Text that the server adds to the end of a file, by its path. */
  readonly added: Map<string, string>;
  readonly close: () => Promise<void>;
}

/** Serves a folder on a free port. */
export async function servePlainly(folder: string): Promise<PlainServer> {
  const added = new Map<string, string>();
  const server = createServer((request, response) => {
    void answer(request.url ?? "/");

    async function answer(url: string): Promise<void> {
      const { pathname } = new URL(url, "http://localhost");
      const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
      const file = join(folder, path);
      const found = await stat(file).catch(() => null);
      if (!found?.isFile()) return void response.writeHead(404).end();
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type });
      const more = added.get(path);
      if (more === undefined) createReadStream(file).pipe(response);
      else response.end((await readFile(file, "utf8")) + more);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    added,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
