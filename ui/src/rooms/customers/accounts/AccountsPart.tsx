import { Button, CloseButton, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { AccountLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import tables from "~/kit/page/table.module.css";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { AccountDrawer } from "./AccountDrawer";
import classes from "./accounts.module.css";

const PAGE = 50;

/** Companies, households and other groups of people. */
export function AccountsPart() {
  const { say } = useTexts();
  const format = useFormat();
  const { open } = useSearch({ from: "/customers" });
  const navigate = useNavigate({ from: "/customers" });
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.trim(), 150);
  const found = useInfiniteQuery({
    queryKey: ["accounts", query],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/accounts", { params: { query: { query, limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages.flatMap((page) => page.rows);
  const total = found.data?.pages[0]?.total ?? 0;
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!rows) return <Waiting rows={5} height={44} />;
  if (rows.length === 0 && query === "") {
    return (
      <Empty title={say("accounts.none")} action={<Button renderRoot={(props) => <Link {...props} to="/data" search={{ part: "sources" }} />}>{say("accounts.to_sources")}</Button>}>
        {say("accounts.none_next")}
      </Empty>
    );
  }
  return (
    <div className={classes.part}>
      <TextInput
        className={classes.search ?? ""}
        type="search"
        aria-label={say("accounts.search")}
        placeholder={say("accounts.search")}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={typed ? <CloseButton aria-label={say("action.clear")} onClick={() => setTyped("")} /> : null}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {rows.length === 0 && <Empty title={say("customers.none", { query })} />}
      {rows.length > 0 && (
        <Card title={say("accounts.title")} hint={say("accounts.total", { count: total, value: format.number(total) })}>
          <AccountTable rows={rows} />
        </Card>
      )}
      {found.hasNextPage && (
        <Button variant="default" className={classes.more ?? ""} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{say("behind.more")}</Button>
      )}
      {open && <AccountDrawer key={open} account={open} close={() => void navigate({ search: { part: "accounts" } })} />}
    </div>
  );
}

function AccountTable({ rows }: { rows: AccountLine[] }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say("customer.account")}</th>
            <th scope="col">{say("customers.traits")}</th>
            <th scope="col" data-number>{say("accounts.people")}</th>
            <th scope="col" data-number>{say("customers.last")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.account}>
              <th scope="row">
                <Link to="/customers" search={{ part: "accounts", open: row.account }} className={classes.name}>{row.label || row.account}</Link>
                {row.label && row.label !== row.account && <small>{row.account}</small>}
              </th>
              <td>
                <span className={classes.traits}>
                  {(row.traits as [string, string][]).slice(0, 4).map(([name, value]) => <span key={name} title={name}>{value}</span>)}
                </span>
              </td>
              <td data-number>{format.number(row.members)}</td>
              <td data-number>{format.date(row.last_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
