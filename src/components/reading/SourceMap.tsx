/** The notes and papers point by point, each with the lesson or the place that has it. */
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSON_IDS } from "../../lessons/catalogue";
import { Button } from "../primitives/Button";
import fields from "../primitives/Field.module.css";
import { openLessonFromHere } from "./openLessonFromHere";
import styles from "./Reading.module.css";
import { ShowButton } from "./ShowButton";
import type { WhereId } from "./wheres";
import { type SourceId, type SourceItem, SOURCES } from "./sourceItems";

type Translate = (key: string, values?: Readonly<Record<string, string>>) => string;

/** The texts by computed keys; a test holds every item to its texts. */
function useItemText(): Translate {
  return useTranslation("reading").t as unknown as Translate;
}

export function SourceMap(): ReactNode {
  const { t } = useTranslation("reading");
  const [isFiltered, setIsFiltered] = useState(false);
  return (
    <>
      <p>{t("sources.intro")}</p>
      <label className={fields.check}>
        <input
          type="checkbox"
          checked={isFiltered}
          onChange={({ target }) => setIsFiltered(target.checked)}
        />
        {t("sources.filter")}
      </label>
      {(Object.keys(SOURCES) as SourceId[]).map((id) => (
        <Source key={id} id={id} isFiltered={isFiltered} />
      ))}
    </>
  );
}

interface SourceProps {
  readonly id: SourceId;
  readonly isFiltered: boolean;
}

function Source({ id, isFiltered }: SourceProps): ReactNode {
  const { t } = useTranslation("reading");
  const heading = useId();
  const items = Object.entries<SourceItem>(SOURCES[id]);
  const shown = isFiltered ? items.filter(([, { kind }]) => kind === "mistake") : items;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.group}>
        {t(`sources.titles.${id}`)}
      </h3>
      <ul className={styles.items}>
        {shown.map(([name, item]) => (
          <Item key={name} path={`sources.items.${id}.${name}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly path: string;
  readonly item: SourceItem;
}

function Item({ path, item }: ItemProps): ReactNode {
  const text = useItemText();
  return (
    <li className={styles.item} data-kind={item.kind}>
      <p>
        <span className={styles.kind}>{text(`sources.kind.${item.kind}`)}</span>{" "}
        {text(`${path}.what`)}
      </p>
      {item.kind === "mistake" && (
        <p>
          <b>{text("sources.right")}</b> {text(`${path}.right`)}
        </p>
      )}
      <p className={styles.ways}>
        <Ways item={item} what={text(`${path}.what`)} />
      </p>
    </li>
  );
}

interface WaysProps {
  readonly item: SourceItem;
  readonly what: string;
}

function Ways({ item, what }: WaysProps): ReactNode {
  const { t } = useTranslation(["reading", "lessons", "pytorch"]);
  const { note } = item;
  const lessons = LESSON_IDS.filter((id) => item.lessons?.includes(id));
  return (
    <>
      {lessons.map((id) => (
        <Button key={id} look="link" onClick={() => void openLessonFromHere(id)}>
          {t("sources.lesson", { name: t(`lessons:catalogue.${id}.name`) })}
        </Button>
      ))}
      {note && <CodeButton title={t(`pytorch:notes.about.${note}.title`)} />}
      {item.wheres?.map((where) => (
        <ShowAt key={where} where={where} what={what} />
      ))}
    </>
  );
}

/** Two links of an item lead to two places, so each names its place. */
function ShowAt({ where, what }: { readonly where: WhereId; readonly what: string }): ReactNode {
  const { t } = useTranslation("reading");
  const place = t(`sources.wheres.${where}`);
  return (
    <ShowButton
      where={where}
      label={t("sources.show", { place })}
      name={t("sources.showItem", { place, what })}
    />
  );
}

/** The notes beside the code stand in the PyTorch tab of the inspector. */
function CodeButton({ title }: { readonly title: string }): ReactNode {
  const { t } = useTranslation("reading");
  const label = t("sources.pytorch", { title });
  return <ShowButton where="pytorch" label={label} name={label} />;
}
