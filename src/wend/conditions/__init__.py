"""One language for everything that is true or false of a customer: the definition, and three readers of it."""
