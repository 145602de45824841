import { Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Refused } from "~/api/client";
import { useTexts } from "~/texts/texts";
import classes from "./states.module.css";

/** What to do next when there is nothing to show. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <svg width="132" height="56" viewBox="0 0 132 56" aria-hidden="true" focusable="false">
        <path d="M6 18L36 12L66 42L96 22L126 10" fill="none" stroke="var(--line-strong)" strokeWidth="2" strokeDasharray="5 5" />
        {[[6, 18], [36, 12], [66, 42], [96, 22], [126, 10]].map(([x, y]) => (
          <circle key={x} cx={x} cy={y} r="5" fill="var(--surface)" stroke="var(--line-strong)" strokeWidth="2" />
        ))}
      </svg>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** A refusal as a sentence, its cause and the next step. */
export function ErrorNote({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const { say } = useTexts();
  const said = error instanceof Refused && error.message ? error : null;
  return (
    <div className={classes.error} role="alert">
      <IconAlertTriangle size={20} aria-hidden="true" />
      <div>
        <strong>{said ? said.message : say("error.unreachable")}</strong>
        {said?.reason && <p>{said.reason}</p>}
        <p>{said ? said.next : say("error.unreachable_next")}</p>
        {again && (
          <Button size="xs" variant="default" mt={8} leftSection={<IconRefresh size={14} aria-hidden="true" />} onClick={again}>
            {say("action.again")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Grey shapes while an answer is on its way. */
export function Waiting({ rows = 5, height = 64 }: { rows?: number; height?: number }) {
  const { say } = useTexts();
  return (
    <div className={classes.waiting} role="status" aria-label={say("state.loading")}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={height} radius="md" />
      ))}
    </div>
  );
}
