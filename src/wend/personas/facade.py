"""What the doors may ask of personas."""

from wend.personas.errors import BadLine, BadName, ChangedMeanwhile, NameTaken, TooMany, UnknownChannel, UnknownPersona
from wend.personas.inviting import invitation, invite
from wend.personas.keeping import change, create, persona, personas, remove
from wend.personas.model import Line, Persona, Portrait
from wend.personas.portraying import portrait, propose
from wend.personas.rules import asks_for_a_name, reaches

__all__ = [
    "BadLine",
    "BadName",
    "ChangedMeanwhile",
    "Line",
    "NameTaken",
    "Persona",
    "Portrait",
    "TooMany",
    "UnknownChannel",
    "UnknownPersona",
    "asks_for_a_name",
    "change",
    "create",
    "invitation",
    "invite",
    "persona",
    "personas",
    "portrait",
    "propose",
    "reaches",
    "remove",
]
