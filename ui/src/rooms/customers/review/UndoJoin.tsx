import { Button, Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useUndoing } from "./deciding";
import { Identifier, valueOf } from "./Identifier";
import classes from "./review.module.css";

/** Take one join back: asked once more, and then who is who now. */
export function UndoJoin({ link, close }: { link: CustomerProfile["links"][number]; close: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const undoing = useUndoing();
  const made = undoing.data;
  return (
    <Modal opened onClose={close} title={say(made ? "customer.undone" : "customer.undo_title")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {!made && (
        <div className={classes.part}>
          <ul className={classes.identifiers}>
            <li><Identifier identifier={link.a} /></li>
            <li><Identifier identifier={link.b} /></li>
          </ul>
          <p className={classes.note}><Named name={link.reason} /> {format.moment(link.at)} · {link.source}</p>
          <p>{say(link.kind === "decision" ? "customer.undo_decision_help" : "customer.undo_evidence_help", { a: valueOf(link.a), b: valueOf(link.b) })}</p>
          {undoing.error && <ErrorNote error={undoing.error} />}
          <div className={classes.foot}>
            <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
            <Button color="red" loading={undoing.isPending} onClick={() => undoing.mutate(link.kind === "decision" ? `d${link.number}` : `${link.number}`)} data-autofocus>{say("customer.undo_sure")}</Button>
          </div>
        </div>
      )}
      {made && (
        <div className={classes.part}>
          <p>{say(made.people.length > 1 ? "customer.separated" : "customer.still_joined")}</p>
          {made.deferred && <p className={classes.note}>{say("review.deferred")}</p>}
          {made.people.map((person) => (
            <section key={person.customer} className={classes.side}>
              <h3><Link to="/customers/$id" params={{ id: person.customer }} onClick={close}>{valueOf(person.customer)}</Link></h3>
              <ul className={classes.identifiers}>
                {person.identifiers.map((identifier) => <li key={identifier}><Identifier identifier={identifier} /></li>)}
              </ul>
            </section>
          ))}
          <div className={classes.foot}>
            <Button onClick={close}>{say("action.close")}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
