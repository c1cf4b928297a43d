/** Every format of the task Dates, each for the same day. */
import { DATE_FORMATS, writeDate } from "../../engine/tasks/dateFormats";
import styles from "./DateFormats.module.css";

const EXAMPLE = { year: 2026, month: 11, day: 20 };

export function DateFormats() {
  const texts = DATE_FORMATS.map((format) => writeDate(EXAMPLE, format).text);
  return (
    <ul className={styles.formats}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
