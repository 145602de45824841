import { useState } from "react";
import { IconChevronDown } from "@tabler/icons-react";
import type { CustomerProfile, TimelineEvent } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { dayOf, useZone } from "~/kit/zone";
import { useTexts } from "~/texts/texts";
import classes from "./Timeline.module.css";

export type Grouping = "day" | "session" | "order";

interface Group {
  key: string;
  title: string;
  events: TimelineEvent[];
}

/** What happened, newest first, under its day, visit or order; a stage's first event says that the stage began. */
export function Timeline({ events, stages, grouping }: { events: TimelineEvent[]; stages: CustomerProfile["stages"]; grouping: Grouping }) {
  const groups = useGroups(events, grouping);
  const begun = new Map(stages.map((span) => [span.entered_at, span]));
  return (
    <ol className={classes.days}>
      {groups.map((group) => (
        <li key={`${group.key}${group.events[0]?.event_id}`}>
          <h3>{group.title}</h3>
          <ol className={classes.events}>
            {group.events.map((event) => (
              <Happening key={event.event_id} event={event} begun={begun.get(event.at)} dated={grouping === "order"} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

/** Neighbours in time belong together; an order's events are gathered wherever they stand. */
function useGroups(events: TimelineEvent[], grouping: Grouping): Group[] {
  const zone = useZone();
  const format = useFormat();
  const { say } = useTexts();
  const groups: Group[] = [];
  const known = new Map<string, Group>();
  for (const event of events) {
    const key = grouping === "day" ? dayOf(event.at, zone) : grouping === "session" ? `${event.session}` : event.order;
    const held = known.get(key);
    if (held) {
      held.events.push(event);
      continue;
    }
    const title = grouping === "day" ? format.date(event.at) : grouping === "session" ? say("customer.session", { at: format.moment(event.at) }) : event.order ? say("customer.order", { order: event.order }) : say("customer.no_order");
    const group = { key, title, events: [event] };
    known.set(key, group);
    groups.push(group);
  }
  return groups;
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
