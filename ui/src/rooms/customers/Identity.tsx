import { Button } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import classes from "./Identity.module.css";
import { Identifier, useKind, valueOf } from "./review/Identifier";
import { JoinWith } from "./review/JoinWith";
import { UndoJoin } from "./review/UndoJoin";
import { useBy } from "./review/useBy";

type Link = CustomerProfile["links"][number];
const MANY = 8;

/** The identifiers of one person with what came under each, why they belong together, and the way to change that. */
export function Identity({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  const format = useFormat();
  const by = useBy();
  const [undoing, setUndoing] = useState<Link | null>(null);
  const [joining, setJoining] = useState(false);
  const [all, setAll] = useState(false);
  const links = all ? profile.links : profile.links.slice(0, MANY);
  return (
    <Card title={say("customer.known_as")} aside={<Button size="compact-xs" variant="default" onClick={() => setJoining(true)}>{say("customer.join")}</Button>}>
      <ul className={classes.identifiers}>
        {profile.known.map((known) => (
          <KnownLine key={known.identifier} known={known} />
        ))}
      </ul>
      <h3 className={classes.why}>{say("customer.links")}</h3>
      {profile.links.length === 0 && <p className={classes.none}>{say("customer.links_none")}</p>}
      <ul className={classes.links}>
        {links.map((link) => (
          <li key={`${link.kind}${link.number}`}>
            <IconLink size={14} aria-hidden="true" />
            <div>
              <span className={classes.pair}>{say("customer.link", { a: valueOf(link.a), b: valueOf(link.b) })}</span>
              <span className={classes.reason}><Named name={link.reason} /></span>
              <span className={classes.source}>{format.moment(link.at)} · {link.kind === "decision" ? say("customer.by_hand", { who: by(link.source) }) : link.source}</span>
            </div>
            <Button size="compact-xs" variant="subtle" color="gray" aria-label={say("customer.undo_join", { a: valueOf(link.a), b: valueOf(link.b) })} onClick={() => setUndoing(link)}>{say("review.undo")}</Button>
          </li>
        ))}
      </ul>
      {profile.links.length > MANY && (
        <Button size="compact-xs" variant="subtle" mt={8} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say("customer.fewer") : say("customer.all_links", { value: format.number(profile.links.length) })}
        </Button>
      )}
      {undoing && <UndoJoin link={undoing} close={() => setUndoing(null)} />}
      {joining && <JoinWith profile={profile} close={() => setJoining(false)} />}
    </Card>
  );
}

function KnownLine({ known }: { known: CustomerProfile["known"][number] }) {
  const { say } = useTexts();
  const format = useFormat();
  const kind = useKind()(known.identifier);
  const { events, first_at: first, last_at: last } = known;
  const span = first === null || last === null ? "" : format.date(first) === format.date(last) ? format.date(first) : format.period(first, last);
  return (
    <li>
      <Identifier identifier={known.identifier} />
      <small>{kind} · {events === 0 ? say("customer.known_none") : `${say("customer.events", { count: events, value: format.number(events) })} · ${span}`}</small>
    </li>
  );
}
