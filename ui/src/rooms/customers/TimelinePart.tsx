import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { CustomerProfile } from "~/api/types";
import { ChannelIcon, useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./TimelinePart.module.css";
import { type Grouping, together } from "./grouping";
import { Timeline } from "./Timeline";

const PAGE = 200;
const EVERY_MS = 15_000;
const GROUPINGS: Grouping[] = ["day", "session", "order"];

/** Everything the customer did, and the segments that they entered and left, newest first: all of it, or what fits. */
export function TimelinePart({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  const format = useFormat();
  const channelName = useChannelName();
  const [channels, setChannels] = useState<string[]>([]);
  const [rated, setRated] = useState(false);
  const [paid, setPaid] = useState(false);
  const [passages, setPassages] = useState(false);
  const [grouping, setGrouping] = useState<Grouping>("day");
  const narrowed = channels.length > 0 || rated || paid;
  const segments = narrowed === passages ? ("beside" as const) : passages ? ("only" as const) : ("none" as const);
  const query = { channel: channels, with_rating: rated, with_money: paid, segments, limit: PAGE };
  const found = useInfiniteQuery({
    queryKey: ["timeline", profile.customer, query],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/timelines/{customer}", { params: { path: { customer: profile.customer }, query: pageParam ? { ...query, cursor: pageParam } : query }, signal })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  const flip = (channel: string) => setChannels(channels.includes(channel) ? channels.filter((each) => each !== channel) : [...channels, channel]);
  const first = found.data?.pages[0];
  const total = first?.total ?? 0;
  const rows = together(found.data?.pages.flatMap((page) => page.events) ?? [], found.data?.pages.flatMap((page) => page.changes) ?? []);
  const counted = [say("customer.timeline_total", { count: total, value: format.number(total) }), first && first.total_changes > 0 && say("customer.segment_changes", { count: first.total_changes, value: format.number(first.total_changes) })];
  return (
    <Card
      title={say("customer.timeline")}
      hint={first && counted.filter(Boolean).join(" · ")}
      aside={<SegmentedControl size="xs" aria-label={say("customer.group_by")} data={GROUPINGS.map((value) => ({ value, label: say(`customer.by_${value}`) }))} value={grouping} onChange={(value) => setGrouping(GROUPINGS.find((one) => one === value) ?? "day")} />}
    >
      <div className={classes.filters} role="group" aria-label={say("customer.filter")}>
        {profile.channels.map(({ channel, events }) => (
          <button key={channel} type="button" className={`plain ${classes.channel}`} aria-pressed={channels.includes(channel)} onClick={() => flip(channel)}>
            <ChannelIcon channel={channel} size={18} /> {channelName(channel)} <small>{format.number(events)}</small>
          </button>
        ))}
        {((first?.total_changes ?? 0) > 0 || passages) && (
          <button type="button" className={`plain ${classes.channel}`} aria-pressed={passages} onClick={() => setPassages(!passages)}>
            <IconUsersGroup size={16} aria-hidden="true" /> {say("customer.segments")} <small>{format.number(first?.total_changes ?? 0)}</small>
          </button>
        )}
        <Checkbox size="xs" label={say("customer.with_rating")} checked={rated} onChange={(event) => setRated(event.currentTarget.checked)} />
        <Checkbox size="xs" label={say("customer.with_money")} checked={paid} onChange={(event) => setPaid(event.currentTarget.checked)} />
      </div>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={6} height={40} />}
      {found.data && rows.length === 0 && <p className={classes.none}>{say("customer.timeline_none")}</p>}
      {found.data && <Timeline rows={rows} stages={profile.stages} grouping={grouping} />}
      {found.hasNextPage && (
        <Button variant="default" mt={12} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say("customer.older")}
        </Button>
      )}
    </Card>
  );
}
