/** Acts on the networks that only read or only write. Their code loads with their page. */
import type { AloneKind } from "../../engine/alone/aloneConfig";
import type { Listed } from "../../engine/alone/names";
import { keepsModel } from "../../engine/alone/sameModel";
import type { AloneCommand, AloneEvent } from "../../workers/aloneProtocol";
import { useAlone } from "../aloneStore";
import { sendAlone } from "../ports/alonePort";
import {
  afterEvent,
  type AloneState,
  type AloneWish,
  INITIAL_WISH,
  readWish,
  writeWish,
} from "../slices/alone";
import { openAloneOf } from "../slices/aloneFacts";
import { aloneQuestion } from "../slices/aloneQuestion";
import { useApp } from "../store";

/** Changes the page of these networks. An open lesson hears of it in the same moment. */
function set(change: Partial<AloneState>): void {
  useAlone.setState(change);
  const alone = openAloneOf(useAlone.getState());
  const { lesson } = useApp.getState();
  if (alone !== lesson.alone) useApp.setState({ lesson: { ...lesson, alone } });
}

function receive(event: AloneEvent): void {
  set(afterEvent(useAlone.getState(), event));
  if (event.type === "opened") {
    const isOther = event.isFile === true || event.lacksOwn === true;
    if (isOther) want({ ...useAlone.getState().wish, config: event.info.config });
    askForNames();
  }
}

function send(command: AloneCommand): void {
  void sendAlone(command, receive);
}

/** Opens the page of these networks as a link names it; null closes it. */
function openAlone(place: string | null): void {
  const isOpen = useAlone.getState().place !== null;
  if (place === null && isOpen) send({ type: "pause" });
  set({ place, isEntered: false });
}

/** Opens the page for one kind, with the settings that the page has had. */
function openAloneKind(alone: AloneKind): void {
  const { wish } = useAlone.getState();
  openAlone(writeWish({ ...wish, config: { ...wish.config, alone } }));
}

/** Asks for the model that the link names, when its page comes into sight. */
function enterAlone(): void {
  if (useAlone.getState().isEntered) return;
  const { place, own } = useAlone.getState();
  enter(readWish(place ?? ""), { own });
}

/** Asks again after a failure. */
function retryAlone(): void {
  set({ isEntered: false });
  enterAlone();
}

/** Opens the page for a lesson, with the shipped model of its kind. */
function openAloneScene(place: string): void {
  enter(readWish(place), { own: null, isShipped: true });
}

function enter(
  wish: AloneWish,
  how: { readonly own: readonly Listed[] | null; readonly isShipped?: boolean },
): void {
  set({ wish, place: writeWish(wish), isEntered: true, info: null, reading: null, written: [] });
  send({ type: "open", config: wish.config, ...how });
}

/**
 * Changes what the student wants. A model of other settings takes the place of the present one; settings that need no
 * fresh model apply while it trains.
 */
function changeAlone(change: Partial<AloneWish>): void {
  const { wish: before, info } = useAlone.getState();
  const wish = { ...before, ...change };
  if (writeWish(wish) === writeWish(before)) return; // a tab tells of its choice twice
  want(wish);
  const { config } = wish;
  if (config === before.config) askForNames();
  else if (info && keepsModel(before.config, config)) send({ type: "adjust", config });
  else send({ type: "open", config, own: null });
}

function want(wish: AloneWish): void {
  set({ wish, place: writeWish(wish) });
}

/** Asks the worker for what the page of the present model shows. */
function askForNames(): void {
  const question = aloneQuestion(useAlone.getState());
  if (question) send(question);
}

const trainAlone = (): void => send({ type: "train" });
const pauseAlone = (): void => send({ type: "pause" });
const updateAlone = (): void => send({ type: "update" });
const resetAlone = (): void => send({ type: "reset" });
const openAloneFile = (file: Blob): void => send({ type: "openFile", file });

/** Asks the worker to write the model into a file. */
const saveAlone = (): void => send({ type: "save" });

/** Drops the file's bytes after the browser has taken them. */
const forgetAloneFile = (): void => set({ file: null });

/** Takes names of the student's own. */
function takeOwnNames(own: readonly Listed[]): void {
  const { wish } = useAlone.getState();
  const config = { ...wish.config, names: "own" as const };
  set({ own });
  want({ ...INITIAL_WISH, config });
  send({ type: "open", config, own });
}

/** The acts of the table on these networks. */
export const ALONE_ACTS = {
  openAlone,
  openAloneKind,
  enterAlone,
  retryAlone,
  openAloneScene,
  changeAlone,
  trainAlone,
  pauseAlone,
  updateAlone,
  resetAlone,
  saveAlone,
  forgetAloneFile,
  openAloneFile,
  takeOwnNames,
};
