"""A simulated Vietnamese shop: eighteen months of files such as a company really has, with known causes planted.

`simulate` writes the files and their mappings into a directory and returns the truths. It stands alone: it imports
nothing else of Wend, and its files come in through the same door as anybody's. All people, numbers and comments are
made up.
"""

from importlib import resources
from pathlib import Path

from wend.demo import contact_files, online_files
from wend.demo.planted import truths_of
from wend.demo.shop import open_shop
from wend.demo.truths import CheckoutFault, FeeShownLate, FileTruth, LateDeliveries, SlowingDown, Truths

__all__ = ["CheckoutFault", "FeeShownLate", "FileTruth", "LateDeliveries", "SlowingDown", "Truths", "simulate"]


def simulate(directory: Path, *, seed: int = 20261101, customers: int = 20_000) -> Truths:
    """Write the shop's files, `mappings/*.toml` and `truths.json` into `directory`; equal seeds give equal bytes."""
    directory.mkdir(parents=True, exist_ok=True)
    shop = open_shop(seed, customers)
    files = (
        online_files.write_customers(directory, shop),
        online_files.write_products(directory),
        online_files.write_touches(directory, shop),
        online_files.write_web_events(directory, shop),
        online_files.write_app_events(directory, shop),
        online_files.write_orders(directory, shop),
        online_files.write_letters(directory, shop),
        contact_files.write_messages(directory, shop),
        contact_files.write_calls(directory, shop),
        contact_files.write_counter(directory, shop),
        contact_files.write_answers(directory, shop),
        contact_files.write_referrals(directory, shop),
    )
    _copy_mappings(directory / "mappings")
    truths = truths_of(shop, seed, files)
    truths.save(directory / "truths.json")
    return truths


def _copy_mappings(directory: Path) -> None:
    directory.mkdir(exist_ok=True)
    for mapping in resources.files("wend.demo").joinpath("mappings").iterdir():
        (directory / mapping.name).write_bytes(mapping.read_bytes())
