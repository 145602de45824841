import { useState } from "react";
import { IconChevronDown } from "@tabler/icons-react";
import type { CustomerProfile, TimelineEvent } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useZone } from "~/kit/zone";
import { useTexts } from "~/texts/texts";
import { type Grouping, grouped, type Row } from "./grouping";
import { Passage } from "./Passage";
import classes from "./Timeline.module.css";

/** What happened, newest first, under its day, visit or order; a stage's first event says that the stage began. */
export function Timeline({ rows, stages, grouping }: { rows: Row[]; stages: CustomerProfile["stages"]; grouping: Grouping }) {
  const zone = useZone();
  const format = useFormat();
  const { say } = useTexts();
  const begun = new Map(stages.map((span) => [span.entered_at, span]));
  const dated = grouping === "order";
  return (
    <ol className={classes.days}>
      {grouped(rows, grouping, zone, format, say).map((group) => (
        <li key={group.key}>
          <h3>{group.title}</h3>
          <ol className={classes.events}>
            {group.rows.map(({ event, change }) =>
              event ? <Happening key={event.event_id} event={event} begun={begun.get(event.at)} dated={dated} /> : <Passage key={`change ${change.sequence}`} change={change} dated={dated} />,
            )}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Happening({ event, begun, dated }: { event: TimelineEvent; begun: CustomerProfile["stages"][number] | undefined; dated: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.event} data-dated={dated} data-recent={event.recent}>
      <time dateTime={new Date(event.at * 1000).toISOString()}>{dated ? format.moment(event.at) : format.time(event.at)}</time>
      <ChannelIcon channel={event.channel} size={24} />
      <div className={classes.what}>
        <p className={classes.name}>
          {event.touchpoint ? <strong><Named name={event.touchpoint} /></strong> : <strong className={classes.bare} title={say("customer.not_covered")}>{event.event}</strong>}
          {event.touchpoint && <code>{event.event}</code>}
          {event.about && <span className={classes.about}>{say("customer.about")} {event.about}</span>}
          {begun && <span className={classes.begun}>→ <Named name={begun.name} /></span>}
        </p>
        {event.rating !== null && <Rating event={event} rating={event.rating} />}
        {event.comment && <blockquote>{event.comment}</blockquote>}
        {open && (
          <dl className={classes.properties}>
            {event.properties.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {event.amount !== null && event.amount !== 0 && <span className={classes.money}>{format.money(event.amount, event.currency ?? "VND")}</span>}
      {event.properties.length > 0 && (
        <button type="button" className={`plain ${classes.more}`} aria-expanded={open} aria-label={say("customer.more")} onClick={() => setOpen(!open)}>
          <IconChevronDown size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

function Rating({ event, rating }: { event: TimelineEvent; rating: number }) {
  const { say } = useTexts();
  const format = useFormat();
  const value = rating / 100;
  const level = levelOf(value);
  return (
    <p className={classes.rating}>
      <Face level={level} size={18} />
      {say("customer.rated", { value: format.signed(value), level: say(`feeling.level_${level}`) })}
      {event.expectation !== null && <span className={classes.about}>{say("customer.expected", { value: format.signed(event.expectation / 100) })}</span>}
    </p>
  );
}
