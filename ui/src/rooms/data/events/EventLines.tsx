import type { EventLine } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { VolumeBar } from "~/kit/drawing/VolumeBar";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import tables from "~/kit/page/table.module.css";
import { useTexts } from "~/texts/texts";
import classes from "./events.module.css";

const SHOWN = 2;

/** One line an event; its name opens what is expected of it and what was found. */
export function EventLines({ lines, hasPlan, open }: { lines: EventLine[]; hasPlan: boolean; open: (event: string) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const most = Math.max(1, ...lines.map((line) => line.events));
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say("catalogue.event")}</th>
            {hasPlan && <th scope="col">{say("events.against_plan")}</th>}
            <th scope="col">{say("catalogue.volume")}</th>
            <th scope="col" data-number>{say("overview.customers")}</th>
            <th scope="col">{say("selection.channel")}</th>
            <th scope="col" data-number>{say("customers.first")}</th>
            <th scope="col" data-number>{say("customers.last")}</th>
            <th scope="col">{say("events.used_by")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.event}>
              <th scope="row">
                <button type="button" className={`plain ${classes.name}`} onClick={() => open(line.event)}>
                  <code>{line.event}</code>
                </button>
              </th>
              {hasPlan && <td><Against line={line} open={() => open(line.event)} /></td>}
              <td><VolumeBar value={line.events} most={most} /></td>
              <td data-number>{format.number(line.customers)}</td>
              <td>
                <span className={tables.channels}>
                  {line.channels.map(({ channel }) => (
                    <ChannelIcon key={channel} channel={channel} size={20} />
                  ))}
                </span>
              </td>
              <td data-number>{line.first_at === null ? "–" : format.date(line.first_at)}</td>
              <td data-number>{line.last_at === null ? say("events.never") : format.date(line.last_at)}</td>
              <td><UsedBy line={line} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Against({ line, open }: { line: EventLine; open: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  if (line.violations > 0) {
    return (
      <button type="button" className={`plain ${classes.badge}`} data-tone="differs" onClick={open}>
        {line.planned ? say("events.differs", { count: line.violations, value: format.number(line.violations) }) : say("events.not_planned")}
      </button>
    );
  }
  if (!line.planned) return <span className={classes.badge} data-tone="unplanned">{say("events.not_planned")}</span>;
  return <span className={classes.badge} data-tone="fits">{line.events === 0 ? say("events.awaited") : say("events.fits")}</span>;
}

function UsedBy({ line }: { line: EventLine }) {
  const { say } = useTexts();
  const { touchpoints, stages, maps } = line.used_by;
  const names = [...touchpoints, ...stages];
  if (names.length === 0) return <span className={classes.nobody}>{say("events.used_by_nobody")}</span>;
  return (
    <span className={classes.uses}>
      {names.slice(0, SHOWN).map((use) => (
        <span key={use.key}><Named name={use.name} /></span>
      ))}
      {names.length > SHOWN && <span>+{names.length - SHOWN}</span>}
      {maps.length > 0 && <small>{say("events.on_maps", { count: maps.length })}</small>}
    </span>
  );
}
