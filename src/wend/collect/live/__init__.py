"""Events that come one by one over HTTP: strict reading, checking, and one transaction for many requests."""
