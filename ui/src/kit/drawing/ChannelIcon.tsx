import {
  IconAd2, IconAffiliate, IconBrandAndroid, IconBuildingStore, IconDeviceMobile, IconDeviceMobileMessage, IconHeadset, IconHelpCircle, IconMail, IconMessageCircle,
  IconMessages, IconQrcode, IconSearch, IconServer, IconShare, IconTruckDelivery, IconWorldWww, type Icon,
} from "@tabler/icons-react";
import { known, useTexts } from "~/texts/texts";
import classes from "./ChannelIcon.module.css";

interface Look {
  icon: Icon;
  colour: string;
}

const LOOKS: Record<string, Look> = {
  web: { icon: IconWorldWww, colour: "#0f766e" },
  app: { icon: IconDeviceMobile, colour: "#6d28d9" },
  android: { icon: IconBrandAndroid, colour: "#6d28d9" },
  email: { icon: IconMail, colour: "#a16207" },
  sms: { icon: IconDeviceMobileMessage, colour: "#475569" },
  zalo: { icon: IconMessageCircle, colour: "#0068e0" },
  call_centre: { icon: IconHeadset, colour: "#be123c" },
  phone: { icon: IconHeadset, colour: "#be123c" },
  store: { icon: IconBuildingStore, colour: "#334155" },
  chat: { icon: IconMessages, colour: "#0e7490" },
  social: { icon: IconShare, colour: "#a21caf" },
  ads: { icon: IconAd2, colour: "#1d4ed8" },
  delivery: { icon: IconTruckDelivery, colour: "#7c3aed" },
  kiosk: { icon: IconQrcode, colour: "#3f6212" },
  search: { icon: IconSearch, colour: "#0369a1" },
  server: { icon: IconServer, colour: "#475569" },
  partner: { icon: IconAffiliate, colour: "#9a3412" },
};

const ALIASES: Record<string, string> = {
  website: "web", site: "web", mobile: "app", mobile_app: "app", ios: "app", "e-mail": "email", mail: "email", call: "call_centre", call_center: "call_centre",
  callcenter: "call_centre", hotline: "call_centre", shop: "store", pos: "store", counter: "store", shop_counter: "store", ad: "ads", facebook: "social", tiktok: "social", shipping: "delivery", logistics: "delivery", marketplace: "web",
};

function lookOf(channel: string): Look {
  const key = channel.toLowerCase().replaceAll(" ", "_");
  return LOOKS[key] ?? LOOKS[ALIASES[key] ?? ""] ?? { icon: IconHelpCircle, colour: "#64748b" };
}

export function useChannelName(): (channel: string) => string {
  const { say } = useTexts();
  return (channel) => {
    const key = `channel.${channel.toLowerCase().replaceAll(" ", "_")}`;
    if (known(key)) return say(key);
    return channel || say("channel.unknown");
  };
}

/** The channel's sign. The name stands beside it or in its label: a picture is never the only word. */
export function ChannelIcon({ channel, size = 20, labelled = true }: { channel: string; size?: number; labelled?: boolean }) {
  const name = useChannelName()(channel);
  const { icon: Sign, colour } = lookOf(channel);
  return (
    <span className={classes.tile} style={{ width: size, height: size, background: colour }} role={labelled ? "img" : undefined} aria-label={labelled ? name : undefined} aria-hidden={labelled ? undefined : true} title={name}>
      <Sign size={size * 0.68} stroke={2} aria-hidden="true" />
    </span>
  );
}
