"""What we talk about: frozen words, no behaviour that touches the world."""
