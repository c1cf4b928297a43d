/** WebKit for GTK in its test browser, driven by classic WebDriver on a screen in memory. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../scripts/free-port.mjs";
import { clicked, dragged, pressed, type Source, typed } from "./actions";
import type { Browser, Visited } from "./browser";
import { startProgram } from "./program";
import { watchPage } from "./watchedPage";
import { type Send, startSession } from "./webdriver";

const ARGUMENTS = ["--automation", "--javascript-can-open-windows-automatically=true"];
const SCREEN = "1920x1200x24";
/** A compositor in software takes most of the processor: the browser draws without one. */
const WITHOUT_COMPOSITOR = { WEBKIT_DISABLE_COMPOSITING_MODE: "1" };

/** The buttons above the page would keep the window wider than a phone. */
const NARROW = "button, entry { min-width: 0; padding: 0; margin: 0; } entry { font-size: 1px; }";

/** A home of its own: the browser reads no settings of the user, and saves its files there. */
function makeHome(folder: string): Readonly<Record<string, string>> {
  const config = join(folder, "config");
  mkdirSync(join(config, "gtk-3.0"), { recursive: true });
  writeFileSync(join(config, "gtk-3.0", "gtk.css"), NARROW);
  mkdirSync(join(folder, "downloads"));
  writeFileSync(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${folder}/downloads"\n`);
  return { HOME: folder, XDG_CONFIG_HOME: config, NO_AT_BRIDGE: "1" };
}

type Navigation = Pick<
  Browser,
  "open" | "back" | "forward" | "reload" | "resize" | "openTab" | "closeTab"
>;

/** @param first the tab that is open */
function navigation(send: Send, first: string, rebase: (address: string) => string): Navigation {
  const tabs = [first];
  const post = async (path: string, body: object = {}): Promise<void> =>
    void (await send("POST", path, body));
  const front = (): Promise<void> => post("/window", { handle: tabs.at(-1) });
  const open = (address: string) => post("/url", { url: rebase(address) });
  /** The tab that the page itself has opened. */
  const openCopy = async (): Promise<string> => {
    await send("POST", "/execute/sync", { script: "void window.open(location.href)", args: [] });
    const handles = await send<string[]>("GET", "/window/handles");
    const handle = handles.find((each) => !tabs.includes(each));
    if (handle === undefined) throw new Error("webkit: the page has opened no tab");
    return handle;
  };
  const openEmpty = async (): Promise<string> =>
    (await send<{ handle: string }>("POST", "/window/new", { type: "tab" })).handle;
  return {
    open,
    back: () => post("/back"),
    forward: () => post("/forward"),
    reload: () => post("/refresh"),
    async resize(width, height) {
      await post("/window/rect", { width, height });
      const inner = await send<number[]>("POST", "/execute/sync", {
        script: "return [innerWidth, innerHeight]",
        args: [],
      });
      const [innerWidth = width, innerHeight = height] = inner; // the bar of the window takes its part
      await post("/window/rect", {
        width: 2 * width - innerWidth,
        height: 2 * height - innerHeight,
      });
    },
    async openTab(address) {
      tabs.push(await (address === null ? openCopy() : openEmpty()));
      await front();
      if (address !== null) await open(address);
    },
    async closeTab() {
      await send("DELETE", "/window");
      tabs.pop();
      await front();
    },
  };
}

type Input = Pick<Browser, "click" | "drag" | "press" | "type" | "chooseFiles">;

function input(send: Send): Input {
  const perform = async (source: Source): Promise<void> =>
    void (await send("POST", "/actions", { actions: [source] }));
  return {
    click: (at) => perform(clicked(at)),
    drag: (from, to) => perform(dragged(from, to)),
    press: (key) => perform(pressed(key)),
    type: (text) => perform(typed(text)),
    async chooseFiles(selector, paths) {
      const element = await send<Record<string, string>>("POST", "/element", {
        using: "css selector",
        value: selector,
      });
      const [id] = Object.values(element);
      await send("POST", `/element/${id}/value`, { text: paths.join("\n") });
    },
  };
}

async function evaluate<T>(send: Send, expression: string): Promise<T> {
  const script = `
    const done = arguments[arguments.length - 1];
    (async () => JSON.stringify(await (${expression})))().then(
      (value) => done({ value }),
      (error) => done({ error: String(error) }),
    );`;
  const { value, error } = await send<{ value?: string; error?: string }>(
    "POST",
    "/execute/async",
    {
      script,
      args: [],
    },
  );
  if (error !== undefined) throw new Error(`webkit: ${error}`);
  return (value === undefined ? undefined : JSON.parse(value)) as T;
}

/** The files that the page has saved, each once. A file has its name at last when all of it is there. */
function downloadsIn(folder: string): () => string | null {
  const taken = new Set<string>();
  return () => {
    const name = readdirSync(folder).find(
      (file) => !taken.has(file) && !file.endsWith(".wkdownload"),
    );
    if (name === undefined) return null;
    taken.add(name);
    return join(folder, name);
  };
}

/**
 * Starts a screen, the driver and the browser, with a new profile.
 * @param page the browser sees it at another port
 */
export async function startWebkit(miniBrowser: string, page: Visited): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "seq2seq-webkit-"));
  const watched = await watchPage(page);
  const screen = await startProgram(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"],
    /^(\d+)\s/m, // after the complaints of a screen that starts at the same time
  );
  const environment = { ...WITHOUT_COMPOSITOR, ...makeHome(folder), DISPLAY: `:${screen.told}` };
  const port = await findFreePort();
  const driver = await startProgram("WebKitWebDriver", [`--port=${port}`], null, environment);
  const { send, version } = await startSession(`http://127.0.0.1:${port}`, {
    "webkitgtk:browserOptions": { binary: miniBrowser, args: ARGUMENTS },
    unhandledPromptBehavior: "dismiss",
  });
  await send("POST", "/timeouts", { script: 120_000 });
  return {
    name: `WebKitGTK ${version}`,
    ...navigation(send, await send<string>("GET", "/window"), (address) =>
      address.replace(page.origin, watched.origin),
    ),
    ...input(send),
    evaluate: (expression) => evaluate(send, expression),
    setOffline: (isOffline) => Promise.resolve(watched.setOffline(isOffline)),
    screenshot: async () => Buffer.from(await send<string>("GET", "/screenshot"), "base64"),
    takeDownload: downloadsIn(join(folder, "downloads")),
    takeFaults: () => watched.takeFaults(),
    async close() {
      await send("DELETE", "").catch(() => undefined);
      await driver.stop();
      await screen.stop();
      await watched.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
