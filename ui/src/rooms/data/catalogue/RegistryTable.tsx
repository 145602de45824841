import { SegmentedControl, TextInput } from "@mantine/core";
import { IconArrowsSort, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ListedTouchpoint, Name } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import tables from "~/kit/page/table.module.css";
import { useTexts } from "~/texts/texts";
import classes from "./registry.module.css";
import type { Opened } from "./UsageDrawer";
import type { Status, Usage, UsedTouchpoint } from "./useUsage";

const STATUS: Status[] = ["used", "quiet", "missing", "unplanned", "unused"];

interface TableProps {
  touchpoints: ListedTouchpoint[];
  usage: Usage | undefined;
  stageName: (key: string) => Name | undefined;
  edit: (key: string) => void;
  move: (key: string) => void;
  show: (opened: Opened) => void;
}

/** The registry in the order in which its rules are tried: what is meant of each touchpoint, and what happens there. */
export function RegistryTable({ touchpoints, usage, stageName, edit, move, show }: TableProps) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const [shown, setShown] = useState<Status | "all">("all");
  const [wanted, setWanted] = useState("");
  const used = new Map(usage?.touchpoints.map((one) => [one.touchpoint, one]));
  const many = (status: Status) => usage?.touchpoints.filter((one) => one.status === status).length ?? 0;
  const fits = ({ touchpoint }: ListedTouchpoint) =>
    (shown === "all" || used.get(touchpoint.key)?.status === shown) &&
    `${touchpoint.name.en} ${touchpoint.name.vi} ${touchpoint.owner} ${touchpoint.rule.events.join(" ")}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const rows = touchpoints.filter(fits);
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          className={classes.statuses ?? ""}
          size="xs"
          value={shown}
          onChange={(value) => setShown(value as Status | "all")}
          data={[{ value: "all", label: say("registry.all", { value: format.number(touchpoints.length) }) }, ...STATUS.filter((one) => many(one) > 0 || one === "missing").map((one) => ({ value: one, label: `${say(`registry.status_${one}`)} ${format.number(many(one))}` }))]}
        />
        <TextInput className={classes.find ?? ""} size="xs" aria-label={say("registry.find")} placeholder={say("registry.find")} leftSection={<IconSearch size={14} aria-hidden="true" />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      </div>
      {rows.length === 0 && <p className={classes.none}>{say("registry.none")}</p>}
      {rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={`${tables.table} ${tables.stacked} ${classes.table}`}>
            <thead>
              <tr>
                <th scope="col">{say("registry.touchpoint")}</th>
                <th scope="col" data-number>{say("registry.place")}</th>
                <th scope="col">{say("registry.status")}</th>
                <th scope="col">{say("registry.kind")}</th>
                <th scope="col">{say("registry.owner")}</th>
                <th scope="col" data-number>{say("overview.customers")}</th>
                <th scope="col" data-number>{say("registry.recent")}</th>
                <th scope="col" data-number>{say("customers.last")}</th>
                <th scope="col" data-number>{say("registry.cost")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ touchpoint, asks }) => {
                const one = used.get(touchpoint.key);
                const home = stageName(touchpoint.stage);
                const called = name(touchpoint.name);
                const place = touchpoints.findIndex((each) => each.touchpoint.key === touchpoint.key) + 1;
                return (
                  <tr key={touchpoint.key}>
                    <th scope="row">
                      <button type="button" className={`plain ${classes.name}`} onClick={() => edit(touchpoint.key)}>
                        <ChannelIcon channel={touchpoint.channel} size={20} />
                        <span>
                          <strong><Named name={touchpoint.name} /></strong>
                          <small>{home ? <Named name={home} /> : touchpoint.rule.events.join(", ")}</small>
                          {asks.en !== "" && <small>{say("registry.only", { asks: name(asks) })}</small>}
                        </span>
                      </button>
                    </th>
                    <td data-number data-label={say("registry.place")}>
                      <button type="button" className={`plain ${classes.place}`} aria-label={say("registry.move", { name: called, place, of: touchpoints.length })} onClick={() => move(touchpoint.key)}>
                        {place}
                        <IconArrowsSort size={13} aria-hidden="true" />
                      </button>
                    </td>
                    <td data-label={say("registry.status")}>{one && <span className={classes.status} data-status={one.status}>{say(`registry.status_${one.status}`)}</span>}</td>
                    <td className={classes.quiet} data-label={say("registry.kind")}>
                      {say(`registry.kind_${touchpoint.kind}`)}
                      <small>{say(`registry.begun_${touchpoint.begun_by}`)}</small>
                    </td>
                    <td data-label={say("registry.owner")} data-nothing={!touchpoint.owner}>{touchpoint.owner || <span className={classes.quiet}>–</span>}</td>
                    <td data-number data-label={say("overview.customers")}>
                      {one && one.customers > 0 ? <Open value={one.customers} label={called} go={() => show({ title: called, where: { touchpoint: touchpoint.key } })} /> : "0"}
                    </td>
                    <td data-number data-label={say("registry.recent")}>{one && <Recent one={one} label={called} go={() => show({ title: say("registry.lately", { name: called }), where: { touchpoint: touchpoint.key, state: "recent" } })} />}</td>
                    <td data-number data-label={say("customers.last")}>{one?.last_at ? format.date(one.last_at) : "–"}</td>
                    <td data-number data-label={say("registry.cost")} data-nothing={!one?.cost}>{one?.cost ? format.compactMoney(one.cost, touchpoint.currency) : "–"}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** A number that opens its customers. */
export function Open({ value, label, go }: { value: number; label: string; go: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <button type="button" className={`plain ${classes.open}`} aria-label={say("registry.open", { name: label, count: value, value: format.number(value) })} onClick={go}>
      {format.number(value)}
    </button>
  );
}

/** Customers of the last thirty days, beside the target where there is one. */
function Recent({ one, label, go }: { one: UsedTouchpoint; label: string; go: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <>
      {one.recent > 0 ? <Open value={one.recent} label={label} go={go} /> : "0"}
      {one.target !== null && <small className={classes.target} data-short={(one.of_target ?? 0) < 1}>{say("registry.of_target", { value: format.number(one.target) })}</small>}
    </>
  );
}
