"""The HTTP door: translate, call one room, translate back."""
