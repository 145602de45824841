import { Button, Modal, NumberInput } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useEverythingAnew } from "./deciding";
import { SuggestionLine } from "./SuggestionLine";
import classes from "./review.module.css";

const PAGE = 50;
/** From here on a pair is rather one person than two. */
const EVEN = 0;
/** The server joins nothing in bulk below these odds (eight to one). */
const LEAST = 3;

/** People who are probably one, the strongest first; nothing is joined until somebody says so. */
export function Suggestions() {
  const { say } = useTexts();
  const format = useFormat();
  const anew = useEverythingAnew();
  const [weight, setWeight] = useState(EVEN);
  const [asking, setAsking] = useState(false);
  const found = useInfiniteQuery({
    queryKey: ["suggestions", weight],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/people/suggestions", { params: { query: { weight, limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
    placeholderData: keepPreviousData,
  });
  const searching = useMutation({ mutationFn: () => body(api.POST("/api/people/suggestions")), onSuccess: anew });
  const joining = useMutation({ mutationFn: () => body(api.POST("/api/people/suggestions/accept-all", { body: { weight } })), onSuccess: () => { setAsking(false); anew(); } });
  const pairs = found.data?.pages.flatMap((page) => page.suggestions);
  const total = found.data?.pages[0]?.total ?? 0;
  const search = (
    <Button size="xs" variant={pairs?.length === 0 ? "filled" : "default"} leftSection={<IconUsersGroup size={14} aria-hidden="true" />} loading={searching.isPending} onClick={() => searching.mutate()}>
      {say("review.search")}
    </Button>
  );
  return (
    <>
      {searching.isPending && <p className={classes.running} role="status"><span aria-hidden="true" /> {say("review.searching")}</p>}
      {searching.data && !searching.isPending && (
        <p className={classes.note} role="status">{say("review.searched", { people: format.number(searching.data.people), found: format.number(searching.data.found), fresh: format.number(searching.data.new) })}</p>
      )}
      {searching.error && <ErrorNote error={searching.error} />}
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={5} height={56} />}
      {pairs?.length === 0 && weight <= EVEN && <Empty title={say("review.suggestions_none")} action={search}>{say("review.suggestions_none_next")}</Empty>}
      {pairs && (pairs.length > 0 || weight > EVEN) && (
        <Card title={say("review.suggestions")} hint={say("review.suggestions_help")} aside={search}>
          <div className={classes.bulk}>
            <NumberInput size="xs" label={say("review.weight_from")} min={EVEN} max={200} step={1} value={weight} onChange={(value) => setWeight(Math.min(200, Math.max(EVEN, Number(value) || EVEN)))} w={120} />
            <Button size="xs" variant="default" disabled={total === 0 || weight < LEAST} onClick={() => setAsking(true)}>{say("review.accept_all", { count: total, value: format.number(total) })}</Button>
            <p className={classes.note}>{say("review.weight_help", { least: LEAST })}</p>
          </div>
          <ul className={classes.pairs}>
            {pairs.map((pair) => (
              <SuggestionLine key={`${pair.a.customer}=${pair.b.customer}`} pair={pair} />
            ))}
          </ul>
          {pairs.length === 0 && <p className={classes.note}>{say("review.suggestions_above_none")}</p>}
        </Card>
      )}
      {found.hasNextPage && (
        <Button variant="default" className={classes.more ?? ""} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{say("behind.more")}</Button>
      )}
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title={say("review.accept_all", { count: total, value: format.number(total) })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
          <div className={classes.part}>
            <p>{say("review.accept_all_help", { weight: format.number(weight) })}</p>
            {joining.error && <ErrorNote error={joining.error} />}
            <div className={classes.foot}>
              <Button variant="default" onClick={() => setAsking(false)}>{say("action.cancel")}</Button>
              <Button loading={joining.isPending} onClick={() => joining.mutate()} data-autofocus>{say("review.accept_all_sure")}</Button>
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}
