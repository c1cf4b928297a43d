/** The course notes' way beside ours: first the notes on the selected operation, then all others by place. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { lineOf, type Statement } from "../../vis/code/codeLine";
import type { Note, NotePlace } from "../../vis/code/notes/note";
import { notesOf } from "../../vis/code/notes/notes";
import styles from "./CodeNotes.module.css";
import { CodeText } from "./CodeText";

const PLACES: readonly NotePlace[] = ["encoder", "step", "loop", "training"];

interface CodeNotesProps {
  readonly trace: Trace;
  /** The 0-based step whose numbers the notes use. */
  readonly index: number;
  readonly op: Op;
  /** The id of the encoder's group, which a line of the encoder opens. */
  readonly encoderId: string;
  /** The note to open, by its id. A new object opens it again. */
  readonly wanted?: { readonly id: string } | null;
}

/** Opens a note with the group around it, and brings it into sight. */
function openNote(section: HTMLElement, id: string): void {
  const notes = section.querySelectorAll<HTMLDetailsElement>("[data-note]");
  const note = [...notes].find(({ dataset }) => dataset["note"] === id);
  if (!note) return;
  for (const each of [note.parentElement?.closest("details"), note]) each?.toggleAttribute("open", true); // prettier-ignore
  note.scrollIntoView({ block: "nearest" });
}

function useOpening(wanted: CodeNotesProps["wanted"]) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (section.current && wanted) openNote(section.current, wanted.id);
  }, [wanted]);
  return section;
}

export function CodeNotes({ trace, index, op, encoderId, wanted }: CodeNotesProps): ReactNode {
  const { t } = useTranslation("pytorch");
  const heading = useId();
  const section = useOpening(wanted);
  const notes = notesOf(trace, index);
  const here = notes.filter(({ ops }) => ops.includes(op));
  return (
    <section ref={section} className={styles.notes} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t("notes.region")}
      </h3>
      <p className={styles.intro}>{here.length > 0 ? t("notes.intro") : t("notes.none")}</p>
      <NoteList notes={here} />
      {PLACES.map((place) => (
        <Group
          key={place}
          id={place === "encoder" ? encoderId : undefined}
          place={place}
          notes={notes.filter((note) => note.place === place && !here.includes(note))}
        />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly id: string | undefined;
  readonly place: NotePlace;
  readonly notes: readonly Note[];
}

function Group({ id, place, notes }: GroupProps): ReactNode {
  const { t } = useTranslation("pytorch");
  if (notes.length === 0) return null;
  return (
    <details id={id} className={styles.group}>
      <summary>
        {t("notes.group", { place: t(`notes.place.${place}`), count: notes.length })}
      </summary>
      <NoteList notes={notes} />
    </details>
  );
}

function NoteList({ notes }: { readonly notes: readonly Note[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {notes.map((note) => (
        <li key={note.id}>
          <OneNote note={note} />
        </li>
      ))}
    </ul>
  );
}

function OneNote({ note }: { readonly note: Note }): ReactNode {
  const { t } = useTranslation("pytorch");
  const { id, kind, given, outcome, numbers } = note;
  const sentence = t as (key: string, values: Note["numbers"]) => string; // each note has numbers of its own
  return (
    <details className={styles.note} data-note={id}>
      <summary>
        <span>{t(`notes.about.${id}.title`)}</span>{" "}
        <span className={styles.outcome} data-outcome={outcome}>
          {t(`notes.outcome.${outcome}`)}
        </span>
      </summary>
      {given.length > 0 && <Way name={t("notes.given")} code={given} />}
      <Way name={t(`notes.way.${kind}.theirs`)} code={note.theirs} />
      <Way name={t(`notes.way.${kind}.ours`)} code={note.ours} />
      <p className={styles.why}>{sentence(`notes.about.${id}.why`, numbers)}</p>
      <p className={styles.why}>{sentence(`notes.about.${id}.when`, numbers)}</p>
    </details>
  );
}

/** A piece of code with its name; a long line breaks. */
function Way({ name, code }: { readonly name: string; readonly code: readonly Statement[] }) {
  const id = useId();
  return (
    <>
      <p id={id} className={styles.name}>
        {name}
      </p>
      <ol className={styles.code} aria-labelledby={id} translate="no">
        {code.map((statement) => (
          <li key={statement[0]} className={styles.line}>
            <CodeText line={lineOf([], statement)} />
          </li>
        ))}
      </ol>
    </>
  );
}
