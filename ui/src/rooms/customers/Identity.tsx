import { IconAt, IconDeviceLaptop, IconHash, IconLink, IconPhone, type Icon } from "@tabler/icons-react";
import type { CustomerProfile } from "~/api/types";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { known, useTexts } from "~/texts/texts";
import classes from "./Identity.module.css";

const SIGNS: Record<string, Icon> = { customer: IconHash, email: IconAt, phone: IconPhone, device: IconDeviceLaptop };

/** The identifiers of one person, and why each two belong together. */
export function Identity({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  return (
    <Card title={say("customer.known_as")}>
      <ul className={classes.identifiers}>
        {profile.identifiers.map((identifier) => (
          <li key={identifier}>
            <Written identifier={identifier} />
          </li>
        ))}
      </ul>
      <h3 className={classes.why}>{say("customer.links")}</h3>
      {profile.links.length === 0 && <p className={classes.none}>{say("customer.links_none")}</p>}
      <ul className={classes.links}>
        {profile.links.map((link) => (
          <li key={`${link.a}${link.b}${link.source}`}>
            <IconLink size={14} aria-hidden="true" />
            <div>
              <span className={classes.pair}>{say("customer.link", { a: valueOf(link.a), b: valueOf(link.b) })}</span>
              <span className={classes.reason}><Named name={link.reason} /></span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Written({ identifier }: { identifier: string }) {
  const { say } = useTexts();
  const kind = identifier.slice(0, identifier.indexOf(":"));
  const Sign = SIGNS[kind] ?? IconHash;
  const key = `customer.kind_${kind}`;
  return (
    <>
      <Sign size={16} role="img" aria-label={known(key) ? say(key) : kind} />
      <span>{valueOf(identifier)}</span>
      <small>{known(key) ? say(key) : kind}</small>
    </>
  );
}

function valueOf(identifier: string): string {
  return identifier.slice(identifier.indexOf(":") + 1);
}
