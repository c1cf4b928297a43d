/** Carries out one act, and says what it must have led to. */
import type { Act, Target } from "./act";
import { differences } from "./differences";
import type { Driver } from "./driver";
import type { Probe } from "./probe";
import { FILES } from "./strings";

const HANGS_MS = 120_000; // the page has not answered for so long that it hangs, also on a busy machine

export interface Session {
  readonly driver: Driver;
  readonly probe: Probe;
}

/** What the act found by itself, and whether the focus must be on some control afterwards. */
export interface Performed {
  readonly findings: readonly string[];
  readonly mustHaveFocus: boolean;
  /** False: the control is not there, as in a shortened list of acts. */
  readonly isDone: boolean;
}

const SKIPPED: Performed = { findings: [], mustHaveFocus: false, isDone: false };
const DONE: Performed = { ...SKIPPED, isDone: true };

async function hangs({ probe }: Session): Promise<Performed> {
  return { ...DONE, findings: [`hangs: the page waits for ${await probe.waitsFor()}`] };
}

type OfKind<Kind extends Act["kind"]> = Extract<Act, { readonly kind: Kind }>;
type Performers = {
  readonly [Kind in Act["kind"]]: (session: Session, act: OfKind<Kind>) => Promise<Performed>;
};

/** The focus before an act by hand, so that a focus that the act loses shows. */
async function byHand(
  session: Session,
  act: () => Promise<void>,
  keepsFocus = true,
): Promise<Performed> {
  await act();
  const isRest = await session.probe.quieten(HANGS_MS);
  return isRest ? { ...DONE, mustHaveFocus: keepsFocus } : hangs(session);
}

async function restart(session: Session): Promise<Performed> {
  return (await session.probe.start(HANGS_MS)) ? DONE : hangs(session);
}

/** Puts the focus into a field and selects its text. */
async function enterField({ driver, probe }: Session, target: Target): Promise<boolean> {
  const at = await probe.pointOf(target);
  if (!at) return false;
  await driver.click(at);
  if (!(await probe.focusControl(target))) return false;
  await driver.press("Control+a");
  return true;
}

async function inField(
  session: Session,
  { target, enters = false }: { readonly target: Target; readonly enters?: boolean },
  write: () => Promise<unknown>,
): Promise<Performed> {
  if (!(await enterField(session, target))) return SKIPPED;
  return byHand(session, async () => {
    await write();
    if (enters) await session.driver.press("Enter");
  });
}

function compose({ driver, probe }: Session, texts: readonly string[]): Promise<unknown> {
  return driver.compose ? driver.compose(texts) : probe.compose(texts);
}

/** What undo must bring back after this act of the table. */
async function restores(
  session: Session,
  act: readonly [name: string, args: readonly unknown[]],
  undo: string,
): Promise<Performed> {
  const { probe } = session;
  const rest = (): Promise<boolean> => probe.quieten(HANGS_MS);
  if (!(await rest())) return hangs(session); // a lesson that an act before has opened may arrive late
  if ((await probe.look()).isMoving) return SKIPPED; // training changes by itself what undo must bring back
  const before = await probe.remembered();
  await probe.act(...act);
  if (!(await rest())) return hangs(session);
  if (differences(before, await probe.remembered()).length === 0) return DONE; // refused: there is nothing to undo
  await probe.act(undo, []);
  if (!(await rest())) return hangs(session);
  const lost = differences(before, await probe.remembered());
  if (lost.length === 0) return DONE;
  return {
    ...DONE,
    findings: [`undo: ${undo} has not brought back ${lost.slice(0, 8).join("; ")}`],
  };
}

async function twin(session: Session): Promise<Performed> {
  const { driver, probe } = session;
  await driver.openTab(null);
  const started = await restart(session);
  if (started === DONE) await probe.act("trainOneStep", []);
  const isRest = started === DONE && (await probe.quieten(HANGS_MS));
  const findings = isRest ? await probe.findWrong(false) : (await hangs(session)).findings;
  await driver.closeTab();
  return { ...DONE, findings };
}

/** The query of a link without the row and column that it names. */
function withoutRow(address: string): string {
  const query = new URLSearchParams(address);
  for (const key of ["step", "column"]) query.delete(key);
  return query.toString();
}

/** The page's link opens in another tab, which then writes the same link. */
async function link(session: Session): Promise<Performed> {
  const { driver, probe } = session;
  const look = await probe.look();
  if (look.isMoving) return SKIPPED;
  const written = await probe.settledLink();
  const weights = await probe.weights();
  const address = await driver.evaluate<string>("location.href");
  await driver.openTab(address);
  const started = await restart(session);
  const read = started === DONE ? await probe.settledLink() : null;
  const hasOwnRow =
    started === DONE && ((await probe.hasLessonRow()) || (await probe.weights()) !== weights);
  const findings = started === DONE ? await probe.findWrong(false) : started.findings;
  await driver.closeTab();
  if (read === null || read === written) return { ...DONE, findings };
  if (hasOwnRow && withoutRow(read) === withoutRow(written)) return { ...DONE, findings };
  return { ...DONE, findings: [...findings, `link: ${written} became ${read}`] };
}

const TURN = "new Promise((resolve) => setTimeout(resolve))";

/** Waits until the new document runs scripts. The old one, which may still be there, drops the call as it goes. */
async function arrive({ driver }: Session): Promise<void> {
  await driver.evaluate(TURN).catch(() => driver.evaluate(TURN));
}

const travel = async (session: Session, go: () => Promise<void>): Promise<Performed> => {
  await go();
  await arrive(session);
  const isAway = await session.driver.evaluate<boolean>("location.protocol === 'about:'");
  if (isAway) await session.driver.forward(); // back, beyond the first entry
  return restart(session);
};

const WINDOW = "[innerWidth, innerHeight]";

/** Inside the window: some drivers refuse what lies outside. */
const within = (at: number, size: number): number => Math.min(Math.max(1, at), size - 2);

const PERFORMERS: Performers = {
  async click(session, { target }) {
    const at = await session.probe.pointOf(target);
    if (!at) return SKIPPED;
    const clicked = await byHand(session, () => session.driver.click(at));
    // Where the page moved under the pointer, the click met what may take the focus away.
    return { ...clicked, mustHaveFocus: clicked.mustHaveFocus && !(await session.probe.missed()) };
  },
  async press(session, { target, key }) {
    if (target && !(await session.probe.focusControl(target))) return SKIPPED;
    const hadFocus = await session.probe.hasFocus();
    // Tab leaves the page behind its last control.
    const keepsFocus = hadFocus && !key.endsWith("Tab");
    return byHand(session, () => session.driver.press(key), keepsFocus);
  },
  fill: (session, act) => inField(session, act, () => session.driver.type(act.text)),
  compose: (session, act) => inField(session, act, () => compose(session, act.texts)),
  paste: (session, act) => inField(session, act, () => session.probe.paste(act.text)),
  async option(session, { target, index }) {
    const isChosen = await session.probe.option(target, index);
    return isChosen ? byHand(session, () => Promise.resolve()) : SKIPPED;
  },
  async drag(session, { target, right, down }) {
    const at = await session.probe.pointOf(target);
    if (!at) return SKIPPED;
    const [width, height] = await session.driver.evaluate<[number, number]>(WINDOW);
    const to = { x: within(at.x + right, width), y: within(at.y + down, height) };
    return byHand(session, () => session.driver.drag(at, to), false);
  },
  async file(session, { file, field }) {
    const isGiven = await session.probe.giveFile(file, FILES[file] ?? "", field);
    return isGiven ? byHand(session, () => Promise.resolve(), false) : SKIPPED;
  },
  resize: (session, { width, height }) =>
    byHand(session, () => session.driver.resize(width, height), false),
  back: (session) => travel(session, () => session.driver.back()),
  forward: (session) => travel(session, () => session.driver.forward()),
  reload: (session) => travel(session, () => session.driver.reload()),
  hide: (session) => byHand(session, async () => void (await session.probe.setHidden(true)), false),
  show: (session) =>
    byHand(session, async () => void (await session.probe.setHidden(false)), false),
  offline: (session) => byHand(session, () => session.driver.setOffline(true), false),
  online: (session) => byHand(session, () => session.driver.setOffline(false), false),
  twin,
  link,
  async undoRun(session, { seed }) {
    // Undo brings back a run with its newest weights, not the place on the timeline.
    if ((await session.probe.look()).isPast) return SKIPPED;
    return restores(session, ["configure", [{ seed }]], "undo");
  },
  undoEdit: (session, { edit }) => restores(session, ["editDecode", [edit]], "undoEdit"),
  async table(session, { name, args }) {
    const failure = await session.probe.act(name, args);
    if (failure !== null) return { ...DONE, findings: [failure] };
    return byHand(session, () => Promise.resolve(), false);
  },
};

export function perform(session: Session, act: Act): Promise<Performed> {
  const performer = PERFORMERS[act.kind] as (session: Session, act: Act) => Promise<Performed>;
  return performer(session, act);
}
