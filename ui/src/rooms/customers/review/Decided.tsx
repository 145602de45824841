import { Button, CloseButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { DecisionMade } from "~/api/types";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useUndoing } from "./deciding";
import { valueOf } from "./Identifier";
import classes from "./review.module.css";

/** What a decision did, with a way to everybody it was about, and the way back. */
export function Decided({ made, close }: { made: DecisionMade; close: () => void }) {
  const { say } = useTexts();
  const undoing = useUndoing();
  return (
    <div className={classes.decided} role="status">
      <div>
        <strong>{say(made.people.length > 1 ? "review.now_several" : "review.now_single")}</strong>{" "}
        {made.people.map((person) => (
          <Link key={person.customer} to="/customers/$id" params={{ id: person.customer }}>{valueOf(person.customer)}</Link>
        ))}
        {made.deferred && <small>{say("review.deferred")}</small>}
        {undoing.error && <ErrorNote error={undoing.error} />}
      </div>
      {made.undo && (
        <Button size="compact-xs" variant="default" loading={undoing.isPending} onClick={() => undoing.mutate(made.undo, { onSuccess: close })}>{say("review.undo")}</Button>
      )}
      <CloseButton size="sm" aria-label={say("action.close")} onClick={close} />
    </div>
  );
}
