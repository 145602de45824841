import { IconAt, IconDeviceLaptop, IconHash, IconPhone, type Icon } from "@tabler/icons-react";
import { known, useTexts } from "~/texts/texts";
import classes from "./review.module.css";

const SIGNS: Record<string, Icon> = { customer: IconHash, email: IconAt, phone: IconPhone, device: IconDeviceLaptop };

/** One identifier as people write it, with the sign of its kind. */
export function Identifier({ identifier }: { identifier: string }) {
  const kind = useKind()(identifier);
  const Sign = SIGNS[kindOf(identifier)] ?? IconHash;
  return (
    <span className={classes.identifier} title={kind}>
      <Sign size={15} role="img" aria-label={kind} />
      <span>{valueOf(identifier)}</span>
    </span>
  );
}

/** What an identifier's kind is called. */
export function useKind(): (identifier: string) => string {
  const { say } = useTexts();
  return (identifier) => {
    const key = `customer.kind_${kindOf(identifier)}`;
    return known(key) ? say(key) : kindOf(identifier);
  };
}

export function kindOf(identifier: string): string {
  return identifier.slice(0, Math.max(0, identifier.indexOf(":")));
}

export function valueOf(identifier: string): string {
  return identifier.slice(identifier.indexOf(":") + 1);
}
