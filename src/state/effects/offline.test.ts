import { beforeEach, describe, expect, it, vi } from "vitest";
import { takeNewVersion } from "../ports/offlinePort";
import { useOffline } from "../slices/offline";
import { keepOffline } from "./offline";

/** A version of the service worker as the browser shows it to the page. */
class FakeWorker extends EventTarget {
  state = "installing";
  readonly sent: unknown[] = [];

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;

  install(): FakeWorker {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event("updatefound"));
    return this.installing;
  }
}

class FakeContainer extends EventTarget {
  controller: object | null = null;
  readonly registration = new FakeRegistration();
  refusal: Error | null = null;

  register(): Promise<FakeRegistration> {
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve(this.registration);
  }

  say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

const kept = new Map<string, string>();

async function openPage({ isControlled = false, lacksIsolation = false, refusal = "" } = {}) {
  const container = new FakeContainer();
  container.controller = isControlled ? {} : null;
  container.refusal = refusal === "" ? null : new Error(refusal);
  const reload = vi.fn<() => void>();
  await keepOffline({
    container: container as unknown as ServiceWorkerContainer,
    reload,
    lacksIsolation,
  });
  return { container, registration: container.registration, reload };
}

beforeEach(() => {
  useOffline.setState(useOffline.getInitialState(), true);
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

describe("the first visit", () => {
  it("tells how many files are saved, and when all are", async () => {
    const { container, registration } = await openPage();
    const worker = registration.install();
    container.say({ type: "saved", done: 10, total: 200 });
    expect(useOffline.getState()).toMatchObject({ files: "saving", done: 10, total: 200 });
    worker.become("installed");
    expect(useOffline.getState().update).toBe("none");
    worker.become("activated");
    expect(useOffline.getState()).toMatchObject({ files: "ready", offersThreads: false });
  });

  it("says that nothing is kept where a file cannot be saved, or the browser refuses", async () => {
    const { registration } = await openPage();
    registration.install().become("redundant");
    expect(useOffline.getState().files).toBe("failed");
    await openPage({ refusal: "not allowed" });
    expect(useOffline.getState().files).toBe("failed");
  });

  it("offers a reload for threads once on a device", async () => {
    const first = await openPage({ lacksIsolation: true });
    const worker = first.registration.install();
    first.registration.dispatchEvent(new Event("updatefound")); // of the same version
    worker.become("activated");
    expect(useOffline.getState().offersThreads).toBe(true);
    const second = await openPage({ lacksIsolation: true });
    second.registration.install().become("activated");
    expect(useOffline.getState().offersThreads).toBe(false);
  });
});

describe("a new version", () => {
  it("is offered and takes over only when the student says so", async () => {
    const { container, registration, reload } = await openPage({ isControlled: true });
    const worker = registration.install();
    worker.become("installed");
    registration.waiting = worker;
    expect(useOffline.getState().update).toBe("offered");
    container.dispatchEvent(new Event("controllerchange"));
    expect(reload).not.toHaveBeenCalled();
    takeNewVersion();
    expect(worker.sent).toEqual(["takeOver"]);
    container.dispatchEvent(new Event("controllerchange"));
    expect(reload).toHaveBeenCalledOnce();
  });

  it("waits while another tab has the page open", async () => {
    const { container, registration, reload } = await openPage({ isControlled: true });
    registration.waiting = registration.install();
    registration.waiting.become("installed");
    takeNewVersion();
    container.say({ type: "othersOpen" });
    expect(useOffline.getState().update).toBe("othersOpen");
    expect(reload).not.toHaveBeenCalled();
  });

  it("that waits since an earlier visit is offered at once", async () => {
    const container = new FakeContainer();
    container.controller = {};
    container.registration.waiting = new FakeWorker();
    container.registration.active = new FakeWorker();
    await keepOffline({
      container: container as unknown as ServiceWorkerContainer,
      reload: () => undefined,
      lacksIsolation: false,
    });
    expect(useOffline.getState()).toMatchObject({ files: "ready", update: "offered" });
  });
});
