/** Memory of the browser's processes on Linux, as the kernel counts it. */
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

/** Megabytes in main memory, by the kind of process. */
export interface Processes {
  readonly renderer: number; // the page and its workers
  readonly gpu: number; //      the graphics process; a graphics card in software keeps its textures there
}

/** @returns null on a system without /proc */
export async function readProcesses(browser: Browser): Promise<Processes | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sum = (kind: string): number =>
    processInfo
      .filter(({ type }) => type.toLowerCase() === kind)
      .reduce((total, { id }) => total + residentMegabytes(id), 0);
  try {
    return { renderer: sum("renderer"), gpu: sum("gpu") };
  } catch {
    return null;
  }
}

function residentMegabytes(id: number): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
  return Number(kilobytes ?? 0) / 1000;
}
