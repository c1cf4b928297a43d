/** What the shipped networks alone do in scenes of lessons, told without their page. A worker of their own computes it. */
import type { AloneFacts } from "../../lessons/facts";
import type { Scene } from "../../lessons/scene";
import type { AloneCommand, AloneEvent } from "../../workers/aloneProtocol";
import { startAnotherAlone } from "../ports/alonePort";
import { afterEvent, type AloneState, INITIAL_ALONE, readWish } from "../slices/alone";
import { openAloneOf } from "../slices/aloneFacts";
import { aloneQuestion } from "../slices/aloneQuestion";
import { alonePlace } from "../slices/aloneScene";

type Send = (command: AloneCommand) => void;

let worker: Promise<Send> | null = null;
let hear: (event: AloneEvent) => void = () => undefined;
let turn: Promise<unknown> = Promise.resolve();

/** One scene after the other. Null: the scene is on the stage, or the worker fails. */
export function aloneSceneFacts(scene: Scene): Promise<AloneFacts | null> {
  const place = alonePlace(scene);
  if (place === null) return Promise.resolve(null);
  const answer = turn.then(() => played(place)).catch(() => null);
  turn = answer;
  return answer;
}

async function played(place: string): Promise<AloneFacts | null> {
  worker ??= startAnotherAlone((event) => hear(event));
  const send = await worker;
  if (!send) return null;
  const { config } = readWish(place);
  let state: AloneState = { ...INITIAL_ALONE, place, wish: readWish(place), isEntered: true };
  return new Promise((resolve) => {
    hear = (event) => {
      state = afterEvent(state, event);
      const question = event.type === "opened" ? aloneQuestion(state) : null;
      if (question) send(question);
      const facts = openAloneOf(state);
      if (state.failure !== null) resolve(null);
      else if (facts !== "waiting") resolve(facts);
    };
    send({ type: "open", config, own: null, isShipped: true });
  });
}
