import { Button, Textarea } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { BadRow } from "./BadRow";
import classes from "./quarantine.module.css";

const PAGE = 50;

/** Rows that could not be used: why, what to do, and the two ways out. */
export function QuarantinePart() {
  const { say } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [mended, setMended] = useState("");
  const [sure, setSure] = useState(false);
  const found = useInfiniteQuery({
    queryKey: ["quarantine"],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/quarantine", { params: { query: { limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
    placeholderData: keepPreviousData,
  });
  const settled = () => {
    setSure(false);
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
  };
  const replaying = useMutation({ mutationFn: () => body(api.POST("/api/quarantine/replay", { body: { toml: mended } })), onSuccess: settled });
  const dismissing = useMutation({ mutationFn: () => body(api.POST("/api/quarantine/dismiss")), onSuccess: settled });
  const first = found.data?.pages[0];
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!first) return <Waiting rows={5} height={56} />;
  const replayed = replaying.data && (
    <p className={classes.done} role="status">{say("quarantine.replayed", { added: format.number(replaying.data.added), still: format.number(replaying.data.still_bad) })}</p>
  );
  if (first.total === 0) {
    return (
      <>
        {replayed}
        <Empty title={say("quarantine.empty")}>{say("quarantine.empty_next")}</Empty>
      </>
    );
  }
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={classes.part}>
      {replayed}
      <Card title={say("quarantine.reasons", { count: first.total, value: format.number(first.total) })} hint={say("quarantine.reasons_help")}>
        <ul className={classes.reasons}>
          {first.reasons.map((reason) => (
            <li key={reason.code}>
              <span><Named name={reason.reason} /></span>
              <strong>{format.number(reason.rows)}</strong>
            </li>
          ))}
        </ul>
      </Card>
      {(replaying.error ?? dismissing.error) && <ErrorNote error={replaying.error ?? dismissing.error} />}
      <Card>
        <div className={classes.bar}>
          <Button size="xs" loading={replaying.isPending} onClick={() => replaying.mutate()}>
            {say("quarantine.replay_all")}
          </Button>
          {!sure && (
            <Button size="xs" variant="default" onClick={() => setSure(true)}>
              {say("quarantine.dismiss_all")}
            </Button>
          )}
          {sure && (
            <>
              <Button size="xs" color="red" loading={dismissing.isPending} onClick={() => dismissing.mutate()}>
                {say("quarantine.dismiss_sure", { count: first.total, value: format.number(first.total) })}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => setSure(false)}>{say("action.cancel")}</Button>
            </>
          )}
        </div>
        <details className={classes.mend}>
          <summary>{say("quarantine.mend")}</summary>
          <Textarea aria-label={say("quarantine.mend")} description={say("quarantine.mend_help")} value={mended} onChange={(event) => setMended(event.currentTarget.value)} autosize minRows={6} maxRows={20} spellCheck={false} />
        </details>
        <ul className={classes.rows}>
          {rows.map((row) => (
            <BadRow key={row.id} row={row} />
          ))}
        </ul>
        {found.hasNextPage && (
          <Button variant="default" fullWidth mt={10} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {say("behind.more")}
          </Button>
        )}
      </Card>
    </div>
  );
}
