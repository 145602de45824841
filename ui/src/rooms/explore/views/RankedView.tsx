import { useFormat } from "~/kit/format";
import { type Share, wilson } from "~/kit/interval";
import { useTexts } from "~/texts/texts";
import type { Where } from "../address";
import { ShareBar } from "../drawing/ShareBar";
import { rowsOf, type ViewProps } from "../view";
import classes from "./views.module.css";

const MOST = 30;

interface Line {
  key: string;
  label: string;
  value: string;
  note: string;
  share: Share | null;
  where: Where;
}

/** How many customers do each step at all, most first. */
export function ReachView({ answer, step, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const lines = rowsOf<{ step: string; customers: number; events: number }>(answer, "steps").map((row) => ({
    key: row.step,
    label: step(row.step),
    value: format.number(row.customers),
    note: say("customer.events", { count: row.events, value: format.number(row.events) }),
    share: wilson(row.customers, answer.customers),
    where: { step: row.step },
  }));
  return <Ranked lines={lines} open={open} hit={false} />;
}

/** Of those who could go on from a step, the share who stopped there; most customers lost first. */
export function DropoffView({ answer, step, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const lines = rowsOf<{ step: string; stopped: number; went_on: number; pending: number }>(answer, "steps").map((row) => ({
    key: row.step,
    label: step(row.step),
    value: format.number(row.stopped),
    note: say("explore.of_told", { value: format.number(row.stopped + row.went_on) }),
    share: wilson(row.stopped, row.stopped + row.went_on),
    where: { step: row.step, state: "stopped" },
  }));
  return <Ranked lines={lines} open={open} hit />;
}

function Ranked({ lines, open, hit }: { lines: Line[]; open: (where: Where) => void; hit: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const most = Math.max(...lines.slice(0, MOST).map(({ share }) => share?.high ?? 0), 0.01);
  return (
    <>
      <ul className={classes.ranked}>
        {lines.slice(0, MOST).map(({ key, label, value, note, share, where }) => (
          <li key={key}>
            <button type="button" className={`plain ${classes.line}`} onClick={() => open(where)}>
              <span className={classes.label}>{label}</span>
              <span className={classes.figure}><strong>{value}</strong> <small>{note}</small></span>
              <span className={classes.track}>{share && <ShareBar value={share.value} low={share.low} high={share.high} most={most} hit={hit} />}</span>
              <span className={classes.share}>{share && <>{format.percent(share.value)} <small>{say("explore.between", { low: format.percent(share.low), high: format.percent(share.high) })}</small></>}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > MOST && <p className={classes.note}>{say("explore.more_in_table", { shown: MOST, all: lines.length })}</p>}
    </>
  );
}
