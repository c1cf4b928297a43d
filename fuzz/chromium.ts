/** The monkey's driver of Chromium, by Playwright. */
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { ensureChromium } from "../scripts/find-chromium.mjs";
import type { Driver, Engine } from "./driver";

const PROTOCOL = /^https?:$/;
const WAIT_MS = 120_000; // ends a navigation that hangs

export async function startChromium(): Promise<Engine> {
  return engineOf(await chromium.launch({ executablePath: ensureChromium() }));
}

export function engineOf(browser: Browser): Engine {
  return {
    name: `Chromium ${browser.version()}`,
    openProfile: async (address) =>
      openProfile(
        await browser.newContext({
          locale: "en-US",
          timezoneId: "UTC",
          viewport: { width: 1440, height: 900 },
          serviceWorkers: "allow",
        }),
        new URL(address).origin,
      ),
    close: () => browser.close(),
  };
}

/** Collects what a page must never do. */
function watch(page: Page, origin: string, faults: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message} ${error.stack ?? ""}`));
  page.on("crash", () => faults.push("error: the tab has crashed"));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (PROTOCOL.test(url.protocol) && url.origin !== origin)
      faults.push(`foreign request: ${url.href}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

async function openProfile(context: BrowserContext, origin: string): Promise<Driver> {
  const faults: string[] = [];
  context.setDefaultTimeout(WAIT_MS);
  context.on("page", (page) => watch(page, origin, faults));
  const tabs = [await context.newPage()];
  const tab = (): Page => {
    const last = tabs.at(-1);
    if (!last) throw new Error("fuzz: the last tab is closed");
    return last;
  };
  return {
    ...navigation(tab),
    ...input(tab, context),
    evaluate: (expression) => tab().evaluate(expression),
    setOffline: (isOffline) => context.setOffline(isOffline),
    async openTab(address) {
      const opening = address === null ? context.waitForEvent("page") : context.newPage();
      if (address === null) await tab().evaluate("void window.open(location.href)");
      const opened = await opening;
      tabs.push(opened);
      if (address !== null) await opened.goto(address);
    },
    async closeTab() {
      await tabs.pop()?.close();
    },
    takeFaults: () => faults.splice(0),
    async heapBytes() {
      const session = await context.newCDPSession(tab());
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      await session.detach();
      return usedSize;
    },
    close: () => context.close(),
  };
}

type Navigation = Pick<Driver, "open" | "back" | "forward" | "reload" | "resize">;

function navigation(tab: () => Page): Navigation {
  return {
    open: async (address) => void (await tab().goto(address)),
    back: async () => void (await tab().goBack({ waitUntil: "load" })),
    forward: async () => void (await tab().goForward({ waitUntil: "load" })),
    reload: async () => void (await tab().reload()),
    resize: (width, height) => tab().setViewportSize({ width, height }),
  };
}

type Input = Pick<Driver, "click" | "drag" | "press" | "type" | "compose">;

function input(tab: () => Page, context: BrowserContext): Input {
  return {
    click: ({ x, y }) => tab().mouse.click(x, y),
    async drag(from, to) {
      const { mouse } = tab();
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.up();
    },
    press: (key) => tab().keyboard.press(key),
    type: (text) => tab().keyboard.type(text),
    async compose(texts) {
      const session = await context.newCDPSession(tab());
      for (const text of texts)
        await session.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await session.send("Input.insertText", { text: texts.at(-1) ?? "" });
      await session.detach();
    },
  };
}
