import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Conflict } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import { Identifier } from "./Identifier";
import classes from "./review.module.css";

type Side = Conflict["sides"][number];
const MANY = 6;

interface ConflictCardProps {
  conflict: Conflict;
  busy: boolean;
  decide: (kind: "join" | "apart") => void;
  leave: () => void;
}

/** Two people who may be one, what speaks for it, why it was not followed, and the three answers. */
export function ConflictCard({ conflict, busy, decide, leave }: ConflictCardProps) {
  const { say } = useTexts();
  const format = useFormat();
  const [one, other] = conflict.sides;
  if (!one || !other) return null;
  return (
    <Card>
      <p className={classes.cause}>
        <Named name={conflict.reason} /> <time>{format.moment(conflict.at)}</time>
      </p>
      <div className={classes.sides}>
        <PersonSide side={one} other={other} />
        <PersonSide side={other} other={one} />
      </div>
      {conflict.evidence.length > 0 && (
        <>
          <h3 className={classes.heading}>{say("review.evidence")}</h3>
          <ul className={classes.evidence}>
            {conflict.evidence.map((link) => (
              <li key={`${link.kind}${link.number}`}>
                <Named name={link.reason} />
                <small>{format.moment(link.at)} · {link.source}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={classes.answers}>
        <Button size="xs" disabled={busy} onClick={() => decide("join")}>{say("review.same")}</Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => decide("apart")}>{say("review.two")}</Button>
        <Button size="xs" variant="subtle" disabled={busy} onClick={leave}>{say("review.later")}</Button>
        <span>{say("review.answers_help")}</span>
      </div>
    </Card>
  );
}

function PersonSide({ side, other }: { side: Side; other: Side }) {
  const { say } = useTexts();
  const format = useFormat();
  const theirs = new Map((other.traits as [string, string][]).map(([name, value]) => [name, value]));
  const traits = (side.traits as [string, string][]).slice(0, MANY);
  const money = (side.money as [string, number][]).map(([currency, minor]) => format.money(minor, currency || "VND"));
  return (
    <section className={classes.side}>
      <h3>
        <Link to="/customers/$id" params={{ id: side.customer }}>{side.label || side.customer}</Link>
      </h3>
      <ul className={classes.identifiers}>
        {side.identifiers.slice(0, MANY).map((identifier) => (
          <li key={identifier}><Identifier identifier={identifier} /></li>
        ))}
        {side.identifiers.length > MANY && <li className={classes.note}>{say("review.more_identifiers", { value: format.number(side.identifiers.length - MANY) })}</li>}
      </ul>
      <dl className={classes.facts}>
        <div>
          <dt>{say("customers.last")}</dt>
          <dd>{side.last_at === null ? "–" : format.moment(side.last_at)}</dd>
        </div>
        <div>
          <dt>{say("customers.events")}</dt>
          <dd>{format.number(side.events)}</dd>
        </div>
        <div>
          <dt>{say("customer.spent")}</dt>
          <dd>{money.length > 0 ? money.join(" · ") : "–"}</dd>
        </div>
        {traits.map(([name, value]) => (
          <div key={name} data-same={theirs.get(name) === value}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
