import type { Plan } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import classes from "./wizard.module.css";

const SHOWN = 14;

/** What the first rows become under the mapping as it stands. */
export function EventsPreview({ plan, checking }: { plan: Plan; checking: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <Card title={say("import.becomes")} hint={say("import.becomes_help", { events: format.number(plan.events.length), rows: format.number(plan.rows.length) })}>
      {plan.events.length === 0 && <p className={classes.none}>{say("import.becomes_nothing")}</p>}
      <ul className={classes.events} data-stale={checking}>
        {plan.events.slice(0, SHOWN).map((event, i) => (
          <li key={i}>
            <ChannelIcon channel={event.channel} size={20} />
            <div>
              <strong>{event.event}</strong>
              <span>{event.subject} · {format.moment(Date.parse(event.at) / 1000)}</span>
            </div>
            {event.rating !== null && <Face level={levelOf(event.rating / 100)} size={18} />}
            {event.amount !== null && <span className="number">{format.money(event.amount, event.currency ?? "VND")}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
