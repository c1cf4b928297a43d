/** Firefox, driven by WebDriver BiDi, which it speaks itself. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clicked, dragged, pressed, type Source, typed } from "./actions";
import { type Bidi, connectBidi } from "./bidi";
import type { Browser } from "./browser";
import { prepare } from "./preparation";
import { startProgram } from "./program";

const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "intl.accept_languages": "en-US",
  "ui.systemUsesDarkTheme": 0,
};

const EVENTS = [
  "log.entryAdded",
  "network.beforeRequestSent",
  "browsingContext.userPromptOpened",
  "browsingContext.downloadEnd",
  "browsingContext.contextCreated",
];

const HTTP = /^https?:$/;

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

interface Created {
  readonly context: string;
  readonly parent: string | null;
}

/** Writes down what a page must never do, and the files that it saves. */
function watch(bidi: Bidi, origin: string, faults: string[], downloads: string[]): void {
  bidi.on("log.entryAdded", (params) => {
    const { level, text, type } = params as { level: string; text: string; type: string };
    if (level === "error") faults.push(`${type}: ${text}`);
  });
  bidi.on("network.beforeRequestSent", (params) => {
    const url = new URL((params as { request: { url: string } }).request.url);
    if (HTTP.test(url.protocol) && url.origin !== origin)
      faults.push(`foreign request: ${url.href}`);
  });
  bidi.on("browsingContext.userPromptOpened", (params) => {
    const { type, message } = params as { type: string; message: string };
    if (type !== "beforeunload") faults.push(`dialog: ${message}`);
  });
  bidi.on("browsingContext.downloadEnd", (params) => {
    const { status, filepath } = params as { status: string; filepath?: string | null };
    if (status === "complete" && filepath) downloads.push(filepath);
    else faults.push(`download: ${status}`);
  });
}

async function evaluate<T>(bidi: Bidi, context: string, expression: string): Promise<T> {
  const { type, result, exceptionDetails } = await bidi.send<Evaluated>("script.evaluate", {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  });
  if (type === "exception") throw new Error(`firefox: ${exceptionDetails?.text}`);
  return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T;
}

/** The tabs, the last one in front. */
async function openTabs(bidi: Bidi) {
  const { contexts } = await bidi.send<{ contexts: Created[] }>("browsingContext.getTree");
  const tabs = contexts.map(({ context }) => context);
  bidi.on("browsingContext.contextCreated", (params) => {
    const { context, parent } = params as Created;
    if (parent === null) tabs.push(context);
  });
  const front = (): string => {
    const context = tabs.at(-1);
    if (context === undefined) throw new Error("firefox: the last tab is closed");
    return context;
  };
  return { front, drop: () => tabs.pop() };
}

type Navigation = Pick<
  Browser,
  "open" | "back" | "forward" | "reload" | "resize" | "setOffline" | "openTab" | "closeTab"
>;

function navigation(bidi: Bidi, tabs: Awaited<ReturnType<typeof openTabs>>): Navigation {
  const onTab = async (method: string, params: object = {}): Promise<void> =>
    void (await bidi.send(`browsingContext.${method}`, { context: tabs.front(), ...params }));
  const open = (url: string) => onTab("navigate", { url, wait: "complete" });
  return {
    open,
    back: () => onTab("traverseHistory", { delta: -1 }),
    forward: () => onTab("traverseHistory", { delta: 1 }),
    reload: () => onTab("reload", { wait: "complete" }),
    resize: (width, height) => onTab("setViewport", { viewport: { width, height } }),
    setOffline: async (isOffline) =>
      void (await bidi.send("emulation.setNetworkConditions", {
        networkConditions: isOffline ? { type: "offline" } : null,
        contexts: [tabs.front()],
      })),
    async openTab(address) {
      if (address === null) return evaluate(bidi, tabs.front(), "void window.open(location.href)");
      await bidi.send("browsingContext.create", { type: "tab" });
      await open(address);
    },
    async closeTab() {
      await onTab("close");
      tabs.drop();
    },
  };
}

type Input = Pick<Browser, "click" | "drag" | "press" | "type" | "chooseFiles">;

function input(bidi: Bidi, front: () => string): Input {
  const perform = async (source: Source): Promise<void> =>
    void (await bidi.send("input.performActions", { context: front(), actions: [source] }));
  return {
    click: (at) => perform(clicked(at)),
    drag: (from, to) => perform(dragged(from, to)),
    press: (key) => perform(pressed(key)),
    type: (text) => perform(typed(text)),
    async chooseFiles(selector, files) {
      const { nodes } = await bidi.send<{ nodes: object[] }>("browsingContext.locateNodes", {
        context: front(),
        locator: { type: "css", value: selector },
      });
      await bidi.send("input.setFiles", { context: front(), element: nodes[0], files });
    },
  };
}

/**
 * Starts Firefox with a new profile.
 * @param origin the page's own: a request to another one is a fault
 */
export async function startFirefox(command: string, origin: string): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "seq2seq-firefox-"));
  const preferences = Object.entries(PREFERENCES);
  writeFileSync(
    join(folder, "user.js"),
    preferences.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(""), // prettier-ignore
  );
  const program = await startProgram(
    command,
    ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0"],
    /listening on (ws:\S+)/,
  );
  const bidi = await connectBidi(`${program.told}/session`);
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>(
    "session.new",
    {
      capabilities: {
        alwaysMatch: { unhandledPromptBehavior: { default: "dismiss", beforeUnload: "accept" } },
      },
    },
  );
  const faults: string[] = [];
  const downloads: string[] = [];
  watch(bidi, origin, faults, downloads);
  await bidi.send("session.subscribe", { events: EVENTS });
  await bidi.send("browser.setDownloadBehavior", {
    downloadBehavior: { type: "allowed", destinationFolder: folder },
  });
  await bidi.send("script.addPreloadScript", {
    functionDeclaration: `() => (${prepare.toString()})((fault) => console.error(fault))`,
  });
  const tabs = await openTabs(bidi);
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    ...navigation(bidi, tabs),
    ...input(bidi, tabs.front),
    evaluate: (expression) => evaluate(bidi, tabs.front(), expression),
    async screenshot() {
      const { data } = await bidi.send<{ data: string }>("browsingContext.captureScreenshot", {
        context: tabs.front(),
      });
      return Buffer.from(data, "base64");
    },
    takeDownload: () => downloads.shift() ?? null,
    takeFaults: () => faults.splice(0),
    async close() {
      await bidi.send("browser.close").catch(() => undefined);
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
