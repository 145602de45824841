import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { IconListDetails, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Segment } from "~/api/types";
import { Spark } from "~/kit/drawing/Spark";
import { useFormat } from "~/kit/format";
import { Card, Page } from "~/kit/page/Page";
import table from "~/kit/page/table.module.css";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { NewList } from "./NewList";
import classes from "./segments.module.css";
import { useSegments, useSizes } from "./useSegments";

/** So many days the tiny line of a segment goes back. */
const DAYS = 28;
const WEEK = 7;

/** Every segment: how large it is, how that changes, and who made it. */
export function SegmentsPage() {
  const { say } = useTexts();
  const found = useSegments();
  const [listing, setListing] = useState(false);
  const acts = (
    <span className={classes.acts}>
      <Button component={Link} {...{ to: "/segments/new" }} size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />}>{say("segments.new")}</Button>
      <Button size="xs" variant="default" leftSection={<IconListDetails size={15} aria-hidden="true" />} onClick={() => setListing(true)}>{say("segments.from_list")}</Button>
    </span>
  );
  return (
    <Page title={say("segments.title")} beside={found.data && found.data.length > 0 && acts}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={4} height={44} />}
      {found.data?.length === 0 && <Empty title={say("segments.none")} action={acts}>{say("segments.none_next")}</Empty>}
      {found.data && found.data.length > 0 && (
        <Card>
          <div className={table.scroll}>
            <table className={`${table.table} ${table.stacked}`}>
              <thead>
                <tr>
                  <th scope="col">{say("segments.name")}</th>
                  <th scope="col">{say("segments.kind")}</th>
                  <th scope="col" data-number>{say("segments.size")}</th>
                  <th scope="col" data-number>{say("segments.week")}</th>
                  <th scope="col">{say("segments.trend", { days: DAYS })}</th>
                  <th scope="col">{say("segments.by")}</th>
                </tr>
              </thead>
              <tbody>
                {found.data.map((segment) => <SegmentRow key={segment.key} segment={segment} />)}
              </tbody>
            </table>
          </div>
        </Card>
      )}
      {listing && <NewList close={() => setListing(false)} />}
    </Page>
  );
}

function SegmentRow({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const format = useFormat();
  const { ref, entry } = useIntersection<HTMLTableRowElement>();
  const sizes = useSizes(segment, DAYS, segment.state === "live" && (entry?.isIntersecting ?? false)).data;
  const before = sizes?.[sizes.length - 1 - WEEK];
  return (
    <tr ref={ref}>
      <th scope="row">
        <Link to="/segments/$segment" params={{ segment: segment.key }} className={classes.name}>{segment.name}</Link>
      </th>
      <td data-label={say("segments.kind")}><span className={classes.badge} data-kind={segment.kind}>{say(`segments.kind_${segment.kind}`)}</span></td>
      <td data-number data-label={say("segments.size")}>{segment.state === "computing" ? <Computing segment={segment} /> : format.number(segment.size)}</td>
      <td data-number data-label={say("segments.week")}>{before ? format.signed(segment.size - before.size, 0) : "–"}</td>
      <td data-label={say("segments.trend", { days: DAYS })}>{sizes && <Spark values={sizes.map(({ size }) => size)} width={110} height={24} />}</td>
      <td data-whole className={classes.by}>{say(`segments.made`, { by: whoIs(segment.by, say), at: format.date(segment.made_at) })}</td>
    </tr>
  );
}

/** How far the first count is. */
export function Computing({ segment: { done, total } }: { segment: Segment }) {
  const { say } = useTexts();
  const format = useFormat();
  return <span className={classes.computing} role="status">{say("segments.computing", { done: format.percent(total > 0 ? done / total : 0, 0) })}</span>;
}

/** Who made something, as a person reads it. */
export function whoIs(by: string, say: ReturnType<typeof useTexts>["say"]): string {
  if (by === "session") return say("segments.by_session");
  return by.startsWith("key:") ? say("segments.by_key") : by;
}
