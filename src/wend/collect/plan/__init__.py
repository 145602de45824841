"""Which events are expected, with which properties, and where the events that came differ from that."""
