// What a Node server with the Segment library does: arguments are the address, the write key, the number of orders.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { Analytics } from "@segment/analytics-node"

const [base, writeKey, orders] = process.argv.slice(2)
const complaints = []
const analytics = new Analytics({ writeKey, host: base, flushAt: 7 })
analytics.on("error", (error) => complaints.push(String(error.reason ?? error.code)))

const userId = "C-1"
analytics.identify({ userId, traits: { name: "Nguyễn Thị Lan", email: "lan@shop.vn", age: 31 } })
analytics.page({ userId, category: "Sản phẩm", name: "Áo dài", properties: { url: "https://shop.vn/ao-dai" } })
analytics.screen({ userId, category: "App", name: "Home", properties: { width: 390 } })
analytics.group({ userId, groupId: "ACME", traits: { plan: "gold", seats: 12 } })
analytics.alias({ userId, previousId: "anon-7" })
for (let number = 0; number < Number(orders); number++) {
  const properties = { number, price: 12.5, gift: number % 2 === 0, note: "Giao nhanh 🎁", items: ["a", "b"] }
  analytics.track({ userId, event: "order.placed", properties: { ...properties, total: 250000, currency: "VND" } })
}
await analytics.closeAndFlush()

const found = createRequire(import.meta.url).resolve("@segment/analytics-node")
const described = found.slice(0, found.lastIndexOf("/dist/")) + "/package.json"
console.log(JSON.stringify({ version: JSON.parse(readFileSync(described, "utf-8")).version, complaints }))
