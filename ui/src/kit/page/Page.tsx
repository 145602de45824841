import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./Page.module.css";

/** A page with a heading: title, what belongs beside it, then the content in its own scroll. */
export function Page({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  useDocumentTitle(`${title} · Wend`);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <h1>{title}</h1>
        {beside}
      </header>
      {children}
    </div>
  );
}

/** A white card with a heading of its own. */
export function Card({ title, hint, aside, children, className }: { title?: ReactNode; hint?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string | undefined }) {
  return (
    <section className={`${classes.card} ${className ?? ""}`}>
      {title && (
        <header>
          <div>
            <h2>{title}</h2>
            {hint && <p>{hint}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
