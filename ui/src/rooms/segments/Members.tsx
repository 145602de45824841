import { Button } from "@mantine/core";
import { IconArrowDownLeft, IconArrowUpRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Segment } from "~/api/types";
import { useFormat } from "~/kit/format";
import { nameIn } from "~/kit/names";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";
import { useChanges, useMembers } from "./useSegments";

/** Who is in the segment now, and since when; each opens their own page. */
export function Members({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const format = useFormat();
  const found = useMembers(segment.key, segment.size);
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={6} height={34} />;
  const since = new Map(found.data.pages.flatMap((page) => page.members.map((each) => [each.customer, each.since])));
  const rows = found.data.pages.flatMap(({ page }) => page.rows);
  if (rows.length === 0) return <Empty title={say("segments.nobody")}>{say(segment.state === "computing" ? "segments.nobody_yet" : "segments.nobody_next")}</Empty>;
  return (
    <>
      <ul className={classes.people}>
        {rows.map((row) => (
          <li key={row.customer}>
            <Link to="/customers/$id" params={{ id: row.customer }}>{row.label || row.customer}</Link>
            <span>{say("segments.since", { at: format.date(since.get(row.customer) ?? segment.made_at) })}</span>
          </li>
        ))}
      </ul>
      {found.hasNextPage && <Button mt={8} size="xs" variant="default" fullWidth loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{say("behind.more")}</Button>}
    </>
  );
}

/** Changes whose reason says more than their kind. */
const NAMED: readonly string[] = ["event", "window"];

/** Who entered and who left, when and why, the newest first. */
export function Changes({ segment }: { segment: Segment }) {
  const { say, language } = useTexts();
  const format = useFormat();
  const found = useChanges(segment.key);
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={6} height={34} />;
  const changes = found.data.pages.flatMap((page) => page.changes.map((change, place) => ({ ...change, label: page.names[change.customer] ?? change.customer, reason: page.reasons[place] })));
  if (changes.length === 0) return <Empty title={say("segments.no_changes")}>{say("segments.no_changes_next")}</Empty>;
  return (
    <>
      <ul className={classes.people}>
        {changes.map(({ sequence, customer, label, what, why, reason, at }) => (
          <li key={sequence} data-what={what}>
            {what === "entered" ? <IconArrowDownLeft size={15} aria-hidden="true" /> : <IconArrowUpRight size={15} aria-hidden="true" />}
            <span className={classes.what}>{say(`segments.${what}`)}</span>
            <Link to="/customers/$id" params={{ id: customer }}>{label}</Link>
            <time dateTime={new Date(at * 1000).toISOString()}>{format.moment(at)}</time>
            <span className={classes.why}>{reason && NAMED.includes(why) ? nameIn(reason, language) : say(`segments.why_${why}`)}</span>
          </li>
        ))}
      </ul>
      {found.hasNextPage && <Button mt={8} size="xs" variant="default" fullWidth loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{say("behind.more")}</Button>}
    </>
  );
}
