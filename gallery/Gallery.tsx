/** The gallery page: each entry under its name, in a frame of its width. */
import type { ReactNode } from "react";
import type { Entry } from "./entry";
import styles from "./Gallery.module.css";

interface GalleryProps {
  readonly theme: "light" | "dark";
  readonly entries: readonly Entry[];
}

export function Gallery({ theme, entries }: GalleryProps): ReactNode {
  const other = theme === "dark" ? "light" : "dark";
  return (
    <main className={styles.gallery}>
      <h1>Gallery of figures</h1>
      <p>
        <a href={`?theme=${other}`}>{`in the ${other} theme`}</a>
      </p>
      {entries.map(({ name, width, height, figure }) => (
        <section key={name} id={name}>
          <h2>
            <a href={`#${name}`}>{name}</a>
          </h2>
          <div className={styles.frame} data-figure={name} style={{ width, height }}>
            {figure}
          </div>
        </section>
      ))}
    </main>
  );
}
