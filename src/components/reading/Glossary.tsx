/** All terms of the glossary in groups, each with the place where it can be seen. */
import { type ReactNode, useId, useState } from "react";
import type { TermId } from "../../i18n/terms";
import { useTranslation } from "../../i18n/useTranslation";
import fields from "../primitives/Field.module.css";
import styles from "./Reading.module.css";
import { ShowButton } from "./ShowButton";
import { TERM_GROUPS } from "./termPlaces";
import type { WhereId } from "./wheres";

type Entry = readonly [TermId, WhereId];

/** The entries of each group whose name or sentence contains the text; groups without one are left out. */
function useFound(text: string) {
  const { t } = useTranslation("glossary");
  const wanted = text.trim().toLocaleLowerCase();
  const isFound = ([id]: Entry): boolean =>
    `${t(`${id}.name`)} ${t(`${id}.text`)}`.toLocaleLowerCase().includes(wanted);
  return TERM_GROUPS.map(({ id, terms }) => ({
    id,
    entries: (Object.entries(terms) as Entry[]).filter(isFound),
  })).filter(({ entries }) => entries.length > 0);
}

export function Glossary(): ReactNode {
  const { t } = useTranslation("reading");
  const [text, setText] = useState("");
  const groups = useFound(text);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const field = useId();
  return (
    <>
      <p>{t("glossary.intro")}</p>
      <div className={styles.search}>
        <label className={fields.label} htmlFor={field}>
          {t("glossary.search")}
        </label>
        <input
          id={field}
          type="search"
          className={fields.input}
          maxLength={60}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <output className={styles.count}>
          {count === 0 ? t("glossary.none", { text }) : t("glossary.found", { count })}
        </output>
      </div>
      {groups.map(({ id, entries }) => (
        // No region: the page has one named "Training" already.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset groups controls
        <div key={id} role="group" aria-labelledby={`${field}-${id}`}>
          <h3 id={`${field}-${id}`} className={styles.group}>
            {t(`glossary.groups.${id}`)}
          </h3>
          <dl className={styles.terms}>
            {entries.map((entry) => (
              <Term key={entry[0]} entry={entry} />
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

function Term({ entry: [id, where] }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation(["reading", "glossary"]);
  const term = t(`glossary:${id}.name`);
  return (
    <div className={styles.term}>
      <dt>{term}</dt>
      <dd>
        {t(`glossary:${id}.text`)}{" "}
        <ShowButton
          where={where}
          label={t("glossary.show")}
          name={t("glossary.showTerm", { term })}
        />
      </dd>
    </div>
  );
}
