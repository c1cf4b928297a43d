/** A page for component tests: texts in a language, a store in its first state, and a worker that only records requests. */
import { cleanup, render, type RenderResult } from "@testing-library/react";
import type { ReactElement } from "react";
import { changeLanguage, startI18n } from "../../i18n/i18n";
import { DEFAULT_CONFIG, type Config } from "../../engine/setup/config";
import { initialise } from "../../state/actions/initialise";
import { connect, start } from "../../state/actions/startup";
import type { Language } from "../../languages";
import type { Command, Failure } from "../../workers/protocol";

export interface Page extends RenderResult {
  /** The requests to the worker since the start of the page. */
  readonly commands: Command[];
  readonly restarts: (Failure | null)[];
}

let speaks = false;

async function speak(language: Language): Promise<void> {
  if (!speaks) await startI18n(language);
  speaks = true;
  await changeLanguage(language);
}

interface PageOptions {
  readonly language?: Language;
  readonly config?: Partial<Config>;
  /** Whether the page has requested a model from the worker. */
  readonly isStarted?: boolean;
}

/** Renders a part of the page without a worker; the test itself answers requests. */
export async function showPage(
  part: ReactElement,
  { language = "en", config = {}, isStarted = true }: PageOptions = {},
): Promise<Page> {
  cleanup();
  await speak(language);
  const commands: Command[] = [];
  const restarts: (Failure | null)[] = [];
  initialise({ ...DEFAULT_CONFIG, ...config }, { language });
  connect(
    ({ command }) => commands.push(command),
    (failure) => restarts.push(failure),
  );
  if (isStarted) start();
  commands.length = 0;
  return { ...render(part), commands, restarts };
}
