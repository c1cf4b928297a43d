/** Firefox, driven by WebDriver BiDi, which it speaks itself. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clicked, dragged, pressed, type Source, typed } from "./actions";
import { type Bidi, connectBidi } from "./bidi";
import type { Browser, Visited } from "./browser";
import { evaluate, followTabs, type Tabs, traverse, untilLoaded } from "./firefoxTabs";
import { prepare } from "./preparation";
import { startProgram } from "./program";

const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0, // an empty one
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
  "browsingContext.contextDestroyed",
];

const HTTP = /^https?:$/;

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

type Navigation = Pick<
  Browser,
  "open" | "back" | "forward" | "reload" | "resize" | "setOffline" | "openTab" | "closeTab"
>;

function navigation(bidi: Bidi, tabs: Tabs): Navigation {
  let viewport: object | null = null;
  const onTab = async (method: string, params: object = {}): Promise<void> =>
    void (await bidi.send(`browsingContext.${method}`, { context: tabs.front(), ...params }));
  const open = (url: string) => onTab("navigate", { url, wait: "complete" });
  const setViewport = () => onTab("setViewport", { viewport });
  return {
    open,
    back: () => traverse(bidi, tabs.front(), -1),
    forward: () => traverse(bidi, tabs.front(), 1),
    reload: () => onTab("reload", { wait: "complete" }),
    resize(width, height) {
      viewport = { width, height };
      return setViewport();
    },
    setOffline: async (isOffline) =>
      void (await bidi.send("emulation.setNetworkConditions", {
        networkConditions: isOffline ? { type: "offline" } : null,
        contexts: [tabs.front()],
      })),
    async openTab(address) {
      const opened = tabs.opened();
      if (address === null) await evaluate(bidi, tabs.front(), "void window.open(location.href)");
      else await bidi.send("browsingContext.create", { type: "tab" });
      await opened;
      await setViewport();
      await (address === null ? untilLoaded(bidi, tabs.front(), true) : open(address));
    },
    async closeTab() {
      await onTab("close");
      await onTab("activate");
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

/** Starts Firefox with a new profile. */
export async function startFirefox(command: string, page: Visited): Promise<Browser> {
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
  watch(bidi, page.origin, faults, downloads);
  await bidi.send("session.subscribe", { events: EVENTS });
  await bidi.send("browser.setDownloadBehavior", {
    downloadBehavior: { type: "allowed", destinationFolder: folder },
  });
  await bidi.send("script.addPreloadScript", {
    functionDeclaration: `() => (${prepare.toString()})((fault) => console.error(fault), ${page.savesData})`,
  });
  const tabs = await followTabs(bidi);
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
