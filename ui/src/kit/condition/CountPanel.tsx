import { SegmentedControl } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import type { Checked, SizeAt } from "~/api/types";
import { CustomerLines } from "~/kit/behind/CustomerLines";
import { useFormat } from "~/kit/format";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./panel.module.css";
import { Sizes } from "./Sizes";
import { TextPane } from "./TextPane";
import type { Body } from "./tree";
import { useCounted } from "./useCondition";

interface CountProps {
  document: Body | null;
  checked: Checked | undefined;
  finished: boolean;
  now: boolean;
  replace: (document: Body | null) => void;
}

/** Whom a condition is about while it is written: how many, how that was in the last weeks, and some of them. */
export function CountPanel({ document, checked, finished, now, replace }: CountProps) {
  const { say } = useTexts();
  const [look, setLook] = useState<"customers" | "text">("customers");
  const sound = document !== null && (checked?.problems.length ?? 0) === 0 ? document : null;
  const { count, sample, sizes } = useCounted(sound, now);
  const stale = count.isPlaceholderData || document === null;
  const { ref, entry } = useIntersection<HTMLDivElement>();
  return (
    <>
      {!entry?.isIntersecting && <Following count={count.data} stale={stale} />}
      <aside className={classes.panel} aria-label={say("condition.about")}>
        <div ref={ref}><Figure count={count.data} stale={stale} nothing={document === null} /></div>
        {!finished && document !== null && <p className={classes.faint}>{say("condition.unfinished")}</p>}
        {count.error && sound && <ErrorNote error={count.error} again={() => void count.refetch()} />}
        <SegmentedControl size="xs" fullWidth aria-label={say("condition.look")} value={look} onChange={(next) => setLook(next as "customers" | "text")} data={[{ value: "customers", label: say("condition.look_customers") }, { value: "text", label: say("condition.look_text") }]} />
        {look === "text" && <TextPane document={document} text={checked?.text ?? ""} replace={replace} />}
        {look === "customers" && document !== null && !stale && count.data && <Who total={count.data.counted.customers} sizes={sizes.isPlaceholderData ? undefined : sizes.data} rows={sample.isPlaceholderData ? undefined : sample.data?.rows} />}
        {look === "customers" && document === null && <p className={classes.faint}>{say("condition.about_next")}</p>}
      </aside>
    </>
  );
}

/** The count at the lower edge of a phone, while the fields above it are written and the panel is out of sight. */
function Following({ count, stale }: { count: ReturnType<typeof useCounted>["count"]["data"]; stale: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  if (!count || stale) return null;
  const { customers, of, share } = count.counted;
  return <p className={classes.following} aria-hidden="true"><strong className="number">{format.number(customers)}</strong> {say("condition.of_all", { of: format.number(of), share: format.percent(share) })}</p>;
}

function Figure({ count, stale, nothing }: { count: ReturnType<typeof useCounted>["count"]["data"]; stale: boolean; nothing: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const counted = count?.counted;
  if (nothing || !counted) return <div className={classes.figure} data-empty aria-busy={!nothing}><strong>{nothing ? "–" : "…"}</strong><span>{say(nothing ? "condition.customers" : "condition.counting")}</span></div>;
  const { customers, of, share, low, high, as_of } = counted;
  return (
    <div className={classes.figure} data-stale={stale} aria-live="polite" aria-busy={stale}>
      <strong className="number">{format.number(customers)}</strong>
      <span>{say("condition.of_all", { of: format.number(of), share: format.percent(share) })}</span>
      <span className={classes.share} aria-hidden="true"><span style={{ width: `${Math.max(share * 100, customers > 0 ? 0.6 : 0)}%` }} /></span>
      <small>{say("condition.interval", { low: format.percent(low), high: format.percent(high), as_of: format.date(as_of) })}</small>
      {count.warning && !stale && <p className={classes.odd} role="status"><IconAlertTriangle size={14} aria-hidden="true" /> {count.warning}</p>}
    </div>
  );
}

function Who({ total, sizes, rows }: { total: number; sizes: SizeAt[] | undefined; rows: Parameters<typeof CustomerLines>[0]["rows"] | undefined }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <>
      <section className={classes.part}>
        <h3>{say("condition.weeks")}</h3>
        {sizes ? <Sizes sizes={sizes} /> : <Waiting rows={1} height={64} />}
      </section>
      {total > 0 && (
        <section className={classes.part}>
          <h3>{rows && rows.length < total ? say("condition.sample", { count: rows.length, total: format.number(total) }) : say("condition.sample_all")}</h3>
          {rows ? <CustomerLines rows={rows} /> : <Waiting rows={4} height={30} />}
        </section>
      )}
    </>
  );
}
