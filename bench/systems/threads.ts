/** The app's engine with each step divided among threads. The leader is a worker, because it blocks while it waits. */
import type { LeaderTask } from "./leader.worker";
import type { StartSystem } from "./system";

export const startThreads: StartSystem = async (work) => {
  const leader = new Worker(new URL("./leader.worker.ts", import.meta.url), { type: "module" });
  const ask = (task: LeaderTask): Promise<number | null> =>
    new Promise((resolve, reject) => {
      leader.addEventListener("message", ({ data }: MessageEvent<number | null>) => resolve(data), {
        once: true,
      });
      leader.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
      leader.postMessage(task);
    });
  const isThere = (await ask({ work })) !== null;
  return isThere ? { train: async (steps) => (await ask({ steps })) ?? Number.NaN } : null;
};
