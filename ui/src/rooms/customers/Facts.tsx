import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import classes from "./CustomerPage.module.css";

/** The few numbers about a customer that people ask for first: ours, and the company's own computed traits. */
export function Facts({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const facts: [string, string, string][] = [
    ["events", say("customers.events"), format.number(profile.events)],
    ["seen", say("customer.seen"), format.period(profile.first_at, profile.last_at)],
    ...(profile.money as [string, number][]).map(([currency, minor]): [string, string, string] => [currency, say("customer.spent"), format.money(minor, currency)]),
    ...profile.computed.map(({ name: key, title, value }): [string, string, string] => [key, name(title), value === null ? "–" : typeof value === "number" ? format.number(value, 1) : value]),
  ];
  return (
    <Card>
      <dl className={classes.facts}>
        {facts.map(([key, label, value]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {profile.accounts.map((account) => (
          <div key={account.account}>
            <dt>{say("customer.account")}</dt>
            <dd>{account.label || account.account}</dd>
          </div>
        ))}
      </dl>
      {profile.recent > 0 && <p className={classes.recent}>{say("customer.recent", { count: profile.recent, value: format.number(profile.recent) })}</p>}
    </Card>
  );
}
