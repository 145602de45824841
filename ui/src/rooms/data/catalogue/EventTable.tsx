import { Button } from "@mantine/core";
import type { CatalogueRow, ListedTouchpoint, Name } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { VolumeBar } from "~/kit/drawing/VolumeBar";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import tables from "~/kit/page/table.module.css";
import { useTexts } from "~/texts/texts";
import classes from "./catalogue.module.css";

interface TableProps {
  rows: CatalogueRow[];
  touchpoints: ListedTouchpoint[];
  edit: (key: string) => void;
  make: (event: string, channel: string) => void;
}

/** Every event name: how often, by how many, where, and which touchpoint covers it. */
export function EventTable({ rows, touchpoints, edit, make }: TableProps) {
  const { say } = useTexts();
  const format = useFormat();
  const most = Math.max(1, ...rows.map((row) => row.events));
  const name = (key: string) => touchpoints.find(({ touchpoint }) => touchpoint.key === key)?.touchpoint.name;
  return (
    <div className={tables.scroll}>
      <table className={`${tables.table} ${tables.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{say("catalogue.event")}</th>
            <th scope="col">{say("catalogue.volume")}</th>
            <th scope="col" data-number>{say("overview.customers")}</th>
            <th scope="col">{say("selection.channel")}</th>
            <th scope="col" data-number>{say("customers.last")}</th>
            <th scope="col">{say("catalogue.covered_by")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.event}>
              <th scope="row">
                <code>{row.event}</code>
                {row.properties.length > 0 && <small title={row.properties.join(", ")}>{row.properties.slice(0, 4).join(", ")}</small>}
              </th>
              <td data-label={say("catalogue.volume")}><VolumeBar value={row.events} most={most} /></td>
              <td data-number data-label={say("overview.customers")}>{format.number(row.customers)}</td>
              <td data-label={say("selection.channel")}>
                <span className={tables.channels}>
                  {row.channels.map(({ channel }) => (
                    <ChannelIcon key={channel} channel={channel} size={20} />
                  ))}
                </span>
              </td>
              <td data-number data-label={say("customers.last")}>{format.date(row.last_at)}</td>
              <td data-whole data-label={say("catalogue.covered_by")}>
                <span className={classes.covers}>
                  {row.touchpoints.map((key) => (
                    <button key={key} type="button" className={`plain ${classes.cover}`} onClick={() => edit(key)}>
                      {name(key) ? <Named name={name(key) as Name} /> : key}
                    </button>
                  ))}
                  {row.covered < row.events && (
                    <>
                      <span className={classes.gap}>{row.covered === 0 ? say("catalogue.uncovered") : say("catalogue.partly", { share: format.percent(1 - row.covered / row.events, 0) })}</span>
                      <Button size="compact-xs" variant="subtle" onClick={() => make(row.event, row.channels[0]?.channel ?? "")} aria-label={say("catalogue.make_for", { event: row.event })}>
                        {say("catalogue.make")}
                      </Button>
                    </>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
