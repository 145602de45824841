import type { IdentityRules, IdentityRulesBody } from "~/api/types";
import type { Say } from "~/texts/texts";

const KINDS = ["customer", "email", "phone", "device"] as const;
const ROLES = ["unique", "strong", "weak"] as const;

/** The rules as the server takes them. */
export function written(rules: IdentityRules): IdentityRulesBody {
  const kinds = rules.kinds.map(({ kind, role, most, sharers }) => ({
    kind: KINDS.find((one) => one === kind) ?? "customer",
    role: ROLES.find((one) => one === role) ?? "weak",
    most,
    sharers,
  }));
  return { ...rules, kinds };
}

/** What would be different, one sentence each; empty when nothing is. */
export function changesBetween(held: IdentityRules, draft: IdentityRules, say: Say, nameOf: (kind: string) => string): string[] {
  const told: string[] = [];
  for (const kind of draft.kinds) {
    const before = held.kinds.find((each) => each.kind === kind.kind);
    const name = nameOf(kind.kind);
    if (!before) continue;
    if (before.role !== kind.role) told.push(say(`review.change_${kind.role as "weak"}`, { kind: name }));
    if (before.most !== kind.most) told.push(say("review.change_most", { kind: name, before: before.most, after: kind.most }));
    if (before.sharers !== kind.sharers) told.push(say("review.change_sharers", { kind: name, before: before.sharers, after: kind.sharers }));
  }
  if (held.kinds.map((each) => each.kind).join() !== draft.kinds.map((each) => each.kind).join()) {
    told.push(say("review.change_order", { kinds: draft.kinds.map((each) => nameOf(each.kind)).join(" → ") }));
  }
  for (const value of draft.blocked) if (!held.blocked.includes(value)) told.push(say("review.change_blocked", { value }));
  for (const value of held.blocked) if (!draft.blocked.includes(value)) told.push(say("review.change_unblocked", { value }));
  if (held.most_identifiers !== draft.most_identifiers) told.push(say("review.change_identifiers", { before: held.most_identifiers, after: draft.most_identifiers }));
  if (held.most_links !== draft.most_links) told.push(say("review.change_links", { before: held.most_links, after: draft.most_links }));
  return told;
}
