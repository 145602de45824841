import { Button, CloseButton, Tabs, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { api, body } from "~/api/client";
import type { CustomerRow } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card, Page } from "~/kit/page/Page";
import { useShownTab } from "~/kit/page/useShownTab";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./CustomersPage.module.css";
import { AccountsPart } from "./accounts/AccountsPart";
import { asked, isFiltered, type ListChosen, PARTS } from "./filters";
import { ListFilters } from "./ListFilters";
import { NotRealPart } from "./review/NotRealPart";
import { ReviewPart } from "./review/ReviewPart";
import { TraitsPart } from "./traits/TraitsPart";

const PAGE = 50;

/** Everybody; who is who; the groups they belong to; what is computed of them; and who is not a real customer. */
export function CustomersPage() {
  const { say } = useTexts();
  const { part } = useSearch({ from: "/customers" });
  const navigate = useNavigate({ from: "/customers" });
  const row = useShownTab(part ?? "customers");
  const choose = (chosen: string | null) => void navigate({ search: { part: PARTS.find((one) => one === chosen && one !== "customers") } });
  return (
    <Page title={say("customers.page")}>
      <Tabs value={part ?? "customers"} onChange={choose} keepMounted={false}>
        <Tabs.List ref={row} className={classes.tabs ?? ""}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>{say(`customers.part_${one}`)}</Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="customers" pt={14}><CustomerList /></Tabs.Panel>
        <Tabs.Panel value="review" pt={14}><ReviewPart /></Tabs.Panel>
        <Tabs.Panel value="accounts" pt={14}><AccountsPart /></Tabs.Panel>
        <Tabs.Panel value="traits" pt={14}><TraitsPart /></Tabs.Panel>
        <Tabs.Panel value="marks" pt={14}><NotRealPart /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** Find one customer by number, e-mail, phone or name. */
function CustomerList() {
  const { say } = useTexts();
  const chosen = useSearch({ from: "/customers" });
  const navigate = useNavigate({ from: "/customers" });
  const [typed, setTyped] = useState(chosen.query ?? "");
  const [settled] = useDebouncedValue(typed.trim(), 150);
  const choose = useCallback((change: Partial<ListChosen>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }), [navigate]);
  useEffect(() => choose({ query: settled || undefined }), [settled, choose]);
  const query = asked({ ...chosen, query: settled });
  const found = useInfiniteQuery({
    queryKey: ["customers", query],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/customers", { params: { query: { ...query, limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages.flatMap((page) => page.rows);
  return (
    <div className={classes.list}>
      <TextInput
        className={classes.search ?? ""}
        size="md"
        type="search"
        aria-label={say("customers.search")}
        placeholder={say("customers.search")}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={typed ? <CloseButton aria-label={say("action.clear")} onClick={() => setTyped("")} /> : null}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ListFilters chosen={chosen} choose={choose} />
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={8} height={40} />}
      {rows && rows.length === 0 && <Nobody query={settled} filtered={isFiltered(chosen)} />}
      {rows && rows.length > 0 && <Found rows={rows} total={found.data?.pages[0]?.total ?? rows.length} query={settled} columns={query.column} />}
      {found.hasNextPage && (
        <Button variant="default" className={classes.more ?? ""} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say("behind.more")}
        </Button>
      )}
    </div>
  );
}

function Nobody({ query, filtered }: { query: string; filtered: boolean }) {
  const { say } = useTexts();
  if (filtered) return <Empty title={say("customers.none_fit")}>{say("customer.timeline_none")}</Empty>;
  if (query) return <Empty title={say("customers.none", { query })}>{say("customers.none_next")}</Empty>;
  return (
    <Empty title={say("customers.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
      {say("customers.empty_next")}
    </Empty>
  );
}

function Found({ rows, total, query, columns }: { rows: CustomerRow[]; total: number; query: string; columns: string[] }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <Card>
      <p className={classes.total} role="status">
        {say("behind.customers_count", { count: total, value: format.number(total) })}
        {!query && ` · ${say("customers.latest")}`}
      </p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say("customers.name")}</th>
              <th scope="col">{say("customers.stage")}</th>
              <th scope="col" className={classes.traitsColumn}>{say("customers.traits")}</th>
              {columns.map((column) => (
                <th key={column} scope="col" data-number>{column}</th>
              ))}
              <th scope="col" className={classes.events} data-number>{say("customers.events")}</th>
              <th scope="col" className={classes.first} data-number>{say("customers.first")}</th>
              <th scope="col" data-number>{say("customers.last")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.customer}>
                <th scope="row">
                  <Link to="/customers/$id" params={{ id: row.customer }}>{row.label || row.customer}</Link>
                  {row.label && row.label !== row.customer && <small>{row.customer}</small>}
                </th>
                <td>
                  <span className={classes.standing}>
                    {row.stage_name && <span><Named name={row.stage_name} /></span>}
                    {row.state !== "active" && <span data-tone="quiet">{say(`customer.state_${row.state}`)}</span>}
                    {row.flag && <span data-tone="flag">{say(`customer.flag_${row.flag as "staff"}`)}</span>}
                    {row.conflict && <span data-tone="flag">{say("customers.conflict_mark")}</span>}
                  </span>
                </td>
                <td className={classes.traitsColumn}>
                  <span className={classes.traits}>
                    {row.traits.slice(0, 4).map(([name, value]) => (
                      <span key={name} title={name}>{value}</span>
                    ))}
                  </span>
                </td>
                {columns.map((column) => (
                  <td key={column} data-number>{row.computed.find(([name]) => name === column)?.[1] ?? "–"}</td>
                ))}
                <td className={classes.events} data-number>{format.number(row.events)}</td>
                <td className={classes.first} data-number>{format.date(row.first_at)}</td>
                <td data-number>{format.date(row.last_at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
