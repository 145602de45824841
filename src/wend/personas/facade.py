"""What the doors may ask of personas."""

from wend.personas.errors import BadLine, BadName, ChangedMeanwhile, NameTaken, TooMany, UnknownPersona
from wend.personas.keeping import change, create, persona, personas, remove
from wend.personas.portraying import invitation, portrait, propose

__all__ = [
    "BadLine",
    "BadName",
    "ChangedMeanwhile",
    "NameTaken",
    "TooMany",
    "UnknownPersona",
    "change",
    "create",
    "invitation",
    "persona",
    "personas",
    "portrait",
    "propose",
    "remove",
]
