import { Button, Drawer } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import tables from "~/kit/page/table.module.css";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./accounts.module.css";

const PAGE = 50;

/** One account: what we know of it, and its people. */
export function AccountDrawer({ account, close }: { account: string; close: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const found = useInfiniteQuery({
    queryKey: ["account", account],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/accounts/{account}", { params: { path: { account }, query: { limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  });
  const shown = found.data?.pages[0];
  const members = found.data?.pages.flatMap((page) => page.members) ?? [];
  return (
    <Drawer opened onClose={close} position="right" size="lg" title={<strong>{shown?.label || account}</strong>} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={4} height={40} />}
      {shown && (
        <div className={classes.part}>
          <dl className={classes.facts}>
            <div>
              <dt>{say("customer.account")}</dt>
              <dd>{shown.account}</dd>
            </div>
            <div>
              <dt>{say("customer.seen")}</dt>
              <dd>{format.period(shown.first_at, shown.last_at)}</dd>
            </div>
            <div>
              <dt>{say("sources.source")}</dt>
              <dd>{shown.source}</dd>
            </div>
            {(shown.traits as [string, string][]).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <div className={classes.head}>
            <h3>{say("behind.customers_count", { count: shown.people, value: format.number(shown.people) })}</h3>
            {shown.people > 0 && <Button renderRoot={(props) => <Link {...props} to="/customers" search={{ account: shown.account }} />} size="compact-xs" variant="default">{say("accounts.in_list")}</Button>}
          </div>
          {shown.people === 0 && <p className={classes.note}>{say("accounts.nobody")}</p>}
          {shown.people > 0 && (
            <div className={tables.scroll}>
              <table className={tables.table}>
                <thead>
                  <tr>
                    <th scope="col">{say("customers.name")}</th>
                    <th scope="col" data-number>{say("accounts.since")}</th>
                    <th scope="col">{say("sources.source")}</th>
                  </tr>
                </thead>
                <tbody>
                  {members.map((member) => (
                    <tr key={member.customer}>
                      <th scope="row">
                        <Link to="/customers/$id" params={{ id: member.customer }} className={classes.name}>{member.label || member.customer}</Link>
                        <small>{member.identifier}</small>
                      </th>
                      <td data-number>{format.date(member.since)}</td>
                      <td>{member.source}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {found.hasNextPage && <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{say("behind.more")}</Button>}
        </div>
      )}
    </Drawer>
  );
}
