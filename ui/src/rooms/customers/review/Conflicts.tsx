import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Conflict, DecisionMade } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ConflictCard } from "./ConflictCard";
import { Decided } from "./Decided";
import { useDeciding, useEverythingAnew } from "./deciding";
import classes from "./review.module.css";

const PAGE = 20;

/** Evidence that a rule did not follow: two people side by side, and somebody to decide. */
export function Conflicts() {
  const { say } = useTexts();
  const format = useFormat();
  const anew = useEverythingAnew();
  const [made, setMade] = useState<DecisionMade | null>(null);
  const found = useInfiniteQuery({
    queryKey: ["conflicts"],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/people/conflicts", { params: { query: { limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  });
  const deciding = useDeciding();
  const leaving = useMutation({ mutationFn: (pair: { a: string; b: string }) => api.POST("/api/people/conflicts/leave", { body: pair }), onSuccess: anew });
  const decide = (conflict: Conflict, kind: "join" | "apart") => {
    const [one, other] = conflict.sides;
    const pair = kind === "join" && one && other ? { a: one.customer, b: other.customer } : { a: conflict.a, b: conflict.b };
    deciding.mutate({ kind, ...pair }, { onSuccess: setMade });
  };
  const conflicts = found.data?.pages.flatMap((page) => page.conflicts);
  const busy = deciding.isPending || leaving.isPending;
  return (
    <>
      {made && <Decided made={made} close={() => setMade(null)} />}
      {(deciding.error ?? leaving.error) && <ErrorNote error={deciding.error ?? leaving.error} />}
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={2} height={220} />}
      {conflicts?.length === 0 && <Empty title={say("review.conflicts_none")}>{say("review.conflicts_none_next")}</Empty>}
      {conflicts && conflicts.length > 0 && (
        <p className={classes.note} role="status">
          {say("review.conflicts_total", { count: found.data?.pages[0]?.total ?? 0, value: format.number(found.data?.pages[0]?.total ?? 0) })}
        </p>
      )}
      {conflicts?.map((conflict) => (
        <ConflictCard key={`${conflict.a}=${conflict.b}`} conflict={conflict} busy={busy} decide={(kind) => decide(conflict, kind)} leave={() => leaving.mutate({ a: conflict.a, b: conflict.b })} />
      ))}
      {found.hasNextPage && (
        <Button variant="default" className={classes.more ?? ""} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say("behind.more")}
        </Button>
      )}
    </>
  );
}
