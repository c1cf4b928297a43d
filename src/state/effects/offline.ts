/** Keeps the page on this device for use without a network, and offers new versions. */
import {
  type OfflineCommand,
  type OfflineEvent,
  SERVICE_WORKER,
} from "../../serviceWorker/messages";
import { setOfflinePort } from "../ports/offlinePort";
import { hasOfferedThreads, remember } from "../ports/preferences";
import { useOffline } from "../slices/offline";

/** What the browser gives, so that tests can stand in for it. */
export interface OfflinePorts {
  readonly container: ServiceWorkerContainer;
  readonly reload: () => void;
  /** Whether the device could train on several threads if the page were isolated. */
  readonly lacksIsolation: boolean;
}

/**
 * Registers the service worker. Without one, or where the browser refuses, the page works as before.
 */
export async function keepOffline(ports: OfflinePorts): Promise<void> {
  const { container } = ports;
  container.addEventListener("message", ({ data }) => receive(data as OfflineEvent));
  const hadController = container.controller !== null;
  let isTakingOver = false;
  container.addEventListener("controllerchange", () => {
    if (isTakingOver) ports.reload();
  });
  try {
    const registration = await container.register(SERVICE_WORKER, { updateViaCache: "none" });
    follow(registration, ports, hadController);
    setOfflinePort({
      reload: ports.reload,
      takeOver: () => {
        isTakingOver = true;
        registration.waiting?.postMessage("takeOver" satisfies OfflineCommand);
      },
    });
  } catch {
    useOffline.setState({ files: "failed" });
  }
}

function receive(event: OfflineEvent): void {
  if (event.type === "othersOpen") useOffline.setState({ update: "othersOpen" });
  else useOffline.setState({ done: event.done, total: event.total });
}

/** Follows the version that is there, and each later one. */
function follow(
  registration: ServiceWorkerRegistration,
  ports: OfflinePorts,
  hadController: boolean,
): void {
  if (registration.active) becomeReady(ports, hadController);
  if (registration.waiting) useOffline.setState({ update: "offered" });
  const followed = new Set<ServiceWorker>(); // the browser may announce a version that the page already follows
  const followNew = (): void => {
    const { installing } = registration;
    if (!installing || followed.has(installing)) return;
    followed.add(installing);
    followInstall(installing, ports);
  };
  followNew();
  registration.addEventListener("updatefound", followNew);
}

function followInstall(worker: ServiceWorker, ports: OfflinePorts): void {
  const isFirst = ports.container.controller === null;
  if (isFirst) useOffline.setState({ files: "saving" });
  worker.addEventListener("statechange", () => {
    if (worker.state === "installed" && !isFirst) useOffline.setState({ update: "offered" });
    if (worker.state === "activated") becomeReady(ports, false);
    if (worker.state === "redundant" && isFirst) useOffline.setState({ files: "failed" });
  });
}

/** Offers a reload once on a device: the next visit is isolated by itself. */
function becomeReady({ lacksIsolation }: OfflinePorts, hadController: boolean): void {
  const offersThreads = lacksIsolation && !hadController && !hasOfferedThreads();
  if (offersThreads) remember("threadsOffer", "seen");
  useOffline.setState({ files: "ready", offersThreads });
}
