"""Who is who, kept: evidence and decisions in the store, and the people that follow from them."""
