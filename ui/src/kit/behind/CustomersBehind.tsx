import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useFormat } from "~/kit/format";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { CustomerLines } from "./CustomerLines";
import type { AskPage } from "./paging";
import { Section } from "./Section";

const PAGE = 12;

/** The customers behind a number, a page at a time; each opens their own page. `number` tells numbers apart. */
export function CustomersBehind({ number, ask }: { number: unknown; ask: AskPage }) {
  const { say } = useTexts();
  const format = useFormat();
  const found = useInfiniteQuery({
    queryKey: ["behind", number],
    queryFn: ({ pageParam, signal }) => ask({ limit: PAGE, offset: pageParam, signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
    placeholderData: keepPreviousData,
  });
  const pages = found.data?.pages;
  const total = pages?.[0]?.total;
  return (
    <Section title={total === undefined ? say("behind.customers") : say("behind.customers_count", { count: total, value: format.number(total) })}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {!pages && !found.error && <Waiting rows={4} height={36} />}
      {pages && <CustomerLines rows={pages.flatMap((page) => page.rows)} />}
      {found.hasNextPage && (
        <Button variant="default" size="xs" mt={8} fullWidth loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say("behind.more")}
        </Button>
      )}
    </Section>
  );
}
