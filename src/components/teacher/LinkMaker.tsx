/** Makes a link for a class: where it opens, what it leaves out, and what it fixes; as text and as a QR code. */
import { useEffect, useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isLanguage, LANGUAGE_IDS, LANGUAGES } from "../../languages";
import { LESSON_IDS, type LessonId } from "../../lessons/catalogue";
import { writeLink } from "../../state/ports/linkPort";
import { classQuery, type ClassWish, INITIAL_WISH } from "../../state/slices/classLink";
import { Select } from "../primitives/Select";
import { HiddenPlaces } from "./HiddenPlaces";
import { LinkOutput } from "./LinkOutput";
import { linkOf } from "./linkOf";
import styles from "./Teacher.module.css";
import { WishCheck } from "./WishCheck";

/** The query of the page as it is, once the page has written it. */
function useCurrentQuery(): string {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      await writeLink();
      if (isWanted) setSearch(location.search);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, []);
  return search;
}

const ANY = "any"; // language

export function LinkMaker(): ReactNode {
  const { t } = useTranslation("teacher");
  const heading = useId();
  const [wish, setWish] = useState(INITIAL_WISH);
  const change = (part: Partial<ClassWish>): void => setWish({ ...wish, ...part });
  const current = useCurrentQuery();
  const link = linkOf(classQuery(wish, new URLSearchParams(current)));
  return (
    <section className={styles.maker} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t("link.title")}
      </h3>
      <div className={styles.form}>
        <Start value={wish.start} onChange={(start) => change({ start })} />
        <Select
          label={t("link.language")}
          value={wish.language ?? ANY}
          options={[
            { value: ANY, label: t("link.anyLanguage") },
            ...LANGUAGE_IDS.map((id) => ({ value: id, label: LANGUAGES[id].name })),
          ]}
          onChange={(text) => change({ language: isLanguage(text) ? text : null })}
        />
        <HiddenPlaces hidden={wish.hidden} onChange={(hidden) => change({ hidden })} />
        <div className={styles.right}>
          <fieldset className={styles.group}>
            <legend>{t("link.also")}</legend>
            <WishCheck
              label={t("link.lock")}
              value={wish.isLocked}
              onChange={(isLocked) => change({ isLocked })}
            />
            <WishCheck
              label={t("link.large")}
              value={wish.isLarge}
              onChange={(isLarge) => change({ isLarge })}
            />
            <WishCheck
              label={t("link.present")}
              value={wish.isPresenting}
              onChange={(isPresenting) => change({ isPresenting })}
            />
          </fieldset>
          <LinkOutput link={link} />
        </div>
      </div>
    </section>
  );
}

interface StartProps {
  readonly value: ClassWish["start"];
  readonly onChange: (start: ClassWish["start"]) => void;
}

function Start({ value, onChange }: StartProps): ReactNode {
  const { t } = useTranslation(["teacher", "lessons"]);
  const nameOf = (id: LessonId, i: number): string =>
    t("link.lesson", { number: i, name: t(`lessons:catalogue.${id}.name`) });
  return (
    <Select
      label={t("link.start")}
      value={value}
      options={[
        ...LESSON_IDS.map((id, i) => ({ value: id, label: nameOf(id, i) })),
        { value: "lab" as const, label: t("link.lab") },
      ]}
      onChange={onChange}
    />
  );
}
