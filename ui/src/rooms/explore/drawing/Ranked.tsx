import type { ReactNode } from "react";
import { IntervalBar, type Range } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import type { Where } from "../address";
import { ShareBar } from "./ShareBar";
import classes from "./Ranked.module.css";

/** So many lines are drawn; the table has them all. */
const MOST = 30;

export interface Line {
  key: string;
  label: ReactNode;
  value: string;
  note: string;
  /** What the bar shows, with its interval; null where there is nothing to draw. */
  figure: { value: number; low?: number | null; high?: number | null } | null;
  /** The bar's figure in words; a share in percent when left out. */
  written?: string;
  between?: string;
  hit?: boolean;
  where: Where | null;
}

/** Lines with a bar each, on one scale; a line opens its customers. With a range, bars go both ways from zero. */
export function Ranked({ lines, open, hit = false, range, most = MOST }: { lines: Line[]; open: (where: Where) => void; hit?: boolean; range?: Range; most?: number }) {
  const { say } = useTexts();
  const shown = lines.slice(0, most);
  const top = Math.max(...shown.map(({ figure }) => figure?.high ?? figure?.value ?? 0), 0.01);
  return (
    <>
      <ul className={classes.ranked}>
        {shown.map((line) => (
          <li key={line.key}>
            <button type="button" className={`plain ${classes.line}`} disabled={line.where === null} onClick={() => line.where && open(line.where)}>
              <span className={classes.label}>{line.label}</span>
              <span className={classes.figure}><strong>{line.value}</strong> <small>{line.note}</small></span>
              <span className={classes.track}><Bar line={line} hit={line.hit ?? hit} top={top} range={range} /></span>
              <Told line={line} />
            </button>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && <p className={classes.note}>{say("explore.more_in_table", { shown: shown.length, all: lines.length })}</p>}
    </>
  );
}

function Bar({ line: { figure }, hit, top, range }: { line: Line; hit: boolean; top: number; range: Range | undefined }) {
  if (!figure) return null;
  if (range) return <IntervalBar value={figure.value} low={figure.low ?? figure.value} high={figure.high ?? figure.value} range={range} hit={hit} />;
  return <ShareBar value={figure.value} low={figure.low ?? undefined} high={figure.high ?? undefined} most={top} hit={hit} />;
}

function Told({ line: { figure, written, between } }: { line: Line }) {
  const { say } = useTexts();
  const format = useFormat();
  if (!figure) return <span className={classes.share} />;
  const { value, low, high } = figure;
  const ends = between ?? (low === undefined || high === undefined || low === null || high === null ? "" : say("explore.between", { low: format.percent(low), high: format.percent(high) }));
  return <span className={classes.share}>{written ?? format.percent(value)} {ends && <small>{ends}</small>}</span>;
}
